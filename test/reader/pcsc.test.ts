import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import type { CardReader } from '#hal/reader/contract.ts';
import { openPcscReader } from '#hal/reader/pcsc.ts';
import { openSimulatedReader } from '#hal/reader/simulated.ts';
import { createCardSlot } from '#hal/simulator/cards/slot.ts';
import { insertIntoVpcd, type VpcdPeer } from '#hal/simulator/vpcd-peer.ts';
import { hex, toHex } from '#src/bytes.ts';
import { type ReaderHarness, readerContract } from '../contract/reader.ts';
import { PcscService, seenEmpty, whyNoPcsc } from './service.ts';

function pcscHarness(service: PcscService): ReaderHarness {
  let peer: VpcdPeer | undefined;
  let leftAlone = false;
  return {
    start: () => service.start(),
    open: (options) => openPcscReader(options),
    insert: async (card) => {
      const inserted = await insertIntoVpcd(card);
      peer = inserted;
      leftAlone = false;
      void inserted.removed.then(() => {
        leftAlone = peer === inserted;
      });
    },
    remove: async () => {
      const leaving = peer;
      peer = undefined;
      if (leaving === undefined) return;
      leaving.remove();
      await leaving.removed;
      await seenEmpty().catch(() => undefined);
      // A failed command shows the slot as empty at once, but the daemon's own look comes twice a second;
      // a card that is put in before it is taken for the old one.
      if (leftAlone) await pause(450);
    },
    get leave() {
      return service.foreign ? undefined : () => service.kill();
    },
    comeBack: () => service.start(),
    stop: async () => {},
  };
}

const reason = whyNoPcsc();
if (reason !== undefined) {
  it('PC/SC is tested against a real daemon', (test) => {
    if (process.env.CI === 'true') assert.fail(reason);
    test.skip(reason);
  });
} else {
  const service = new PcscService();
  const harness = pcscHarness(service);
  readerContract('PC/SC', harness);

  describe('a simulated card in a reader of the system', () => {
    after(() => service.stop());

    /** Selects the directory, reads its record, selects the application and starts it. */
    async function conversation(reader: CardReader): Promise<string[]> {
      const connection = await reader.connect();
      const answers: string[] = [toHex(connection.atr), connection.protocol];
      const ask = async (command: string) => {
        let answer = toHex(await connection.transmit(hex(command)));
        if (answer.startsWith('61') && answer.length === 4) {
          answer = toHex(await connection.transmit(hex(`00C00000${answer.slice(2)}`)));
        } else if (answer.startsWith('6C')) {
          answer = toHex(await connection.transmit(hex(command.slice(0, 8) + answer.slice(2))));
        }
        answers.push(answer);
        return answer;
      };
      await ask('00A404000E315041592E5359532E444446303100');
      await ask('00B2010C00');
      await ask('00A4040008A00000033301010200');
      await ask('00A4040008A00000033301010100');
      await connection.disconnect();
      return answers;
    }

    for (const id of ['unionpay-credit', 'unionpay-debit', 'strict']) {
      it(`${id} says the same there as through the simulated reader`, async () => {
        await harness.start();
        const slot = createCardSlot();
        slot.insert(id);
        const simulated = openSimulatedReader(slot);
        const expected = await conversation(simulated);
        await simulated.close();
        await harness.insert(slot);
        const reader = await openPcscReader();
        await cardIn(reader);
        assert.deepEqual(await conversation(reader), expected);
        await reader.close();
        await harness.remove();
      });
    }
  });
}

function cardIn(reader: CardReader): Promise<void> {
  return new Promise((resolve) => {
    const stop = reader.listen(({ type }) => {
      if (type !== 'cardInserted') return;
      stop();
      resolve();
    });
  });
}
