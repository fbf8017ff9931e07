import assert from 'node:assert/strict';
import { afterEach, describe, it } from 'node:test';
import { cny } from '#src/money.ts';
import { Shop } from './shop.ts';

const good = '6222000000014471';
const swapped = '6222000000014741';
const allowed = { policies: { cardAbsentPreauthAllowed: true } };

describe('a mistyped number is the typing, not the card', () => {
  let shop: Shop;
  afterEach(() => shop.close());

  const atTheKeys = async (config: unknown = allowed) => {
    shop = await Shop.open({ config });
    await shop.until('home');
    shop.tap({ type: 'go', to: 'preauth' });
    shop.tap({ type: 'preset', amount: cny(50_000) });
    shop.tap({ type: 'primary' });
    await shop.until('present-card', ({ typing }) => typing === true);
    shop.tap({ type: 'cardAbsent' });
    await shop.until('type-number');
  };
  const endsOf = () =>
    shop
      .incidents()
      .flatMap(({ timeline }) => timeline)
      .flatMap(({ remedy, end }) =>
        remedy === undefined || end === undefined ? [] : [[remedy, end]],
      );

  it('two digits changed over and given up: the cause is the typing, typed again it is held', async () => {
    await atTheKeys();
    shop.type(swapped);
    await shop.until('type-number', ({ problem }) => problem === 'luhn');
    shop.tap({ type: 'clear' });
    shop.type(swapped.slice(-1));
    shop.tap({ type: 'back' });
    const { diagnosis } = await shop.until('why');
    assert.equal(diagnosis.cause, 'operator');
    assert.equal(diagnosis.finding, 'numberTypedWrong');
    assert.equal(diagnosis.remedies[0]?.kind, 'typeAgain');
    const [typed] = diagnosis.because;
    assert.ok(typed?.type === 'typed');
    assert.equal(typed.problem, 'transposition');
    assert.equal(typed.corrections, 1);
    shop.tap({ type: 'primary' });
    await shop.until('type-number', ({ becomes }) => becomes === 'cardAbsent');
    shop.type(`${good}1235`);
    await shop.until('type-number', ({ canContinue }) => canContinue);
    shop.tap({ type: 'primary' });
    await shop.until('result', ({ result }) => result === 'held');
    assert.deepEqual(endsOf(), [['typeAgain', 'done']]);
  });

  it('nothing typed, or nothing wrong with it: back to the amount, and no case', async () => {
    await atTheKeys();
    shop.type(good.slice(0, 8));
    shop.tap({ type: 'back' });
    await shop.until('amount');
    assert.equal(shop.incidents().length, 0);
  });

  it('whole, and the bank knows no such number: typed again first, and nobody calls the card damaged', async () => {
    await atTheKeys();
    await shop.bank.setBehaviour({ mode: 'decline', code: '14', times: 1 });
    shop.type(`${good}1235`);
    await shop.until('type-number', ({ canContinue }) => canContinue);
    shop.tap({ type: 'primary' });
    const { diagnosis } = await shop.until('why');
    assert.equal(diagnosis.cause, 'operator');
    assert.equal(diagnosis.remedies[0]?.kind, 'typeAgain');
    assert.ok(!diagnosis.alternatives.includes('damagedOrExpired'));
    shop.tap({ type: 'primary' });
    await shop.until('type-number');
    shop.tap({ type: 'back' });
    await shop.until('why');
    assert.deepEqual(endsOf(), [['typeAgain', 'givenUp']]);
  });

  it('a dead chip, then its number mistyped on the phone: the typing is named, the chip stays in the case', async () => {
    shop = await Shop.open();
    await shop.until('home');
    shop.tap({ type: 'go', to: 'preauth' });
    shop.tap({ type: 'preset', amount: cny(50_000) });
    shop.tap({ type: 'primary' });
    await shop.until('present-card');
    shop.slot.insert('dead-chip');
    assert.equal((await shop.until('why')).diagnosis.cause, 'damagedOrExpired');
    shop.tap({ type: 'way', remedy: 'callIssuer' });
    await shop.until('call-issuer');
    shop.type('123456');
    shop.type('1235');
    await shop.until('call-issuer', ({ canContinue }) => canContinue);
    shop.tap({ type: 'primary' });
    await shop.until('type-number', ({ becomes }) => becomes === 'offlineSale');
    shop.type(swapped);
    await shop.until('type-number', ({ problem }) => problem === 'luhn');
    shop.tap({ type: 'back' });
    for (let i = 0; i < 3 && shop.screen.name !== 'why'; i++) {
      await shop.until('call-issuer');
      shop.tap({ type: 'back' });
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    const { diagnosis } = await shop.until('why');
    assert.equal(diagnosis.cause, 'operator');
    assert.equal(diagnosis.finding, 'numberTypedWrong');
    assert.ok(shop.incidents()[0]?.evidence.some(({ type }) => type === 'noAtr'));
  });
});
