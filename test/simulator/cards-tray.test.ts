import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { bankOfNumber } from '#hal/simulator/cards/banks.ts';
import { createCard } from '#hal/simulator/cards/card.ts';
import { caPublicKeys } from '#hal/simulator/cards/keys.ts';
import { createCardSlot } from '#hal/simulator/cards/slot.ts';
import {
  cardProfiles,
  findCard,
  listCards,
  parseProfile,
  stripeOf,
} from '#hal/simulator/cards/tray.ts';
import { hex, toHex } from '#src/bytes.ts';
import { passesLuhn } from '#src/card/pan.ts';
import { defaults } from '#src/config/defaults.ts';
import { isFault } from '#src/fault.ts';
import { command4, read, send, take } from './card-driver.ts';

const firstAid = (id: string) => findCard(id)?.chip?.applications[0]?.aid ?? '';

test('every number of the tray is an obvious test number with the right check digit, and no two cards share one', () => {
  const numbers = cardProfiles().map(({ pan }) => pan);
  assert.equal(new Set(numbers).size, numbers.length);
  for (const pan of numbers) {
    assert.ok(passesLuhn(pan));
    assert.match(pan, /^(6222(00|02|10|20)|411111|999999)0+\d{5}$/);
  }
});

test('the tray names every profile once, and its view shows no number in full', () => {
  const order: string[] = JSON.parse(
    readFileSync(new URL('../../hal/simulator/cards/tray.json', import.meta.url), 'utf8'),
  );
  const files = readdirSync(new URL('../../hal/simulator/cards/profiles', import.meta.url));
  assert.deepEqual([...order].sort(), files.map((file) => file.replace('.json', '')).sort());
  assert.deepEqual(
    listCards().map(({ id }) => id),
    order,
  );
  assert.ok(!/\d{12}/.test(JSON.stringify(listCards())));
});

test('the hostile cards come last and say so, so that the tray can fold them away', () => {
  const groups = listCards().map(({ group }) => group);
  const first = groups.indexOf('hostile');
  assert.ok(first >= 25);
  assert.ok(groups.slice(first).every((group) => group === 'hostile'));
});

test('cards of the four invented banks have a hotline, the card of another world has none', () => {
  for (const { id, pan } of cardProfiles()) {
    assert.equal(bankOfNumber(pan) === undefined, id === 'unsupported', id);
  }
});

test('the stripe says what the chip says, and a chip card says on its stripe that it has a chip', () => {
  const stripe = stripeOf(findCard('dead-chip')!);
  assert.equal(stripe?.track2, ';6222000000036128=35122200000000000?');
  assert.equal(stripeOf(findCard('dead-both')!), undefined);
  assert.match(
    stripeOf(findCard('stripe-only')!)?.track1 ?? '',
    /^%B6222200000032024\^TEST\/CARD\^3512120/,
  );
});

test('the terminal of the simulator trusts exactly the authority of these cards', () => {
  assert.deepEqual(defaults.caPublicKeys, caPublicKeys());
});

test('a profile with a mistake is refused with the path of the mistake', () => {
  const wrong = {
    ...findCard('signature'),
    pan: '6222100000052207',
    faults: [{ at: {}, do: { type: 'mute' } }],
  };
  assert.throws(
    () => parseProfile(wrong, 'wrong'),
    /pan: the check digit is wrong; faults.0.at: says when/,
  );
});

test('every card that is not broken by a fault can be read to its end', async () => {
  const readable = cardProfiles().filter(
    ({ chip, faults, group }) =>
      group === 'everyday' &&
      chip !== null &&
      faults.length === 0 &&
      !chip.blocked &&
      !chip.applications[0]?.blocked,
  );
  assert.ok(readable.length >= 15);
  for (const { id } of readable) {
    const { data } = await read(take(id), firstAid(id));
    if (id === 'no-number') assert.ok(!data.has('5A') && !data.has('57'));
    else assert.ok(data.has('57'), id);
  }
});

test('a dirty chip breaks off half-way twice and works the third time', async () => {
  const card = take('dirty-chip');
  for (const works of [false, false, true, false]) {
    const result = await read(card, firstAid('dirty-chip')).then(
      () => true,
      (fault) => !isFault(fault, 'reader.protocol'),
    );
    assert.equal(result, works);
    card.insert();
    card.reset('cold');
  }
});

test('a dead chip gives no answer to reset, cold or warm', () => {
  const card = take('dead-chip');
  assert.equal(card.reset('cold').length, 0);
  assert.equal(card.reset('warm').length, 0);
  assert.equal(toHex(take('bad-atr').reset('warm')), '00A1B2C3');
  assert.equal(take('stripe-only').reset('cold').length, 0);
});

test('each kind of fault does what its name says', async () => {
  const withFault = (fault: object) => {
    const profile = parseProfile({ ...findCard('unionpay-debit'), faults: [fault] }, 'with fault');
    const waits: number[] = [];
    const card = createCard(profile, { wait: async (ms) => void waits.push(ms) });
    card.insert();
    card.reset('cold');
    return { card, waits };
  };
  const at = { instruction: 'A4', occurrence: 2 };
  const second = async (what: object) => {
    const { card, waits } = withFault({ at, do: what });
    const select = command4('00A40400', 'A000000333010101');
    const first = await send(card, select);
    return { first, answer: toHex(await card.transmit(hex(select))), waits };
  };
  assert.equal((await second({ type: 'statusWords', sw: '6F00' })).answer, '6F00');
  assert.equal((await second({ type: 'replaceResponse', bytes: '6F008A' })).answer, '6F008A');
  assert.match((await second({ type: 'garbage', length: 3 })).answer, /^[0-9A-F]{6}9000$/);
  assert.match((await second({ type: 'truncate', length: 2 })).answer, /^6F..9000$/);
  assert.equal((await second({ type: 'removed' })).answer, '');
  const slow = await second({ type: 'slow', ms: 700 });
  assert.deepEqual([slow.answer, slow.waits], [slow.first, [700]]);
});

test('the slot tells of cards in order, and a card pulled in mid-command answers nothing', async () => {
  const slot = createCardSlot();
  const seen: string[] = [];
  slot.listen(({ type }) => seen.push(type));
  assert.equal(slot.insert('nobody'), 'unknownCard');
  assert.equal(slot.insert('unionpay-credit'), 'inserted');
  assert.ok((await slot.powerOn()).length > 0);
  slot.setFault({ cardPulledAtApdu: 2 });
  const select = hex(command4('00A40400', 'A000000333010102'));
  assert.equal((await slot.transmit(select)).length, 2);
  assert.equal((await slot.transmit(select)).length, 0);
  assert.equal(slot.status(), 'empty');
  assert.equal((await slot.powerOn()).length, 0);
  slot.insert('signature');
  slot.insert('unionpay-debit');
  assert.deepEqual(seen, ['inserted', 'removed', 'inserted', 'removed', 'inserted']);
});

test('a slow card that is pulled while it thinks answers nothing', async () => {
  let go = () => {};
  const slot = createCardSlot({
    wait: () =>
      new Promise((resolve) => {
        go = resolve;
      }),
  });
  slot.insert('slow');
  await slot.powerOn();
  const answer = slot.transmit(hex('00B2010C00'));
  slot.remove();
  go();
  assert.equal((await answer).length, 0);
});

test('a reader that goes and comes back says so, and its contacts are dead in between', async () => {
  const slot = createCardSlot();
  const seen: string[] = [];
  slot.listen(({ type }) => seen.push(type));
  slot.insert('signature');
  slot.setFault({ readerGone: true });
  assert.equal(slot.status(), 'gone');
  assert.equal((await slot.powerOn()).length, 0);
  slot.clearFaults();
  assert.equal(slot.status(), 'card');
  assert.deepEqual(seen, ['inserted', 'readerGone', 'readerBack']);
});

test('broken contacts at a chosen command are a fault of the transmission', async () => {
  const slot = createCardSlot();
  slot.insert('signature');
  await slot.powerOn();
  slot.setFault({ contactsBreakAtApdu: 1 });
  await assert.rejects(slot.transmit(hex('00B2010C00')), (fault) =>
    isFault(fault, 'reader.protocol'),
  );
});

test('the time of the card over a whole transaction stays below 60 ms', async () => {
  const card = take('unionpay-credit');
  await read(card, firstAid('unionpay-credit'));
  card.reset('cold');
  const start = process.cpuUsage();
  const { data } = await read(card, firstAid('unionpay-credit'));
  await send(card, '008800000411223344');
  assert.ok(data.size > 20);
  const { user, system } = process.cpuUsage(start);
  assert.ok(user + system < 60_000);
});
