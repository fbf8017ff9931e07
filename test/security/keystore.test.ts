import assert from 'node:assert/strict';
import {
  chmodSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, test } from 'node:test';
import { fileKeyFolder, memoryKeyFolder } from '#hal/keystore/key-folder.ts';
import { SoftwareKeystore } from '#hal/keystore/software.ts';
import { hex, toHex } from '#src/bytes.ts';
import { isFault } from '#src/fault.ts';
import { keyCheckValue, tdes } from '#src/security/block-cipher.ts';

const masterKey = hex('0123456789ABCDEFFEDCBA9876543210');
const pinKey = hex('11111111111111112222222222222222');
const macKey = hex('33333333333333334444444444444444');
const wrapped = (name: 'pin' | 'mac' | 'track', key: Uint8Array) => ({
  name,
  encrypted: tdes.encrypt(masterKey, key),
  checkValue: keyCheckValue(tdes, key),
});
const missingKey = (error: unknown) => isFault(error, 'keystore.missingKey');

let root = '';
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'holdfast-keys-'));
});
afterEach(() => rmSync(root, { recursive: true }));

const inMemory = () => new SoftwareKeystore({ cipher: tdes, masterKey, folder: memoryKeyFolder() });

test('working keys are used only after they arrived under their check values', () => {
  const keystore = inMemory();
  assert.equal(keystore.has('pin'), false);
  assert.throws(() => keystore.encryptPinBlock(new Uint8Array(8)), missingKey);
  assert.throws(() => keystore.encryptMacBlock(new Uint8Array(8)), missingKey);
  keystore.loadWorkingKeys([wrapped('pin', pinKey), wrapped('mac', macKey)]);
  assert.ok(keystore.has('pin') && keystore.has('mac') && !keystore.has('track'));
  const block = hex('0412AC89ABCDEF67');
  assert.deepEqual(keystore.encryptPinBlock(block), tdes.encrypt(pinKey, block));
  assert.deepEqual(keystore.encryptMacBlock(block), tdes.encrypt(macKey, block));
  assert.deepEqual(
    keystore.macHalves().encryptLeft(block),
    tdes.encrypt(macKey.slice(0, 8), block),
  );
  assert.deepEqual(keystore.macHalves().decryptRight(block), tdes.decrypt(macKey.slice(8), block));
});

test('one wrong check value changes none of the keys', () => {
  const keystore = inMemory();
  keystore.loadWorkingKeys([wrapped('pin', pinKey), wrapped('mac', macKey)]);
  const before = toHex(keystore.encryptPinBlock(new Uint8Array(8)));
  const bad = { ...wrapped('mac', pinKey), checkValue: hex('00000000') };
  assert.throws(
    () => keystore.loadWorkingKeys([wrapped('pin', macKey), bad]),
    (error) => isFault(error, 'keystore.badCheckValue'),
  );
  assert.equal(toHex(keystore.encryptPinBlock(new Uint8Array(8))), before);
  assert.throws(
    () => keystore.loadWorkingKeys([{ ...bad, encrypted: new Uint8Array(5) }]),
    (error) => isFault(error, 'keystore.badCheckValue'),
  );
});

test('an epoch key is the same after a restart, and gone for ever once destroyed', () => {
  const open = () =>
    new SoftwareKeystore({ cipher: tdes, masterKey, folder: fileKeyFolder(join(root, 'keys')) });
  const first = open();
  const key = first.epochKey(7);
  assert.equal(key.length, 32);
  assert.notDeepEqual(first.epochKey(8), key);
  assert.deepEqual(open().epochKey(7), key);
  assert.deepEqual(open().lookupKey(), first.lookupKey());
  first.destroyEpoch(7);
  assert.throws(() => first.epochKey(7), missingKey);
  assert.throws(() => open().epochKey(7), missingKey);
  assert.ok(!existsSync(join(root, 'keys', 'epoch-7.key')));
  open().destroyEpoch(7);
  assert.equal(open().epochKey(8).length, 32);
});

test('keys are files of the terminal alone, and one that others can read is refused', () => {
  const keys = join(root, 'keys');
  fileKeyFolder(keys).key('epoch-1');
  assert.equal(statSync(keys).mode & 0o777, 0o700);
  assert.equal(statSync(join(keys, 'epoch-1.key')).mode & 0o777, 0o600);
  chmodSync(join(keys, 'epoch-1.key'), 0o644);
  assert.throws(() => fileKeyFolder(keys).key('epoch-1'), missingKey);
  chmodSync(join(keys, 'epoch-1.key'), 0o600);
  chmodSync(keys, 0o755);
  assert.throws(() => fileKeyFolder(keys), missingKey);
});

test('a power cut in the middle of a destruction is finished at the next start', () => {
  const keys = join(root, 'keys');
  fileKeyFolder(keys).key('epoch-1');
  fileKeyFolder(keys).key('epoch-2');
  // The note of the first is whole, that of the second was cut short.
  writeFileSync(join(keys, 'destroyed'), 'epoch-1\nepoch-', { mode: 0o600 });
  const folder = fileKeyFolder(keys);
  assert.throws(() => folder.key('epoch-1'), missingKey);
  assert.equal(folder.key('epoch-2').length, 32);
  assert.deepEqual(readdirSync(keys).sort(), ['destroyed', 'epoch-2.key']);
  folder.destroy('epoch-2');
  assert.throws(() => fileKeyFolder(keys).key('epoch-2'), missingKey);
  assert.throws(() => fileKeyFolder(keys).key('epoch-1'), missingKey);
});

test('a key file cut short is not taken for a key', () => {
  const keys = join(root, 'keys');
  fileKeyFolder(keys).key('epoch-1');
  writeFileSync(join(keys, 'epoch-1.key'), new Uint8Array(31));
  assert.throws(() => fileKeyFolder(keys).key('epoch-1'), missingKey);
});
