import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Evidence } from '#src/recovery/evidence.ts';
import { Shop } from './shop.ts';

describe('when no number could be captured', () => {
  let shop: Shop;
  before(async () => {
    shop = await Shop.open();
  });
  after(() => shop.close());

  const begin = async (minorUnits = 50_000) => {
    await shop.until('home');
    shop.tap({ type: 'go', to: 'preauth' });
    await shop.until('amount');
    shop.tap({ type: 'preset', amount: { minorUnits, currency: '156' } });
    shop.tap({ type: 'primary' });
    await shop.until('present-card');
  };
  const stop = async () => {
    shop.slot.remove();
    shop.tap({ type: 'way', remedy: 'stop' });
    await shop.until('home');
  };
  const types = (because: readonly Evidence[]) => because.map(({ type }) => type);

  it('a chip that gives no answer to reset is a dead chip, with another card as the best way', async () => {
    await begin();
    const began = performance.now();
    shop.slot.insert('dead-chip');
    const why = await shop.until('why');
    assert.ok(performance.now() - began < 1_000);
    assert.equal(why.diagnosis.cause, 'damagedOrExpired');
    assert.equal(why.diagnosis.finding, 'chipDead');
    assert.deepEqual(types(why.diagnosis.because), ['noAtr']);
    assert.equal(why.diagnosis.remedies[0]?.kind, 'otherCard');
    assert.ok(
      !why.diagnosis.remedies.some(({ kind }) => kind === 'swipe'),
      'no fallback in this profile',
    );
    assert.equal(why.money, 'nothingHeld');
    await stop();
    assert.equal(shop.incidents()[0]?.state, 'open');
  });

  it('another card after a dead chip leads to the hold, and the case says so', async () => {
    await begin();
    shop.slot.insert('dead-chip');
    await shop.until('why');
    shop.tap({ type: 'primary' });
    await shop.until('present-card', ({ ask }) => ask === 'otherCard');
    shop.slot.insert('unionpay-debit');
    await shop.until('pin');
    shop.pin('123456');
    const result = await shop.until('result');
    assert.equal(result.result, 'heldOtherCard');
    assert.equal(result.way, 'otherCard');
    shop.slot.remove();
    shop.tap({ type: 'primary' });
    await shop.until('home');
    const incident = shop.incidents().find(({ incidentId }) => incidentId === result.incidentId);
    assert.equal(incident?.state, 'resolved');
    assert.ok(incident?.holdId !== undefined);
  });

  it('a chip that breaks off half-way is dirty: wipe, read again, held at the third try', async () => {
    await begin();
    shop.slot.insert('dirty-chip');
    const why = await shop.until('why');
    assert.equal(why.diagnosis.finding, 'chipDirty');
    assert.equal(why.diagnosis.remedies[0]?.kind, 'readAgain');
    assert.ok(types(why.diagnosis.because).includes('readerReadOther'), 'the reader is cleared');
    shop.tap({ type: 'primary' });
    await shop.until('present-card', ({ ask }) => ask === 'insertAgain');
    shop.slot.remove();
    shop.slot.insert('dirty-chip');
    await shop.until('why');
    shop.tap({ type: 'way', remedy: 'readAgain' });
    await shop.until('present-card');
    shop.slot.remove();
    shop.slot.insert('dirty-chip');
    await shop.until('pin');
    shop.pin('123456');
    const result = await shop.until('result');
    assert.equal(result.result, 'held');
    shop.slot.remove();
    shop.tap({ type: 'primary' });
  });

  it('a card pulled out half-way is the operator’s cause, and nothing is held', async () => {
    await begin();
    shop.slot.setFault({ cardPulledAtApdu: 9 });
    shop.slot.insert('unionpay-credit');
    const why = await shop.until('why');
    shop.slot.clearFaults();
    assert.equal(why.diagnosis.finding, 'cardPulled');
    assert.equal(why.diagnosis.cause, 'operator');
    assert.equal(why.money, 'nothingHeld');
    await stop();
  });

  it('a reader that is gone is a device fault', async () => {
    await begin();
    shop.slot.setFault({ readerGone: true });
    const why = await shop.until('why');
    shop.slot.clearFaults();
    assert.equal(why.diagnosis.cause, 'deviceFault');
    await stop();
  });

  it('a card of an unknown scheme is not accepted here', async () => {
    await begin();
    shop.slot.insert('unsupported');
    const why = await shop.until('why');
    assert.equal(why.diagnosis.cause, 'unsupportedCard');
    await stop();
  });

  it('a bank whose line refuses is the network, nothing was sent', async () => {
    await shop.bank.setBehaviour({ mode: 'down' });
    await begin();
    shop.slot.insert('unionpay-credit');
    await shop.until('pin');
    shop.pin('123456');
    const why = await shop.until('why');
    await shop.bank.setBehaviour({ mode: 'approve' });
    assert.equal(why.diagnosis.finding, 'noLine');
    assert.equal(why.diagnosis.cause, 'network');
    assert.equal(why.money, 'nothingHeld');
    await stop();
  });

  it('a bank that is silent after booking is undone, and the wait ends in the hold', async () => {
    await shop.bank.setBehaviour({
      mode: 'silent',
      when: 'afterBooking',
      kinds: ['preauth'],
      times: 1,
    });
    await begin(70_000);
    shop.slot.insert('unionpay-credit');
    await shop.until('pin');
    shop.pin('123456');
    const why = await shop.until('why');
    assert.equal(why.diagnosis.cause, 'bankSide');
    assert.equal(why.diagnosis.remedies[0]?.kind, 'waitForBank');
    shop.tap({ type: 'primary' });
    await shop.until('wait-for-bank');
    shop.tap({ type: 'primary' });
    await shop.until('pin');
    shop.pin('123456');
    const result = await shop.until('result');
    assert.equal(result.result, 'held');
    const booked = shop.bank
      .ledger()
      .holds.filter(({ amountMinorUnits }) => amountMinorUnits === 70_000);
    assert.deepEqual(booked.map(({ state }) => state).sort(), ['held', 'reversed'], 'never twice');
    shop.slot.remove();
    shop.tap({ type: 'primary' });
  });

  it('91 of the bank is the bank’s side; 51 is the issuer’s plain no', async () => {
    await shop.bank.setBehaviour({ mode: 'decline', code: '91', times: 1 });
    await begin();
    shop.slot.insert('unionpay-credit');
    await shop.until('pin');
    shop.pin('123456');
    const why = await shop.until('why');
    assert.equal(why.diagnosis.finding, 'bankDown');
    await stop();
    await shop.bank.setBehaviour({ mode: 'decline', code: '51', times: 1 });
    await begin();
    shop.slot.insert('unionpay-credit');
    await shop.until('pin');
    shop.pin('123456');
    const declined = await shop.until('declined');
    assert.equal(declined.responseCode, '51');
    await stop();
  });

  it('a capture code offers nothing but what to do with the card: no typing, no other way', async () => {
    await shop.bank.setBehaviour({ mode: 'decline', code: '43', times: 1 });
    await begin();
    shop.slot.insert('unionpay-credit');
    await shop.until('pin');
    shop.pin('123456');
    const why = await shop.until('why');
    assert.equal(why.diagnosis.finding, 'keepCard');
    assert.deepEqual(
      why.diagnosis.remedies.map(({ kind }) => kind),
      ['keepCard', 'stop'],
    );
    await stop();
  });

  it('a card that refuses after the bank approved is undone with reason 06', async () => {
    await begin(61_000);
    shop.slot.insert('declines-after-approval');
    await shop.until('pin');
    shop.pin('123456');
    await shop.until('why');
    await shop.until('why', ({ money }) => money === 'nothingHeld', 8_000);
    const reversal = shop.bank.ledger().reversals.at(-1);
    assert.equal(reversal?.reason, '06');
    await stop();
  });
});
