import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import jsqr from 'jsqr';
import { PNG } from 'pngjs';
import { ScriptProcess, Simulator } from './simulator.ts';

// jsqr is CommonJS: its function is the default of the default.
const module = jsqr as unknown as { default?: typeof jsqr.default } & typeof jsqr.default;
const decode = module.default ?? module;

type Enrolled = { readonly merchant: object; readonly handover: object };

/** Two terminals as processes of their own, at one bank; a camera looks at the pixels of each. */
describe('two terminals that head office has enrolled', () => {
  const folder = mkdtempSync(join(tmpdir(), 'enrolled-'));
  const key = join(folder, 'merchant.key');
  const data = (desk: number) => join(folder, `data-${desk}`);
  let bank: ScriptProcess;
  let desks: readonly Simulator[] = [];

  async function enrol(...args: readonly string[]): Promise<string> {
    const run = new ScriptProcess('enrol.ts', args);
    await run.says(/\n$/);
    await run.stop();
    return run.out.trim();
  }

  before(async () => {
    await enrol('new', '--merchant-key', key);
    const requests: string[] = [];
    for (const desk of [1, 2])
      requests.push(
        await enrol(
          'request',
          ...['--data', data(desk), '--terminal', `0000000${desk}`, '--desk', `${desk}`],
        ),
      );
    const signed = await enrol('sign', '--merchant-key', key, ...requests);
    bank = new ScriptProcess('bank.ts', ['--port', '0', '--ledger', join(folder, 'ledger.jsonl')]);
    const [, port = ''] = await bank.says(/Bank on 127\.0\.0\.1:(\d+)/);
    const started: Simulator[] = [];
    for (const [at, { merchant, handover }] of (JSON.parse(signed) as Enrolled[]).entries())
      started.push(
        await Simulator.start({
          config: { language: 'en', merchant: { ...merchant, desk: `${at + 1}` }, handover },
          args: ['--data', data(at + 1), '--acquirer', `127.0.0.1:${port}`],
        }),
      );
    desks = started;
  });
  after(async () => {
    for (const desk of desks) await desk.stop();
    await bank.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  function desk(at: 1 | 2): Simulator {
    const found = desks[at - 1];
    if (found === undefined) throw new Error(`no desk ${at}`);
    return found;
  }

  /** What a camera reads off the panel; undefined while it sees no code. */
  async function seen(of: Simulator): Promise<string | undefined> {
    const png = PNG.sync.read(await of.picture());
    return decode(new Uint8ClampedArray(png.data), png.width, png.height)?.data;
  }

  async function scan(from: Simulator, to: Simulator): Promise<void> {
    const texts = new Set<string>();
    const end = performance.now() + 30_000;
    while (performance.now() < end) {
      const text = await seen(from);
      if (text !== undefined && !texts.has(text)) {
        texts.add(text);
        await to.post('/api/scan', { text });
        if (texts.size === Number(text[6])) return;
      }
      await pause(100);
    }
    assert.fail(`only ${texts.size} pictures were seen`);
  }

  it('hand a hold over by the pixels of one panel, through a power cut, and the bank books one charge', async () => {
    const [one, two] = [desk(1), desk(2)];
    await one.until('home');
    await one.touch('preauth');
    const { actions } = await one.until('amount');
    await one.touch(actions.find(({ id }) => id.startsWith('preset'))?.id ?? '');
    await one.touch('primary');
    await one.until('present-card');
    await one.post('/api/reader/insert', { card: 'unionpay-credit' });
    await one.until('pin');
    await one.post('/api/pin', { digits: '123456' });
    await one.until('held');
    await one.post('/api/reader/remove', {});
    await one.until('home');
    const openFirst = async () => {
      await one.touch('holds');
      const list = await one.until('holds');
      await one.touch(list.actions.find(({ id }) => id.startsWith('hold-'))?.id ?? '');
      await one.until('hold');
    };
    await openFirst();
    await one.touch('hand-over');
    await one.until('hand-over-to');
    await one.touch('desk-0');
    await one.until('hand-over');
    await one.post('/api/power', { cut: true });
    await one.until('home', 30_000);
    await openFirst();
    await one.touch('primary');
    await one.until('hand-over');

    await scan(one, two);
    await two.until('take-over');
    await two.touch('primary');
    await two.until('take-over');
    await scan(two, one);
    const told = await one.screen();
    assert.ok(told.texts.includes('Desk 2 has it'), told.texts.join(' | '));

    await two.touch('primary');
    await two.until('hold');
    await two.touch('complete');
    await two.until('type-number');
    await two.post('/api/reader/insert', { card: 'unionpay-credit' });
    await two.until('notice');
    await two.post('/api/reader/remove', {});
    await two.until('complete');
    await two.touch('primary');
    await two.until('done');
    assert.deepEqual(
      (await two.holds()).map(({ state }) => state),
      ['completed'],
    );
    assert.deepEqual(
      (await one.holds()).map(({ state }) => state),
      ['movedAway'],
    );
    assert.equal(bank.out.match(/answer completion/g)?.length, 1);
  });
});
