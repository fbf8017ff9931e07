import { Pan } from '#src/card/pan.ts';
import type { TrackFormat } from './alphabet.ts';
import { TrackData } from './track-data.ts';

type Common = {
  readonly pan: Pan;
  /** YYMM; undefined when the card leaves it out. */
  readonly expiry: string | undefined;
  readonly serviceCode: string | undefined;
  readonly data: TrackData;
};

export type Track1 = Common & {
  /** Surname / given name as the card has it, spaces trimmed. */
  readonly name: string;
};
export type Track2 = Common;
export type Track3 = { readonly pan: Pan; readonly data: TrackData };

const track1Pattern = /^B(\d{12,19})\^([^^]{2,26})\^(\d{4}|\^)(\d{3}|\^)([^^]*)$/;
const track2Pattern = /^(\d{12,19})=(\d{4}|=)(\d{3}|=)(\d*)$/;
const track3Pattern = /^\d{2}(\d{12,19})=[\d=]*$/;

const present = (field: string): string | undefined => (/^\d/.test(field) ? field : undefined);
const validExpiry = (expiry: string | undefined) =>
  expiry === undefined || /^\d\d(0[1-9]|1[0-2])$/.test(expiry);

/**
 * ISO/IEC 7813 (tracks 1 and 2) and 4909 (track 3). `text` has no sentinels. `undefined` when it is no bank
 * card's; the check digit of the number is judged by the caller.
 */
export function parseTrack1(text: string): Track1 | undefined {
  const match = track1Pattern.exec(text);
  if (match === null) return undefined;
  const [, number = '', name = '', expiry = '', serviceCode = ''] = match;
  const common = bankTrack(text, number, expiry, serviceCode);
  return common === undefined ? undefined : { ...common, name: name.trim() };
}

export function parseTrack2(text: string): Track2 | undefined {
  const match = track2Pattern.exec(text);
  if (match === null) return undefined;
  const [, number = '', expiry = '', serviceCode = ''] = match;
  return bankTrack(text, number, expiry, serviceCode);
}

export function parseTrack3(text: string): Track3 | undefined {
  const number = track3Pattern.exec(text)?.[1];
  const pan = number === undefined ? undefined : panOf(number);
  return pan === undefined ? undefined : { pan, data: dataOf(text) };
}

function bankTrack(
  text: string,
  number: string,
  expiry: string,
  serviceCode: string,
): Common | undefined {
  if (!validExpiry(present(expiry))) return undefined;
  const pan = panOf(number);
  if (pan === undefined) return undefined;
  return { pan, expiry: present(expiry), serviceCode: present(serviceCode), data: dataOf(text) };
}

function panOf(number: string): Pan | undefined {
  const pan = Pan.parse(number);
  return typeof pan === 'string' ? undefined : pan;
}

const dataOf = (text: string) =>
  new TrackData(Uint8Array.from(text, (character) => character.charCodeAt(0)));

/** Characters of a frame between its sentinels. */
export function textOf(codes: Uint8Array, format: TrackFormat): string {
  return String.fromCharCode(...codes.subarray(1, -2).map((code) => code + format.base));
}
