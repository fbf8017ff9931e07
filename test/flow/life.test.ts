import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { Shop } from './shop.ts';

describe('the life of a hold', () => {
  let shop: Shop;
  before(async () => {
    shop = await Shop.open();
  });
  after(() => shop.close());

  const openHold = async (holdId: string) => {
    shop.tap({ type: 'go', to: 'holds' });
    await shop.until('holds');
    shop.tap({ type: 'openHold', holdId });
    return shop.until('hold');
  };
  const home = async () => {
    for (let i = 0; i < 6 && shop.screen.name !== 'home'; i++) {
      shop.tap({ type: 'back' });
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
    await shop.until('home');
  };

  it('is completed in full from the list with four taps, the limit said before', async () => {
    const taken = await shop.hold();
    const hold = await openHold(taken.holdId);
    assert.equal(hold.limit.minorUnits, 57_500);
    assert.equal(hold.daysLeft, 30);
    shop.tap({ type: 'complete' });
    const complete = await shop.until('complete');
    assert.equal(complete.amount.minorUnits, 50_000);
    assert.equal(complete.limit.minorUnits, 57_500);
    shop.tap({ type: 'primary' });
    const done = await shop.until('done');
    assert.equal(done.what, 'completion');
    assert.equal(shop.bank.ledger().holds.at(-1)?.state, 'completed');
    await home();
  });

  it('a completion above 115 % is refused before the host is asked', async () => {
    const taken = await shop.hold();
    await openHold(taken.holdId);
    shop.tap({ type: 'complete' });
    await shop.until('complete');
    shop.type('57501');
    const complete = await shop.until('complete', ({ amount }) => amount.minorUnits === 57_501);
    assert.equal(complete.overLimit, true);
    assert.equal(complete.canSubmit, false);
    const asked = shop.bank.ledger().transactions.length;
    shop.tap({ type: 'primary' });
    await new Promise((resolve) => setTimeout(resolve, 50));
    assert.equal(shop.screen.name, 'complete');
    assert.equal(shop.bank.ledger().transactions.length, asked);
    shop.tap({ type: 'clear' });
    const smaller = await shop.until('complete', ({ amount }) => amount.minorUnits === 5_750);
    assert.equal(smaller.goesBack.minorUnits, 44_250);
    await home();
  });

  it('is cancelled by holding the button and a supervisor, and its number is destroyed', async () => {
    const taken = await shop.hold();
    await openHold(taken.holdId);
    shop.tap({ type: 'cancelHold' });
    await shop.until('cancel');
    shop.tap({ type: 'confirmHeld' });
    await shop.until('supervisor');
    shop.type('111111');
    shop.tap({ type: 'enter' });
    await shop.until('supervisor', ({ wrong }) => wrong);
    shop.type('246810');
    shop.tap({ type: 'enter' });
    const done = await shop.until('done');
    assert.equal(done.what, 'cancellation');
    const hold = shop.holds().find(({ holdId }) => holdId === taken.holdId);
    assert.equal(hold?.state, 'cancelled');
    assert.equal(hold?.shredded, true);
    assert.equal(shop.store.vault.open(hold?.card?.token ?? ''), undefined);
    await home();
  });

  it('lives again after its completion was voided', async () => {
    const taken = await shop.hold();
    await openHold(taken.holdId);
    shop.tap({ type: 'complete' });
    await shop.until('complete');
    shop.tap({ type: 'primary' });
    await shop.until('done');
    await home();
    shop.terminal.scan((await import('#src/receipt/slip-code.ts')).formatSlipCode(taken.holdId));
    const hold = await shop.until('hold');
    assert.equal(hold.can.void, true);
    shop.tap({ type: 'voidCompletion' });
    await shop.until('cancel');
    shop.tap({ type: 'confirmHeld' });
    await shop.until('supervisor');
    shop.type('246810');
    shop.tap({ type: 'enter' });
    await shop.until('done', ({ what }) => what === 'completionVoid');
    assert.equal(shop.holds().find(({ holdId }) => holdId === taken.holdId)?.state, 'held');
    assert.equal(shop.bank.ledger().holds.at(-1)?.state, 'held');
    await home();
  });

  it('a silent bank at a completion leaves the hold as before, once the undo is through', async () => {
    const taken = await shop.hold();
    await openHold(taken.holdId);
    await shop.bank.setBehaviour({
      mode: 'silent',
      when: 'afterBooking',
      kinds: ['completion'],
      times: 1,
    });
    shop.tap({ type: 'complete' });
    await shop.until('complete');
    shop.tap({ type: 'primary' });
    await shop.until('notice', ({ notice }) => notice.type === 'noAnswer');
    await shop.until(
      'notice',
      ({ notice }) => notice.type === 'noAnswer' && notice.undone === 'done',
      8_000,
    );
    assert.equal(shop.holds().find(({ holdId }) => holdId === taken.holdId)?.state, 'held');
    assert.equal(shop.bank.ledger().holds.at(-1)?.state, 'held');
    await home();
  });

  it('expires with its last day, and its number goes with it', async () => {
    const taken = await shop.hold();
    shop.advance(31 * 86_400_000);
    const end = performance.now() + 5_000;
    const now = () => shop.holds().find(({ holdId }) => holdId === taken.holdId);
    while (now()?.state !== 'expired' && performance.now() < end)
      await new Promise((resolve) => setTimeout(resolve, 20));
    assert.equal(now()?.state, 'expired');
    assert.equal(now()?.shredded, true);
  });
});
