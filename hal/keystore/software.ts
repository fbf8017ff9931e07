import { TerminalFault } from '#src/fault.ts';
import { type BlockCipher, keyCheckValue } from '#src/security/block-cipher.ts';
import { sameMac } from '#src/security/mac.ts';
import type {
  EncryptedWorkingKey,
  KeyPartEnd,
  Keystore,
  MasterKeyEnd,
  MasterKeyLoading,
  WorkingKeyName,
} from './contract.ts';
import type { KeyFolder } from './key-folder.ts';
import { checkValueOf, KeyParts } from './key-parts.ts';
import { readMasterKey, sealedName, writeMasterKey } from './master-key.ts';

/** Blocks of the algorithm that the acquirer's keys are for, and the master key (TMK) they are wrapped under. */
export type SoftwareKeystoreOptions = {
  readonly cipher: BlockCipher;
  /** In use until custodians bring one. */
  readonly masterKey: Uint8Array;
  /** How many hex digits a part of a master key may have. */
  readonly partDigits?: readonly number[];
  /** Keys of manuals and simulators; a terminal in production refuses them. */
  readonly testKeysAllowed?: boolean;
  /** Epoch and lookup keys: in files on a development machine, in memory in tests. */
  readonly folder: KeyFolder;
};

/**
 * The keystore of the simulator and of development. Its keys are in the process: a device has a secure
 * element or its PIN pad behind the same contract.
 */
export class SoftwareKeystore implements Keystore, MasterKeyLoading {
  readonly #cipher: BlockCipher;
  readonly #folder: KeyFolder;
  readonly #parts: KeyParts;
  #masterKey: Uint8Array;
  #loaded: boolean;
  #working: ReadonlyMap<WorkingKeyName, Uint8Array> = new Map();

  constructor(options: SoftwareKeystoreOptions) {
    this.#cipher = options.cipher;
    this.#folder = options.folder;
    const { partDigits = [32], testKeysAllowed = false } = options;
    this.#parts = new KeyParts(options.cipher, partDigits, testKeysAllowed);
    const brought = readMasterKey(options.folder.find(sealedName), options.cipher.name);
    this.#masterKey = brought ?? options.masterKey.slice();
    this.#loaded = brought !== undefined;
  }

  masterKey(): ReturnType<MasterKeyLoading['masterKey']> {
    return { checkValue: checkValueOf(this.#cipher, this.#masterKey), loaded: this.#loaded };
  }

  partLengths(): readonly number[] {
    return this.#parts.lengths;
  }

  typePart(digit: string): number {
    return this.#parts.type(digit);
  }

  clearPart(): void {
    this.#parts.clear();
  }

  endPart(): KeyPartEnd {
    return this.#parts.end();
  }

  dropLastPart(): void {
    this.#parts.dropLast();
  }

  combineParts(): MasterKeyEnd {
    return this.#parts.combine();
  }

  keepMasterKey(): void {
    const key = this.#parts.take();
    if (key === undefined) throw new Error('there is no key to keep');
    const record = writeMasterKey(key, this.#cipher.name);
    try {
      this.#folder.keep(sealedName, record);
    } catch (cause) {
      key.fill(0);
      throw new TerminalFault('keystore.notKept', 'later', 'the master key was not kept', cause);
    } finally {
      record.fill(0);
    }
    this.#masterKey.fill(0);
    this.#masterKey = key;
    this.#loaded = true;
    for (const working of this.#working.values()) working.fill(0);
    this.#working = new Map();
  }

  forgetParts(): void {
    this.#parts.forget();
  }

  loadWorkingKeys(keys: readonly EncryptedWorkingKey[]): void {
    const loaded = new Map<WorkingKeyName, Uint8Array>();
    for (const { name, encrypted, checkValue } of keys) {
      const key = this.#unwrap(name, encrypted);
      if (!sameMac(keyCheckValue(this.#cipher, key), checkValue)) {
        throw new TerminalFault(
          'keystore.badCheckValue',
          'later',
          `check value of the ${name} key`,
        );
      }
      loaded.set(name, key);
    }
    for (const key of this.#working.values()) key.fill(0);
    this.#working = loaded;
  }

  /** A length that is no key of the cipher cannot have the right check value. */
  #unwrap(name: WorkingKeyName, encrypted: Uint8Array): Uint8Array {
    const lengths = this.#cipher.name === 'tdes' ? [8, 16, 24] : [16];
    if (!lengths.includes(encrypted.length)) {
      throw new TerminalFault('keystore.badCheckValue', 'later', `length of the ${name} key`);
    }
    return this.#cipher.decrypt(this.#masterKey, encrypted);
  }

  has(name: WorkingKeyName): boolean {
    return this.#working.has(name);
  }

  encryptMacBlock(block: Uint8Array): Uint8Array {
    return this.#cipher.encrypt(this.#key('mac'), block);
  }

  macHalves(): ReturnType<Keystore['macHalves']> {
    const key = this.#key('mac');
    const left = key.subarray(0, 8);
    // A single-length key has one half: the last step then undoes itself, as X9.19 wants it.
    const right = key.length >= 16 ? key.subarray(8, 16) : left;
    return {
      encryptLeft: (block) => this.#cipher.encrypt(left, block),
      decryptRight: (block) => this.#cipher.decrypt(right, block),
    };
  }

  /** Bytes of the PIN block that the cipher of the keys takes. */
  get pinBlockLength(): number {
    return this.#cipher.blockLength;
  }

  encryptTrackBlock(block: Uint8Array): Uint8Array {
    return this.#cipher.encrypt(this.#key('track'), block);
  }

  encryptPinBlock(clear: Uint8Array): Uint8Array {
    return this.#cipher.encrypt(this.#key('pin'), clear);
  }

  #key(name: WorkingKeyName): Uint8Array {
    const key = this.#working.get(name);
    if (key === undefined) {
      throw new TerminalFault('keystore.missingKey', 'now', `no ${name} key: sign in first`);
    }
    return key;
  }

  epochKey(epoch: number): Uint8Array {
    return this.#folder.key(`epoch-${epoch}`);
  }

  destroyEpoch(epoch: number): void {
    this.#folder.destroy(`epoch-${epoch}`);
  }

  lookupKey(): Uint8Array {
    return this.#folder.key('lookup');
  }
}
