import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { findCard } from '#hal/simulator/cards/tray.ts';
import { Shop } from './shop.ts';

/** The number on the card whose chip is dead, as its bank knows it. */
const pan = findCard('dead-chip')?.pan ?? '';
/** MMYY, as it stands on the card. */
const expiry = (findCard('dead-chip')?.expiry ?? '').replace(/^(..)(..).*$/, '$2$1');
const wrongDigit = String((Number(pan.slice(-1)) + 1) % 10);

describe('voice authorisation', () => {
  let shop: Shop;
  before(async () => {
    shop = await Shop.open();
  });
  after(() => shop.close());

  const deadChip = async () => {
    await shop.until('home');
    shop.tap({ type: 'go', to: 'preauth' });
    await shop.until('amount');
    shop.tap({ type: 'preset', amount: { minorUnits: 50_000, currency: '156' } });
    shop.tap({ type: 'primary' });
    await shop.until('present-card');
    shop.slot.insert('dead-chip');
    await shop.until('why');
    shop.slot.remove();
  };

  it('becomes an offline sale with the code, never a hold, after call, number, checks and supervisor', async () => {
    await deadChip();
    shop.tap({ type: 'go', to: 'ways' });
    const ways = await shop.until('ways');
    const call = ways.diagnosis.remedies.find(({ kind }) => kind === 'callIssuer');
    assert.equal(call?.becomes, 'offlineSale');
    shop.tap({ type: 'way', remedy: 'callIssuer' });
    await shop.until('call-issuer');
    shop.tap({ type: 'primary' });
    await shop.until('call-issuer', ({ field }) => field === 'code');
    shop.type('603127');
    await shop.until('call-issuer', ({ field }) => field === 'expiry');
    shop.type(expiry);
    await shop.until('call-issuer', ({ canContinue }) => canContinue);
    shop.tap({ type: 'primary' });
    await shop.until('type-number');
    shop.type(pan.slice(0, -1) + wrongDigit);
    const wrong = await shop.until('type-number', ({ problem }) => problem !== undefined);
    assert.equal(wrong.problem, 'luhn');
    assert.equal(wrong.canContinue, false);
    shop.tap({ type: 'clear' });
    shop.type(pan.slice(-1));
    const right = await shop.until('type-number', ({ canContinue }) => canContinue);
    assert.equal(right.brand, 'UnionPay');
    assert.equal(right.bank?.en, 'Jiangcheng Bank');
    shop.tap({ type: 'primary' });
    await shop.until('check');
    shop.tap({ type: 'primary' });
    assert.equal(shop.screen.name, 'check', 'nothing goes on before the ticks');
    shop.tap({ type: 'tick', item: 'lastFourMatch' });
    shop.tap({ type: 'tick', item: 'cardSeen' });
    shop.tap({ type: 'tick', item: 'supervisor' });
    await shop.until('supervisor');
    shop.type('246810');
    shop.tap({ type: 'enter' });
    await shop.until('check', ({ canContinue }) => canContinue);
    shop.tap({ type: 'primary' });
    const result = await shop.until('result');
    assert.equal(result.result, 'offlineSale');
    const delivered = await shop.until('result', ({ stillOpen }) => !stillOpen.includes('advice'));
    assert.deepEqual(delivered.stillOpen, []);
    const sale = shop.bank.ledger().transactions.at(-1);
    assert.equal(sale?.kind, 'offlineAdvice');
    assert.equal(sale?.amountMinorUnits, 50_000);
    const hold = shop.holds().at(-1);
    assert.equal(hold?.state, 'offlineNoted');
    shop.tap({ type: 'primary' });
    await shop.until('home');
    assert.equal(shop.holds().at(-1)?.shredded, true);
  });

  it('an advice waits in the outbox while the bank is away and is delivered later', async () => {
    await deadChip();
    await shop.bank.setBehaviour({ mode: 'down' });
    shop.tap({ type: 'way', remedy: 'callIssuer' });
    await shop.until('call-issuer');
    shop.type(`778899${expiry}`);
    await shop.until('call-issuer', ({ canContinue }) => canContinue);
    shop.tap({ type: 'primary' });
    await shop.until('type-number');
    shop.type(pan);
    await shop.until('type-number', ({ canContinue }) => canContinue);
    shop.tap({ type: 'primary' });
    await shop.until('check');
    shop.tap({ type: 'tick', item: 'lastFourMatch' });
    shop.tap({ type: 'tick', item: 'cardSeen' });
    shop.tap({ type: 'tick', item: 'supervisor' });
    await shop.until('supervisor');
    shop.type('246810');
    shop.tap({ type: 'enter' });
    await shop.until('check', ({ canContinue }) => canContinue);
    shop.tap({ type: 'primary' });
    await shop.until('result', ({ stillOpen }) => stillOpen.includes('advice'));
    await shop.bank.setBehaviour({ mode: 'approve' });
    await shop.until('result', ({ stillOpen }) => !stillOpen.includes('advice'), 12_000);
  });

  it('typing that is given up over changed digits is evidence in the case, without a digit of the number', async () => {
    shop.tap({ type: 'primary' });
    await deadChip();
    shop.tap({ type: 'way', remedy: 'callIssuer' });
    await shop.until('call-issuer');
    shop.type(`603127${expiry}`);
    await shop.until('call-issuer', ({ canContinue }) => canContinue);
    shop.tap({ type: 'primary' });
    await shop.until('type-number');
    shop.type(pan.slice(0, -1) + wrongDigit);
    await shop.until('type-number', ({ problem }) => problem === 'luhn');
    shop.tap({ type: 'clear' });
    shop.tap({ type: 'back' });
    await shop.until('call-issuer');
    const typed = shop.store.journal
      .read(0)
      .flatMap(({ event }) => (event.kind === 'incident.evidence' ? [event.evidence] : []))
      .filter(({ type }) => type === 'typed');
    assert.equal(typed.length, 1);
    assert.equal(JSON.stringify(typed).includes(pan.slice(6, 12)), false);
    const [told] = typed;
    assert.ok(told?.type === 'typed' && told.problem !== 'expiry');
    assert.equal(told.corrections, 1);
  });
});
