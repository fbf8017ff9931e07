import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { duration, median, type Row } from './row.ts';
import { SimulatedShop } from './simulated-shop.ts';

const rounds = 5;
const limitMs = 1_000;

type Line = { readonly n: number; readonly atMs: number; readonly source: string };
type Trouble = {
  readonly what: string;
  readonly breaks?: string;
  /** The act of the customer that fails. */
  readonly act: readonly [path: string, body: unknown];
};

const troubles: readonly Trouble[] = [
  { what: 'a dead chip', act: ['/api/reader/insert', { card: 'dead-chip' }] },
  { what: 'a chip that falls silent', act: ['/api/reader/insert', { card: 'mute' }] },
  {
    what: 'a stripe that cannot be read',
    breaks: 'headDirty',
    act: ['/api/head/swipe', { card: 'stripe-only' }],
  },
  {
    what: 'no network',
    breaks: 'networkDown',
    act: ['/api/reader/insert', { card: 'no-cvm' }],
  },
];

/**
 * From the failed read to the reasons on the glass, through the calls of the simulator. It begins with the last word
 * of chip or bank; where nothing ever answered, with the card in the slot or the swipe itself.
 */
async function toWhy(shop: SimulatedShop, { breaks, act }: Trouble): Promise<number> {
  await shop.home();
  await shop.tap('preauth');
  await shop.tap('preset-50000');
  await shop.tap('primary');
  await shop.until('present-card');
  if (breaks !== undefined) await shop.call('POST', '/api/faults', { name: breaks });
  const before = (await shop.call<readonly Line[]>('GET', '/api/timeline')).at(-1)?.n ?? 0;
  const actedMs = Date.now();
  await shop.call('POST', ...act);
  await shop.until('why');
  const shownMs = Date.now();
  const lines = await shop.call<readonly Line[]>('GET', `/api/timeline?after=${before}`);
  const last = lines.findLast(({ source }) => source === 'chip' || source === 'bank');
  await shop.call('DELETE', '/api/faults');
  await shop.call('POST', '/api/reader/remove', {});
  return shownMs - (last?.atMs ?? actedMs);
}

/** 为什么 within a second of the failed read, for the four troubles that a counter sees most. */
export async function benchWhy(): Promise<readonly Row[]> {
  const folder = mkdtempSync(join(tmpdir(), 'holdfast-bench-'));
  const shop = await SimulatedShop.open(folder);
  try {
    const rows: Row[] = [];
    for (const trouble of troubles) {
      const spent: number[] = [];
      for (let i = 0; i < rounds; i++) spent.push(await toWhy(shop, trouble));
      const ours = median(spent);
      rows.push({
        what: `why: ${trouble.what} → the cause on the glass`,
        ours: duration(ours),
        peer: 'one second',
        theirs: duration(limitMs),
        ratio: ours / limitMs,
        wanted: '≤ 1',
      });
    }
    return rows;
  } finally {
    await shop.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}
