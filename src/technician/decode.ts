import { hex, toHex } from '../bytes.ts';
import { Pan, passesLuhn } from '../card/pan.ts';
import { parseAfl } from '../emv/afl.ts';
import type { ScriptStep } from '../emv/apdu-script.ts';
import { parseAtr } from '../emv/atr.ts';
import { conditionWords, methodCode, methods, parseCvmList } from '../emv/cvm-list.ts';
import { parseDol } from '../tlv/dol.ts';
import { emvTags } from '../tlv/tags.ts';
import { isTlvError, parseTlv } from '../tlv/tlv.ts';
import { type Decoded, explained, refused } from './decoded.ts';
import {
  describeApdu,
  describeCommand,
  describeResponse,
  isKnownCommand,
} from './describe-apdu.ts';
import { type DialectChoice, describeIso, looksLikeIso } from './describe-iso.ts';
import {
  decodeAfl,
  decodeAtr,
  decodeBits,
  decodeCvmList,
  decodeCvmResults,
  decodeDol,
  decodeTlv,
} from './describe-lists.ts';
import { describeNumber, describeTracks } from './describe-track.ts';
import { readHexText } from './hex-text.ts';
import { isStatusWords } from './status-words.ts';
import { readTranscript } from './transcript.ts';
import { withoutNumbers } from './without-numbers.ts';

/** Everything that can be put into words; each is a flag of `npm run decode`. */
export const kinds = [
  'tlv',
  'tvr',
  'tsi',
  'aip',
  'auc',
  'atr',
  'afl',
  'cvm',
  'cvm-results',
  'dol',
  'apdu',
  'iso',
  'track',
] as const;

export type Kind = (typeof kinds)[number];

const ofBytes: Readonly<Record<Exclude<Kind, 'track' | 'iso'>, (bytes: Uint8Array) => Decoded>> = {
  tlv: decodeTlv,
  tvr: (bytes) => decodeBits(bytes, '95', 'Terminal Verification Results', 5),
  tsi: (bytes) => decodeBits(bytes, '9B', 'Transaction Status Information', 2),
  aip: (bytes) => decodeBits(bytes, '82', 'Application Interchange Profile', 2),
  auc: (bytes) => decodeBits(bytes, '9F07', 'Application Usage Control', 2),
  atr: decodeAtr,
  afl: decodeAfl,
  cvm: decodeCvmList,
  'cvm-results': decodeCvmResults,
  dol: decodeDol,
  apdu: (bytes) => {
    const lines = describeApdu(bytes);
    return lines === undefined
      ? refused('APDU at byte 4: the lengths fit neither a command nor a response')
      : explained(...lines);
  },
};

/**
 * Any of the kinds in words, by its shape when `kind` is not given; no line holds a full number, a track,
 * a name or a PIN block. What cannot be read says where and why. Never throws; `dialect` is for `iso`.
 */
export function decode(text: string, kind?: Kind, dialect?: DialectChoice): Decoded {
  const decoded = decodeShown(text, kind, dialect);
  return decoded.type === 'malformed'
    ? refused(withoutNumbers(decoded.problem))
    : explained(...decoded.lines.map(withoutNumbers));
}

function decodeShown(text: string, kind?: Kind, dialect?: DialectChoice): Decoded {
  if (kind === 'track') return describeTracks(text);
  const isTranscript = /^\s*[><!?=#]\s/m.test(text);
  if (isTranscript && (kind === 'apdu' || kind === undefined)) return decodeTranscript(text);
  if (kind === undefined && looksLikeTrack(text)) return describeTracks(text);
  const number = kind === undefined ? numberAlone(text) : undefined;
  if (number !== undefined) return explained(`card number ${describeNumber(number)}`);
  if (kind === undefined || kind === 'iso') {
    const ascii = asciiMessage(text);
    if (ascii !== undefined) return describeIso(ascii, { ...dialect, name: 'ascii' });
  }
  const read = readHexText(text);
  if ('problem' in read) return refused(`character ${read.at}: ${read.problem}`);
  if (kind === 'iso') return describeIso(read.bytes, dialect);
  return kind === undefined ? decodeByShape(read.bytes) : ofBytes[kind](read.bytes);
}

const looksLikeTrack = (text: string): boolean =>
  /^\s*[%;+]/.test(text) || /^\s*(B\d{8,19}\^|\d{8,19}=|\d{12,19}D\d{7}\d*F?\s*$)/i.test(text);

/** Digits and spaces that make a card number, and nothing that a card says in as many digits. */
function numberAlone(text: string): Pan | undefined {
  const digits = text.replace(/\s/g, '');
  const pan = Pan.parse(digits);
  if (!(pan instanceof Pan) || !passesLuhn(digits) || digits.startsWith('0')) return undefined;
  const isAfl = digits.length % 2 === 0 && parseAfl(hex(digits)) !== undefined;
  return isAfl ? undefined : pan;
}

/** A message of the ASCII dialect given as the text it is: MTI, bitmap, and something that is no hex. */
const asciiMessage = (text: string): Uint8Array | undefined =>
  /^0[1-8]\d\d[0-9A-F]{16}/.test(text) && !/^[0-9A-Fa-f\s]*$/.test(text)
    ? Uint8Array.from(text.replace(/[\r\n]+$/, ''), (character) => character.charCodeAt(0) & 0xff)
    : undefined;

function decodeByShape(bytes: Uint8Array): Decoded {
  if (parseAtr(bytes) !== undefined) return decodeAtr(bytes);
  if (parseAfl(bytes) !== undefined) return decodeAfl(bytes);
  if (looksLikeIso(bytes)) return describeIso(bytes);
  if (isKnownTlv(bytes)) return decodeTlv(bytes);
  if (isCvmList(bytes)) return decodeCvmList(bytes);
  if (isKnownCommand(bytes)) return ofBytes.apdu(bytes);
  if (isKnownDol(bytes)) return decodeDol(bytes);
  if (bytes.length === 5 && withoutReserved(ofBytes.tvr(bytes))) return ofBytes.tvr(bytes);
  if (bytes.length === 3 && isCvmResults(bytes)) return decodeCvmResults(bytes);
  if (bytes.length === 2) return decodeTwoBytes(bytes);
  if (isResponse(bytes)) return ofBytes.apdu(bytes);
  return decodeTlv(bytes);
}

const withoutReserved = (decoded: Decoded): boolean =>
  decoded.type === 'explained' && decoded.lines.every((line) => !line.includes('(reserved)'));

function isCvmResults(bytes: Uint8Array): boolean {
  const [code = 0, condition = 0, result = 0] = bytes;
  const isKnown = code === 0x3f || methods.has(methodCode({ code, condition }));
  return isKnown && conditionWords.has(condition) && result <= 2;
}

function isCvmList(bytes: Uint8Array): boolean {
  const list = bytes.length < 10 ? undefined : parseCvmList(bytes);
  return (
    list?.rules.every(
      (rule) => methods.has(methodCode(rule)) && conditionWords.has(rule.condition),
    ) ?? false
  );
}

function isKnownTlv(bytes: Uint8Array): boolean {
  const objects = parseTlv(bytes);
  if (isTlvError(objects)) return false;
  const [first] = objects;
  return bytes[0] !== 0 && first !== undefined && emvTags.has(first.tag);
}

const isKnownDol = (bytes: Uint8Array): boolean =>
  parseDol(bytes)?.every(({ tag }) => emvTags.has(tag)) ?? false;

function isResponse(bytes: Uint8Array): boolean {
  const objects = parseTlv(bytes.slice(0, -2));
  return isStatusWords(toHex(bytes.slice(-2))) && !isTlvError(objects);
}

/** Two bytes can be four things: all are told. */
function decodeTwoBytes(bytes: Uint8Array): Decoded {
  const words = isStatusWords(toHex(bytes)) ? (describeResponse(bytes) ?? []) : [];
  const all = [ofBytes.tsi, ofBytes.aip, ofBytes.auc].map((read) => read(bytes));
  const likely = all.filter(withoutReserved);
  const readings = likely.length > 0 || words.length > 0 ? likely : all;
  return explained(
    'two bytes can be any of these (a flag says which):',
    ...words,
    ...readings.flatMap((reading) => (reading.type === 'explained' ? reading.lines : [])),
  );
}

/** Lines of an `.apdu` transcript, in words. */
function decodeTranscript(text: string): Decoded {
  const transcript = readTranscript(text);
  return 'badLine' in transcript
    ? refused(`line ${transcript.badLine}: not a line of a transcript`)
    : explained(...transcript.steps.flatMap(describeStep));
}

function describeStep(step: ScriptStep): string[] {
  switch (step.type) {
    case 'command':
      return describeCommand(step.bytes) ?? ['command whose lengths do not fit'];
    case 'response':
      return describeResponse(step.bytes) ?? ['response without status words'];
    case 'fault':
      return [`fault: ${step.fault}`];
    case 'answer':
      return [`asked: ${step.request}, answered: ${step.words[0] ?? ''}`];
    case 'outcome':
      return [`outcome: ${step.words.join(' ')}`];
  }
}
