import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import { Shop } from './shop.ts';

const settle = async (fits: () => boolean, withinMs = 8_000) => {
  const end = performance.now() + withinMs;
  while (!fits()) {
    assert.ok(performance.now() < end, 'it never came to that');
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
};

describe('what the bank does not take', () => {
  it('a refused completion advice brings the hold back and opens a case', async () => {
    const shop = await Shop.open({ config: { policies: { completionAs: 'advice' } } });
    after(() => shop.close());
    const taken = await shop.hold();
    await shop.bank.setBehaviour({ mode: 'decline', code: '25', kinds: ['completionAdvice'] });
    shop.tap({ type: 'go', to: 'holds' });
    shop.tap({ type: 'openHold', holdId: taken.holdId });
    await shop.until('hold');
    shop.tap({ type: 'complete' });
    await shop.until('complete');
    shop.tap({ type: 'primary' });
    shop.tap({ type: 'all' });
    shop.tap({ type: 'primary' });
    await shop.until('done', ({ what, queued }) => what === 'completionAdvice' && queued);
    await settle(() => shop.incidents().length === 1);
    const hold = shop.holds()[0];
    assert.equal(hold?.state, 'held', 'as at the bank');
    assert.equal(hold?.completion, undefined);
    assert.equal(hold?.shredded, false, 'the number is kept for the next try');
    assert.equal(shop.incidents()[0]?.state, 'open');
    assert.equal(shop.bank.ledger().holds[0]?.state, 'held');
    assert.equal(shop.store.documents.count('outbox', ['owed']), 0);
  });

  it('a reversal whose tries are used up is said, kept, never called done, and goes through when the bank is back', async () => {
    const shop = await Shop.open({
      config: { acquirer: { reversalTries: 2, retrySeconds: 1, answerTimeoutMs: 500 } },
    });
    after(() => shop.close());
    const taken = await shop.hold();
    await shop.bank.setBehaviour({
      mode: 'silent',
      when: 'afterBooking',
      kinds: ['completion', 'reversal'],
    });
    shop.tap({ type: 'go', to: 'holds' });
    shop.tap({ type: 'openHold', holdId: taken.holdId });
    await shop.until('hold');
    shop.tap({ type: 'complete' });
    await shop.until('complete');
    shop.tap({ type: 'primary' });
    await shop.until(
      'notice',
      ({ notice }) => notice.type === 'noAnswer' && notice.undone === 'owed',
    );
    const said = await shop.until(
      'notice',
      ({ notice }) => notice.type === 'reversalSuspended',
      9_000,
    );
    assert.ok(said.notice.type === 'reversalSuspended' && said.notice.ticket !== '');
    assert.equal(shop.incidents()[0]?.state, 'open');
    assert.equal(shop.holds()[0]?.state, 'undoingCompletion');
    await shop.bank.setBehaviour({ mode: 'approve' });
    shop.advance(60_000);
    await settle(() => shop.holds()[0]?.state === 'held');
    assert.equal(shop.bank.ledger().holds[0]?.state, 'held');
  });

  it('tries that never left the terminal do not count', async () => {
    const shop = await Shop.open({
      config: { acquirer: { reversalTries: 2, retrySeconds: 1, answerTimeoutMs: 500 } },
    });
    after(() => shop.close());
    const taken = await shop.hold();
    await shop.bank.setBehaviour({
      mode: 'silent',
      when: 'afterBooking',
      kinds: ['completion'],
      times: 1,
    });
    shop.tap({ type: 'go', to: 'holds' });
    shop.tap({ type: 'openHold', holdId: taken.holdId });
    await shop.until('hold');
    shop.tap({ type: 'complete' });
    await shop.until('complete');
    shop.tap({ type: 'primary' });
    await shop.until('asking-bank');
    await new Promise((resolve) => setTimeout(resolve, 100));
    await shop.bank.setBehaviour({ mode: 'down' });
    await shop.until('notice', ({ notice }) => notice.type === 'noAnswer');
    for (let i = 0; i < 5; i++) {
      shop.advance(2_000);
      await new Promise((resolve) => setTimeout(resolve, 60));
    }
    assert.equal(shop.store.documents.count('outbox', ['suspended']), 0);
    await shop.bank.setBehaviour({ mode: 'approve' });
    await settle(() => {
      shop.advance(2_000);
      return shop.holds()[0]?.state === 'held';
    });
  });
});
