import { Pan, passesLuhn } from '../card/pan.ts';
import { parseTrack1, parseTrack2, parseTrack3 } from '../stripe/parse.ts';
import { type Decoded, explained, isRefused, refused } from './decoded.ts';

const whereUsed: Readonly<Record<string, string>> = {
  1: 'international',
  2: 'international, has a chip: insert it',
  5: 'national',
  6: 'national, has a chip: insert it',
  7: 'private',
  9: 'test',
};
const authorisation: Readonly<Record<string, string>> = {
  0: 'authorisation as usual',
  2: 'authorisation by the issuer, online',
  4: 'authorisation by the issuer unless agreed otherwise',
};
const services: Readonly<Record<string, string>> = {
  0: 'no restrictions, PIN required',
  1: 'no restrictions',
  2: 'goods and services only',
  3: 'ATM only, PIN required',
  4: 'cash only',
  5: 'goods and services only, PIN required',
  6: 'no restrictions, PIN where there is a PIN pad',
  7: 'goods and services only, PIN where there is a PIN pad',
};

/** Service code of three digits (ISO/IEC 7813 §3.5.3) in words. */
export function describeServiceCode(code: string): string {
  const [first = '', second = '', third = ''] = code;
  const parts = [whereUsed[first], authorisation[second], services[third]];
  return `${code}: ${parts.map((part) => part ?? 'reserved').join('; ')}`;
}

/** `622200******4471 (16 digits, check digit right)`. */
export function describeNumber(pan: Pan): string {
  const check = passesLuhn(pan.reveal()) ? 'right' : 'WRONG';
  return `${pan.masked()} (${pan.length} digits, check digit ${check})`;
}

const describeExpiry = (expiry: string | undefined): string =>
  expiry === undefined ? 'none' : `20${expiry.slice(0, 2)}-${expiry.slice(2)}`;

/** Sentinels and check character left out. */
const longestTrack2 = 37;

/** One, two or three tracks with or without sentinels; the character after `?` is the check character. */
export function describeTracks(text: string): Decoded {
  const trimmed = text.trim();
  const framed = [...trimmed.matchAll(/[%;+]([^%;+?]*)\?/g)].map(([whole]) => whole);
  const tracks = framed.length > 0 ? framed : [trimmed];
  const lines: string[] = [];
  for (const track of tracks.slice(0, 3)) {
    const decoded = describeTrack(track);
    if (isRefused(decoded)) return decoded;
    lines.push(...decoded.lines);
  }
  return explained(...lines);
}

function describeTrack(text: string): Decoded {
  const body = text.replace(/^[%;+]/, '').replace(/\?.?$/, '');
  const track2 = /^\d+D\d+F*$/i.test(body) ? body.replace(/D/i, '=').replace(/F+$/i, '') : body;
  const first = parseTrack1(body);
  const found = first ?? parseTrack2(track2);
  if (found !== undefined) {
    found.data.wipe();
    const rest = first === undefined ? track2.split('=').at(-1) : body.split('^').at(-1);
    const fixed = (found.expiry?.length ?? 0) + (found.serviceCode?.length ?? 0);
    return explained(
      `track ${first === undefined ? '2' : '1'}, ${body.length} characters`,
      `  number ${describeNumber(found.pan)}`,
      ...(first === undefined ? [] : [`  name: ${first.name.length} characters, not shown`]),
      `  expires ${describeExpiry(found.expiry)}`,
      `  service code ${found.serviceCode === undefined ? 'none' : describeServiceCode(found.serviceCode)}`,
      `  discretionary data: ${Math.max(0, (rest?.length ?? 0) - fixed)} characters, not shown`,
    );
  }
  const track3 = body.length > longestTrack2 ? parseTrack3(body) : undefined;
  if (track3 === undefined) return refused(trackProblem(body));
  track3.data.wipe();
  return explained(
    `track 3, ${body.length} characters`,
    `  number ${describeNumber(track3.pan)}`,
    '  the rest is not shown',
  );
}

/** Where a track leaves its format; positions count from 1, sentinels left out. */
function trackProblem(body: string): string {
  return body.startsWith('B') || body.includes('^') ? track1Problem(body) : track2Problem(body);
}

function track1Problem(body: string): string {
  if (!body.startsWith('B')) return 'track 1 at character 1: the format code is not B';
  const [number = '', name, rest] = body.slice(1).split('^');
  const letter = number.search(/\D/);
  if (letter >= 0) return `track 1 at character ${letter + 2}: not a digit of the number`;
  if (name === undefined || rest === undefined)
    return `track 1 at character ${body.length}: ends before the ${name === undefined ? 'name' : 'expiry'}`;
  return numberProblem(1, number, 2) ?? restProblem(1, rest, body.lastIndexOf('^') + 2);
}

function track2Problem(body: string): string {
  const strange = body.search(/[^\d=D]/);
  if (strange >= 0) return `track 2 at character ${strange + 1}: neither a digit nor =`;
  const separator = body.search(/[=D]/);
  if (separator < 0) return `track 2 at character ${body.length}: ends without the separator =`;
  const number = body.slice(0, separator);
  return numberProblem(2, number, 1) ?? restProblem(2, body.slice(separator + 1), separator + 2);
}

const numberProblem = (track: number, number: string, at: number): string | undefined =>
  Pan.parse(number) instanceof Pan
    ? undefined
    : `track ${track} at character ${at}: a number of ${number.length} digits, 12 to 19 are allowed`;

function restProblem(track: number, rest: string, at: number): string {
  if (!/^(\d{4}|[=^])/.test(rest)) return `track ${track} at character ${at}: no expiry YYMM`;
  const month = rest.slice(2, 4);
  if (/^\d/.test(rest) && (month < '01' || month > '12'))
    return `track ${track} at character ${at + 2}: ${month} is no month`;
  return `track ${track} at character ${at + 4}: no service code of three digits, or what follows is no data`;
}
