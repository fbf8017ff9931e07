import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, afterEach, describe, it } from 'node:test';
import type { SimulatedIssuer } from '#hal/simulator/bulletins.ts';
import { file, hourMs, iso } from '../bulletin/publisher.ts';
import { Shop } from './shop.ts';

const folder = mkdtempSync(join(tmpdir(), 'stick-'));
after(() => rmSync(folder, { recursive: true, force: true }));

describe('bulletins at the desk', () => {
  let shop: Shop;
  let stick = '';
  let number = 0;
  afterEach(() => shop.close());

  async function open(config: object = {}): Promise<void> {
    stick = mkdtempSync(join(folder, 's-'));
    shop = await Shop.open({ stick, config });
    await shop.until('home');
  }

  /** Puts a bulletin on the stick, from now on for a day unless it says otherwise. */
  function publish(changes: object = {}, signer: SimulatedIssuer = 'bank'): void {
    const nowMs = Date.now() + shop.offsetMs;
    number += 1;
    const period = { from: iso(nowMs - 1_000), until: iso(nowMs + 24 * hourMs) };
    const { bytes } = file({ number, ...period, ...changes }, signer);
    writeFileSync(join(stick, `${number}.json`), bytes);
    shop.terminal.lookForBulletins();
  }

  const askHold = () => {
    shop.tap({ type: 'go', to: 'preauth' });
    shop.tap({ type: 'preset', amount: { minorUnits: 50_000, currency: '156' } });
    shop.tap({ type: 'primary' });
  };
  const read = () =>
    shop.store.journal
      .read(0)
      .flatMap(({ event }) => (event.kind === 'bulletin.acknowledged' ? [event.operator] : []));

  it('is shown as soon as it comes, and said to have been read by who is on duty', async () => {
    await open();
    publish();
    const shown = await shop.until('bulletin');
    assert.equal(shown.title.en, 'Bank down');
    shop.tap({ type: 'primary' });
    const home = await shop.until('home');
    assert.equal(home.bulletin?.en, 'Bank down');
    assert.deepEqual(read(), ['01']);
    askHold();
    const asking = await shop.until('present-card');
    assert.equal(asking.bulletin?.en, 'Bank down', 'said before the card is tried');
  });

  it('put off, it stands before the next hold; it keeps nobody from taking one', async () => {
    await open();
    publish();
    await shop.until('bulletin');
    shop.tap({ type: 'back' });
    await shop.until('home');
    shop.tap({ type: 'go', to: 'preauth' });
    await shop.until('bulletin');
    shop.tap({ type: 'back' });
    await shop.until('amount');
    assert.deepEqual(read(), []);
  });

  it('is shown again to the next one on duty', async () => {
    const second = { id: '02', role: 'cashier', name: { 'zh-CN': '赵', en: 'Zhao' }, pin: '1357' };
    const supervisor = { ...second, id: '90', role: 'supervisor', pin: '246810' };
    const first = { id: '01', role: 'cashier', name: { 'zh-CN': '李', en: 'Li' }, pin: '123456' };
    await open({ people: [first, second, supervisor] });
    publish();
    await shop.until('bulletin');
    shop.tap({ type: 'primary' });
    await shop.until('home');
    shop.tap({ type: 'go', to: 'settings' });
    shop.tap({ type: 'menu', id: 'signOff' });
    await shop.until('sign-in');
    shop.tap({ type: 'person', id: '02' });
    await shop.until('own-pin');
    shop.type('1357');
    shop.tap({ type: 'enter' });
    const shown = await shop.until('bulletin');
    assert.equal(shown.read, false);
    shop.tap({ type: 'primary' });
    await shop.until('home');
    assert.deepEqual(read(), ['01', '02']);
  });

  it('explains a bank that is down, and its text stands where the cashier waits', async () => {
    await open();
    publish();
    await shop.until('bulletin');
    shop.tap({ type: 'primary' });
    await shop.until('home');
    shop.bank.setBehaviour({ mode: 'decline', code: '91', times: 1 });
    askHold();
    await shop.until('present-card');
    shop.slot.insert('unionpay-credit');
    await shop.until('pin');
    shop.pin('123456');
    const { diagnosis } = await shop.until('why');
    assert.equal(diagnosis.cause, 'bankSide');
    assert.ok(diagnosis.because.some(({ type }) => type === 'bulletin'));
    assert.equal(diagnosis.remedies[0]?.kind, 'waitForBank');
    shop.tap({ type: 'primary' });
    const waits = await shop.until('wait-for-bank');
    assert.match(waits.bulletin ?? '', /主机停机\n预计三点恢复/);
  });

  it('a rule holds for the holds that are taken from its date on', async () => {
    await open();
    const startsMs = Date.now() + hourMs;
    publish({
      kind: 'rules',
      from: iso(startsMs),
      until: undefined,
      changes: { validityDays: 25 },
    });
    await shop.until('bulletin', ({ state }) => state === 'ahead');
    shop.tap({ type: 'primary' });
    const days = ({ validUntilMs = 0 }: { validUntilMs?: number }, takenMs: number) =>
      Math.round((validUntilMs - takenMs) / (24 * hourMs));
    assert.equal(days(await shop.hold(), Date.now()), 30);
    shop.advance(hourMs + 1_000);
    assert.equal(days(await shop.hold(), Date.now() + shop.offsetMs), 25);
  });

  it('taken back, nothing of it is left', async () => {
    await open();
    publish({ changes: { maximumHoldMinorUnits: 10_000 } });
    await shop.until('bulletin', ({ maximumHold }) => maximumHold?.minorUnits === 10_000);
    shop.tap({ type: 'primary' });
    await shop.until('home');
    shop.tap({ type: 'go', to: 'preauth' });
    await shop.until('amount', ({ maximum }) => maximum.minorUnits === 10_000);
    shop.tap({ type: 'back' });
    await shop.until('home');
    publish({ kind: 'news', title: { 'zh-CN': '已恢复', en: 'Back' }, withdraws: [number] });
    await shop.until('bulletin', ({ title }) => title.en === 'Back');
    shop.tap({ type: 'primary' });
    await shop.until('home');
    shop.tap({ type: 'go', to: 'preauth' });
    await shop.until('amount', ({ maximum }) => maximum.minorUnits === 5_000_000);
  });

  it('one that nobody here may publish is not shown; the list says why it was not taken', async () => {
    await open();
    publish({}, 'stranger');
    shop.tap({ type: 'go', to: 'settings' });
    shop.tap({ type: 'menu', id: 'bulletins' });
    const list = await shop.until('bulletins', ({ refused }) => refused !== undefined);
    assert.equal(list.refused?.problem, 'unknownSigner');
    assert.deepEqual(list.rows, []);
    shop.tap({ type: 'primary' });
    const looked = await shop.until('bulletins', (screen) => screen.looked !== undefined);
    assert.equal(looked.looked?.taken, 0);
    assert.ok(!shop.seen.includes('bulletin'));
  });
});
