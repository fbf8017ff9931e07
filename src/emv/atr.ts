/** One group of interface bytes of an answer to reset: TA, TB, TC, TD, each perhaps absent. */
type InterfaceGroup = {
  readonly ta?: number;
  readonly tb?: number;
  readonly tc?: number;
  readonly td?: number;
};

/** An answer to reset, taken apart (ISO/IEC 7816-3 §8.2, EMV 4.3 Book 1 §8). */
export type Atr = {
  readonly convention: 'direct' | 'inverse';
  readonly groups: readonly InterfaceGroup[];
  /** Protocols offered, T=0 when none is named. */
  readonly protocols: readonly number[];
  readonly historicalBytes: Uint8Array;
  /** The check character: right, wrong, or absent where it need not be. */
  readonly checkCharacter: 'right' | 'wrong' | 'absent';
};

const maximumLength = 33;
const maximumGroups = 8;

/** The parts, or undefined when the bytes are no answer to reset. */
export function parseAtr(bytes: Uint8Array): Atr | undefined {
  const [initial, format] = bytes;
  if ((initial !== 0x3b && initial !== 0x3f) || format === undefined) return undefined;
  if (bytes.length > maximumLength) return undefined;
  const groups: InterfaceGroup[] = [];
  let at = 2;
  let follows: number | undefined = format;
  while (follows !== undefined && groups.length < maximumGroups) {
    const indicator: number = follows >> 4;
    const next = (bit: number): number | undefined => (indicator & bit ? bytes[at++] : undefined);
    const group = defined({ ta: next(1), tb: next(2), tc: next(4), td: next(8) });
    groups.push(group);
    follows = group.td;
  }
  const historicalLength = format & 0x0f;
  const historicalBytes = bytes.slice(at, at + historicalLength);
  if (at > bytes.length || historicalBytes.length !== historicalLength) return undefined;
  const protocols = groups.flatMap(({ td }) => (td === undefined ? [] : [td & 0x0f]));
  const wantsCheck = protocols.some((protocol) => protocol !== 0);
  const rest = bytes.length - at - historicalLength;
  if (rest !== (wantsCheck ? 1 : 0)) return undefined;
  const sum = bytes.slice(1).reduce((xor, byte) => xor ^ byte, 0);
  return {
    convention: initial === 0x3b ? 'direct' : 'inverse',
    groups,
    protocols: protocols.length === 0 ? [0] : protocols,
    historicalBytes,
    checkCharacter: !wantsCheck ? 'absent' : sum === 0 ? 'right' : 'wrong',
  };
}

type MaybeGroup = { readonly [name in keyof InterfaceGroup]: number | undefined };

const defined = (group: MaybeGroup): InterfaceGroup =>
  Object.fromEntries(Object.entries(group).filter(([, value]) => value !== undefined));

/**
 * Where an answer departs from what EMV 4.3 Book 1 §8.3 accepts, in words; none: accepted. After
 * departures of a cold reset the book wants a warm one, after those of a warm one the end.
 */
export function atrDepartures(atr: Atr, reset: 'cold' | 'warm'): string[] {
  const [first = {}, second = {}, third = {}] = atr.groups;
  const [protocol = 0, next] = atr.protocols;
  const found: (string | false)[] = [
    atr.checkCharacter === 'wrong' && 'TCK is wrong',
    protocol > 1 && `protocol T=${protocol} is neither T=0 nor T=1`,
    first.tb === undefined && reset === 'cold' && 'TB1 is absent',
    first.tb !== undefined && first.tb !== 0 && reset === 'cold' && 'TB1 is not 00',
    first.ta !== undefined &&
      second.ta !== undefined &&
      !rates.has(first.ta) &&
      'TA1 names a rate that is not 11 to 13',
    second.ta !== undefined && (second.ta & 0x10) !== 0 && 'TA2 asks for implicit parameters',
    second.ta !== undefined &&
      (second.ta & 0x0f) !== protocol &&
      'TA2 names another protocol than TD1',
    second.tb !== undefined && 'TB2 is present',
    second.tc !== undefined && (protocol !== 0 || second.tc !== 0x0a) && 'TC2 is not 0A with T=0',
    protocol === 0 && next !== undefined && next !== 15 && 'TD2 names another protocol after T=0',
    protocol === 1 && next !== undefined && next !== 1 && 'TD2 names another protocol than T=1',
    ...(protocol === 1 ? blockProtocolDepartures(third, first.tc ?? 0) : []),
  ];
  return found.filter((words) => words !== false);
}

const rates = new Set([0x11, 0x12, 0x13]);

/** Is this an answer that the book accepts after such a reset, without any departure? */
export function isAcceptedAtr(bytes: Uint8Array, reset: 'cold' | 'warm'): boolean {
  const atr = parseAtr(bytes);
  return atr !== undefined && atrDepartures(atr, reset).length === 0;
}

/** `extraGuardTime`: TC1, where FF counts as one less than nothing. */
function blockProtocolDepartures(
  { ta, tb, tc }: InterfaceGroup,
  extraGuardTime: number,
): (string | false)[] {
  const guardTime = extraGuardTime === 0xff ? -1 : extraGuardTime;
  return [
    ta !== undefined && (ta < 0x10 || ta > 0xfe) && 'TA3 is not 10 to FE',
    tb === undefined && 'TB3 is absent',
    tb !== undefined &&
      ((tb & 0x0f) > 5 || tb >> 4 > 4) &&
      'TB3 is outside CWI 0 to 5 and BWI 0 to 4',
    tb !== undefined && 2 ** (tb & 0x0f) < guardTime + 1 && 'TC1 is longer than TB3 can wait',
    tc !== undefined && tc !== 0 && 'TC3 is not 00',
  ];
}
