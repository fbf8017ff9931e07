import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, it } from 'node:test';
import { hex, toHex } from '#src/bytes.ts';
import type { HexLetter } from '#src/desk/view/keys.ts';
import { keyCheckValue, tdes } from '#src/security/block-cipher.ts';
import { withOddParity } from '#src/security/key-strength.ts';
import { Shop } from './shop.ts';

const newKey = '9E15AB02C8F4763DD3617FE0A8459BC2';
const first = 'A1B2C3D4E5F60718293A4B5C6D7E8F90';
const second = toHex(hex(newKey).map((byte, at) => byte ^ (hex(first)[at] ?? 0)));
const kcv = (key: string): string =>
  toHex(keyCheckValue(tdes, withOddParity(hex(key))).subarray(0, 3)).toUpperCase();

const open: Shop[] = [];
const folders: string[] = [];
const shopOf = async (options: Parameters<typeof Shop.open>[0] = {}): Promise<Shop> => {
  const shop = await Shop.open(options);
  open.push(shop);
  return shop;
};
const rowsOf = (shop: Shop) =>
  shop.store.journal
    .read(0)
    .map(({ event }) => event)
    .filter(({ kind }) => kind.startsWith('masterKey.'));

const typeHex = (shop: Shop, digits: string): void => {
  for (const digit of digits.toUpperCase())
    shop.tap(
      /\d/.test(digit)
        ? { type: 'digit', digit: digit as '0' }
        : { type: 'hexLetter', letter: digit as HexLetter },
    );
};
const agree = async (shop: Shop, id: string, pin: string): Promise<void> => {
  await shop.until('supervisor', ({ who }) => who.en === id);
  shop.type(pin);
  shop.tap({ type: 'enter' });
};
const toKeys = async (shop: Shop): Promise<void> => {
  await shop.until('home');
  shop.tap({ type: 'go', to: 'settings' });
  await shop.until('settings');
  shop.tap({ type: 'menu', id: 'keys' });
  await agree(shop, 'Zhou', '135791');
  await shop.until('keys');
};
const part = async (shop: Shop, step: 'first' | 'second', digits: string): Promise<void> => {
  await shop.until('key-part', (screen) => screen.step === step && screen.digits === 0);
  typeHex(shop, digits);
  await shop.until('key-part', (screen) => screen.digits === digits.length);
  shop.tap({ type: 'enter' });
  const { checkValue } = await shop.until('key-check', (screen) => screen.step === step);
  assert.equal(checkValue.toUpperCase(), kcv(digits));
  shop.tap({ type: 'primary' });
};
const expected = async (shop: Shop, value: string): Promise<void> => {
  await shop.until('key-part', (screen) => screen.step === 'expected');
  typeHex(shop, value);
  shop.tap({ type: 'enter' });
};
/** From the screen of the key to its end. The technician has just shown a PIN, so the first part is theirs. */
const load = async (shop: Shop, value = kcv(newKey)): Promise<void> => {
  shop.tap({ type: 'primary' });
  await part(shop, 'first', first);
  await agree(shop, 'Vendor', '864209');
  await part(shop, 'second', second);
  await expected(shop, value);
};

describe('two custodians bring a master key', () => {
  afterEach(async () => {
    for (const shop of open.splice(0)) await shop.close();
    for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
  });

  it('is in use at once and after a restart, and the terminal signs in with it at a bank that has it', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'keys-'));
    folders.push(folder);
    const shop = await shopOf({ folder, bank: { tmk: newKey } });
    await toKeys(shop);
    await load(shop);
    const screen = await shop.until('keys', ({ end }) => end !== undefined);
    assert.equal(screen.end, 'loaded');
    assert.deepEqual([screen.loaded, screen.signedIn], [true, false]);
    assert.deepEqual(
      screen.by?.map(({ en }) => en),
      ['Zhou', 'Vendor'],
    );
    assert.deepEqual(rowsOf(shop), [
      { kind: 'masterKey.part', part: 1, by: '95', checkValue: kcv(first) },
      { kind: 'masterKey.part', part: 2, by: '98', checkValue: kcv(second) },
      { kind: 'masterKey.agreed', checkValue: kcv(newKey), by: ['95', '98'] },
      { kind: 'masterKey.loaded', checkValue: kcv(newKey) },
    ]);
    shop.tap({ type: 'back' });
    await shop.until('settings');
    shop.tap({ type: 'back' });
    assert.equal((await shop.hold()).state, 'held');
    await shop.close();
    open.splice(0);

    const again = await shopOf({ folder, bank: { tmk: newKey } });
    await toKeys(again);
    const then = await again.until('keys');
    assert.deepEqual([then.loaded, then.checkValue], [true, kcv(newKey)]);
  });

  it('is not kept when the check value of the letter is another one', async () => {
    const shop = await shopOf();
    await toKeys(shop);
    const before = (await shop.until('keys')).checkValue;
    await load(shop, '000000');
    const screen = await shop.until('keys', ({ end }) => end !== undefined);
    assert.deepEqual([screen.end, screen.checkValue, screen.loaded], ['differs', before, false]);
    assert.deepEqual(rowsOf(shop).at(-1), {
      kind: 'masterKey.notLoaded',
      why: 'differs',
      by: ['95', '98'],
    });
  });

  it("the second part is another person's: the first one is not among those who may bring it", async () => {
    const shop = await shopOf();
    await toKeys(shop);
    shop.tap({ type: 'primary' });
    await part(shop, 'first', first);
    await shop.until('supervisor', ({ who }) => who.en === 'Vendor');
    shop.tap({ type: 'otherPerson' });
    const { rows } = await shop.until('sign-in');
    assert.deepEqual(
      rows.map(({ id }) => id),
      ['98', '90'],
    );
    shop.tap({ type: 'person', id: '95' });
    shop.tap({ type: 'person', id: '90' });
    await agree(shop, 'Wang Min', '246810');
    await shop.until('key-part', ({ step }) => step === 'second');
  });

  it('a part whose check value is not that of the paper is typed again', async () => {
    const shop = await shopOf();
    await toKeys(shop);
    shop.tap({ type: 'primary' });
    await shop.until('key-part');
    typeHex(shop, first.replace(/^A/, 'B'));
    shop.tap({ type: 'enter' });
    await shop.until('key-check');
    shop.tap({ type: 'typeAgain' });
    await part(shop, 'first', first);
    await agree(shop, 'Vendor', '864209');
    await part(shop, 'second', second);
    await expected(shop, kcv(newKey));
    assert.equal((await shop.until('keys', ({ end }) => end !== undefined)).end, 'loaded');
  });

  it('of a part only the last digit is ever seen, and it is forgotten when nobody goes on', async () => {
    const shop = await shopOf();
    await toKeys(shop);
    shop.tap({ type: 'primary' });
    await shop.until('key-part');
    typeHex(shop, 'A1B');
    const typed = await shop.until('key-part', ({ digits }) => digits === 3);
    assert.equal(typed.shown, 'B');
    shop.advance(181_000);
    assert.equal((await shop.until('keys', ({ end }) => end !== undefined)).end, 'tooLong');
    shop.tap({ type: 'primary' });
    assert.equal((await shop.until('supervisor')).purpose, 'keyPart');
  });

  it('a weak part is refused where it is typed', async () => {
    const shop = await shopOf();
    await toKeys(shop);
    shop.tap({ type: 'primary' });
    await shop.until('key-part');
    typeHex(shop, '0'.repeat(32));
    shop.tap({ type: 'enter' });
    await shop.until('key-part', ({ problem }) => problem === 'plain');
  });

  it('a power cut between the two parts leaves the key before and nothing of the first part', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'keys-'));
    folders.push(folder);
    const shop = await shopOf({ folder });
    await toKeys(shop);
    const before = (await shop.until('keys')).checkValue;
    shop.tap({ type: 'primary' });
    await part(shop, 'first', first);
    await shop.until('supervisor');
    await shop.close();
    open.splice(0);
    const again = await shopOf({ folder });
    await toKeys(again);
    assert.deepEqual(
      [(await again.until('keys')).checkValue, (await again.until('keys')).loaded],
      [before, false],
    );
    again.tap({ type: 'primary' });
    await again.until('key-part', ({ step, digits }) => step === 'first' && digits === 0);
  });

  it('a power cut while the key is being kept is told by the keystore at the next start', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'keys-'));
    folders.push(folder);
    const shop = await shopOf({ folder });
    const by = ['95', '98'] as const;
    const agreed = { kind: 'masterKey.agreed', checkValue: kcv(newKey), by } as const;
    shop.store.journal.append({ events: [agreed] });
    await shop.close();
    open.splice(0);
    const again = await shopOf({ folder });
    await again.until('home');
    assert.deepEqual(rowsOf(again).at(-1), { kind: 'masterKey.notLoaded', why: 'powerCut' });
  });
});
