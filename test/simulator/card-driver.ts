import { createCard, type SimulatedCard } from '#hal/simulator/cards/card.ts';
import type { CardProfile } from '#hal/simulator/cards/profile.ts';
import { findCard } from '#hal/simulator/cards/tray.ts';
import { concat, hex, toHex } from '#src/bytes.ts';

/** A card of the tray on the desk; the random numbers are the same in every run. */
export function take(
  id: string,
  change: (profile: CardProfile) => CardProfile = (it) => it,
): SimulatedCard {
  const profile = findCard(id);
  if (profile === undefined) throw new Error(`no card ${id}`);
  const card = createCard(change(structuredClone(profile)), {
    random: (length) => Uint8Array.from({ length }, (_, i) => 17 * (i + 1)),
    wait: async () => undefined,
  });
  card.insert();
  card.reset('cold');
  return card;
}

/**
 * A command in hex to its response in hex, with 61xx and 6Cxx followed as a reader's driver would
 * not.
 */
export async function send(card: SimulatedCard, command: string): Promise<string> {
  let apdu = hex(command);
  let answer = await card.transmit(apdu);
  let data: Uint8Array = new Uint8Array();
  for (let round = 0; round < 4; round++) {
    const [sw1, sw2] = answer.subarray(-2);
    data = concat(data, answer.subarray(0, -2));
    if (sw1 === 0x61) apdu = Uint8Array.of(0, 0xc0, 0, 0, sw2 ?? 0);
    else if (sw1 === 0x6c) apdu = concat(apdu.subarray(0, 4), Uint8Array.of(sw2 ?? 0));
    else break;
    answer = await card.transmit(apdu);
  }
  return toHex(concat(data, answer.subarray(-2)));
}

export const raw = async (card: SimulatedCard, command: string): Promise<string> =>
  toHex(await card.transmit(hex(command)));

/** All primitive objects of a response, by tag; templates are opened. */
export function objectsOf(response: string, into = new Map<string, string>()): Map<string, string> {
  const bytes = hex(response);
  let at = 0;
  while (at < bytes.length) {
    const start = at;
    const first = bytes[at++] ?? 0;
    if ((first & 0x1f) === 0x1f) while (((bytes[at++] ?? 0) & 0x80) !== 0);
    const tag = toHex(bytes.subarray(start, at));
    let length = bytes[at++] ?? 0;
    if (length > 0x80) {
      let more = length & 0x7f;
      length = 0;
      while (more-- > 0) length = (length << 8) | (bytes[at++] ?? 0);
    }
    const value = toHex(bytes.subarray(at, at + length));
    at += length;
    if ((first & 0x20) !== 0) objectsOf(value, into);
    else into.set(tag, value);
  }
  return into;
}

const withoutWords = (response: string) => response.slice(0, -4);
const lengthOf = (text: string) => (text.length / 2).toString(16).padStart(2, '0');
export const command4 = (header: string, data: string) => `${header}${lengthOf(data)}${data}00`;

const terminalValues: Record<string, string> = {
  '9F02': '000000050000',
  '9F03': '000000000000',
  '9F1A': '0156',
  '95': '0080008000',
  '5F2A': '0156',
  '9A': '261123',
  '9C': '00',
  '9F37': '1A2B3C4D',
  '9F21': '143200',
  '9F33': 'E0F8C8',
  '9F40': '6000F0A001',
  '8A': '3030',
};

/** The values that a data object list asks for. */
export function byDol(dol: string, more: Record<string, string> = {}): string {
  let out = '';
  let at = 0;
  while (at < dol.length) {
    const size = (Number.parseInt(dol.slice(at, at + 2), 16) & 0x1f) === 0x1f ? 4 : 2;
    const tag = dol.slice(at, at + size);
    const length = Number.parseInt(dol.slice(at + size, at + size + 2), 16) * 2;
    out += (more[tag] ?? terminalValues[tag] ?? '').padEnd(length, '0').slice(0, length);
    at += size + 2;
  }
  return out;
}

export type Read = {
  readonly data: Map<string, string>;
  /** Bytes to be authenticated offline, AIP not included. */
  readonly staticData: string;
  readonly pdolData: string;
};

/** SELECT, GET PROCESSING OPTIONS and all records, as a terminal would. */
export async function read(card: SimulatedCard, aid: string): Promise<Read> {
  const fci = await send(card, command4('00A40400', aid));
  const data = objectsOf(withoutWords(fci));
  const pdolData = byDol(data.get('9F38') ?? '');
  const options = await send(card, command4('80A80000', `83${lengthOf(pdolData)}${pdolData}`));
  if (options.startsWith('80')) {
    data.set('82', options.slice(4, 8));
    data.set('94', withoutWords(options).slice(8));
  } else objectsOf(withoutWords(options), data);
  let staticData = '';
  for (const entry of (data.get('94') ?? '').match(/.{8}/g) ?? []) {
    const [sfi = 0, first = 0, last = 0, signed = 0] = hex(entry);
    for (let record = first; record <= last; record++) {
      const answer = await send(card, `00B2${toHex(Uint8Array.of(record, sfi | 4))}00`);
      if (!answer.endsWith('9000')) throw new Error(`READ RECORD answered ${answer}`);
      objectsOf(withoutWords(answer), data);
      if (record < first + signed) staticData += withoutWords(answer).replace(/^70(81..|..)/, '');
    }
  }
  return { data, staticData, pdolData };
}

export type Cryptogram = {
  readonly information: string;
  readonly atc: string;
  readonly cryptogram: string;
  readonly applicationData: string;
};

/** GENERATE AC; `more` overrides what the lists ask for. */
export async function generateAc(
  card: SimulatedCard,
  p1: string,
  dol: string,
  more: Record<string, string> = {},
): Promise<Cryptogram> {
  const answer = await send(card, command4(`80AE${p1}00`, byDol(dol, more)));
  if (!answer.endsWith('9000')) throw new Error(`GENERATE AC answered ${answer}`);
  const body = withoutWords(answer);
  if (body.startsWith('80')) {
    return {
      information: body.slice(4, 6),
      atc: body.slice(6, 10),
      cryptogram: body.slice(10, 26),
      applicationData: body.slice(26),
    };
  }
  const objects = objectsOf(body);
  const value = (tag: string) => objects.get(tag) ?? '';
  return {
    information: value('9F27'),
    atc: value('9F36'),
    cryptogram: value('9F26'),
    applicationData: value('9F10'),
  };
}

/** Field 55 as a terminal would send it. */
export function field55(read: Read, ac: Cryptogram, more: Record<string, string> = {}): string {
  const values: Record<string, string> = {
    ...terminalValues,
    '82': read.data.get('82') ?? '',
    '9F26': ac.cryptogram,
    '9F27': ac.information,
    '9F10': ac.applicationData,
    '9F36': ac.atc,
    ...more,
  };
  const tags = '9F26 9F27 9F10 9F37 9F36 95 9A 9C 9F02 5F2A 82 9F1A 9F03 9F33'.split(' ');
  return tags
    .map((tag) => `${tag}${lengthOf(values[tag] ?? '')}${values[tag]}`)
    .join('')
    .toUpperCase();
}
