import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import { Shop } from './shop.ts';

const open = async (config: object = {}): Promise<Shop> => {
  const shop = await Shop.open({ config });
  after(() => shop.close());
  await shop.until('home');
  return shop;
};

const begin = async (shop: Shop) => {
  await shop.until('home');
  shop.tap({ type: 'go', to: 'preauth' });
  await shop.until('amount');
  shop.tap({ type: 'preset', amount: { minorUnits: 50_000, currency: '156' } });
  shop.tap({ type: 'primary' });
  return shop.until('present-card');
};

describe('what is wrong with the terminal itself', () => {
  it('a clock that went wrong since the sign-in is known with the next answer, and once', async () => {
    const shop = await open();
    await shop.hold();
    shop.bankAheadMs = 20 * 60_000;
    await shop.hold();
    await shop.hold();
    const compared = shop.store.journal
      .read(0)
      .flatMap(({ event }) => (event.kind === 'clock.compared' ? [event.offsetSeconds] : []));
    assert.equal(compared.length, 1);
    assert.ok(Math.abs((compared[0] ?? 0) - 1_200) <= 2, `${compared[0]} s`);
    await shop.bank.setBehaviour({ mode: 'decline', code: '54', kinds: ['preauth'] });
    await begin(shop);
    shop.slot.insert('unionpay-credit');
    await shop.until('pin');
    shop.pin('123456');
    const { diagnosis } = await shop.until('why');
    assert.equal(diagnosis.cause, 'settings', 'the date went out wrong');
    assert.ok(
      diagnosis.because.some((item) => item.type === 'settingsProblem' && item.item === 'clock'),
    );
  });

  it('a sign-in refused with 03 accuses the numbers of shop and terminal, and the check shows them', async () => {
    const shop = await open({ acquirer: { retrySeconds: 600 } });
    await shop.bank.setBehaviour({ mode: 'decline', code: '03', kinds: ['signIn', 'preauth'] });
    await begin(shop);
    shop.slot.insert('unionpay-credit');
    await shop.until('why', ({ diagnosis: { because } }) =>
      because.some((item) => item.type === 'settingsProblem' && item.item === 'merchant'),
    );
    shop.tap({ type: 'primary' });
    const { rows } = await shop.until('settings-check');
    assert.equal(rows.find(({ item }) => item === 'merchantData')?.well, false);
  });

  it('nothing is said of a sound terminal', async () => {
    const shop = await open();
    await begin(shop);
    shop.slot.insert('dead-chip');
    const { diagnosis } = await shop.until('why');
    assert.equal(
      diagnosis.because.some(({ type }) => type === 'settingsProblem'),
      false,
      'nothing is wrong with a sound terminal',
    );
  });
});

describe('a terminal that takes chips only', () => {
  const chipOnly = { head: { kind: 'none' } };

  it('never asks for a swipe, and offers none', async () => {
    const shop = await open(chipOnly);
    const asked = await begin(shop);
    assert.equal(asked.ask, 'insert');
    shop.slot.insert('dead-chip');
    const { diagnosis } = await shop.until('why');
    assert.equal(
      diagnosis.remedies.some(({ kind }) => kind === 'swipe'),
      false,
    );
  });

  it('a card without a chip is one that it does not take, once somebody has looked', async () => {
    const shop = await open(chipOnly);
    await begin(shop);
    shop.slot.insert('dead-chip');
    const { diagnosis } = await shop.until('why');
    assert.deepEqual(
      diagnosis.nextTest?.type === 'question' && diagnosis.nextTest.question,
      'cardHasChip',
    );
    shop.tap({ type: 'settle' });
    await shop.until('why-question');
    shop.tap({ type: 'said', answer: 'no' });
    const after = await shop.until(
      'why',
      (screen) => screen.diagnosis.cause !== 'damagedOrExpired',
    );
    assert.equal(after.diagnosis.cause, 'unsupportedCard');
    assert.equal(after.diagnosis.finding, 'cardNotAccepted');
  });
});
