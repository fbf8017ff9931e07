import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { Shop } from '../flow/shop.ts';

const dayMs = 86_400_000;

describe('a clock that is set', () => {
  it('back by a day does not put off what is owed to the bank', async () => {
    const shop = await Shop.open({
      config: { policies: { completionAs: 'advice' }, acquirer: { retrySeconds: 1 } },
    });
    after(() => shop.close());
    const { holdId } = await shop.hold();
    await shop.bank.setBehaviour({ mode: 'down' });
    shop.tap({ type: 'go', to: 'holds' });
    shop.tap({ type: 'openHold', holdId });
    shop.tap({ type: 'complete' });
    shop.tap({ type: 'primary' });
    shop.tap({ type: 'all' });
    shop.tap({ type: 'primary' });
    await shop.until('done', ({ queued }) => queued);
    const tried = () =>
      shop.store.journal.read(-1).some(({ event }) => event.kind === 'advice.attempted');
    while (!tried()) await pause(20);
    shop.advance(-dayMs);
    await shop.bank.setBehaviour({ mode: 'approve' });
    for (let i = 0; i < 200 && shop.store.documents.count('outbox', ['owed']) > 0; i++)
      await pause(50);
    assert.equal(shop.bank.ledger().holds[0]?.state, 'completed');
  });
});
