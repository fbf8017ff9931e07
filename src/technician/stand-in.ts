import { hex, toHex } from '../bytes.ts';
import { passesLuhn } from '../card/pan.ts';
import { emvTags } from '../tlv/tags.ts';
import { isTlvError, parseTlv, type Tlv } from '../tlv/tlv.ts';

/** Stand-ins for the numbers of one recording: the same number always gets the same one. */
export class StandIns {
  readonly #byNumber = new Map<string, string>();

  /** As long as the number, with a right check digit, obviously no real account. */
  of(number: string): string {
    const known = this.#byNumber.get(number);
    if (known !== undefined) return known;
    const made = standIn(number, this.#byNumber.size + 1);
    this.#byNumber.set(number, made);
    return made;
  }

  get numbers(): readonly string[] {
    return [...this.#byNumber.keys()];
  }

  /** Every number that was met, digits or ASCII codes, replaced in a text of hex; lengths stay. */
  replaceIn(hexText: string): string {
    let text = hexText;
    for (const [number, other] of this.#byNumber) {
      text = text.replaceAll(number, other).replaceAll(asciiHex(number), asciiHex(other));
    }
    return text;
  }

  /** Is any of the numbers still in the text? Line ends and the frame of chained answers count for nothing. */
  remainsIn(hexText: string): boolean {
    return [...this.#byNumber].some(
      ([number, other]) =>
        number !== other && (hexText.includes(number) || hexText.includes(asciiHex(number))),
    );
  }
}

const asciiHex = (digits: string): string => toHex(new TextEncoder().encode(digits));

function standIn(number: string, ordinal: number): string {
  const family = number.startsWith('62') ? '622200' : number.startsWith('4') ? '411111' : '999999';
  const body = family.padEnd(number.length - 4, '0').slice(0, number.length - 4);
  const start = `${body}${String(900 + (ordinal % 100)).padStart(3, '0')}`.slice(
    0,
    number.length - 1,
  );
  const check = '0123456789'.split('').find((digit) => passesLuhn(start + digit)) ?? '0';
  return start + check;
}

/** Notes the numbers in the answer's tags 5A and 57, wherever they stand. */
export function noteNumbers(response: Uint8Array, into: StandIns): void {
  walk(response.slice(0, -2), ({ tag, value }) => {
    const digits = toHex(value);
    const number =
      tag === '5A'
        ? /^(\d{8,19})F*$/.exec(digits)
        : tag === '57'
          ? /^(\d{8,19})D/.exec(digits)
          : null;
    if (number?.[1] !== undefined) into.of(number[1]);
  });
  // An answer that is no TLV can hold them all the same.
  for (const [, number] of toHex(response).matchAll(/57[01].(\d{12,19})D\d{7}/g))
    into.of(number ?? '');
}

function walk(bytes: Uint8Array, visit: (object: Tlv) => void): void {
  const objects = parseTlv(bytes);
  const each = (object: Tlv): void => {
    if (object.children === undefined) visit(object);
    else object.children.forEach(each);
  };
  if (!isTlvError(objects)) objects.forEach(each);
}

/** What a certificate or signature covers can be opened with public keys, the number among it. */
const certificateTags = new Set(['90', '92', '93', '9F46', '9F48', '9F2D', '9F2F', '9F4B']);

/**
 * The answer with other numbers, no name, and zeros as discretionary data; as long as before. `certificates`:
 * those of a real card are blanked too, because they hold its number.
 */
export function maskResponse(
  response: Uint8Array,
  standIns: StandIns,
  certificates: 'keep' | 'blank',
): Uint8Array {
  const copy = response.slice();
  walk(copy.slice(0, -2), ({ tag, encoded, value }) => {
    const opens = certificates === 'blank' && certificateTags.has(tag);
    const blank = opens ? new Uint8Array(value.length) : blanked(tag, value);
    if (blank === undefined) return;
    const at = toHex(copy).indexOf(toHex(encoded)) / 2;
    if (Number.isInteger(at) && at >= 0) copy.set(blank, at + encoded.length - value.length);
  });
  return hex(standIns.replaceIn(blankTracks(toHex(copy))));
}

/** Track 2 data in an answer that need not be TLV: behind tag and length, zeros after the service code. */
function blankTracks(text: string): string {
  let blank = text;
  for (const match of text.matchAll(/57(0[0-9A-F]|1[0-3])(\d{8,19}D\d{7})/g)) {
    const start = match.index + match[0].length;
    const end = match.index + 4 + 2 * Number.parseInt(match[1] ?? '', 16);
    const rest = blank.slice(start, end);
    if (/^\d*F*$/.test(rest))
      blank = blank.slice(0, start) + rest.replace(/\d/g, '0') + blank.slice(end);
  }
  return blank;
}

/** The value of a sensitive object other than number and track 2: spaces in texts, zeros elsewhere. */
function blanked(tag: string, value: Uint8Array): Uint8Array | undefined {
  const row = emvTags.get(tag);
  if (row?.sensitive !== true || tag === '5A' || tag === '57') return undefined;
  if (tag === '5F20')
    return new TextEncoder().encode('TEST/CARD'.padEnd(value.length).slice(0, value.length));
  return new Uint8Array(value.length).fill(row.format === 'ans' ? 0x30 : 0);
}
