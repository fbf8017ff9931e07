import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import type { BankBehaviour } from '#hal/simulator/bank/behaviour.ts';
import type { BankEvent } from '#hal/simulator/bank/counter.ts';
import type { OutboxItem } from '#src/journal/outbox.ts';
import { Shop } from './shop.ts';

const reports = (shop: Shop): readonly OutboxItem[] =>
  shop.store.documents
    .list('outbox')
    .map(({ body }) => body as OutboxItem)
    .filter(({ type }) => type === 'scriptReport');

async function until(true_: () => boolean, withinMs = 8_000): Promise<void> {
  const deadline = performance.now() + withinMs;
  while (!true_()) {
    assert.ok(performance.now() < deadline, 'it did not come to that in time');
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

const scripted = (template: '71' | '72'): BankBehaviour => ({
  mode: 'approve',
  scripts: [{ template, command: 'pinUnblock' }],
  kinds: ['preauth'],
  times: 1,
});

/** The bank has no time for reports as soon as one is owed, before it can leave. */
function busy(shop: Shop): void {
  const [report] = reports(shop);
  if (report?.attempts === 0 && report.state === 'owed')
    void shop.bank.setBehaviour({ mode: 'decline', code: '96', kinds: ['scriptReport'] });
}

describe('what the issuer’s scripts ended as', () => {
  for (const template of ['71', '72'] as const) {
    it(`template ${template}: the bank is told, once, and the number kept for it is destroyed`, async () => {
      const shop = await Shop.open();
      after(() => shop.close());
      const told: BankEvent[] = [];
      shop.bank.listen((event) => event.kind === 'scriptReport' && told.push(event));
      await shop.until('home');
      await shop.bank.setBehaviour(scripted(template));
      const hold = await shop.hold();
      await until(() => reports(shop).length === 1 && reports(shop)[0]?.state === 'done');
      const [report] = reports(shop);
      assert.equal(report?.holdId, hold.holdId);
      assert.match(report?.chipData ?? '', /9B02[0-9A-F]{4}.*DF31052000000001$/);
      assert.ok(told.some(({ type, text }) => type === 'answer' && text.includes('2000000001')));
      assert.equal(told.filter(({ type }) => type === 'request').length, 1);
      assert.equal(shop.store.vault.open(report?.request.card.token ?? ''), undefined);
      assert.notEqual(shop.store.vault.open(hold.card?.token ?? ''), undefined);
      const [request] = told;
      assert.ok(request?.lines.some((line) => line.includes('0620')));
      assert.ok(!JSON.stringify(told).includes('6222000000014471'));
    });
  }

  it('a refusal that blocks the card is answered for too, though the hold has lost its number already', async () => {
    const shop = await Shop.open();
    after(() => shop.close());
    await shop.until('home');
    await shop.bank.setBehaviour({
      mode: 'decline',
      code: '05',
      scripts: [{ template: '71', command: 'cardBlock' }],
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
    await shop.until('declined');
    await until(() => reports(shop)[0]?.state === 'done');
    const [report] = reports(shop);
    assert.match(report?.chipData ?? '', /DF31052000000001$/);
    assert.equal(shop.holds()[0]?.state, 'refused');
    assert.equal(shop.store.vault.open(report?.request.card.token ?? ''), undefined);
  });

  it('a bank that has no time is told again later, and nobody at the desk waits for it', async () => {
    let opened: Shop | undefined;
    const shop = await Shop.open({ boundary: () => opened !== undefined && busy(opened) });
    opened = shop;
    after(() => shop.close());
    await shop.until('home');
    await shop.bank.setBehaviour(scripted('72'));
    await shop.hold();
    await until(() => (reports(shop)[0]?.attempts ?? 0) >= 1);
    assert.equal(reports(shop)[0]?.state, 'owed');
    await shop.hold('unionpay-credit', 20_000);
    assert.equal(reports(shop)[0]?.state, 'owed');
    await shop.bank.setBehaviour({ mode: 'approve' });
    shop.advance(5_000);
    await until(() => reports(shop)[0]?.state === 'done');
  });

  it('a power cut before the report has left loses nothing', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'scripts-'));
    let first: Shop | undefined;
    first = await Shop.open({
      folder,
      boundary: () => first !== undefined && busy(first),
    });
    await first.until('home');
    await first.bank.setBehaviour(scripted('71'));
    await first.hold();
    assert.equal(reports(first)[0]?.state, 'owed');
    await first.close();
    const second = await Shop.open({ folder });
    after(async () => {
      await second.close();
      rmSync(folder, { recursive: true, force: true });
    });
    await until(() => reports(second)[0]?.state === 'done');
  });
});
