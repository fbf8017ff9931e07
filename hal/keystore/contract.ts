import type { KeyWeakness } from '#src/security/key-strength.ts';

/** Names of the keys that are loaded under the terminal master key; each stays apart from the others. */
export type WorkingKeyName = 'pin' | 'mac' | 'track';

export type EncryptedWorkingKey = {
  readonly name: WorkingKeyName;
  readonly encrypted: Uint8Array;
  /** First 4 bytes of encrypting eight zero bytes under the key. */
  readonly checkValue: Uint8Array;
};

/** Where keys live: the application asks for results and sees no key. On a device a secure element or the PIN pad. */
export interface Keystore {
  /** Unwraps under the TMK, verifies each check value, then replaces all at once. Throws `keystore.badCheckValue`, `keystore.missingKey`. */
  loadWorkingKeys(keys: readonly EncryptedWorkingKey[]): void;
  has(name: WorkingKeyName): boolean;
  /** One block cipher encryption under the MAC key of whatever 8-byte blocks the MAC algorithm names. Throws `keystore.missingKey`. */
  encryptMacBlock(block: Uint8Array): Uint8Array;
  /** Retail MAC's last step: decrypt with the right half, encrypt with the left. */
  macHalves(): {
    encryptLeft(block: Uint8Array): Uint8Array;
    decryptRight(block: Uint8Array): Uint8Array;
  };
  /** Eight bytes of a track under the track key. Throws `keystore.missingKey`. */
  encryptTrackBlock(block: Uint8Array): Uint8Array;
  /** Encrypts a clear PIN block; only the PIN pad driver calls it. */
  encryptPinBlock(clear: Uint8Array): Uint8Array;
  /** Epoch key of the vault: 32 bytes, created on first use, destroyed by {@link destroyEpoch}. */
  epochKey(epoch: number): Uint8Array;
  destroyEpoch(epoch: number): void;
  /** Key of the lookup token (HMAC-SHA-256) of card numbers. */
  lookupKey(): Uint8Array;
}

export type KeyProblem = KeyWeakness | 'length';

/** Check values are three bytes as hex. `parity`: false where all but a few bytes have one parity. */
export type KeyPartEnd =
  | { readonly ok: true; readonly checkValue: string; readonly parity: boolean }
  | { readonly ok: false; readonly problem: KeyProblem };

export type MasterKeyEnd =
  | { readonly ok: true; readonly checkValue: string }
  | { readonly ok: false; readonly problem: KeyProblem };

/**
 * The master key, typed by two custodians, a part each: digits go in, check values come out, and nobody sees a part
 * or the key again. On a device the PIN pad does this.
 */
export interface MasterKeyLoading {
  /** Of the key in use: three bytes as hex, and whether custodians brought it. */
  masterKey(): { readonly checkValue: string; readonly loaded: boolean };
  /** How many hex digits the part that comes next may have. */
  partLengths(): readonly number[];
  /** One hex digit of the part; how many it has now. */
  typePart(digit: string): number;
  clearPart(): void;
  endPart(): KeyPartEnd;
  dropLastPart(): void;
  /** The two parts, XORed. */
  combineParts(): MasterKeyEnd;
  /**
   * From here on the combined key is the master key: durable when it returns, and the working keys are gone. Throws
   * `keystore.notKept`; the key before is then still in use.
   */
  keepMasterKey(): void;
  forgetParts(): void;
}
