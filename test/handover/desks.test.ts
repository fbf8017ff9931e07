import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { type Bank, createBank } from '#hal/simulator/bank/bank.ts';
import type { Hold } from '#src/preauth/hold.ts';
import { Shop } from '../flow/shop.ts';
import { certificateOf, partyOf, type TerminalName } from './bench.ts';

const terminalMasterKey = '0123456789ABCDEFFEDCBA9876543210';
const mmyy = '1235';
const pan = '6222000000014471';

/** Two desks at one bank; each sees the other's pictures when somebody holds the scanner on them. */
describe('two desks of one merchant', () => {
  const folder = mkdtempSync(join(tmpdir(), 'desks-'));
  let bank: Bank;
  let desk1: Shop;
  let desk2: Shop;

  const open = (terminalId: TerminalName): Promise<Shop> =>
    Shop.open({
      bankPort: bank.port,
      party: partyOf(terminalId),
      config: {
        merchant: { terminalId, desk: certificateOf(terminalId).desk },
        handover: {
          merchantKey: 'A'.repeat(43),
          certificate: 'A'.repeat(220),
          peers: [],
        },
      },
    });

  before(async () => {
    bank = await createBank({
      port: 0,
      ledgerFile: join(folder, 'ledger.jsonl'),
      tmk: terminalMasterKey,
      clock: () => Date.now() + (desk1?.offsetMs ?? 0),
    });
    desk1 = await open('00000001');
    desk2 = await open('00000002');
  });
  after(async () => {
    await desk1.close();
    await desk2.close();
    await bank.close();
    rmSync(folder, { recursive: true, force: true });
  });

  /** Holds the scanner of one desk on the screen of the other until all pictures have been seen. */
  async function scan(from: Shop, to: Shop): Promise<void> {
    const seen = new Set<number>();
    for (;;) {
      const { screen } = from;
      if (!('code' in screen) || typeof screen.code !== 'object') throw new Error(screen.name);
      const { text, part, of } = screen.code;
      if (!seen.has(part)) to.terminal.scan(text);
      seen.add(part);
      if (seen.size === of) return;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }

  async function home(...shops: readonly Shop[]): Promise<void> {
    for (const shop of shops) {
      for (let i = 0; i < 8 && shop.screen.name !== 'home'; i++) {
        shop.tap({ type: 'back' });
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
      await shop.until('home');
    }
  }

  async function openHold(shop: Shop, { holdId }: Hold): Promise<void> {
    await home(shop);
    shop.tap({ type: 'go', to: 'holds' });
    await shop.until('holds');
    shop.tap({ type: 'openHold', holdId });
    await shop.until('hold');
  }

  /** To the picture of a hold of desk 1. */
  async function given(shop: Shop): Promise<Hold> {
    const hold = await shop.hold();
    await openHold(shop, hold);
    shop.tap({ type: 'handOver' });
    const { desks } = await shop.until('hand-over-to');
    shop.tap({ type: 'choose', index: desks.indexOf('前台 2') });
    await shop.until('hand-over', ({ phase }) => phase === 'waiting');
    return hold;
  }

  const stateAt = (shop: Shop, { holdId }: Hold) =>
    shop.holds().find((hold) => hold.holdId === holdId)?.state;

  it('a hold is given, taken, gets its number from the card, is charged there, and the first desk is told', async () => {
    const hold = await given(desk1);
    assert.equal(stateAt(desk1, hold), 'givenAway');
    await scan(desk1, desk2);
    const offer = await desk2.until('take-over', ({ phase }) => phase === 'offer');
    assert.ok(offer.phase === 'offer');
    assert.deepEqual(
      [offer.desk, offer.amount.minorUnits, offer.last4],
      ['前台 1', 50_000, '4471'],
    );
    desk2.tap({ type: 'primary' });
    await desk2.until('take-over', ({ phase }) => phase === 'answer');
    await scan(desk2, desk1);
    await desk1.until('hand-over', ({ phase }) => phase === 'taken');
    assert.equal(stateAt(desk1, hold), 'movedAway');

    desk2.tap({ type: 'primary' });
    await desk2.until('hold');
    desk2.tap({ type: 'complete' });
    await desk2.until('type-number');
    desk2.type(pan + mmyy);
    await desk2.until('check');
    desk2.tap({ type: 'tick', item: 'cardSeen' });
    desk2.tap({ type: 'primary' });
    await desk2.until('complete');
    desk2.tap({ type: 'primary' });
    await desk2.until('done');
    const charges = bank.ledger().transactions.filter(({ kind }) => kind === 'completion');
    assert.deepEqual(
      charges.map(({ terminalId }) => terminalId),
      ['00000002'],
    );

    await home(desk1, desk2);
    await openCharged(desk2, hold);
    desk2.tap({ type: 'handOver' });
    await desk2.until(
      'take-over',
      (screen) => screen.phase === 'answer' && screen.says === 'completed',
    );
    await scan(desk2, desk1);
    const ended = await desk1.until('hand-over', ({ phase }) => phase === 'ended');
    assert.ok(ended.phase === 'ended');
    assert.deepEqual([ended.end, ended.charged.minorUnits], ['completed', 50_000]);
    await home(desk1, desk2);
  });

  /** A hold that is charged is no longer listed: its slip's code opens it. */
  async function openCharged(shop: Shop, { holdId }: Hold): Promise<void> {
    const { formatSlipCode } = await import('#src/receipt/slip-code.ts');
    shop.terminal.scan(formatSlipCode(holdId));
    await shop.until('hold');
  }

  it('what was given cannot be charged, freed or added to while nobody has said that it has it', async () => {
    const hold = await given(desk1);
    await home(desk1);
    await openHold(desk1, hold);
    const { can, state } = await desk1.until('hold');
    assert.equal(state, 'elsewhere');
    assert.deepEqual([can.complete, can.cancel, can.increment], [false, false, false]);
    desk1.tap({ type: 'complete' });
    desk1.tap({ type: 'cancelHold' });
    desk1.tap({ type: 'primary' });
    await desk1.until('hand-over', ({ phase }) => phase === 'waiting');
    await home(desk1);
  });

  it('what nobody took comes back on the word of the other desk, and is charged where it was', async () => {
    const hold = await given(desk1);
    desk1.tap({ type: 'takeBack' });
    await desk1.until('hand-over', ({ phase }) => phase === 'asking');
    await scan(desk1, desk2);
    await desk2.until(
      'take-over',
      (screen) => screen.phase === 'answer' && screen.says === 'refused',
    );
    await scan(desk2, desk1);
    await desk1.until('hand-over', ({ phase }) => phase === 'back');
    assert.equal(stateAt(desk1, hold), 'held');
    await home(desk1, desk2);
  });

  it('a picture whose time is over is not taken, and says so; the giver then asks for it back', async () => {
    const hold = await given(desk1);
    desk1.advance(301_000);
    desk2.advance(301_000);
    await desk1.until('hand-over', ({ phase }) => phase === 'asking');
    await scan(desk1, desk2);
    await desk2.until(
      'take-over',
      (screen) => screen.phase === 'answer' && screen.says === 'refused',
    );
    await scan(desk2, desk1);
    await desk1.until('hand-over', ({ phase }) => phase === 'back');
    assert.equal(stateAt(desk1, hold), 'held');
    await home(desk1, desk2);
  });

  it('a picture of something else is said, and moves nothing', async () => {
    desk2.terminal.scan('HFH1:11:0000:AAAA');
    await desk2.until('notice', ({ notice }) => notice.type === 'handoverRefused');
    await home(desk2);
  });

  it('the desk that is offered a hold may say no, and the hold that was left open here comes back', async () => {
    const hold = await given(desk1);
    await home(desk1);
    await openHold(desk1, hold);
    desk1.tap({ type: 'handOver' });
    await desk1.until('hand-over', ({ phase }) => phase === 'waiting');
    await scan(desk1, desk2);
    await desk2.until('take-over', ({ phase }) => phase === 'offer');
    desk2.tap({ type: 'notHere' });
    await desk2.until(
      'take-over',
      (screen) => screen.phase === 'answer' && screen.says === 'refused',
    );
    await scan(desk2, desk1);
    await desk1.until('hand-over', ({ phase }) => phase === 'back');
    await home(desk1, desk2);
  });

  it('a wish whose card cannot be read here is held at the other desk, and the case is resolved', async () => {
    await desk1.until('home');
    desk1.tap({ type: 'go', to: 'preauth' });
    desk1.tap({ type: 'preset', amount: { minorUnits: 50_000, currency: '156' } });
    desk1.tap({ type: 'primary' });
    await desk1.until('present-card');
    desk1.slot.insert('dead-both');
    await desk1.until('why', () => true, 10_000);
    desk1.tap({ type: 'way', remedy: 'handOver' });
    await desk1.until('hand-over-to');
    desk1.tap({ type: 'choose', index: 0 });
    await desk1.until('hand-over', ({ phase }) => phase === 'waiting');
    await scan(desk1, desk2);
    await desk2.until('take-over', ({ phase }) => phase === 'offer');
    desk2.tap({ type: 'primary' });
    await desk2.until('take-over', ({ phase }) => phase === 'answer');
    await scan(desk2, desk1);
    await desk1.until('hand-over', ({ phase }) => phase === 'taken');
    desk2.tap({ type: 'primary' });
    await desk2.until('amount');
    desk2.tap({ type: 'primary' });
    await desk2.until('present-card');
    desk2.slot.insert('unionpay-credit');
    await desk2.until('pin');
    desk2.pin('123456');
    await desk2.until('held');
    desk2.slot.remove();
    desk2.tap({ type: 'primary' });
    await desk2.until('take-over', (screen) => screen.phase === 'answer' && screen.says === 'held');
    await scan(desk2, desk1);
    await desk1.until('hand-over', ({ phase }) => phase === 'ended');
    assert.equal(desk1.incidents().at(-1)?.result, 'held');
  });
});
