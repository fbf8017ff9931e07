import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import { begin, home, inTime } from './deals.ts';
import { Shop } from './shop.ts';

async function opened(acquirer: object = {}): Promise<Shop> {
  const shop = await Shop.open({ config: { acquirer: { retrySeconds: 1, ...acquirer } } });
  after(() => shop.close());
  await shop.until('home');
  return shop;
}

const outbox = (shop: Shop, ...states: string[]): number =>
  shop.store.documents.count('outbox', states);
const nothingOwed = (shop: Shop): boolean => outbox(shop, 'owed', 'suspended') === 0;

describe('a refusal without the bank’s code, as anybody on the line could send it', () => {
  for (const code of ['12', '22', '25', '64', '94']) {
    it(`${code} to a reversal ends nothing: tries are bounded, the supervisor has a case, and it is kept until the bank takes it`, async () => {
      const shop = await opened({ reversalTries: 2 });
      const { holdId } = await shop.hold('unionpay-credit', 900_000);
      await shop.bank.setBehaviour({
        mode: 'decline',
        code,
        withoutMac: true,
        kinds: ['reversal'],
      });
      // By its amount the completion is booked, and its approval kept back for a forged 51.
      await begin.completion(shop, holdId, '900215');
      await inTime(shop, () => outbox(shop, 'suspended') === 1, 'the tries are used up');
      await shop.until('notice', ({ notice }) => notice.type === 'reversalSuspended');
      assert.equal(shop.holds()[0]?.state, 'undoingCompletion', 'the money is still open');
      assert.equal(shop.incidents()[0]?.state, 'open');
      assert.deepEqual(shop.incidents()[0]?.evidence.at(-1), { type: 'answerCode', code });
      await home(shop);
      await shop.hold();
      await shop.bank.setBehaviour({ mode: 'approve' });
      await inTime(shop, () => nothingOwed(shop), 'the bank takes it');
      assert.equal(shop.holds().find((hold) => hold.holdId === holdId)?.state, 'held');
      assert.equal(shop.bank.ledger().holds[0]?.state, 'held');
    });
  }

  it('to a hold that the bank has booked: nothing is held in the end, here and there', async () => {
    const shop = await opened();
    await shop.bank.setBehaviour({
      mode: 'forgedRefusal',
      code: '51',
      kinds: ['preauth'],
      times: 1,
    });
    shop.tap({ type: 'go', to: 'preauth' });
    shop.tap({ type: 'preset', amount: { minorUnits: 50_000, currency: '156' } });
    shop.tap({ type: 'primary' });
    await shop.until('present-card');
    shop.slot.insert('unionpay-credit');
    await shop.until('pin');
    shop.pin('123456');
    await shop.until('declined', ({ responseCode }) => responseCode === '51');
    shop.slot.remove();
    await inTime(shop, () => nothingOwed(shop), 'it is undone');
    await home(shop);
    assert.equal(shop.holds()[0]?.state, 'refused');
    assert.equal(shop.bank.ledger().sums.held.count, 0);
    assert.equal(shop.bank.ledger().sums.reversed.count, 1);
  });

  for (const what of ['completion', 'cancellation'] as const) {
    it(`to a ${what} that the bank has booked: it is undone before the refusal is said`, async () => {
      const shop = await opened();
      const { holdId } = await shop.hold();
      await shop.bank.setBehaviour({ mode: 'forgedRefusal', code: '05', kinds: [what], times: 1 });
      await begin[what](shop, holdId);
      await shop.until('declined', ({ responseCode }) => responseCode === '05');
      assert.ok(nothingOwed(shop));
      assert.equal(shop.holds()[0]?.state, 'held');
      assert.equal(shop.bank.ledger().holds[0]?.state, 'held');
      await home(shop);
    });
  }
});
