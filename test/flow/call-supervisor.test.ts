import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { Shop } from './shop.ts';

describe('the supervisor is fetched in the middle of a wish', () => {
  let shop: Shop;
  beforeEach(async () => {
    shop = await Shop.open();
  });
  afterEach(() => shop.close());

  /** Four cards that the bank refuses as it refuses stolen ones: only the supervisor is a way on. */
  const fourRefused = async () => {
    await shop.until('home');
    await shop.bank.setBehaviour({ mode: 'decline', code: '05', times: 4 });
    shop.tap({ type: 'go', to: 'preauth' });
    shop.tap({ type: 'preset', amount: { minorUnits: 50_000, currency: '156' } });
    shop.tap({ type: 'primary' });
    await shop.until('present-card');
    for (const card of ['unionpay-credit', 'unionpay-debit', 'signature']) {
      shop.slot.insert(card);
      if (card !== 'signature') {
        await shop.until('pin');
        shop.pin('123456');
      }
      await shop.until('declined');
      shop.slot.remove();
      shop.tap({ type: 'way', remedy: 'otherCard' });
      await shop.until('present-card');
    }
    shop.slot.insert('no-cvm');
    const { diagnosis } = await shop.until('why');
    assert.equal(diagnosis.finding, 'askSupervisor');
    assert.equal(diagnosis.remedies[0]?.kind, 'callSupervisor');
  };
  const fetchSupervisor = async () => {
    shop.tap({ type: 'primary' });
    await shop.until('supervisor');
    shop.type('246810');
    shop.tap({ type: 'enter' });
    return shop.until('call');
  };
  const decide = async (decision: 'goOn' | 'refuse') => {
    shop.tap({ type: 'primary' });
    await shop.until('call-decision');
    shop.tap({ type: 'decide', decision });
  };
  const endsOf = () =>
    shop
      .incidents()
      .flatMap(({ timeline }) => timeline)
      .filter(({ remedy, end }) => remedy === 'callSupervisor' && end !== undefined)
      .map(({ end }) => end);

  it('who lets it pass gives the ways back: another card takes the very same hold', async () => {
    await fourRefused();
    const call = await fetchSupervisor();
    assert.deepEqual(
      call.signals.map(({ signal }) => signal),
      ['manyCards'],
    );
    await decide('goOn');
    const { diagnosis, amount } = await shop.until(
      'why',
      (one) => one.diagnosis.cause !== 'suspectedFraud',
    );
    assert.equal(amount.minorUnits, 50_000);
    assert.ok(diagnosis.remedies.some(({ kind }) => kind === 'otherCard'));
    assert.deepEqual(endsOf(), ['done']);
    shop.tap({ type: 'way', remedy: 'otherCard' });
    await shop.until('present-card');
    shop.slot.remove();
    shop.slot.insert('offline-pin');
    await shop.until('pin');
    shop.pin('123456');
    await shop.until('result');
    assert.equal((await shop.until('result')).result, 'heldOtherCard');
  });

  it('a no ends the wish politely, and the case is recorded so', async () => {
    await fourRefused();
    await fetchSupervisor();
    await decide('refuse');
    await shop.until('notice');
    shop.slot.remove();
    await shop.until('home');
    assert.deepEqual(endsOf(), ['done']);
    assert.equal(shop.incidents()[0]?.result, 'refusedPolitely');
  });

  it('nobody comes: back at the reasons, and still no other way', async () => {
    await fourRefused();
    shop.tap({ type: 'primary' });
    await shop.until('supervisor');
    shop.tap({ type: 'back' });
    const { diagnosis } = await shop.until('why');
    assert.deepEqual(
      diagnosis.remedies.map(({ kind }) => kind),
      ['callSupervisor', 'keepCard', 'stop'],
    );
    assert.deepEqual(endsOf(), ['givenUp']);
  });

  it('what was let pass counts no more, what comes after it does', async () => {
    await fourRefused();
    await fetchSupervisor();
    await decide('goOn');
    await shop.until('why', (one) => one.diagnosis.cause !== 'suspectedFraud');
    await shop.bank.setBehaviour({ mode: 'decline', code: '43', times: 1 });
    shop.tap({ type: 'way', remedy: 'otherCard' });
    await shop.until('present-card');
    shop.slot.remove();
    shop.slot.insert('offline-pin');
    await shop.until('pin');
    shop.pin('123456');
    const { diagnosis } = await shop.until(
      'why',
      (one) => one.diagnosis.cause === 'suspectedFraud',
    );
    assert.equal(diagnosis.finding, 'keepCard');
    assert.deepEqual(
      diagnosis.remedies.map(({ kind }) => kind),
      ['keepCard', 'stop'],
      'the word of a bank is nobody’s to let pass',
    );
  });
});
