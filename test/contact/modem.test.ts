import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import type { Incoming } from '#hal/messages/contract.ts';
import { openAtMessenger } from '#hal/modem/at.ts';
import type { ModemPort } from '#hal/modem/contract.ts';
import { parseReceived, submitParts } from '#hal/modem/pdu.ts';
import { openSerialModem } from '#hal/modem/serial.ts';
import { createSimulatedModem, type NetworkMessage } from '#hal/modem/simulated.ts';
import { type MessengerBench, messengerContract } from '../contract/messenger.ts';
import { openPty } from './pty.ts';

const times = { commandMs: 1_000, sendMs: 300, lookMs: 60_000 };
const to = '+8613800004321';

type Behaviour = 'well' | 'away' | 'refuses' | 'silentAfterAll';

/** A simulated modem with its moods; `wire` puts something between it and the driver. */
function modemBench(wire: (modem: ModemPort) => ModemPort): MessengerBench {
  const arrived: NetworkMessage[] = [];
  let mood: Behaviour = 'well';
  const modem = createSimulatedModem({
    arrived: (message) => void arrived.push(message),
    signal: () => mood !== 'away',
    answer: () => {
      if (mood === 'refuses') return { cms: 1 };
      return mood === 'silentAfterAll' ? 'silence' : 'take';
    },
  });
  return {
    messenger: openAtMessenger(wire(modem.port), times),
    to,
    arrived: () => arrived,
    behave: (how) => {
      mood = how;
    },
    reports: true,
  };
}

async function until(well: () => boolean): Promise<void> {
  const end = performance.now() + 3_000;
  while (!well() && performance.now() < end) await new Promise((resolve) => setTimeout(resolve, 2));
  assert.ok(well());
}

/** A modem whose customers answer. */
function answering(modem = createSimulatedModem({ arrived: () => undefined, signal: () => true })) {
  const heard: Incoming[] = [];
  const messenger = openAtMessenger(modem.port, times);
  messenger.listen((incoming) => heard.push(incoming));
  return { modem, messenger, heard, heardOne: () => until(() => heard.length > 0) };
}

describe('texts by a modem at the bytes', () => {
  messengerContract(async () => modemBench((port) => port));
});

describe('texts by a modem at a serial port', async () => {
  const pty = await openPty();
  after(() => pty?.close());
  if (pty === undefined) {
    it('needs a pseudo-terminal', { skip: 'no python3 here' }, () => undefined);
    return;
  }
  messengerContract(async () => {
    let stop = (): void => undefined;
    const bench = modemBench((modem) => {
      const fromTerminal = pty.near.listen((bytes) => void modem.write(bytes));
      const fromModem = modem.listen((bytes) => void pty.near.write(bytes));
      stop = () => {
        fromTerminal();
        fromModem();
      };
      return openSerialModem(pty.path, 115_200);
    });
    const { messenger } = bench;
    return {
      ...bench,
      messenger: {
        get trouble() {
          return messenger.trouble;
        },
        send: (message) => messenger.send(message),
        listen: (listener) => messenger.listen(listener),
        close: async () => {
          await messenger.close();
          stop();
        },
      },
    };
  });
});

describe('a modem', () => {
  it('that is not there sends nothing and says so', async () => {
    const messenger = openAtMessenger(openSerialModem('/dev/no-such-modem', 9_600), times);
    const end = await messenger.send({ id: 'i', to, subject: '', text: 't' });
    assert.deepEqual(end, { type: 'notSent', reason: 'modemGone' });
    await messenger.close();
  });

  it('whose second part fails has sent something nobody can read whole: not known', async () => {
    const modem = createSimulatedModem({
      arrived: () => assert.fail('never whole'),
      signal: () => true,
      answer: (part) => (part === 2 ? { cms: 38 } : 'take'),
    });
    const messenger = openAtMessenger(modem.port, times);
    const end = await messenger.send({ id: 'i', to, subject: '', text: '押'.repeat(100) });
    assert.deepEqual(end, { type: 'unknown', reason: 'part 2 of 2' });
  });

  const errors: readonly (readonly [number, string])[] = [
    [1, 'refused'],
    [28, 'refused'],
    [38, 'notSent'],
    [331, 'notSent'],
    [332, 'unknown'],
    [500, 'notSent'],
  ];
  for (const [cms, end] of errors)
    it(`that answers +CMS ERROR: ${cms} has ${end} the message`, async () => {
      const modem = createSimulatedModem({
        arrived: () => undefined,
        signal: () => true,
        answer: () => ({ cms }),
      });
      const messenger = openAtMessenger(modem.port, times);
      const { type } = await messenger.send({ id: 'i', to, subject: '', text: 't' });
      assert.equal(type, end);
    });

  const answers: readonly (readonly [name: string, text: string])[] = [
    ['in Chinese', '周一来前台'],
    ['in several parts, as one', `${'今晚八点到，'.repeat(30)}🙂完`],
  ];
  for (const [name, text] of answers)
    it(`hands on what a customer answers ${name}, and takes it off the SIM`, async () => {
      const bench = answering();
      bench.modem.incoming(to, text);
      await bench.heardOne();
      assert.deepEqual(bench.heard, [{ type: 'answer', from: to, text }]);
      await bench.messenger.send({ id: 'i', to, subject: '', text: 't' });
      await bench.messenger.close();
      const next = answering(bench.modem);
      await next.messenger.send({ id: 'j', to, subject: '', text: 't' });
      await next.heardOne();
      assert.deepEqual(next.heard, [{ type: 'report', id: 'j', delivered: true }], 'nothing else');
    });

  it('hands on what came while the terminal was off', async () => {
    const modem = createSimulatedModem({ arrived: () => undefined, signal: () => true });
    modem.incoming(to, '我在楼下');
    const { heard, heardOne } = answering(modem);
    await heardOne();
    assert.deepEqual(heard, [{ type: 'answer', from: to, text: '我在楼下' }]);
  });

  it('reports to a later start by the reference of the part, with whom it was for', async () => {
    const modem = createSimulatedModem({
      arrived: () => undefined,
      signal: () => true,
      reportsLater: true,
    });
    const before = openAtMessenger(modem.port, times);
    const end = await before.send({ id: 'i', to, subject: '', text: '押'.repeat(100) });
    assert.deepEqual(end, { type: 'sent', references: [1, 2] });
    await before.close();
    const { heard } = answering(modem);
    modem.report();
    assert.deepEqual(
      heard,
      [1, 2].map((reference) => ({ type: 'partReport', reference, to, delivered: true })),
    );
  });

  it('without a SIM or a network says so before anybody wants to write', async () => {
    const modem = createSimulatedModem({ arrived: () => undefined, signal: () => false });
    const { messenger } = answering(modem);
    await until(() => messenger.trouble !== undefined);
    assert.equal(messenger.trouble, 'noSignal');
  });

  it('that only makes noise fills no memory and sends nothing', async () => {
    let tell: (bytes: Uint8Array) => void = () => undefined;
    const noise = new Uint8Array(5_000).fill(0x41);
    const messenger = openAtMessenger(
      {
        write: async () => {
          for (let i = 0; i < 20; i++) tell(noise);
        },
        listen: (listener) => {
          tell = listener;
          return () => undefined;
        },
        close: async () => undefined,
      },
      { commandMs: 50, sendMs: 50, lookMs: 60_000 },
    );
    const end = await messenger.send({ id: 'i', to, subject: '', text: 't' });
    assert.deepEqual(end, { type: 'notSent', reason: 'modemGone' });
  });
});

describe('a PDU', () => {
  it('is that of the well-known example, but for the report that we ask for', () => {
    const [part] = submitParts('+46708251358', 'hellohello', 0) ?? [];
    assert.equal(part?.hex, '0031000B916407281553F80000AA0AE8329BFD4697D9EC37');
    assert.equal(part?.length, 23);
  });

  it('of a received message is read, with letters for a sender as well', () => {
    assert.deepEqual(
      parseReceived('07917283010010F5040BC87238880900F10000993092516195800AE8329BFD4697D9EC37'),
      { type: 'deliver', from: '27838890001', text: 'hellohello' },
    );
  });

  const lengths: readonly (readonly [string, number])[] = [
    ['a'.repeat(160), 1],
    ['a'.repeat(161), 2],
    ['a'.repeat(306), 2],
    ['a'.repeat(307), 3],
    ['押'.repeat(70), 1],
    ['押'.repeat(71), 2],
    ['押'.repeat(134), 2],
    ['押'.repeat(135), 3],
    [`${'押'.repeat(66)}🙂${'金'.repeat(10)}`, 2],
    ['', 1],
  ];
  for (const [text, parts] of lengths)
    it(`of ${text.length} units starting ${JSON.stringify(text.slice(0, 1))} has ${parts} parts`, () =>
      assert.equal(submitParts(to, text, 7)?.length, parts));

  it('is refused for a number that is none, and for a text without end', () => {
    for (const number of ['', '+', '12', 'abc', '+86 138', `+${'1'.repeat(21)}`])
      assert.equal(submitParts(number, 't', 1), undefined, number);
    assert.equal(submitParts(to, '押'.repeat(671), 1), undefined);
  });

  it('that is cut anywhere, or noise, is nothing', () => {
    const whole = '07917283010010F5040BC87238880900F10000993092516195800AE8329BFD4697D9EC37';
    for (let length = 0; length < whole.length; length += 2)
      assert.equal(parseReceived(whole.slice(0, length)), undefined, String(length));
    for (const noise of ['', 'zz', 'FF'.repeat(300), '0001', `00${'03'.repeat(20)}`])
      assert.equal(parseReceived(noise), undefined, noise.slice(0, 10));
  });
});
