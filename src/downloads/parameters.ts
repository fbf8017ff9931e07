import { toHex } from '../bytes.ts';
import { tagName, walkTlv } from '../iso8583/tlv-chain.ts';
import type { BankParameters } from './tables.ts';

const ascii = (value: Uint8Array): string => String.fromCharCode(...value);

/** Digits in BCD; anything else is no number, and the check of the whole configuration refuses it. */
const number = (value: Uint8Array): number => {
  const digits = toHex(value);
  return /^\d{1,12}$/.test(digits) ? Number(digits) : Number.NaN;
};

/** Objects of field 62: numbers in BCD, texts in ASCII. Tags that are not here are the bank's own business. */
const readers: Readonly<Record<string, (value: Uint8Array) => BankParameters>> = {
  DF20: (value) => ({ version: ascii(value) }),
  DF22: (value) => ({ reversalTries: number(value) }),
  DF23: (value) => ({ adviceTries: number(value) }),
  DF24: (value) => ({ hotline: ascii(value) }),
  DF25: (value) => ({ completionLimitPercent: number(value) }),
  DF26: (value) => ({ validityDays: number(value) }),
  DF27: (value) => ({ maximumHoldMinorUnits: number(value) }),
};

/** Terminal parameters behind the first byte of field 62; undefined when there are none or it is no chain. */
export function parseParameters(data: Uint8Array): BankParameters | undefined {
  if (data.length < 2 || data[0] === 0x30) return undefined;
  const body = data.subarray(1);
  let parameters: BankParameters = {};
  const broken = walkTlv(body, (tag, _from, valueFrom, to) => {
    const read = readers[tagName(tag)];
    if (read !== undefined) parameters = { ...parameters, ...read(body.subarray(valueFrom, to)) };
  });
  return broken === undefined ? parameters : undefined;
}
