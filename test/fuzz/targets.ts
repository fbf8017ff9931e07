import assert from 'node:assert/strict';
import { protocolOfAtr } from '#hal/reader/atr.ts';
import { concat, hex, toHex } from '#src/bytes.ts';
import { defaults } from '#src/config/defaults.ts';
import { loadConfig } from '#src/config/load.ts';
import { parseApduScript } from '#src/emv/apdu-script.ts';
import { atrDepartures, parseAtr } from '#src/emv/atr.ts';
import { describeAtr } from '#src/emv/describe-atr.ts';
import { describeTlv } from '#src/emv/describe-tlv.ts';
import { unpackFacts } from '#src/handover/facts.ts';
import { identityOf } from '#src/handover/keys.ts';
import { makeOffer } from '#src/handover/offer.ts';
import { Collector, toParts } from '#src/handover/parts.ts';
import type { Party } from '#src/handover/party.ts';
import { understand } from '#src/handover/receiver.ts';
import { readAnswer } from '#src/handover/words.ts';
import { iso1987Ascii } from '#src/iso8583/ascii.ts';
import type { Dialect } from '#src/iso8583/dialect.ts';
import { unionPay } from '#src/iso8583/unionpay.ts';
import {
  formatFullSlipCode,
  formatSlipCode,
  parseSlipCode,
  readSlipCode,
} from '#src/receipt/slip-code.ts';
import { decodeSwipe } from '#src/stripe/decode.ts';
import { parseTrack1, parseTrack2, parseTrack3 } from '#src/stripe/parse.ts';
import { decode, kinds } from '#src/technician/decode.ts';
import { readTranscript, writeTranscript } from '#src/technician/transcript.ts';
import { buildDol, dolLength, parseDol } from '#src/tlv/dol.ts';
import { encodeTlv, isTlvError, parseTlv, primitives } from '#src/tlv/tlv.ts';
import { fuzz } from '../iso8583/fuzz.ts';
import { damaged, type Random, seeded } from '../iso8583/generators.ts';
import { judgeDisturbed } from '../stripe/disturbance.ts';
import { compareTlv } from '../tlv/differential.ts';

/** Reads one input made from `random` and names how it ended; throws when a promise is broken. */
export type Target = (random: Random) => string;

const pan = '6222000000014471';
const noise = (random: Random, most: number): Uint8Array =>
  Uint8Array.from({ length: random(most) }, () => random(256));
const pick = <T>(random: Random, values: readonly T[]): T => values[random(values.length)]!;

const templates = ['70', '77', '6F', 'A5', '61', 'BF0C'];
const primitiveTags = ['5A', '57', '9F26', '8C', '95', '50', '5F20', 'DF01', '80', '9F34'];

function objects(random: Random, depth: number): Uint8Array {
  const parts = Array.from({ length: 1 + random(4) }, () =>
    depth > 0 && random(2) === 0
      ? encodeTlv(pick(random, templates), objects(random, depth - 1))
      : encodeTlv(pick(random, primitiveTags), noise(random, 20)),
  );
  return concat(...parts);
}

const perhapsDamaged = (bytes: Uint8Array, random: Random): Uint8Array =>
  random(4) === 0 ? bytes : damaged(bytes, random);

function tlv(random: Random): string {
  const input = perhapsDamaged(objects(random, random(16) === 0 ? 9 : 3), random);
  describeTlv(input);
  const result = parseTlv(input);
  if (isTlvError(result)) {
    assert.ok(result.offset >= 0 && result.offset <= input.length);
    return result.problem;
  }
  for (const { encoded } of result) assert.ok(toHex(input).includes(toHex(encoded)));
  const inside = primitives(result).reduce((sum, { value }) => sum + value.length, 0);
  assert.ok(inside <= input.length);
  return 'understood';
}

function dol(random: Random): string {
  const list = hex('9F02069F03069F1A0295055F2A029A039C019F3704');
  const entries = parseDol(perhapsDamaged(list, random));
  if (entries === undefined) return 'malformed';
  const built = buildDol(entries, () => noise(random, 12));
  assert.equal(built.length, dolLength(entries));
  return 'understood';
}

const trackTexts = [
  `${pan}=35122200000000000`,
  `B${pan}^TEST/CARD^35122200000000000`,
  `59${pan}=${'0'.repeat(80)}`,
];

const textOf = (bytes: Uint8Array): string => String.fromCharCode(...bytes);
const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

function track(random: Random): string {
  const text = textOf(perhapsDamaged(bytesOf(pick(random, trackTexts)), random));
  const found = parseTrack1(text) ?? parseTrack2(text) ?? parseTrack3(text);
  if (found === undefined) return 'no track';
  assert.ok(found.pan.length >= 12 && found.pan.length <= 19);
  assert.ok(text.includes(found.pan.reveal()));
  found.data.wipe();
  return 'understood';
}

/** A swipe with jitter, lost and stray edges, scratches: its number or none, never another one. */
function swipe(random: Random): string {
  const { numberGiven, mistakes } = judgeDisturbed(random(2 ** 31));
  assert.deepEqual(mistakes, []);
  return numberGiven ? 'number read' : 'no number';
}

/** A head that gives nothing but noise, in any order of times. */
function edgeNoise(random: Random): string {
  const edges = pick(random, [1, 2, 3] as const);
  let now = BigInt(random(2 ** 31));
  const timestampsNs = BigInt64Array.from({ length: random(600) }, () => {
    const step = BigInt(random(random(8) === 0 ? 10_000_000 : 60_000));
    now += random(200) === 0 ? -step : step;
    return now;
  });
  const read = decodeSwipe({ edges: [{ track: edges, timestampsNs }], bits: [], lostEdges: 0 });
  assert.equal(read.number, undefined);
  assert.deepEqual(read.tracks, {});
  return read.report.tracks[edges - 1]?.result ?? 'absent';
}

/** A message of the dialect, damaged: the same judge as the dialects' own tests. */
const iso =
  (dialect: Dialect): Target =>
  (random) => {
    const { understood, malformed } = fuzz(dialect, random(2 ** 31), 1);
    return understood > 0 ? 'understood' : ([...malformed.keys()][0] ?? 'malformed');
  };

const resets = ['3B6500002063CB6800', '3BE500008131FE452063CB68000E', '3BF01100001000', '3F2000'];

/** The kernel's reading and the reader's agree on the protocol. */
function atr(random: Random): string {
  const input = perhapsDamaged(hex(pick(random, resets)), random);
  describeAtr(input);
  const parsed = parseAtr(input);
  if (parsed === undefined) return 'no answer to reset';
  const [protocol = 0] = parsed.protocols;
  const speakable = protocol < 2 && parsed.checkCharacter !== 'wrong';
  assert.equal(protocolOfAtr(input), speakable ? `T=${protocol}` : undefined);
  return atrDepartures(parsed, 'cold').length === 0 ? 'accepted' : 'departs';
}

const transcript = `# a hold
> 00A404000E315041592E5359532E444446303100
< 6A82
? random: 01020304
? online: approved 00 91=11223344556677883030
! cardRemoved
= failed cardRemoved select
`;

function apdu(random: Random): string {
  const text = textOf(perhapsDamaged(bytesOf(transcript), random));
  parseApduScript(text);
  const read = readTranscript(text);
  if ('badLine' in read) return 'malformed';
  assert.equal(read.lines.length, read.steps.length);
  const again = readTranscript(writeTranscript(read.steps, []));
  assert.deepEqual('steps' in again && again.steps, read.steps);
  return 'understood';
}

function slip(random: Random): string {
  const holdId = `h${random(1_000_000)}-${random(1000)}`;
  const said = { authorisationCode: '418502', minorUnits: random(900), last4: '4471', batch: 7 };
  const code = random(2) === 0 ? formatSlipCode(holdId) : formatFullSlipCode({ holdId, ...said });
  const text = textOf(perhapsDamaged(bytesOf(code), random));
  const found = parseSlipCode(text);
  if (found === undefined) return 'refused';
  const full = readSlipCode(text);
  if (full?.last4 === undefined) assert.equal(formatSlipCode(found), text.trim());
  else assert.match(text, /:\d{4}:\d{6}:[0-9A-F]{4}\s*$/);
  return 'understood';
}

const given = makeOffer({
  identity: identityOf(new Uint8Array(32).fill(1), new Uint8Array(32).fill(2)),
  certificate: new Uint8Array(150).fill(3),
  to: {
    terminalId: '00000002',
    desk: '2',
    signingKey: new Uint8Array(32),
    sealingKey: identityOf(new Uint8Array(32).fill(4), new Uint8Array(32).fill(5)).sealingKey,
    notAfterMs: 0,
  },
  handoverId: new Uint8Array(16),
  secret: new Uint8Array(32).fill(6),
  issuedAtMs: 1,
  expiresAtMs: 2,
  facts: {
    type: 'case',
    incidentId: '00000001-26-1123-01',
    amount: { minorUnits: 50_000, currency: '156' },
    code: 'D2',
  },
});

/** A message of another terminal, whole or damaged, and the pictures that it came in: nobody here signed it. */
function handover(random: Random): string {
  const bytes = perhapsDamaged(given, random);
  const read = understand(bytes, noParty, 1);
  assert.equal(typeof read, 'string');
  readAnswer(bytes, '00000002', []);
  unpackFacts(bytes.subarray(0, 60));
  const collector = new Collector();
  const ends = toParts(bytes.length === 0 ? given : bytes).map(
    (part) => collector.take(textOf(perhapsDamaged(bytesOf(part), random))).type,
  );
  return `${String(read)}, ${ends.at(-1)}`;
}

const noParty: Party = {
  identity: identityOf(new Uint8Array(32).fill(4), new Uint8Array(32).fill(5)),
  terminalId: '00000002',
  merchantKey: new Uint8Array(32),
  certificate: new Uint8Array(),
  peers: [],
  revoked: [],
};

/** Whatever is thrown at the technician's decoder, the number in it does not come out. */
function words(random: Random): string {
  const whole =
    random(2) === 0 ? toHex(encodeTlv('70', encodeTlv('5A', hex(pan)))) : `;${pan}=35122200000?`;
  const damagedBytes = perhapsDamaged(
    bytesOf(random(3) === 0 ? toHex(objects(random, 3)) : whole),
    random,
  );
  const kind = random(2) === 0 ? undefined : pick(random, kinds);
  const decoded = decode(textOf(damagedBytes), kind);
  const said = decoded.type === 'malformed' ? decoded.problem : decoded.lines.join('\n');
  assert.ok(said.length > 0 && !said.includes(pan), said);
  return decoded.type;
}

const strange: readonly unknown[] = [
  null,
  '',
  -1,
  1e99,
  [],
  {},
  'x'.repeat(300),
  true,
  ['A0'],
  Number.NaN,
];

/** A file laid over the defaults with one to three places gone wrong. */
function config(random: Random): string {
  const file = structuredClone(defaults) as Record<string, unknown>;
  for (let i = 0; i <= random(3); i++) spoil(file, random);
  const result = loadConfig(random(20) === 0 ? pick(random, strange) : file);
  if (!Array.isArray(result)) return 'accepted';
  assert.ok(
    result.length > 0 && result.every(({ path, problem }) => path !== '' && problem !== ''),
  );
  return 'refused';
}

function spoil(node: Record<string, unknown> | unknown[], random: Random): void {
  const keys = Object.keys(node);
  const key = pick(random, keys);
  if (key === undefined) return;
  const at = node as Record<string, unknown>;
  const below = at[key];
  const deeper = typeof below === 'object' && below !== null && Object.keys(below).length > 0;
  if (deeper && random(4) > 0) spoil(below as Record<string, unknown>, random);
  else if (random(4) === 0) delete at[key];
  else at[random(8) === 0 ? `${key}x` : key] = pick(random, strange);
}

/** Each kind of input and its share of a run, in thousandths. */
export const targets: Readonly<Record<string, { readonly share: number; readonly read: Target }>> =
  {
    'data objects (TLV)': { share: 170, read: tlv },
    'data objects, beside another reader': {
      share: 20,
      read: (random) => compareTlv(perhapsDamaged(objects(random, 3), random)),
    },
    'data object lists (DOL)': { share: 120, read: dol },
    'stripe: disturbed swipes': { share: 15, read: swipe },
    'stripe: noise for edges': { share: 5, read: edgeNoise },
    'track text': { share: 130, read: track },
    'ISO 8583, BCD': { share: 100, read: iso(unionPay) },
    'ISO 8583, ASCII': { share: 100, read: iso(iso1987Ascii) },
    'answer to reset': { share: 120, read: atr },
    transcripts: { share: 60, read: apdu },
    'slip code': { share: 60, read: slip },
    'words for technicians': { share: 70, read: words },
    configuration: { share: 10, read: config },
    'hand-over': { share: 20, read: handover },
  };

export type Tally = ReadonlyMap<string, number>;

/** Runs one target; throws an error that names seed and input when a promise is broken. */
export function runTarget(
  name: string,
  inputs: number,
  seed: number,
  onProgress: (done: number) => void = () => undefined,
): Tally {
  const target = targets[name];
  if (target === undefined) throw new Error(`no target ${name}`);
  const tally = new Map<string, number>();
  for (let i = 0; i < inputs; i++) {
    // A generator of its own for each input: one of them can be run again without those before it.
    const random = seeded(inputSeed(seed, i));
    try {
      const end = target.read(random);
      tally.set(end, (tally.get(end) ?? 0) + 1);
    } catch (error) {
      throw new Error(`${name}: seed ${seed}, input ${i}`, { cause: error });
    }
    if (i % 64 === 0) onProgress(i);
  }
  return tally;
}

const inputSeed = (seed: number, input: number): number =>
  (Math.imul(seed + 0x9e3779b9, 0x85ebca6b) ^ Math.imul(input + 1, 0xc2b2ae35)) & 0x7fffffff;
