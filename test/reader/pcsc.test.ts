import assert from 'node:assert/strict';
import { it } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { openPcscReader } from '#hal/reader/pcsc.ts';
import { insertIntoVpcd, type VpcdPeer } from '#hal/simulator/vpcd-peer.ts';
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
    stop: () => service.stop(),
  };
}

const reason = whyNoPcsc();
if (reason !== undefined) {
  it('PC/SC is tested against a real daemon', (test) => {
    if (process.env.CI === 'true') assert.fail(reason);
    test.skip(reason);
  });
} else {
  readerContract('PC/SC', pcscHarness(new PcscService()));
}
