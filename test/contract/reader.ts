import assert from 'node:assert/strict';
import { after, afterEach, before, describe, it } from 'node:test';
import type { CardReader, ReaderEvent } from '#hal/reader/contract.ts';
import type { VirtualCard } from '#hal/simulator/vpcd-peer.ts';
import { hex, toHex } from '#src/bytes.ts';
import { type FaultCode, isFault, TerminalFault } from '#src/fault.ts';

/** What a driver's test must be able to do to the world behind it. */
export type ReaderHarness = {
  start(): Promise<void>;
  open(options: { readonly answerTimeoutMs: number }): Promise<CardReader>;
  insert(card: VirtualCard): Promise<void>;
  remove(): Promise<void>;
  /** The reader, or the service behind it, goes; `undefined` where that cannot be done here. */
  readonly leave: (() => Promise<void>) | undefined;
  comeBack(): Promise<void>;
  stop(): Promise<void>;
};

const t0Atr = '3B6500002063CB6800';
const t1Atr = '3B8101FF7F';
/** T=0 first, T=1 as well: EMV 4.4 Book 1 §8.2 takes the first. */
const bothAtr = '3B80800101';

/** A card that answers 9000, remembers what reached it, and does otherwise where told. */
export function plainCard(over: Partial<VirtualCard> = {}) {
  const seen: string[] = [];
  const log = async (what: string, answer: string) => {
    seen.push(what);
    return hex(answer);
  };
  const card: VirtualCard = {
    powerOn: () => log('cold', t0Atr),
    warmReset: () => log('warm', t0Atr),
    powerOff: async () => void seen.push('off'),
    transmit: (command) => log(toHex(command), '9000'),
    ...over,
  };
  return { ...card, seen };
}

const atrCard = (atr: string) =>
  plainCard({ powerOn: async () => hex(atr), warmReset: async () => hex(atr) });

const rejectsWith = (work: Promise<unknown>, ...codes: FaultCode[]) =>
  assert.rejects(work, (error) => codes.some((code) => isFault(error, code)));

/** Every reader driver keeps these promises. */
export function readerContract(name: string, harness: ReaderHarness): void {
  describe(`a chip reader (${name})`, () => {
    let reader: CardReader;
    let events: ReaderEvent['type'][] = [];
    let notify = () => {};

    const open = async (answerTimeoutMs = 2000) => {
      reader = await harness.open({ answerTimeoutMs });
      events = [];
      reader.listen((event) => {
        events.push(event.type);
        notify();
      });
    };
    /** Waits until exactly these events have come. */
    const heard = async (...wanted: ReaderEvent['type'][]) => {
      const enough = new Promise<void>((resolve) => {
        notify = () => events.length >= wanted.length && resolve();
      });
      notify();
      const late = AbortSignal.timeout(8000);
      const keepAlive = setInterval(() => {}, 1000);
      await Promise.race([
        enough,
        new Promise((resolve) => late.addEventListener('abort', resolve)),
      ]);
      clearInterval(keepAlive);
      assert.deepEqual(events, wanted);
      events = [];
    };
    const insertAndConnect = async (card: VirtualCard) => {
      await harness.insert(card);
      await heard('cardInserted');
      return reader.connect();
    };

    before(() => harness.start());
    afterEach(async () => {
      await reader.close();
      await harness.remove();
    });
    after(() => harness.stop());

    it('says that it is empty and refuses to connect', async () => {
      await open();
      assert.equal(reader.status, 'empty');
      await rejectsWith(reader.connect(), 'reader.cardRemoved');
    });

    it('announces a card that comes and one that goes', async () => {
      await open();
      await harness.insert(plainCard());
      await heard('cardInserted');
      assert.equal(reader.status, 'card');
      await harness.remove();
      await heard('cardRemoved');
      assert.equal(reader.status, 'empty');
    });

    it('announces a card that was there before the terminal started', async () => {
      await open();
      await harness.insert(plainCard());
      await heard('cardInserted');
      await reader.close();
      await open();
      assert.equal(reader.status, 'card');
      await heard('cardInserted');
    });

    it('gives a card a cold reset each time it is opened, and no power afterwards', async () => {
      await open();
      const { promise: off, resolve: powerOff } = Promise.withResolvers<void>();
      const card = plainCard({ powerOff: async () => powerOff() });
      const first = await insertAndConnect(card);
      assert.equal(toHex(first.atr), t0Atr);
      assert.equal(first.protocol, 'T=0');
      assert.equal(card.seen.at(-1), 'cold');
      await first.disconnect();
      await off;
      const second = await reader.connect();
      assert.equal(card.seen.at(-1), 'cold');
      await second.disconnect();
      await rejectsWith(second.transmit(hex('00B2010C00')), 'reader.cardRemoved');
    });

    it('resets a card warmly', async () => {
      await open();
      const card = plainCard();
      const connection = await insertAndConnect(card);
      assert.equal(toHex(await connection.warmReset()), t0Atr);
      assert.equal(card.seen.at(-1), 'warm');
      assert.equal(toHex(await connection.transmit(hex('00B2010C00'))), '9000');
      await connection.disconnect();
    });

    it('speaks T=1 with a card that offers it first', async () => {
      await open();
      const connection = await insertAndConnect(atrCard(t1Atr));
      assert.equal(connection.protocol, 'T=1');
      assert.equal(toHex(await connection.transmit(hex('00A4040001AA00'))), '9000');
      await connection.disconnect();
    });

    it('speaks the protocol that a card offers first when it offers both', async () => {
      await open();
      const connection = await insertAndConnect(atrCard(bothAtr));
      assert.equal(connection.protocol, 'T=0');
      await connection.disconnect();
    });

    it('passes 61xx, 6Cxx and 256 bytes of data up as they come, in order', async () => {
      const answers = ['6110', '6C08', `${'55'.repeat(256)}9000`];
      await open();
      const card = plainCard({ transmit: async (command) => hex(answers[command[2]!]!) });
      const connection = await insertAndConnect(card);
      const commands = ['00A4000001AA00', '00B2010000', '00B2020000'].map(hex);
      const got = await Promise.all(commands.map((command) => connection.transmit(command)));
      assert.deepEqual(got.map(toHex), answers);
      await connection.disconnect();
    });

    for (const [what, atr] of [
      ['gives no answer to reset', ''],
      ['gives garbage for an answer to reset', 'FF'],
    ] as const) {
      it(`calls a card unresponsive that ${what}`, async () => {
        await open();
        await harness.insert(atrCard(atr));
        await heard('cardInserted');
        await rejectsWith(reader.connect(), 'reader.cardUnresponsive');
        await harness.remove();
        await heard('cardRemoved');
      });
    }

    it('hands out the answer to reset of a card whose check character is wrong', async () => {
      await open();
      await harness.insert(atrCard('3B8101FF7E'));
      await heard('cardInserted');
      const fault = await reader.connect().then(
        () => undefined,
        (error: unknown) => error,
      );
      assert.ok(fault instanceof TerminalFault && fault.code === 'reader.cardUnresponsive');
      assert.equal(toHex(fault.evidence ?? new Uint8Array(0)), '3B8101FF7E');
      await harness.remove();
      await heard('cardRemoved');
    });

    for (const [what, atr] of [
      ['nothing', ''],
      ['garbage', 'FF'],
      ['an answer that offers no protocol we speak', '3B800E8E'],
      ['an answer that ends too early', '3B65'],
    ] as const) {
      it(`reads a card that says ${what} at its cold reset and answers the warm one well`, async () => {
        await open();
        const connection = await insertAndConnect(plainCard({ powerOn: async () => hex(atr) }));
        assert.equal(toHex(connection.atr), t0Atr);
        assert.equal(connection.protocol, 'T=0');
        assert.equal(toHex(await connection.transmit(hex('00B2010C00'))), '9000');
        assert.equal(reader.status, 'card');
        await connection.disconnect();
      });
    }

    it('resets a card warmly whose answer to the cold reset departs from the book, and takes the better one', async () => {
      await open();
      const card = plainCard({ powerOn: async () => hex('3B00') });
      const connection = await insertAndConnect(card);
      assert.equal(toHex(connection.atr), t0Atr);
      assert.equal(card.seen.at(-1), 'warm');
      await connection.disconnect();
    });

    it('takes a card as it was after its cold reset when the warm one leads to nothing', async () => {
      await open();
      const card = plainCard({
        powerOn: async () => hex('3B00'),
        warmReset: async () => new Uint8Array(0),
      });
      const connection = await insertAndConnect(card);
      assert.equal(toHex(connection.atr), '3B00');
      assert.equal(connection.protocol, 'T=0');
      assert.equal(toHex(await connection.transmit(hex('00B2010C00'))), '9000');
      await connection.disconnect();
    });

    for (const [what, answer] of [
      ['no bytes', ''],
      ['a single byte', '90'],
    ] as const) {
      it(`takes an answer of ${what} for a card that was pulled`, async () => {
        await open();
        const connection = await insertAndConnect(plainCard({ transmit: async () => hex(answer) }));
        await rejectsWith(connection.transmit(hex('00B2010C00')), 'reader.cardRemoved');
        await rejectsWith(connection.transmit(hex('00B2010C00')), 'reader.cardRemoved');
        await connection.disconnect();
      });
    }

    it('notices a card that is pulled in the middle of a command', async () => {
      await open(20_000);
      let reached = () => {};
      const inCommand = new Promise<void>((resolve) => {
        reached = resolve;
      });
      const transmit = () => {
        reached();
        return new Promise<Uint8Array>(() => {});
      };
      const connection = await insertAndConnect(plainCard({ transmit }));
      const command = rejectsWith(connection.transmit(hex('00B2010C00')), 'reader.cardRemoved');
      await inCommand;
      await harness.remove();
      await command;
      await connection.disconnect();
      await heard('cardRemoved');
    });

    it('calls a card mute that never answers, and works with the next one', async () => {
      await open(300);
      const mute = plainCard({ transmit: () => new Promise<Uint8Array>(() => {}) });
      const connection = await insertAndConnect(mute);
      await rejectsWith(connection.transmit(hex('00B2010C00')), 'reader.cardMute');
      await rejectsWith(connection.transmit(hex('00B2010C00')), 'reader.cardMute');
      await connection.disconnect();
      await harness.remove();
      await heard('cardRemoved');
      const next = await insertAndConnect(plainCard());
      assert.equal(toHex(await next.transmit(hex('00B2010C00'))), '9000');
      await next.disconnect();
    });

    it('keeps the connection to a card that left dead when the card comes again', async () => {
      await open();
      const old = await insertAndConnect(plainCard());
      await harness.remove();
      await heard('cardRemoved');
      const fresh = await insertAndConnect(plainCard());
      await rejectsWith(old.transmit(hex('00B2010C00')), 'reader.cardRemoved');
      await old.disconnect();
      assert.equal(toHex(await fresh.transmit(hex('00B2010C00'))), '9000');
      await fresh.disconnect();
    });

    it('says when the reader goes under a card, and is back by itself', async (test) => {
      if (harness.leave === undefined) return test.skip('the service is not ours to stop');
      await open();
      const connection = await insertAndConnect(plainCard());
      await harness.leave();
      await heard('cardRemoved', 'readerGone');
      assert.ok(['gone', 'serviceDown'].includes(reader.status));
      await rejectsWith(
        connection.transmit(hex('00B2010C00')),
        'reader.gone',
        'reader.serviceDown',
      );
      await rejectsWith(reader.connect(), 'reader.gone', 'reader.serviceDown');
      await connection.disconnect();
      await harness.remove();
      await harness.comeBack();
      await heard('readerBack');
      const next = await insertAndConnect(plainCard());
      assert.equal(toHex(await next.transmit(hex('00B2010C00'))), '9000');
      await next.disconnect();
    });

    it('starts without the reader and finds it later', async (test) => {
      if (harness.leave === undefined) return test.skip('the service is not ours to stop');
      await harness.leave();
      await open();
      assert.ok(['gone', 'serviceDown'].includes(reader.status));
      await harness.comeBack();
      await heard('readerBack');
      assert.equal(reader.status, 'empty');
    });

    it('tells a listener nothing after it stopped listening, and nobody after closing', async () => {
      await open();
      let calls = 0;
      reader.listen(() => calls++)();
      await harness.insert(plainCard());
      await heard('cardInserted');
      await reader.close();
      await harness.remove();
      assert.equal(calls, 0);
      assert.deepEqual(events, []);
    });
  });
}
