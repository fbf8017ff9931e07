import { packSeptets, septetsOf, textOfSeptets, unpackSeptets } from './alphabet.ts';

/**
 * Short messages as a modem takes and gives them in PDU mode (3GPP TS 23.040 §9.2.2): an SMS-SUBMIT for each part
 * out, SMS-DELIVER and SMS-STATUS-REPORT in.
 */

/** One part: what follows `AT+CMGS=<length>`, and that length (octets without the service centre's address). */
export type SubmitPart = { readonly hex: string; readonly length: number };

const septetsAlone = 160;
const septetsInPart = 153;
const unitsAlone = 70;
const unitsInPart = 67;
const mostParts = 10;

const submit = 0x01;
const validityRelative = 0x10;
const statusReportRequest = 0x20;
const userDataHeader = 0x40;
/** Relative validity: 4 days. */
const validity = 0xaa;
const ucs2 = 0x08;

/**
 * The parts of a message; `reference` (0 to 255) ties them together. Undefined when the number is none, or the text
 * would need more than 10 parts.
 */
export function submitParts(
  to: string,
  text: string,
  reference: number,
): readonly SubmitPart[] | undefined {
  const address = addressOf(to);
  const bodies = bodiesOf(text);
  if (address === undefined || bodies.length > mostParts) return undefined;
  const several = bodies.length > 1;
  return bodies.map((body, index) => {
    const header = several ? [5, 0, 3, reference & 0xff, bodies.length, index + 1] : [];
    const { length, octets } = userData(body, header);
    const first = submit | validityRelative | statusReportRequest | (several ? userDataHeader : 0);
    const coding = body.type === 'ucs2' ? ucs2 : 0;
    const tpdu = [first, 0, ...address, 0, coding, validity, length, ...octets];
    return { hex: hexOf([0, ...tpdu]), length: tpdu.length };
  });
}

type Body =
  | { readonly type: 'gsm'; readonly septets: readonly number[] }
  | { readonly type: 'ucs2'; readonly text: string };

function bodiesOf(text: string): readonly Body[] {
  const septets = septetsOf(text);
  if (septets !== undefined) {
    const size = septets.length <= septetsAlone ? septetsAlone : septetsInPart;
    return slices(septets.length, size, () => false).map(([from, to]) => ({
      type: 'gsm',
      septets: septets.slice(from, to),
    }));
  }
  const size = text.length <= unitsAlone ? unitsAlone : unitsInPart;
  // A pair of units that make one character stays in one part.
  const splitsPair = (at: number): boolean => /[\ud800-\udbff]/.test(text.charAt(at - 1));
  return slices(text.length, size, splitsPair).map(([from, to]) => ({
    type: 'ucs2',
    text: text.slice(from, to),
  }));
}

function slices(
  length: number,
  size: number,
  splits: (at: number) => boolean,
): readonly (readonly [number, number])[] {
  const found: (readonly [number, number])[] = [];
  for (let from = 0; from < Math.max(1, length); ) {
    let to = Math.min(length, from + size);
    if (to < length && splits(to)) to -= 1;
    found.push([from, to]);
    from = Math.max(to, from + 1);
  }
  return found;
}

/** Length as the field counts it: septets, the header's among them, or octets. */
function userData(body: Body, header: readonly number[]) {
  if (body.type === 'ucs2') {
    const units = [...Array(body.text.length).keys()].map((at) => body.text.charCodeAt(at));
    const octets = [...header, ...units.flatMap((unit) => [unit >> 8, unit & 0xff])];
    return { length: octets.length, octets };
  }
  const headerSeptets = Math.ceil((header.length * 8) / 7);
  const fill = headerSeptets * 7 - header.length * 8;
  return {
    length: headerSeptets + body.septets.length,
    octets: [...header, ...packSeptets(body.septets, fill)],
  };
}

/** Length in digits, type (91 international, 81 unknown), digits swapped in pairs. */
function addressOf(to: string): readonly number[] | undefined {
  const match = /^(\+?)(\d{3,20})$/.exec(to);
  if (match === null) return undefined;
  const [, plus, digits = ''] = match;
  return [digits.length, plus === '+' ? 0x91 : 0x81, ...swapped(digits)];
}

function swapped(digits: string): readonly number[] {
  const padded = digits.length % 2 === 0 ? digits : `${digits}f`;
  return (padded.match(/../g) ?? []).map((pair) => Number.parseInt(`${pair[1]}${pair[0]}`, 16));
}

const hexOf = (octets: readonly number[]): string =>
  octets.map((octet) => octet.toString(16).padStart(2, '0').toUpperCase()).join('');

export type Received =
  | {
      readonly type: 'report';
      readonly reference: number;
      readonly to: string;
      readonly delivered: boolean | undefined;
    }
  | {
      readonly type: 'deliver';
      readonly from: string;
      readonly text: string;
      /** Of a message in several parts: which one of how many, under a reference of its sender's. */
      readonly part?: Part;
    };

export type Part = { readonly reference: number; readonly index: number; readonly of: number };

/** A message or report from the network; undefined when it is none of the two, or broken. */
export function parseReceived(hex: string): Received | undefined {
  if (!/^([0-9A-Fa-f]{2}){2,300}$/.test(hex)) return undefined;
  const octets = (hex.match(/../g) ?? []).map((pair) => Number.parseInt(pair, 16));
  const reading = new Reading(octets);
  reading.take(reading.next());
  const first = reading.next();
  if ((first & 3) === 2) {
    const reference = reading.next();
    const to = reading.address();
    reading.take(14);
    const delivered = arrived(reading.next());
    return reading.short ? undefined : { type: 'report', reference, to, delivered };
  }
  if ((first & 3) !== 0) return undefined;
  const from = reading.address();
  reading.take(1);
  const coding = reading.next();
  reading.take(7);
  const withHeader = (first & userDataHeader) !== 0;
  const part = withHeader ? reading.part() : undefined;
  const text = reading.text(coding, withHeader);
  if (reading.short) return undefined;
  return { type: 'deliver', from, text, ...(part === undefined ? {} : { part }) };
}

/** Elements of a user data header that tie parts together (3GPP TS 23.040 §9.2.3.24.1 and .8): 8 and 16 bit. */
const concatenated = new Map([
  [0x00, 1],
  [0x08, 2],
]);

/** Where in a message of several parts this one stands; undefined when the header does not say so. */
function partOf(header: readonly number[]): Part | undefined {
  for (let at = 0; at + 1 < header.length; at += 2 + (header[at + 1] ?? 0)) {
    const size = concatenated.get(header[at] ?? -1);
    if (size === undefined || header[at + 1] !== size + 2) continue;
    const [of = 0, index = 0] = header.slice(at + 2 + size, at + 4 + size);
    const reference = header.slice(at + 2, at + 2 + size).reduce((sum, octet) => sum * 256 + octet);
    if (index >= 1 && index <= of) return { reference, index, of };
  }
  return undefined;
}

/** TP-Status: below 20 it is done, below 40 the network still tries, above it has given up. */
function arrived(status: number): boolean | undefined {
  if (status < 0x20) return true;
  return status < 0x40 ? undefined : false;
}

/** Octets from the front; `short` once more was wanted than there is. */
class Reading {
  readonly #octets: readonly number[];
  #at = 0;
  short = false;

  constructor(octets: readonly number[]) {
    this.#octets = octets;
  }

  next(): number {
    return this.take(1)[0] ?? 0;
  }

  take(count: number): readonly number[] {
    const taken = this.#octets.slice(this.#at, this.#at + count);
    this.#at += count;
    if (taken.length < count) this.short = true;
    return taken;
  }

  address(): string {
    const digits = this.next();
    const type = this.next();
    const octets = this.take(Math.ceil(digits / 2));
    if ((type & 0x70) === 0x50)
      return textOfSeptets(unpackSeptets(Uint8Array.from(octets), Math.floor((digits * 4) / 7), 0));
    const text = octets.map((octet) => `${(octet & 15).toString(16)}${(octet >> 4).toString(16)}`);
    return `${(type & 0x70) === 0x10 ? '+' : ''}${text.join('').slice(0, digits)}`;
  }

  /** Looks at the header without going past it. */
  part(): Part | undefined {
    const header = this.#octets.slice(this.#at + 1);
    return partOf(header.slice(1, 1 + (header[0] ?? 0)));
  }

  text(coding: number, withHeader: boolean): string {
    const length = this.next();
    const rest = this.#octets.slice(this.#at);
    const header = withHeader ? (rest[0] ?? 0) + 1 : 0;
    if ((coding & 0x0c) === ucs2) {
      const octets = rest.slice(header, length);
      if (rest.length < length) this.short = true;
      return String.fromCharCode(
        ...pairsOf(octets).map(([high, low]) => ((high ?? 0) << 8) | (low ?? 0)),
      );
    }
    if (rest.length < Math.ceil((length * 7) / 8)) this.short = true;
    const skipped = Math.ceil((header * 8) / 7);
    return textOfSeptets(unpackSeptets(Uint8Array.from(rest), length, 0).slice(skipped));
  }
}

const pairsOf = (octets: readonly number[]): readonly (readonly number[])[] =>
  Array.from({ length: octets.length >> 1 }, (_, index) => octets.slice(index * 2, index * 2 + 2));
