import { createHash } from 'node:crypto';
import type { Keystore } from '#hal/keystore/contract.ts';

/** Only the keys that the journal asks for, the same at every start. */
export function benchKeystore(): Keystore {
  const key = createHash('sha256').update('bench').digest();
  const unused = (): never => {
    throw new Error('the journal asks for no such key');
  };
  return {
    loadWorkingKeys: unused,
    has: unused,
    encryptMacBlock: unused,
    macHalves: unused,
    encryptTrackBlock: unused,
    encryptPinBlock: unused,
    epochKey: () => key,
    destroyEpoch: () => undefined,
    lookupKey: () => key,
  };
}
