import { toHex } from '../bytes.ts';
import { describeTlv } from '../emv/describe-tlv.ts';
import { maskedHex } from '../tlv/mask.ts';
import { tagTitle } from '../tlv/tags.ts';
import { isTlvError, parseTlv } from '../tlv/tlv.ts';
import { describeStatusWords, isStatusWords } from './status-words.ts';

type CommandParts = {
  readonly cla: number;
  readonly ins: number;
  readonly p1: number;
  readonly p2: number;
  readonly data: Uint8Array;
  readonly le: number | undefined;
};

/** A short command APDU taken apart (ISO/IEC 7816-4 §5.1); undefined when its lengths fit no case. */
function parseCommand(bytes: Uint8Array): CommandParts | undefined {
  const [cla, ins, p1, p2, p3] = bytes;
  if (cla === undefined || ins === undefined || p1 === undefined || p2 === undefined)
    return undefined;
  const head = { cla, ins, p1, p2 };
  if (p3 === undefined) return { ...head, data: new Uint8Array(0), le: undefined };
  if (bytes.length === 5) return { ...head, data: new Uint8Array(0), le: p3 };
  const data = bytes.slice(5, 5 + p3);
  const rest = bytes.length - 5 - p3;
  if (p3 === 0 || rest < 0 || rest > 1) return undefined;
  return { ...head, data, le: rest === 1 ? bytes.at(-1) : undefined };
}

const title: Readonly<Record<number, (command: CommandParts) => string>> = {
  22: () => 'CARD BLOCK (issuer script)',
  24: () => 'APPLICATION UNBLOCK (issuer script)',
  30: () => 'APPLICATION BLOCK (issuer script)',
  32: ({ p2 }) => `VERIFY, ${p2 === 0x88 ? 'enciphered' : 'plaintext'} offline PIN`,
  36: () => 'PIN CHANGE/UNBLOCK (issuer script)',
  130: () => 'EXTERNAL AUTHENTICATE: the issuer proves itself',
  132: () => 'GET CHALLENGE',
  136: () => 'INTERNAL AUTHENTICATE: dynamic data authentication',
  164: ({ p2 }) => (p2 === 0x02 ? 'SELECT NEXT by name' : 'SELECT by name'),
  168: () => 'GET PROCESSING OPTIONS',
  174: ({ p1 }) =>
    `GENERATE AC, asks for ${['AAC: decline', 'TC: approve offline', 'ARQC: go online', 'a reserved kind'][p1 >> 6]}${p1 & 0x10 ? ', combined authentication (CDA)' : ''}`,
  178: ({ p1, p2 }) => `READ RECORD ${p1} of SFI ${p2 >> 3}`,
  192: () => 'GET RESPONSE: fetches what waits',
  202: ({ p1, p2 }) => `GET DATA ${tagTitle(toHex(Uint8Array.of(p1, p2)))}`,
  218: ({ p1, p2 }) => `PUT DATA ${tagTitle(toHex(Uint8Array.of(p1, p2)))} (issuer script)`,
};

/** Class bytes of EMV 4.4 Book 3 §6.3.2. */
const classes = new Set([0x00, 0x80, 0x84, 0x8c]);

/** Is this a command that the books know, with lengths that fit? */
export function isKnownCommand(bytes: Uint8Array): boolean {
  const command = parseCommand(bytes);
  return command !== undefined && classes.has(command.cla) && title[command.ins] !== undefined;
}

/** A command in words; data that may hold a number are masked, a PIN block is not shown at all. */
export function describeCommand(bytes: Uint8Array): string[] | undefined {
  const command = parseCommand(bytes);
  if (command === undefined) return undefined;
  const { cla, ins, p1, p2, data, le } = command;
  const header = toHex(Uint8Array.of(cla, ins, p1, p2));
  const name = title[ins]?.(command) ?? 'instruction not of the EMV books';
  const lines = [`command ${header} ${name}`];
  if (data.length > 0) lines.push(`  data, ${data.length} bytes: ${dataWords(command)}`);
  if (le !== undefined) lines.push(`  expects ${le === 0 ? 'up to 256' : le} bytes`);
  return lines;
}

function dataWords({ ins, data }: CommandParts): string {
  if (ins === 0x20) return 'a PIN block, not shown';
  if (ins === 0xa4 && data.every((byte) => byte >= 0x20 && byte < 0x7f)) {
    const text = String.fromCharCode(...data);
    return /\d{12}/.test(text) ? maskedHex(data, data.length) : `"${text}"`;
  }
  return ins === 0xa4 ? toHex(data) : maskedHex(data, data.length);
}

/** A response in words: the status words, then the data objects; undefined for fewer than two bytes. */
export function describeResponse(bytes: Uint8Array): string[] | undefined {
  if (bytes.length < 2) return undefined;
  const statusWords = toHex(bytes.slice(-2));
  const data = bytes.slice(0, -2);
  const lines = [`response ${statusWords}: ${describeStatusWords(statusWords)}`];
  if (data.length === 0) return lines;
  const objects = parseTlv(data);
  if (isTlvError(objects))
    return [...lines, `  ${data.length} bytes, no TLV: ${maskedHex(data, data.length)}`];
  return [...lines, ...describeTlv(data).map((line) => `  ${line}`)];
}

/** A command when it can be one, else a response. */
export function describeApdu(bytes: Uint8Array): string[] | undefined {
  if (isKnownCommand(bytes)) return describeCommand(bytes);
  const looksLikeResponse = bytes.length >= 2 && isStatusWords(toHex(bytes.slice(-2)));
  return looksLikeResponse ? describeResponse(bytes) : describeCommand(bytes);
}
