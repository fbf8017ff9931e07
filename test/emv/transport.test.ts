import assert from 'node:assert/strict';
import test from 'node:test';
import { hex, toHex } from '#src/bytes.ts';
import { aid, ok, testCard, tlv } from './card.ts';
import { hold, run, type TestCard } from './world.ts';

/** The same card over T=0: data wait behind 61xx and come in pieces of at most `piece` bytes. */
function overT0(inner: TestCard, piece = 256): TestCard {
  let waiting = '';
  let words = '';
  const take = (length: number): string => {
    const data = waiting.slice(0, 2 * length);
    waiting = waiting.slice(2 * length);
    const left = waiting.length / 2;
    return data + (left > 0 ? `61${Math.min(left, piece).toString(16).padStart(2, '0')}` : words);
  };
  return (command) => {
    if (command.startsWith('00C0')) return take(Number.parseInt(command.slice(8, 10), 16) || 256);
    const answer = inner(command);
    if (typeof answer !== 'string' || answer.length === 4) return answer;
    waiting = answer.slice(0, -4);
    words = answer.slice(-4);
    return `61${Math.min(waiting.length / 2, piece)
      .toString(16)
      .padStart(2, '0')}`;
  };
}

/** READ RECORD must come with the exact length: 6Cxx says which. */
function withExactLengths(inner: TestCard): TestCard {
  return (command) => {
    const le = Number.parseInt(command.slice(-2), 16);
    const answer = inner(command);
    if (!command.startsWith('00B2') || typeof answer !== 'string' || answer.length === 4)
      return answer;
    const length = answer.length / 2 - 2;
    return le === length ? answer : `6C${length.toString(16).padStart(2, '0')}`;
  };
}

const ways: readonly (readonly [sentence: string, wrap: (card: TestCard) => TestCard])[] = [
  ['61xx before every answer', (card) => overT0(card)],
  ['61xx in pieces of 30 bytes', (card) => overT0(card, 30)],
  ['6Cxx on every record', withExactLengths],
  ['6Cxx and 61xx', (card) => overT0(withExactLengths(card), 60)],
];

for (const [sentence, wrap] of ways) {
  test(`a card with ${sentence} gives the same transaction`, () => {
    const plain = run(testCard(), hold).outcome;
    assert.deepEqual(run(wrap(testCard()), hold).outcome, plain);
  });
}

test('6Cxx on a command with data repeats it with the length of the card', () => {
  let asked = '';
  const card = testCard();
  const { outcome } = run((command) => {
    if (!command.startsWith('80A8') || command.endsWith('08'))
      return card(command.replace(/08$/, '00'));
    asked = command;
    return '6C08';
  }, hold);
  assert.equal(outcome.type, 'approved');
  assert.equal(asked, '80A8000002830000');
});

test('6Cxx on a command that expects nothing adds the length', () => {
  const seen: string[] = [];
  const card = testCard();
  const issuerAuthenticationData = hex('AABBCCDDEEFF00113030');
  run(
    (command) => {
      if (!command.startsWith('0082')) return card(command);
      seen.push(command);
      return seen.length === 1 ? '6C02' : ok;
    },
    hold,
    {
      online: {
        type: 'answered',
        approved: true,
        authorisationResponseCode: '00',
        issuerScripts: [],
        issuerAuthenticationData,
      },
    },
  );
  assert.deepEqual(seen, [
    `008200000A${toHex(issuerAuthenticationData)}`,
    `008200000A${toHex(issuerAuthenticationData)}02`,
  ]);
});

const endless: readonly (readonly [sentence: string, answer: string])[] = [
  ['61 for ever', '6110'],
  ['61 with data for ever', `${'AA'.repeat(16)}6110`],
  ['6C for ever', '6C10'],
];

for (const [sentence, answer] of endless) {
  test(`a card that says ${sentence} ends as a protocol error`, () => {
    const { outcome, commands } = run(
      testCard({ before: (_, n) => (n < 3 ? undefined : answer) }),
      hold,
    );
    assert.ok(outcome.type === 'failed');
    assert.equal(outcome.failure.code, 'protocolError');
    assert.ok(commands.length < 20);
  });
}

test('an answer that grows beyond all bounds is too long', () => {
  const { outcome } = run(
    testCard({ before: (_, n) => (n < 3 ? undefined : `${'AA'.repeat(300)}6100`) }),
    hold,
  );
  assert.ok(outcome.type === 'failed');
  assert.equal(outcome.failure.code, 'tooLong');
});

for (const empty of ['', '90']) {
  test(`an answer of ${empty.length / 2} bytes is a card that was pulled`, () => {
    const { outcome } = run(testCard({ before: (_, n) => (n < 3 ? undefined : empty) }), hold);
    assert.ok(outcome.type === 'failed');
    assert.equal(outcome.failure.code, 'cardRemoved');
  });
}

test('a card that keeps the terminal busy is cut off at 240 commands', () => {
  const applications = Array.from({ length: 60 }, (_, i) => ({
    ...(hold.applications[0] as (typeof hold.applications)[0]),
    aid: `A0000003330${(1000 + i).toString()}1`,
  }));
  const { outcome, commands } = run(() => `${'AA'.repeat(3)}6110`, { ...hold, applications });
  assert.ok(outcome.type === 'failed');
  assert.ok(commands.length <= 240);
});

test('an answer of another kind than was asked for is a bug of the caller', () => {
  const wrong = (type: string) => (request: { type: string }) =>
    request.type === type ? ({ type: 'confirmed', yes: true } as const) : undefined;
  for (const type of ['transmit', 'random', 'onlinePin', 'online']) {
    assert.throws(() => run(testCard(), hold, { before: wrong(type) }), /confirmed/);
  }
  const asks = testCard({ fci: tlv('6F', tlv('84', aid), tlv('A5', tlv('87', '81'))) + ok });
  const random = (request: { type: string }) =>
    request.type === 'confirmApplication'
      ? ({ type: 'random', bytes: hex('') } as const)
      : undefined;
  assert.throws(() => run(asks, hold, { before: random }), /random/);
});

/** Answers 62 83 to the selection of the application; its FCI waits for GET RESPONSE. */
function warnsAtSelection(commands: string[], later: string): TestCard {
  const inner = testCard();
  let fci = '';
  return (command) => {
    commands.push(command);
    const answer = inner(command);
    if (command.startsWith('00C0')) return later === 'data' ? `${fci}${ok}` : later;
    if (!command.startsWith('00A40400') || !command.includes(aid) || typeof answer !== 'string')
      return answer;
    fci = answer.slice(0, -4);
    return '6283';
  };
}

const warnings: readonly (readonly [sentence: string, later: string])[] = [
  ['and its data wait', 'data'],
  ['and nothing waits', '6A86'],
  ['and it knows no GET RESPONSE', '6D00'],
];
for (const [sentence, later] of warnings) {
  test(`over T=0 a warning to a selection ${sentence}: fetched once, and the warning stands`, () => {
    const commands: string[] = [];
    const { outcome } = run(warnsAtSelection(commands, later), { ...hold, protocol: 'T=0' });
    assert.ok(outcome.type === 'failed');
    assert.equal(outcome.failure.code, 'applicationBlocked');
    const warned = commands.filter((command) => command.startsWith('00A40400')).length;
    const fetched = commands.filter((command) => command === '00C0000000').length;
    assert.ok(fetched > 0 && fetched <= warned);
  });
}

test('over T=1 nobody asks for what cannot wait', () => {
  const commands: string[] = [];
  run(warnsAtSelection(commands, 'data'), { ...hold, protocol: 'T=1' });
  assert.ok(!commands.some((command) => command.startsWith('00C0')));
});

test('over T=0 a card that answers GET RESPONSE with warnings for ever is asked once a command', () => {
  const commands: string[] = [];
  run(warnsAtSelection(commands, '6283'), { ...hold, protocol: 'T=0' });
  assert.ok(commands.length < 20);
});
