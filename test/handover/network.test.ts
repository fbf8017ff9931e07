import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import type { HandoverLink } from '#hal/handover-link/contract.ts';
import { openTcpHandoverLink } from '#hal/handover-link/tcp.ts';
import { type Bank, createBank } from '#hal/simulator/bank/bank.ts';
import { Shop } from '../flow/shop.ts';
import { certificateOf, partyOf, type TerminalName } from './bench.ts';

const host = '127.0.0.1';

/** Two desks whose terminals see each other on the shop's network: nobody scans anything. */
describe('two desks on one network', () => {
  const folder = mkdtempSync(join(tmpdir(), 'network-'));
  let bank: Bank;
  let desk1: Shop;
  let desk2: Shop;
  let cable = true;

  /** A network whose cable can be pulled. */
  const pulled = (link: HandoverLink): HandoverLink => ({
    reaches: (terminalId) => link.reaches(terminalId),
    send: async (to, message) => (cable ? await link.send(to, message) : undefined),
    listen: (listener) => link.listen(listener),
    close: () => link.close(),
  });

  const open = (terminalId: TerminalName, handoverLink: HandoverLink): Promise<Shop> =>
    Shop.open({
      bankPort: bank.port,
      party: partyOf(terminalId),
      handoverLink: pulled(handoverLink),
      config: {
        merchant: { terminalId, desk: certificateOf(terminalId).desk },
        handover: { merchantKey: 'A'.repeat(43), certificate: 'A'.repeat(220), peers: [] },
      },
    });

  const links: HandoverLink[] = [];
  before(async () => {
    bank = await createBank({
      port: 0,
      ledgerFile: join(folder, 'ledger.jsonl'),
      tmk: '0123456789ABCDEFFEDCBA9876543210',
    });
    const peers: { terminalId: string; host: string; port: number }[] = [];
    for (const terminalId of ['00000001', '00000002']) {
      const link = await openTcpHandoverLink({ listen: { host, port: 0 }, peers });
      peers.push({ terminalId, host, port: link.port });
      links.push(link);
    }
    const [one, two] = links;
    assert.ok(one && two);
    desk1 = await open('00000001', one);
    desk2 = await open('00000002', two);
  });
  after(async () => {
    await desk1.close();
    await desk2.close();
    for (const link of links) await link.close();
    await bank.close();
    rmSync(folder, { recursive: true, force: true });
  });

  async function give(): Promise<string> {
    const { holdId } = await desk1.hold();
    desk1.tap({ type: 'go', to: 'holds' });
    await desk1.until('holds');
    desk1.tap({ type: 'openHold', holdId });
    await desk1.until('hold');
    desk1.tap({ type: 'handOver' });
    const { desks } = await desk1.until('hand-over-to');
    desk1.tap({ type: 'choose', index: desks.indexOf('前台 2') });
    await desk1.until('hand-over');
    return holdId;
  }

  async function home(shop: Shop): Promise<void> {
    for (let i = 0; i < 8 && shop.screen.name !== 'home'; i++) {
      shop.tap({ type: 'back' });
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    await shop.until('home');
  }

  const stateAt = (shop: Shop, id: string) =>
    shop.holds().find(({ holdId }) => holdId === id)?.state;

  it('the offer stands on the other screen by itself, and who took it on this one', async () => {
    const holdId = await give();
    await desk2.until('take-over', ({ phase }) => phase === 'offer', 10_000);
    desk2.tap({ type: 'primary' });
    await desk1.until('hand-over', ({ phase }) => phase === 'taken', 10_000);
    assert.deepEqual([stateAt(desk1, holdId), stateAt(desk2, holdId)], ['movedAway', 'held']);
    await home(desk1);
    desk1.tap({ type: 'go', to: 'holds' });
    const { rows } = await desk1.until('holds');
    assert.ok(!rows.some((row) => row.holdId === holdId), 'it is not this desk’s any more');
    const { last4 = '' } = desk2.holds().find((hold) => hold.holdId === holdId)?.known ?? {};
    desk1.type(last4);
    const found = await desk1.until('holds', ({ search }) => search === last4);
    assert.equal(found.rows.find((row) => row.holdId === holdId)?.away, true, 'and still found');
    desk1.tap({ type: 'openHold', holdId });
    const hold = await desk1.until('hold');
    assert.deepEqual(
      [hold.state, hold.can.complete, hold.can.handOver],
      ['elsewhere', false, 'see'],
    );
    await home(desk1);
    await home(desk2);
  });

  it('what is taken back while the cable was out comes back when it is in again', async () => {
    cable = false;
    const holdId = await give();
    desk1.tap({ type: 'takeBack' });
    await desk1.until('hand-over', ({ phase }) => phase === 'asking');
    assert.equal(stateAt(desk1, holdId), 'givenAway');
    assert.equal(desk2.screen.name, 'home');
    cable = true;
    await desk1.until('hand-over', ({ phase }) => phase === 'back', 10_000);
    assert.deepEqual([stateAt(desk1, holdId), stateAt(desk2, holdId)], ['held', undefined]);
    await home(desk1);
    await home(desk2);
  });

  it('an offer that was left open does not come up again by itself, and no answer is made up', async () => {
    const holdId = await give();
    await desk2.until('take-over', ({ phase }) => phase === 'offer', 10_000);
    desk2.tap({ type: 'back' });
    await desk2.until('home');
    await new Promise((resolve) => setTimeout(resolve, 3_500));
    assert.equal(desk2.screen.name, 'home');
    assert.deepEqual([stateAt(desk1, holdId), stateAt(desk2, holdId)], ['givenAway', undefined]);
  });
});
