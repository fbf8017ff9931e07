import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Swipe } from '#hal/head/contract.ts';
import { findCard, stripeOf } from '#hal/simulator/cards/tray.ts';
import { makeSwipe } from '#hal/simulator/swipes.ts';
import { Shop } from './shop.ts';

function tracksOf(id: string) {
  const profile = findCard(id);
  const tracks = profile === undefined ? undefined : stripeOf(profile);
  if (tracks === undefined) throw new Error(`${id} has no stripe`);
  return tracks;
}

describe('the stripe at the counter', () => {
  let shop: Shop;
  before(async () => {
    shop = await Shop.open();
  });
  after(() => shop.close());

  const present = async () => {
    await shop.until('home');
    shop.tap({ type: 'go', to: 'preauth' });
    shop.tap({ type: 'preset', amount: { minorUnits: 20_000, currency: '156' } });
    shop.tap({ type: 'primary' });
    await shop.until('present-card');
  };
  const swipe = (id: string, jitterPercent = 1) => {
    const tracks = tracksOf(id);
    shop.swipe(
      makeSwipe(tracks, { speedInchesPerSecond: 15, jitterPercent, reversed: false, seed: 7 }),
    );
  };

  it('a chip card that is swiped is sent to the slot, and the insert leads to the hold', async () => {
    await present();
    swipe('unionpay-credit');
    const why = await shop.until('why');
    assert.equal(why.diagnosis.finding, 'insertChip');
    assert.equal(why.diagnosis.cause, 'operator');
    shop.tap({ type: 'primary' });
    await shop.until('present-card', ({ ask }) => ask === 'insertNotSwipe');
    shop.slot.insert('unionpay-credit');
    await shop.until('pin');
    shop.pin('123456');
    await shop.until('result', ({ result }) => result === 'held');
    shop.slot.remove();
    shop.tap({ type: 'primary' });
  });

  it('a stripe-only card is held with its PIN, field 22 says 021', async () => {
    await present();
    swipe('stripe-only');
    await shop.until('pin');
    shop.pin('123456');
    await shop.until('held');
    const hold = shop.holds().at(-1);
    assert.equal(hold?.how, 'stripe');
    assert.equal(hold?.history[0]?.slip?.posEntryMode, '021');
    shop.tap({ type: 'primary' });
  });

  it('a swipe that cannot be read says so and offers another read', async () => {
    await present();
    swipe('stripe-only', 40);
    const why = await shop.until('why');
    assert.equal(why.diagnosis.finding, 'stripeDamaged');
    assert.equal(why.diagnosis.remedies[0]?.kind, 'readAgain');
    shop.tap({ type: 'primary' });
    await shop.until('present-card');
    swipe('stripe-only');
    await shop.until('pin');
    shop.pin('123456');
    await shop.until('result');
    shop.tap({ type: 'primary' });
  });

  it('a dead chip is never read by its stripe where the profile forbids the fallback', async () => {
    await present();
    shop.slot.insert('dead-chip');
    await shop.until('why');
    shop.slot.remove();
    shop.tap({ type: 'way', remedy: 'readAgain' });
    await shop.until('present-card');
    swipe('dead-chip');
    const why = await shop.until('why', ({ diagnosis }) =>
      diagnosis.because.some(({ type }) => type === 'stripeOfChipCard'),
    );
    assert.equal(why.diagnosis.finding, 'chipDead');
    assert.equal(why.last4, findCard('dead-chip')?.pan.slice(-4), 'the case knows the card now');
    shop.tap({ type: 'way', remedy: 'stop' });
  });
});

describe('where the profile allows the fallback', () => {
  it('the stripe of a dead chip is taken after the failed reads, and field 60 says why', async () => {
    const shop = await Shop.open({
      config: { policies: { stripeFallback: { afterFailures: 2 } } },
    });
    after(() => shop.close());
    await shop.until('home');
    shop.tap({ type: 'go', to: 'preauth' });
    shop.tap({ type: 'preset', amount: { minorUnits: 20_000, currency: '156' } });
    shop.tap({ type: 'primary' });
    await shop.until('present-card');
    shop.slot.insert('dead-chip');
    const first = await shop.until('why');
    assert.ok(!first.diagnosis.remedies.some(({ kind }) => kind === 'swipe'));
    shop.slot.remove();
    shop.tap({ type: 'way', remedy: 'readAgain' });
    await shop.until('present-card');
    shop.slot.insert('dead-chip');
    const second = await shop.until('why', ({ diagnosis }) =>
      diagnosis.remedies.some(({ kind }) => kind === 'swipe'),
    );
    assert.equal(second.diagnosis.finding, 'chipDead');
    shop.slot.remove();
    shop.tap({ type: 'way', remedy: 'swipe' });
    await shop.until('present-card', ({ ask }) => ask === 'swipe');
    const { track2 } = tracksOf('dead-chip');
    shop.swipe(
      makeSwipe(
        { track2 },
        { speedInchesPerSecond: 15, jitterPercent: 1, reversed: true, seed: 3 },
      ),
    );
    await shop.until('pin');
    shop.pin('123456');
    await shop.until('result', ({ result }) => result === 'held');
    assert.equal(shop.holds().at(-1)?.history[0]?.slip?.posEntryMode, '801');
    const opened = [...shop.store.journal.read(0, 10_000)]
      .map(({ event }) => event)
      .findLast(({ kind }) => kind === 'hold.opened');
    assert.ok(opened?.kind === 'hold.opened');
    assert.equal(opened.fallbackReason, 'no answer to reset');
  });
});

describe('a fallback that was earned by one card', () => {
  it('is not another card’s: its chip comes first', async () => {
    const shop = await Shop.open({
      config: { policies: { stripeFallback: { afterFailures: 2 } } },
    });
    after(() => shop.close());
    await shop.until('home');
    shop.tap({ type: 'go', to: 'preauth' });
    shop.tap({ type: 'preset', amount: { minorUnits: 20_000, currency: '156' } });
    shop.tap({ type: 'primary' });
    await shop.until('present-card');
    shop.slot.insert('dead-chip');
    await shop.until('why');
    shop.slot.remove();
    shop.tap({ type: 'way', remedy: 'readAgain' });
    await shop.until('present-card');
    shop.slot.insert('dead-chip');
    await shop.until('why', ({ diagnosis }) =>
      diagnosis.remedies.some(({ kind }) => kind === 'swipe'),
    );
    shop.slot.remove();
    shop.tap({ type: 'way', remedy: 'otherCard' });
    await shop.until('present-card');
    shop.swipe(makeSwipe(tracksOf('unionpay-credit'), { seed: 3 }));
    const why = await shop.until('why', ({ diagnosis }) =>
      diagnosis.because.some(({ type }) => type === 'stripeOfChipCard'),
    );
    assert.ok(!why.diagnosis.remedies.some(({ kind }) => kind === 'swipe'));
    shop.tap({ type: 'way', remedy: 'stop' });
  });
});

describe('a wrong PIN after a swipe', () => {
  it('asks for the stripe again, not for a chip that the card has not', async () => {
    const shop = await Shop.open();
    after(() => shop.close());
    await shop.until('home');
    shop.tap({ type: 'go', to: 'preauth' });
    shop.tap({ type: 'preset', amount: { minorUnits: 20_000, currency: '156' } });
    shop.tap({ type: 'primary' });
    await shop.until('present-card');
    const swipe = () => shop.swipe(makeSwipe(tracksOf('stripe-only'), { seed: 3 }));
    swipe();
    await shop.until('pin');
    shop.pin('111111');
    const declined = await shop.until('declined');
    assert.equal(declined.offers[0], 'pinAgain');
    shop.tap({ type: 'primary' });
    await shop.until('present-card', ({ ask }) => ask === 'swipe');
    swipe();
    await shop.until('pin');
    shop.pin('123456');
    await shop.until('held');
  });
});

describe('how the card is asked for again after a bad swipe', () => {
  let shop: Shop;
  before(async () => {
    shop = await Shop.open();
  });
  after(() => shop.close());

  /** A swipe for a new hold, up to the screen that says why it failed. */
  const badSwipe = async (swipe: Swipe) => {
    await shop.until('home');
    shop.tap({ type: 'go', to: 'preauth' });
    shop.tap({ type: 'preset', amount: { minorUnits: 20_000, currency: '156' } });
    shop.tap({ type: 'primary' });
    await shop.until('present-card');
    shop.swipe(swipe);
    return shop.until('why');
  };
  const stop = () => shop.tap({ type: 'way', remedy: 'stop' });
  const shaken = { jitterPercent: 30, seed: 7 };
  const tracks = tracksOf('stripe-only');
  const scratch = makeSwipe(tracks, { dropOuts: [{ fromMm: 12, toMm: 30 }] });

  const table: readonly (readonly [string, Swipe, string])[] = [
    ['too fast', makeSwipe(tracks, { ...shaken, speedInchesPerSecond: 90 }), 'swipeSlower'],
    ['too slowly', makeSwipe(tracks, { ...shaken, speedInchesPerSecond: 2 }), 'swipeFaster'],
    ['over a scratch', scratch, 'swipeAgain'],
  ];
  for (const [how, swipe, ask] of table) {
    it(`swiped ${how}: ${ask}`, async () => {
      await badSwipe(swipe);
      shop.tap({ type: 'way', remedy: 'readAgain' });
      await shop.until('present-card', (screen) => screen.ask === ask);
      shop.tap({ type: 'back' });
    });
  }

  it('a swipe that shook all along, at an ordinary speed, is called worn at no place', async () => {
    const { diagnosis } = await badSwipe(
      makeSwipe(tracks, { ...shaken, speedInchesPerSecond: 20, seed: 11 }),
    );
    const failed = diagnosis.because.find((e) => e.type === 'stripeFailed');
    assert.ok(failed?.type === 'stripeFailed' && failed.zone === undefined);
    stop();
  });

  it('edges that the terminal lost are said, and are the terminal’s fault', async () => {
    const lost = makeSwipe(tracks, { dropOuts: [{ fromMm: 12, toMm: 30 }] });
    const { diagnosis } = await badSwipe({ ...lost, lostEdges: 40 });
    assert.equal(diagnosis.cause, 'deviceFault');
    assert.ok(diagnosis.because.some((e) => e.type === 'stripeFailed' && e.lostEdges === 40));
    stop();
  });

  /** Customers in quick succession, each with a hold of their own and a card that cannot be read. */
  const queue = async (amounts: readonly number[], first: number) => {
    const findings: string[] = [];
    for (const [i, minorUnits] of amounts.entries()) {
      await shop.until('home');
      shop.tap({ type: 'go', to: 'preauth' });
      shop.tap({ type: 'preset', amount: { minorUnits, currency: '156' } });
      shop.tap({ type: 'primary' });
      await shop.until('present-card');
      shop.swipe(makeSwipe(tracks, { ...dirt, seed: first + i }));
      findings.push((await shop.until('why')).diagnosis.finding);
      stop();
    }
    return findings;
  };
  const dirt = { missingEdges: 0.15, dropOuts: [{ fromMm: 25, toMm: 31 }] };
  const cleanSwipe = async () => {
    await badSwipe(makeSwipe(tracksOf('unionpay-credit'), { seed: 1 }));
    stop();
  };

  it('three customers in a row whose cards are weak in the same way accuse the head', async () => {
    await cleanSwipe();
    const findings = await queue([20_000, 30_000, 50_000], 1);
    assert.deepEqual(findings[2], 'headDirty');
    assert.ok(!findings.slice(0, 2).includes('headDirty'));
  });

  it('one card that is tried anew three times at once does not', async () => {
    await cleanSwipe();
    const findings = await queue([20_000, 20_000, 20_000], 1);
    assert.ok(!findings.includes('headDirty'));
    await cleanSwipe();
  });

  it('the third different card that is weak in the same way accuses the head', async () => {
    const dirty = (seed: number) => makeSwipe(tracks, { ...dirt, seed });
    let why = await badSwipe(dirty(1));
    for (const seed of [2, 3]) {
      assert.notEqual(why.diagnosis.finding, 'headDirty');
      shop.tap({ type: 'way', remedy: 'otherCard' });
      await shop.until('present-card');
      shop.swipe(dirty(seed));
      why = await shop.until('why');
    }
    assert.equal(why.diagnosis.finding, 'headDirty');
    assert.equal(why.diagnosis.cause, 'deviceFault');
    stop();
  });
});
