import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import type { BankBehaviour } from '#hal/simulator/bank/behaviour.ts';
import type { Hold } from '#src/preauth/hold.ts';
import { codeOf, Shop as Neighbour } from '../simulator/bank-driver.ts';
import { begin, closeDay, type Deal, deal, home, inTime } from './deals.ts';
import { Shop } from './shop.ts';

const counter = (shop: Shop, name: string) => shop.store.documents.get('counter', name)?.body;

async function opened(): Promise<Shop> {
  const shop = await Shop.open();
  after(() => shop.close());
  await shop.until('home');
  await inTime(shop, () => counter(shop, 'batch') !== undefined, 'it signs in');
  return shop;
}

/** The next message leaves under this trace number. */
function nextStanIs(shop: Shop, stan: number): void {
  const batch = Number(counter(shop, 'batch'));
  shop.store.journal.append({
    events: [
      { kind: 'bank.requested', what: 'echo', stan: stan === 1 ? 999_999 : stan - 1, batch },
    ],
  });
}

const stansOf = (shop: Shop): readonly string[] =>
  shop.bank.ledger().transactions.map(({ stan }) => stan);

async function silent(shop: Shop, kind: 'preauth' | 'completion' | 'cancellation'): Promise<void> {
  const behaviour: BankBehaviour = {
    mode: 'silent',
    when: 'afterBooking',
    kinds: [kind],
    times: 1,
  };
  await shop.bank.setBehaviour(behaviour);
}

const noReversalOwed = (shop: Shop): boolean =>
  shop.store.documents.count('outbox', ['owed', 'suspended']) === 0;

describe('numbers of messages and batches', () => {
  it('trace numbers go from 999999 to 1 with one hold after the other', async () => {
    const shop = await opened();
    const first = await shop.hold();
    nextStanIs(shop, 999_998);
    const stans: (number | undefined)[] = [];
    for (let i = 0; i < 3; i++) stans.push((await shop.hold()).original?.stan);
    assert.deepEqual(stans, [999_998, 999_999, 1]);
    const ledger = shop.bank.ledger();
    assert.equal(first.original?.batch, Number(counter(shop, 'batch')));
    assert.equal(ledger.sums.held.count, 4);
    assert.equal(new Set(ledger.transactions.map(({ rrn }) => rrn)).size, 4);
  });

  const deals: readonly (readonly [Deal, Hold['state']])[] = [
    ['completion', 'completed'],
    ['cancellation', 'cancelled'],
  ];
  for (const [what, state] of deals) {
    it(`a hold under 999999 and its ${what} under 000001 are one story at the bank`, async () => {
      const shop = await opened();
      nextStanIs(shop, 999_999);
      const { holdId } = await shop.hold();
      await deal(shop, what, holdId);
      assert.deepEqual(stansOf(shop), ['999999', '000001']);
      assert.equal(shop.holds()[0]?.state, state);
      assert.equal(shop.bank.ledger().holds[0]?.state, state);
      assert.equal((await closeDay(shop)).balanced, true);
    });
  }

  it('a completion under 999999 and its void under 000001 leave the hold open', async () => {
    const shop = await opened();
    const { holdId } = await shop.hold();
    nextStanIs(shop, 999_999);
    await deal(shop, 'completion', holdId);
    await deal(shop, 'completionVoid', holdId);
    assert.deepEqual(stansOf(shop).slice(1), ['999999', '000001']);
    assert.equal(shop.bank.ledger().holds[0]?.state, 'held');
    assert.equal((await closeDay(shop)).balanced, true);
  });

  it('a reversal of 999999 goes under that number, and the next hold is 000001', async () => {
    const shop = await opened();
    const { holdId } = await shop.hold();
    nextStanIs(shop, 999_999);
    await silent(shop, 'completion');
    await begin.completion(shop, holdId);
    await shop.until('notice', ({ notice }) => notice.type === 'noAnswer');
    await inTime(shop, () => noReversalOwed(shop), 'the completion is undone');
    await home(shop);
    const [reversal] = shop.bank.ledger().reversals;
    assert.equal(reversal?.stan, '999999');
    assert.notEqual(reversal?.undid, null);
    assert.equal((await shop.hold()).original?.stan, 1);
    assert.equal(shop.bank.ledger().sums.held.count, 2);
  });

  it('the upload of a batch and the report on scripts go over the turn too', async () => {
    const shop = await opened();
    await shop.bank.setBehaviour({
      mode: 'approve',
      scripts: [{ template: '71', command: 'pinUnblock' }],
      kinds: ['preauth'],
      times: 1,
    });
    const reported: string[] = [];
    shop.bank.listen(({ kind, type, text }) => {
      if (kind === 'scriptReport' && type === 'answer') reported.push(text);
    });
    nextStanIs(shop, 999_999);
    const { holdId } = await shop.hold();
    await inTime(shop, () => reported.length === 1, 'the report is answered');
    assert.match(reported[0] ?? '', /^scriptReport 000001 .*→ 00/);
    await deal(shop, 'completion', holdId);
    nextStanIs(shop, 999_999);
    const closed = await closeDay(shop);
    assert.equal(closed.balanced, true);
    assert.ok(Number(counter(shop, 'stan')) < 10, 'settlement, chip data and end crossed it');
  });

  it('the batch after 999999 is 000001, and both are closed balanced', async () => {
    const shop = await Shop.open({ config: { acquirer: { batch: 999_999 } } });
    after(() => shop.close());
    const { holdId } = await shop.hold();
    const kept = await shop.hold();
    await deal(shop, 'completion', holdId);
    assert.equal((await closeDay(shop)).balanced, true);
    assert.equal(counter(shop, 'batch'), 1);
    await deal(shop, 'completion', kept.holdId);
    const next = await shop.hold();
    assert.equal(next.original?.batch, 1);
    const closed = await closeDay(shop);
    assert.deepEqual([closed.batch, closed.balanced], [1, true]);
    assert.equal(counter(shop, 'batch'), 2);
  });

  it('a day that ends at the bank: field 15 goes on, yesterday is still undone, and both days agree', async () => {
    const shop = await opened();
    const { bank } = shop;
    const kept = await shop.hold();
    const charged = await shop.hold();
    const doubtful = await shop.hold('unionpay-credit', 900_000);
    await deal(shop, 'completion', charged.holdId);
    const today = bank.ledger().transactions.at(-1)?.settlementDate;
    const batch = Number(kept.original?.batch);
    // Booked and unanswered by its amount; the reversal does not get through before the day ends for everybody.
    await bank.setBehaviour({ mode: 'silent', when: 'beforeBooking', kinds: ['reversal'] });
    await begin.completion(shop, doubtful.holdId, '900202');
    await shop.until('notice', ({ notice }) => notice.type === 'noAnswer');
    await bank.setBehaviour({ mode: 'daySwitch', times: 1 });
    const neighbour = new Neighbour({ bank }, '87654321');
    await neighbour.signIn();
    assert.equal(codeOf(await neighbour.preauth(1000)), '90');
    await inTime(shop, () => noReversalOwed(shop), 'yesterday is undone today');
    await home(shop);
    assert.equal(bank.ledger().holds[2]?.state, 'held');
    // The day after, the end comes in the middle of this terminal's own request.
    await bank.setBehaviour({ mode: 'daySwitch', times: 1 });
    await begin.completion(shop, kept.holdId);
    await shop.until('declined', ({ responseCode }) => responseCode === '90');
    await home(shop);
    await inTime(shop, () => counter(shop, 'batch') === batch + 1, 'it signs in again by itself');
    await deal(shop, 'completion', kept.holdId);
    await deal(shop, 'completion', doubtful.holdId);
    const dates = bank.ledger().transactions.map(({ settlementDate }) => settlementDate);
    assert.equal(new Set(dates).size, 3, 'two days have ended');
    assert.deepEqual([dates[0], dates.at(-2)], [today, dates.at(-1)]);
    assert.deepEqual(counter(shop, 'unsettledBatches'), [batch, batch + 1]);
    const closed = await closeDay(shop);
    assert.equal(closed.balanced, true);
    assert.equal(closed.completed.total.minorUnits, 50_000 + 50_000 + 900_000);
    assert.equal(bank.ledger().sums.charged.minorUnits, 1_000_000);
  });
});
