import type { KeyPartEnd, MasterKeyEnd, MasterKeyLoading } from '#hal/keystore/contract.ts';

/** What the desk asks of the keystore while custodians type: a digit goes in, and only check values come out. */
export type KeyStep =
  | { readonly do: 'look' }
  | { readonly do: 'type'; readonly digit: string }
  | { readonly do: 'clear' }
  | { readonly do: 'endPart' }
  | { readonly do: 'dropPart' }
  | { readonly do: 'combine' }
  | { readonly do: 'keep' }
  | { readonly do: 'forget' };

export type KeyLook = ReturnType<MasterKeyLoading['masterKey']> & {
  readonly lengths: readonly number[];
};

export type KeyAnswer<D extends KeyStep['do']> = D extends 'look'
  ? KeyLook
  : D extends 'type'
    ? number
    : D extends 'endPart'
      ? KeyPartEnd
      : D extends 'combine'
        ? MasterKeyEnd
        : undefined;

export function takeKeyStep(keys: MasterKeyLoading, step: KeyStep): KeyAnswer<KeyStep['do']> {
  switch (step.do) {
    case 'look':
      return { ...keys.masterKey(), lengths: keys.partLengths() };
    case 'type':
      return keys.typePart(step.digit);
    case 'clear':
      keys.clearPart();
      return undefined;
    case 'endPart':
      return keys.endPart();
    case 'dropPart':
      keys.dropLastPart();
      return undefined;
    case 'combine':
      return keys.combineParts();
    case 'keep':
      keys.keepMasterKey();
      return undefined;
    case 'forget':
      keys.forgetParts();
      return undefined;
  }
}
