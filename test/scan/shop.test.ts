import assert from 'node:assert/strict';
import { appendFileSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import Database from 'better-sqlite3';
import { finderOf } from '#db/scan/finder.ts';
import { type FoundIn, folderScanner } from '../../scripts/scan/folder.ts';
import { traySecrets } from '../../scripts/scan/secrets.ts';
import { Shop } from '../flow/shop.ts';

/** The sealed numbers as they lie in the vault. */
function sealedNumbers(data: string): readonly Buffer[] {
  const db = new Database(join(data, 'holdfast.db'), { readonly: true });
  try {
    return db.prepare<[], Buffer>('SELECT sealed FROM vault').pluck().all();
  } finally {
    db.close();
  }
}

/** Every file of the folder, also those that the database has open. */
const bytesOf = (folder: string): readonly Buffer[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8', withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name !== 'reserve')
    .map((entry) => readFileSync(join(entry.parentPath, entry.name)));

async function cancelHold(shop: Shop, holdId: string): Promise<void> {
  shop.tap({ type: 'go', to: 'holds' });
  await shop.until('holds');
  shop.tap({ type: 'openHold', holdId });
  await shop.until('hold');
  shop.tap({ type: 'cancelHold' });
  await shop.until('cancel');
  shop.tap({ type: 'confirmHeld' });
  await shop.until('supervisor');
  shop.type('246810');
  shop.tap({ type: 'primary' });
  await shop.until('done');
  for (let i = 0; i < 6 && shop.screen.name !== 'home'; i++) {
    shop.tap({ type: 'back' });
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  await shop.until('home');
}

describe('card data in files', () => {
  it('whatever a shop does, at no step of it does a number, a track or a PIN block stand in a file', async () => {
    const finder = finderOf(traySecrets('123456'));
    const scan = folderScanner(finder);
    const folder = mkdtempSync(join(tmpdir(), 'scan-shop-'));
    const finds: FoundIn[] = [];
    let looks = 0;
    const look = () => {
      looks++;
      finds.push(...scan(join(folder, 'data')).finds);
    };
    const shop = await Shop.open({ folder, boundary: look });
    const data = join(folder, 'data');
    try {
      const { holdId } = await shop.hold();
      const [sealed, ...more] = sealedNumbers(data);
      assert.ok(sealed !== undefined && more.length === 0, 'one number is in the vault');
      assert.ok(bytesOf(data).some((bytes) => bytes.includes(sealed)));
      await shop.store.backup({ recipients: [] });
      look();
      await cancelHold(shop, holdId);
      assert.deepEqual(sealedNumbers(data), []);
      const left = bytesOf(data).filter((bytes) => bytes.includes(sealed));
      assert.equal(left.length, 0, 'not even sealed, once the hold has ended');
      look();
    } finally {
      await shop.close();
    }
    look();
    assert.ok(looks > 20, `${looks} looks`);
    assert.deepEqual(finds, []);
    const [number] = traySecrets().map(({ value }) => value);
    appendFileSync(join(data, 'terminal.log'), `read ${String(number)}\n`);
    look();
    assert.equal(finds.length, 1, 'and the look would have seen one');
    rmSync(folder, { recursive: true, force: true });
  });
});
