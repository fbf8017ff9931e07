import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { type CardSlot, createCardSlot } from '#hal/simulator/cards/slot.ts';
import { insertIntoVpcd, type VirtualCard, type VpcdPeer } from '#hal/simulator/vpcd-peer.ts';
import { PcscService, seenEmpty, whyNoPcsc } from '../reader/service.ts';
import { Cashier } from './shift.ts';
import { Simulator } from './simulator.ts';

const reason = whyNoPcsc();

if (reason !== undefined) {
  it('a terminal with a real reader is tested against a real daemon', (test) => {
    if (process.env.CI === 'true') assert.fail(reason);
    test.skip(reason);
  });
} else {
  describe('a terminal whose reader is the system’s (--reader pcsc)', () => {
    const service = new PcscService();
    let shop: Simulator;
    let cashier: Cashier;
    let peer: VpcdPeer | undefined;

    /** Puts a card of the tray into the system's reader; `atApdu` pulls it at its n-th command. */
    const insert = async (id: string, atApdu = Number.POSITIVE_INFINITY) => {
      const slot = createCardSlot();
      slot.insert(id);
      peer = await insertIntoVpcd(pulledAt(slot, atApdu, () => peer?.remove()));
    };
    const remove = async () => {
      peer?.remove();
      await peer?.removed;
      peer = undefined;
      await seenEmpty();
    };

    before(async () => {
      await service.start();
      shop = await Simulator.start({ args: ['--reader', 'pcsc'], config: { language: 'en' } });
      cashier = new Cashier(shop);
    });
    after(async () => {
      peer?.remove();
      await shop?.stop();
      await service.stop();
    });

    it('takes a whole hold from a card in it', async () => {
      await cashier.askHold(30_000);
      await insert('unionpay-credit');
      await shop.until('pin');
      await shop.pin('123456');
      await shop.until('held');
      await remove();
      await shop.until('home');
      const [hold] = await shop.holds();
      assert.equal(hold?.state, 'held');
      assert.equal(hold?.how, 'chip');
      assert.equal(hold?.last4, '4471');
    });

    it('says that the card was pulled half-way, and takes the hold with a second read', async () => {
      await cashier.askHold(40_000);
      await insert('unionpay-debit', 6);
      const why = await shop.until('why');
      assert.match(why.texts.join(' '), /came out/i);
      await cashier.tap('primary');
      await shop.until('present-card');
      await seenEmpty();
      await insert('unionpay-debit');
      await shop.until('pin');
      await shop.pin('123456');
      await shop.until('result');
      await remove();
      await cashier.home();
      assert.deepEqual(
        (await shop.holds()).map(({ amount, state }) => [amount.minorUnits, state]),
        [
          [30_000, 'held'],
          [40_000, 'held'],
        ],
      );
    });

    it('says that the reader is gone while it waits for a card, and goes on when it is back', async (test) => {
      if (service.foreign)
        return test.skip('a daemon of somebody else is running: it is left alone');
      await cashier.askHold(50_000);
      await service.kill();
      const why = await shop.until('why');
      assert.match(why.texts.join(' '), /reader/i);
      const { pid } = shop.process;
      await service.start();
      await shop.eventually(
        async () => !(await shop.screen()).texts.join(' ').includes('No reader'),
        'the reader',
      );
      await cashier.tap('primary');
      await shop.until('present-card');
      await insert('unionpay-credit');
      await shop.until('pin');
      await shop.pin('123456');
      await shop.until('result');
      await remove();
      await cashier.home();
      assert.equal((await shop.holds()).length, 3);
      assert.equal(shop.process.pid, pid);
      assert.equal(shop.process.err, '');
    });
  });
}

/** A card that is pulled out as its n-th command reaches it. */
function pulledAt(slot: CardSlot, atApdu: number, pull: () => void): VirtualCard {
  let commands = 0;
  return {
    powerOn: () => slot.powerOn(),
    warmReset: () => slot.warmReset(),
    powerOff: () => slot.powerOff(),
    transmit: (command) => {
      commands += 1;
      if (commands === atApdu) pull();
      return slot.transmit(command);
    },
  };
}
