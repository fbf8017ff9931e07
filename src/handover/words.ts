import { concat } from '../bytes.ts';
import type { Certificate } from './certificate.ts';
import { type Identity, signedBy } from './keys.ts';
import type { Refusal } from './offer.ts';
import { asciiBytes, fromText, numberBytes, Reader, toText } from './wire.ts';

/** What the receiver says of an offer. `refused` is for ever: it will never take it. */
const sayings = [
  'taken',
  'refused',
  'held',
  'completed',
  'cancelled',
  'expired',
  'nothing',
] as const;
export type Saying = (typeof sayings)[number];

/** The receiver's word, signed. */
export type Answer = {
  readonly handoverId: string;
  /** Who says it, and to whom: terminal ids. */
  readonly from: string;
  readonly to: string;
  readonly says: Saying;
  /** Charged, where something was. */
  readonly minorUnits: number;
  readonly atMs: number;
};

/** How it stands, or to have it back. Signed by the giver. */
const wishes = ['status', 'takeBack'] as const;
export type Question = {
  readonly handoverId: string;
  readonly from: string;
  readonly to: string;
  readonly wants: (typeof wishes)[number];
  /** When the offer was issued. */
  readonly issuedAtMs: number;
};

/** Head office's word that a terminal is out of service for good and will not come back with what it took. */
export type OutOfService = {
  readonly handoverId: string;
  readonly terminalId: string;
};

const magics = { answer: 'HFA1', question: 'HFQ1', outOfService: 'HFM1' } as const;

const idBytes = (handoverId: string): Uint8Array => {
  const bytes = fromText(handoverId);
  if (bytes.length !== 16) throw new Error('not the id of a hand-over');
  return bytes;
};

const signed = (body: Uint8Array, { sign }: Pick<Identity, 'sign'>): Uint8Array =>
  concat(body, sign(body));

export function makeAnswer(answer: Answer, identity: Pick<Identity, 'sign'>): Uint8Array {
  const body = concat(
    asciiBytes(magics.answer, 4),
    idBytes(answer.handoverId),
    asciiBytes(answer.from, 8),
    asciiBytes(answer.to, 8),
    numberBytes(sayings.indexOf(answer.says), 1),
    numberBytes(answer.minorUnits, 6),
    numberBytes(answer.atMs, 6),
  );
  return signed(body, identity);
}

export function makeQuestion(question: Question, identity: Pick<Identity, 'sign'>): Uint8Array {
  const body = concat(
    asciiBytes(magics.question, 4),
    idBytes(question.handoverId),
    asciiBytes(question.from, 8),
    asciiBytes(question.to, 8),
    numberBytes(wishes.indexOf(question.wants), 1),
    numberBytes(question.issuedAtMs, 6),
  );
  return signed(body, identity);
}

export function makeOutOfService(word: OutOfService, merchant: Pick<Identity, 'sign'>): Uint8Array {
  const body = concat(
    asciiBytes(magics.outOfService, 4),
    idBytes(word.handoverId),
    asciiBytes(word.terminalId, 8),
  );
  return signed(body, merchant);
}

type Signed<T> = { readonly word: T; readonly body: Uint8Array; readonly signature: Uint8Array };

function parts<T>(
  bytes: Uint8Array,
  magic: string,
  read: (reader: Reader) => T | undefined,
): Signed<T> | undefined {
  if (bytes.length > 200) return undefined;
  const reader = new Reader(bytes);
  if (reader.ascii(4) !== magic) return undefined;
  const word = read(reader);
  const body = bytes.subarray(0, reader.at);
  const signature = reader.bytes(64);
  return word === undefined || !reader.whole ? undefined : { word, body, signature };
}

const known = (from: string, peers: readonly Certificate[]): Certificate | undefined =>
  peers.find(({ terminalId }) => terminalId === from);

/** The answer of one of our terminals to this one. */
export function readAnswer(
  bytes: Uint8Array,
  terminalId: string,
  peers: readonly Certificate[],
): Answer | Refusal {
  const answer = parts(bytes, magics.answer, (reader) => {
    const handoverId = toText(reader.bytes(16));
    const [from, to] = [reader.ascii(8), reader.ascii(8)];
    const says = sayings[reader.number(1)];
    const minorUnits = reader.number(6);
    const atMs = reader.number(6);
    return says === undefined ? undefined : { handoverId, from, to, says, minorUnits, atMs };
  });
  if (answer === undefined) return 'malformed';
  const { word, body, signature } = answer;
  return refusalOf(word, body, signature, terminalId, peers) ?? word;
}

export function readQuestion(
  bytes: Uint8Array,
  terminalId: string,
  peers: readonly Certificate[],
): Question | Refusal {
  const question = parts(bytes, magics.question, (reader) => {
    const handoverId = toText(reader.bytes(16));
    const [from, to] = [reader.ascii(8), reader.ascii(8)];
    const wants = wishes[reader.number(1)];
    const issuedAtMs = reader.number(6);
    return wants === undefined ? undefined : { handoverId, from, to, wants, issuedAtMs };
  });
  if (question === undefined) return 'malformed';
  const { word, body, signature } = question;
  return refusalOf(word, body, signature, terminalId, peers) ?? word;
}

function refusalOf(
  { from, to }: { readonly from: string; readonly to: string },
  body: Uint8Array,
  signature: Uint8Array,
  terminalId: string,
  peers: readonly Certificate[],
): Refusal | undefined {
  if (to !== terminalId) return 'otherTerminal';
  const sender = known(from, peers);
  if (sender === undefined) return 'otherMerchant';
  return signedBy(sender.signingKey, body, signature) ? undefined : 'altered';
}

export function readOutOfService(
  bytes: Uint8Array,
  merchantKey: Uint8Array,
): OutOfService | Refusal {
  const found = parts(bytes, magics.outOfService, (reader) => ({
    handoverId: toText(reader.bytes(16)),
    terminalId: reader.ascii(8),
  }));
  if (found === undefined) return 'malformed';
  return signedBy(merchantKey, found.body, found.signature) ? found.word : 'altered';
}

/** What a message is, by its first four bytes. */
export function kindOf(bytes: Uint8Array): 'offer' | keyof typeof magics | undefined {
  const start = new Reader(bytes).ascii(4);
  if (start === 'HFO1') return 'offer';
  const names = Object.keys(magics) as (keyof typeof magics)[];
  return names.find((name) => magics[name] === start);
}
