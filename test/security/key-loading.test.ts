import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { fileKeyFolder, type KeyFolder, memoryKeyFolder } from '#hal/keystore/key-folder.ts';
import { SoftwareKeystore } from '#hal/keystore/software.ts';
import { hex, toHex } from '#src/bytes.ts';
import { isFault } from '#src/fault.ts';
import { type BlockCipher, keyCheckValue, sm4, tdes } from '#src/security/block-cipher.ts';
import { withOddParity } from '#src/security/key-strength.ts';

const configured = hex('0123456789ABCDEFFEDCBA9876543210');
const first = 'A1B2C3D4E5F60718293A4B5C6D7E8F90';
const second = '5C0FFEE1234567899876543210ABCDEF';
const xor = (a: string, b: string): Uint8Array =>
  hex(a).map((byte, at) => byte ^ (hex(b)[at] ?? 0));

type Options = {
  readonly cipher?: BlockCipher;
  readonly folder?: KeyFolder;
  readonly partDigits?: readonly number[];
  readonly testKeysAllowed?: boolean;
};
const keystoreOf = ({ cipher = tdes, folder = memoryKeyFolder(), ...rest }: Options = {}) =>
  new SoftwareKeystore({ cipher, masterKey: configured, folder, ...rest });
const type = (keystore: SoftwareKeystore, digits: string) => {
  for (const digit of digits) keystore.typePart(digit);
  return keystore.endPart();
};
const kcv = (key: Uint8Array, cipher: BlockCipher = tdes) =>
  toHex(keyCheckValue(cipher, key).subarray(0, 3));

describe('two custodians load a master key', () => {
  it('the key is the two parts XORed, with odd parity; each sees the check value of the own part', () => {
    const keystore = keystoreOf();
    assert.deepEqual(keystore.masterKey(), { checkValue: kcv(configured), loaded: false });
    assert.deepEqual(type(keystore, first), {
      ok: true,
      checkValue: kcv(hex(first)),
      parity: true,
    });
    assert.equal(type(keystore, second).ok, true);
    const whole = withOddParity(xor(first, second));
    assert.deepEqual(keystore.combineParts(), { ok: true, checkValue: kcv(whole) });
    assert.equal(
      keystore.masterKey().checkValue,
      kcv(configured),
      'nothing is in use before it is kept',
    );
    keystore.keepMasterKey();
    assert.deepEqual(keystore.masterKey(), { checkValue: kcv(whole), loaded: true });
    const working = hex('11111111111111112222222222222222');
    const mac = { name: 'mac', checkValue: keyCheckValue(tdes, working) } as const;
    keystore.loadWorkingKeys([{ ...mac, encrypted: tdes.encrypt(whole, working) }]);
    assert.throws(
      () => keystore.loadWorkingKeys([{ ...mac, encrypted: tdes.encrypt(configured, working) }]),
      (error) => isFault(error, 'keystore.badCheckValue'),
    );
  });

  it('an SM4 key keeps every bit of its parts', () => {
    const keystore = keystoreOf({ cipher: sm4 });
    type(keystore, first);
    type(keystore, second);
    assert.deepEqual(keystore.combineParts(), {
      ok: true,
      checkValue: kcv(xor(first, second), sm4),
    });
  });

  it('parts of another length than the terminal wants are not taken, nor a second one of another length', () => {
    assert.deepEqual(type(keystoreOf(), first.slice(16)), { ok: false, problem: 'length' });
    assert.deepEqual(type(keystoreOf(), ''), { ok: false, problem: 'length' });
    const single = keystoreOf({ partDigits: [16, 32] });
    assert.equal(type(single, first.slice(16)).ok, true);
    assert.deepEqual(single.partLengths(), [16]);
    for (const digit of second) single.typePart(digit);
    assert.equal(single.typePart('A'), 16, 'no more digits than the first part had');
    assert.equal(single.endPart().ok, true);
    assert.equal(single.combineParts().ok, true);
  });

  const parts: readonly (readonly [string, string, string])[] = [
    ['nothing but zeros', '0'.repeat(32), 'plain'],
    ['one byte again and again', 'A5'.repeat(16), 'plain'],
    ['a weak key in its left half', `E0E0E0E0F1F1F1F1${first.slice(16)}`, 'weak'],
    [
      'a semi-weak key, its parity bits aside, in its right half',
      `${first.slice(16)}00FE00FE00FE00FE`,
      'weak',
    ],
  ];
  for (const [name, part, problem] of parts)
    it(`a part that is ${name} is refused`, () => {
      assert.deepEqual(type(keystoreOf(), part), { ok: false, problem });
    });

  it('the second part is not the first one again, and a refused part may be typed anew', () => {
    const keystore = keystoreOf();
    type(keystore, first);
    assert.deepEqual(type(keystore, first), { ok: false, problem: 'same' });
    assert.equal(type(keystore, second).ok, true);
  });

  const whole: readonly (readonly [string, string, string])[] = [
    ['a weak key', `0101010101010101${second.slice(16)}`, 'weak'],
    ['the same half twice', `${second.slice(16)}${second.slice(16)}`, 'same'],
    ['one byte again and again', '3E'.repeat(16), 'plain'],
    ['the key of the simulator', '0123456789ABCDEFFEDCBA9876543210', 'test'],
  ];
  for (const [name, key, problem] of whole)
    it(`parts that make ${name} are refused on a terminal in production`, () => {
      const keystore = keystoreOf();
      type(keystore, first);
      assert.equal(type(keystore, toHex(xor(first, key))).ok, true);
      assert.deepEqual(keystore.combineParts(), { ok: false, problem });
      assert.throws(() => keystore.keepMasterKey(), /no key to keep/);
      assert.equal(keystore.masterKey().loaded, false);
    });

  it('the simulator takes its own key', () => {
    const keystore = keystoreOf({ testKeysAllowed: true });
    type(keystore, first);
    type(keystore, toHex(xor(first, '0123456789ABCDEFFEDCBA9876543210')));
    assert.equal(keystore.combineParts().ok, true);
  });

  /** Each byte with an odd number of bits, then so many of them turned. */
  const odd = withOddParity(hex('8CE1A47B20D9F6136E9D0BC3572FA815'));
  const turned = (count: number) => odd.map((byte, at) => (at < count ? byte ^ 1 : byte));
  for (const [name, part, parity] of [
    ['odd all through', odd, true],
    ['even all through', turned(16), true],
    ['odd but for one byte, as a wrong digit leaves it', turned(1), false],
    ['even but for two', turned(14), false],
    ['of a bank that sets no parity', turned(7), true],
  ] as const)
    it(`a part whose parity is ${name} ${parity ? 'goes on' : 'is looked at twice'}`, () => {
      const end = type(keystoreOf(), toHex(part));
      assert.deepEqual(end.ok && end.parity, parity);
    });

  it('a part that was typed for one algorithm is nothing to a terminal that changed to another', () => {
    const folder = memoryKeyFolder();
    type(keystoreOf({ folder }), first);
    const changed = keystoreOf({ folder, cipher: sm4 });
    type(changed, second);
    assert.deepEqual(changed.combineParts(), { ok: false, problem: 'length' });
  });

  it('parts that were forgotten make no key', () => {
    const keystore = keystoreOf();
    type(keystore, first);
    type(keystore, second);
    keystore.combineParts();
    keystore.forgetParts();
    assert.throws(() => keystore.keepMasterKey(), /no key to keep/);
    assert.deepEqual(keystore.combineParts(), { ok: false, problem: 'length' });
  });
});

describe('a master key on the disk', () => {
  const inFolder = (work: (path: string) => void): void => {
    const root = mkdtempSync(join(tmpdir(), 'holdfast-master-'));
    try {
      work(join(root, 'keys'));
    } finally {
      rmSync(root, { recursive: true });
    }
  };
  const load = (keystore: SoftwareKeystore): void => {
    type(keystore, first);
    type(keystore, second);
    keystore.combineParts();
    keystore.keepMasterKey();
  };

  it('is there after a restart, and before that nothing of its parts is', () => {
    inFolder((path) => {
      const keystore = keystoreOf({ folder: fileKeyFolder(path) });
      type(keystore, first);
      assert.deepEqual(readdirSync(path), []);
      type(keystore, second);
      keystore.combineParts();
      assert.deepEqual(readdirSync(path), []);
      keystore.keepMasterKey();
      assert.deepEqual(readdirSync(path), ['master.key']);
      const again = keystoreOf({ folder: fileKeyFolder(path) });
      assert.deepEqual(again.masterKey(), keystore.masterKey());
      const file = readFileSync(join(path, 'master.key'));
      for (const part of [first, second])
        assert.equal(file.toString('hex').includes(part.toLowerCase()), false);
    });
  });

  it('is not used for another algorithm, and a spoilt file is none', () => {
    inFolder((path) => {
      load(keystoreOf({ folder: fileKeyFolder(path) }));
      const sm4Terminal = keystoreOf({ cipher: sm4, folder: fileKeyFolder(path) });
      assert.equal(sm4Terminal.masterKey().loaded, false);
      const file = readFileSync(join(path, 'master.key'));
      file[9] = (file[9] ?? 0) ^ 0x40;
      writeFileSync(join(path, 'master.key'), file);
      assert.equal(keystoreOf({ folder: fileKeyFolder(path) }).masterKey().loaded, false);
    });
  });

  it('a disk that takes no key leaves the one before in use', () => {
    const folder = memoryKeyFolder();
    const full: KeyFolder = {
      ...folder,
      keep: () => {
        throw new Error('ENOSPC');
      },
    };
    const keystore = keystoreOf({ folder: full });
    const before = keystore.masterKey();
    assert.throws(
      () => load(keystore),
      (error) => isFault(error, 'keystore.notKept'),
    );
    assert.deepEqual(keystore.masterKey(), before);
  });
});
