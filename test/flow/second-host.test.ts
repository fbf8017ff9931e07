import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { createBank } from '#hal/simulator/bank/bank.ts';
import { begin, deal, home, inTime } from './deals.ts';
import { Shop } from './shop.ts';

/** A way to the bank that can die between a request and its answer, and then listens no more. */
async function primaryWay(bankPort: number) {
  const sockets: Socket[] = [];
  let dies = false;
  const server = createServer((near) => {
    const far = connect(bankPort, '127.0.0.1');
    sockets.push(near, far);
    for (const socket of [near, far]) socket.on('error', () => undefined);
    near.pipe(far);
    far.on('data', (answer) => {
      if (!dies) near.write(answer);
      else close();
    });
    near.on('close', () => far.destroy());
  });
  const close = () => {
    for (const socket of sockets) socket.destroy();
    server.close();
  };
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    port: (server.address() as AddressInfo).port,
    dieWithTheNextAnswer: () => {
      dies = true;
    },
    close,
  };
}

async function opened(connection: 'short' | 'long') {
  const folder = mkdtempSync(join(tmpdir(), 'two-hosts-'));
  const bank = await createBank({
    port: 0,
    ledgerFile: join(folder, 'ledger.jsonl'),
    tmk: '0123456789ABCDEFFEDCBA9876543210',
  });
  const primary = await primaryWay(bank.port);
  const shop = await Shop.open({
    bankPort: bank.port,
    config: {
      acquirer: {
        connection,
        addresses: [
          { host: '127.0.0.1', port: primary.port },
          { host: '127.0.0.1', port: bank.port },
        ],
      },
    },
  });
  after(async () => {
    await shop.close();
    primary.close();
    await bank.close();
    rmSync(folder, { recursive: true });
  });
  await shop.until('home');
  return { shop, bank, primary };
}

const nothingOwed = (shop: Shop): boolean =>
  shop.store.documents.count('outbox', ['owed', 'suspended']) === 0;

describe('the first host dies with the answer in its hands, and the second takes over', () => {
  for (const connection of ['short', 'long'] as const) {
    it(`${connection} connections: a completion is undone through the second host, never sent twice, and done there`, async () => {
      const { shop, bank, primary } = await opened(connection);
      const { holdId } = await shop.hold();
      primary.dieWithTheNextAnswer();
      await begin.completion(shop, holdId);
      await shop.until('notice', ({ notice }) => notice.type === 'noAnswer');
      await inTime(shop, () => nothingOwed(shop), 'it is undone through the second host');
      await home(shop);
      const { transactions, reversals } = bank.ledger();
      const asked = transactions.filter(({ kind }) => kind === 'completion');
      assert.deepEqual(
        asked.map(({ state }) => state),
        ['reversed'],
      );
      assert.equal(reversals.length, 1);
      assert.equal(shop.holds()[0]?.state, 'held');
      await deal(shop, 'completion', holdId);
      assert.equal(bank.ledger().holds[0]?.state, 'completed');
      assert.equal(bank.ledger().sums.charged.count, 1);
    });

    it(`${connection} connections: a hold is undone the same way, and the next one stands`, async () => {
      const { shop, bank, primary } = await opened(connection);
      await shop.hold();
      primary.dieWithTheNextAnswer();
      shop.tap({ type: 'go', to: 'preauth' });
      shop.tap({ type: 'preset', amount: { minorUnits: 50_000, currency: '156' } });
      shop.tap({ type: 'primary' });
      await shop.until('present-card');
      shop.slot.insert('unionpay-debit');
      await shop.until('pin');
      shop.pin('123456');
      await shop.until('why');
      shop.slot.remove();
      await inTime(shop, () => nothingOwed(shop), 'it is undone through the second host');
      await home(shop);
      await shop.hold();
      const { sums } = bank.ledger();
      assert.deepEqual([sums.held.count, sums.reversed.count], [2, 1]);
    });
  }
});
