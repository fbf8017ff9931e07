import type { EncryptedWorkingKey, WorkingKeyName } from '#hal/keystore/contract.ts';
import type { KeyMode } from './settings.ts';

export const checkValueLength = 4;

/** Names in their order and length of each key in F62 of a sign-in answer. */
export const workingKeyLayouts: Readonly<
  Record<KeyMode, { readonly keyLength: number; readonly names: readonly WorkingKeyName[] }>
> = {
  single: { keyLength: 8, names: ['pin', 'mac'] },
  double: { keyLength: 16, names: ['pin', 'mac'] },
  doubleWithTrack: { keyLength: 16, names: ['pin', 'mac', 'track'] },
  sm4: { keyLength: 16, names: ['pin', 'mac'] },
};

/**
 * F62 of a 0810: 24, 40 or 60 bytes of keys under the TMK, each with its check value. Undefined for any
 * other length: a host that answers with shorter keys than asked is not followed.
 */
export function parseWorkingKeys(
  keyMode: KeyMode,
  field62: Uint8Array,
): readonly EncryptedWorkingKey[] | undefined {
  const { keyLength, names } = workingKeyLayouts[keyMode];
  const step = keyLength + checkValueLength;
  if (field62.length !== step * names.length) return undefined;
  return names.map((name, i) => {
    const encrypted = field62.slice(i * step, i * step + keyLength);
    const checkValue = field62.slice(i * step + keyLength, (i + 1) * step);
    return { name, encrypted: withoutEmptyHalf(name, encrypted), checkValue };
  });
}

/** Many hosts keep a single-length MAC key in double mode: its second half is then zeros. */
function withoutEmptyHalf(name: WorkingKeyName, encrypted: Uint8Array): Uint8Array {
  const isSingle =
    name === 'mac' && encrypted.length === 16 && encrypted.subarray(8).every((b) => b === 0);
  return isSingle ? encrypted.slice(0, 8) : encrypted;
}
