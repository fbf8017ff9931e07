import { toHex } from '../bytes.ts';
import type { CaPublicKey, TerminalApplication } from '../emv/contract.ts';
import { tagName, walkTlv } from '../iso8583/tlv-chain.ts';

/** What field 62 of a query's answer lists: each item as the fetch wants it, and whether to ask again. */
export type DownloadList = { readonly items: readonly Uint8Array[]; readonly more: boolean };

/** Objects of field 62 of the downloads, as the parsers here and in `downloads/parameters.ts` read them. */
export const downloadObjects: Readonly<Record<string, string>> = {
  '9F06': 'RID or AID',
  '9F08': 'version of the application',
  '9F1B': 'floor limit',
  '9F22': 'index of the key',
  DF01: 'selection by a part of the name (00) or the whole (01)',
  DF02: 'modulus',
  DF03: 'check sum',
  DF04: 'exponent',
  DF05: 'expiry',
  DF06: 'hash algorithm',
  DF07: 'signature algorithm',
  DF11: 'action code, default',
  DF12: 'action code, online',
  DF13: 'action code, denial',
  DF14: 'default DDOL',
  DF15: 'threshold of the random selection',
  DF16: 'maximum target percent',
  DF17: 'target percent',
  DF20: 'version of the parameters',
  DF22: 'tries of a reversal',
  DF23: 'tries of an advice',
  DF24: 'hotline',
  DF25: 'completion, percent of the hold',
  DF26: 'days of a hold',
  DF27: 'largest hold',
};

/** First byte of field 62 of an answer. */
export const downloadStates: Readonly<Record<string, string>> = {
  '30': 'nothing',
  '31': 'all of it',
  '32': 'more to follow',
  '33': 'the last part',
};

/** First byte of field 62: nothing, all of it, more to follow, the last part. */
const none = 0x30;
const more = 0x32;

/**
 * The list of a query: `9F06` and, for keys, `9F22` of each item; `DF05` (expiry) is not needed to fetch it.
 * Undefined when the field is no list.
 */
export function parseDownloadList(data: Uint8Array): DownloadList | undefined {
  const state = data[0];
  if (state === undefined || state < none || state > 0x33) return undefined;
  if (state === none) return { items: [], more: false };
  const list = data.subarray(1);
  const items: Uint8Array[] = [];
  let start = -1;
  let end = -1;
  const broken = walkTlv(list, (tag, from, _valueFrom, to) => {
    if (tag === 0x9f06) {
      if (start >= 0) items.push(list.slice(start, end));
      start = from;
    }
    if (tag === 0x9f06 || tag === 0x9f22) end = to;
  });
  if (broken !== undefined) return undefined;
  if (start >= 0) items.push(list.slice(start, end));
  return { items, more: state === more };
}

/** Objects of field 62 behind its first byte, as hex by tag; undefined when there is nothing or it is no chain. */
function objectsOf(data: Uint8Array): ReadonlyMap<string, string> | undefined {
  if (data.length === 0 || data[0] === none) return undefined;
  const body = data.subarray(1);
  const objects = new Map<string, string>();
  const broken = walkTlv(body, (tag, _from, valueFrom, to) =>
    objects.set(tagName(tag), toHex(body.subarray(valueFrom, to))),
  );
  return broken === undefined ? objects : undefined;
}

/** A CA public key: 9F06 RID, 9F22 index, DF02 modulus, DF03 check sum, DF04 exponent, DF05 expiry. */
export function parseCaPublicKey(data: Uint8Array): CaPublicKey | undefined {
  const objects = objectsOf(data);
  const [rid, index, modulus, exponent, expiry] = ['9F06', '9F22', 'DF02', 'DF04', 'DF05'].map(
    (tag) => objects?.get(tag),
  );
  if (!rid || !index || !modulus || !exponent || !expiry) return undefined;
  const hash = objects?.get('DF03');
  const key = { rid, index, modulus, exponent, expiry: dateOf(expiry) };
  return hash ? { ...key, hash } : key;
}

/** YYYYMMDD, sent in BCD or as eight characters. */
const dateOf = (hexText: string): string =>
  hexText.length === 16 ? Buffer.from(hexText, 'hex').toString('latin1') : hexText;

/**
 * An application: 9F06 AID, DF01 selection (00 part of the name is enough), 9F08 version, DF11 DF12 DF13 action
 * codes, 9F1B floor limit, DF15 threshold, DF16 and DF17 percentages, DF14 default DDOL.
 */
export function parseApplication(data: Uint8Array): TerminalApplication | undefined {
  const objects = objectsOf(data);
  const [aid, versionNumber, tacDefault, tacOnline, tacDenial] = [
    '9F06',
    '9F08',
    'DF11',
    'DF12',
    'DF13',
  ].map((tag) => objects?.get(tag));
  if (!aid || !versionNumber || !tacDefault || !tacOnline || !tacDenial) return undefined;
  const number = (tag: string, base: 10 | 16): number =>
    Number.parseInt(objects?.get(tag) || '0', base);
  return {
    aid,
    partialSelection: objects?.get('DF01') !== '01',
    versionNumber,
    floorLimitMinorUnits: number('9F1B', 16),
    randomSelection: {
      targetPercent: number('DF17', 10),
      maximumTargetPercent: number('DF16', 10),
      thresholdMinorUnits: number('DF15', 16),
    },
    tacDenial,
    tacOnline,
    tacDefault,
    defaultDdol: objects?.get('DF14') ?? '',
    defaultTdol: '',
  };
}
