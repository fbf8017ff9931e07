import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import type { Swipe } from '#hal/head/contract.ts';
import { findCard, stripeOf } from '#hal/simulator/cards/tray.ts';
import { makeSwipe } from '#hal/simulator/swipes.ts';
import { Shop } from './shop.ts';

const nothingAtAll: Swipe = {
  edges: [{ track: 2, timestampsNs: new BigInt64Array(0) }],
  bits: [],
  lostEdges: 0,
};

function goodSwipe(): Swipe {
  const profile = findCard('stripe-only');
  const tracks = profile === undefined ? undefined : stripeOf(profile);
  if (tracks === undefined) throw new Error('the card has no stripe');
  return makeSwipe(tracks, { seed: 3 });
}

describe('swipes that carry nothing: the card, the hand, or a dead line of the head', () => {
  let shop: Shop;
  beforeEach(async () => {
    shop = await Shop.open();
  });
  afterEach(() => shop.close());

  /** Two swipes of one card and one of another, and no signal: nobody knows yet what it is. */
  const threeSilentSwipes = async () => {
    await shop.until('home');
    shop.tap({ type: 'go', to: 'preauth' });
    shop.tap({ type: 'preset', amount: { minorUnits: 20_000, currency: '156' } });
    shop.tap({ type: 'primary' });
    await shop.until('present-card');
    shop.swipe(nothingAtAll);
    const first = await shop.until('why');
    assert.equal(first.diagnosis.cause, 'unknown');
    assert.ok(first.diagnosis.nextTest?.type === 'test');
    assert.equal(first.diagnosis.nextTest.test, 'swipeAgain');
    shop.tap({ type: 'settle' });
    await shop.until('present-card');
    shop.swipe(nothingAtAll);
    const second = await shop.until('why');
    assert.ok(second.diagnosis.nextTest?.type === 'test');
    assert.equal(second.diagnosis.nextTest.test, 'otherCard');
    shop.tap({ type: 'settle' });
    await shop.until('present-card', ({ ask }) => ask === 'otherCard');
    shop.swipe(nothingAtAll);
    const third = await shop.until('why');
    assert.equal(third.diagnosis.cause, 'unknown');
    assert.ok(third.diagnosis.nextTest?.type === 'test');
    assert.equal(third.diagnosis.nextTest.test, 'testSwipe');
    shop.tap({ type: 'settle' });
    await shop.until('test-card', ({ by }) => by === 'stripe');
  };
  const stop = async () => {
    shop.tap({ type: 'way', remedy: 'stop' });
    await shop.until('home');
  };

  it('not even the test card gives a signal: the head is dead, the chip is the way', async () => {
    await threeSilentSwipes();
    shop.swipe(nothingAtAll);
    const { diagnosis } = await shop.until('why', (one) => one.diagnosis.cause !== 'unknown');
    assert.equal(diagnosis.cause, 'deviceFault');
    assert.equal(diagnosis.finding, 'headSilent');
    assert.equal(diagnosis.remedies[0]?.kind, 'insertChip');
    await stop();
  });

  it('the test card is read: the head is well, and it is the cards', async () => {
    await threeSilentSwipes();
    shop.swipe(goodSwipe());
    const { diagnosis } = await shop.until('why', (one) => one.diagnosis.cause !== 'unknown');
    assert.equal(diagnosis.cause, 'damagedOrExpired');
    await stop();
  });

  it('the test is left without a swipe: it stays not known', async () => {
    await threeSilentSwipes();
    shop.tap({ type: 'back' });
    const { diagnosis } = await shop.until('why');
    assert.equal(diagnosis.cause, 'unknown');
    await stop();
  });
});
