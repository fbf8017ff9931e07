import { concat } from '../bytes.ts';
import { type Certificate, longestCertificate, readCertificate } from './certificate.ts';
import { type HandoverFacts, longestFacts, packFacts, unpackFacts } from './facts.ts';
import { type Identity, seal, signedBy, unseal } from './keys.ts';
import { asciiBytes, numberBytes, Reader, toText } from './wire.ts';

/** What one terminal gives to another. */
export type Offer = {
  /** 16 bytes as text: names this giving, and no other. */
  readonly handoverId: string;
  readonly from: Certificate;
  readonly issuedAtMs: number;
  readonly expiresAtMs: number;
  readonly facts: HandoverFacts;
};

/** Why an offer, an answer or a question is not taken; each has its words in both languages. */
export type Refusal =
  | 'malformed'
  | 'altered'
  | 'otherMerchant'
  | 'certificateRanOut'
  | 'giverRevoked'
  | 'otherTerminal'
  | 'expired'
  | 'fromTheFuture'
  | 'beforeRestore'
  | 'givenBack'
  | 'alreadyHere'
  | 'unknownHere';

/** How far the clocks of two terminals may be apart; they decide how fresh an offer is, and nothing else. */
export const clocksApartMs = 120_000;
/** An offer never lives longer, whatever it says. */
export const longestLifeMs = 3_600_000;

const magic = 'HFO1';
const longestOffer = 4 + 2 + longestCertificate + 8 + 16 + 12 + 32 + 2 + longestFacts + 16 + 64;

export type Giving = {
  readonly identity: Identity;
  /** The giver's own, as head office signed it. */
  readonly certificate: Uint8Array;
  readonly to: Certificate;
  /** 16 random bytes. */
  readonly handoverId: Uint8Array;
  /** 32 random bytes, for the box. */
  readonly secret: Uint8Array;
  readonly issuedAtMs: number;
  readonly expiresAtMs: number;
  readonly facts: HandoverFacts;
};

/** Sealed for the receiver and then signed; the box is bound to who gives and who takes, so neither can be changed. */
export function makeOffer(giving: Giving): Uint8Array {
  const { identity, certificate, to, handoverId, secret, issuedAtMs, expiresAtMs } = giving;
  const head = concat(
    asciiBytes(magic, 4),
    numberBytes(certificate.length, 2),
    certificate,
    asciiBytes(to.terminalId, 8),
    handoverId,
    numberBytes(issuedAtMs, 6),
    numberBytes(expiresAtMs, 6),
  );
  const { ephemeral, box } = seal(to.sealingKey, secret, head, packFacts(giving.facts));
  const body = concat(head, ephemeral, numberBytes(box.length, 2), box);
  return concat(body, identity.sign(body));
}

/** What the receiver knows of itself and of its merchant. */
export type Reading = {
  readonly identity: Identity;
  readonly terminalId: string;
  readonly merchantKey: Uint8Array;
  /** Terminals that head office took out of service. */
  readonly revoked: readonly string[];
  readonly nowMs: number;
};

const certificateRefusals = {
  malformed: 'malformed',
  otherMerchant: 'otherMerchant',
  altered: 'altered',
  ranOut: 'certificateRanOut',
} as const;

type Parts = {
  readonly certificate: Uint8Array;
  readonly receiver: string;
  readonly handoverId: string;
  readonly issuedAtMs: number;
  readonly expiresAtMs: number;
  readonly head: Uint8Array;
  readonly ephemeral: Uint8Array;
  readonly box: Uint8Array;
  readonly body: Uint8Array;
  readonly signature: Uint8Array;
};

function partsOf(bytes: Uint8Array): Parts | undefined {
  if (bytes.length > longestOffer) return undefined;
  const reader = new Reader(bytes);
  const form = reader.ascii(4);
  const certificateLength = reader.number(2);
  if (form !== magic || certificateLength > longestCertificate) return undefined;
  const certificate = reader.bytes(certificateLength);
  const receiver = reader.ascii(8);
  const handoverId = toText(reader.bytes(16));
  const issuedAtMs = reader.number(6);
  const expiresAtMs = reader.number(6);
  const head = bytes.subarray(0, reader.at);
  const ephemeral = reader.bytes(32);
  const boxLength = reader.number(2);
  if (boxLength > longestFacts + 16) return undefined;
  const box = reader.bytes(boxLength);
  const body = bytes.subarray(0, reader.at);
  const signature = reader.bytes(64);
  if (!reader.whole) return undefined;
  const times = { issuedAtMs, expiresAtMs };
  return { certificate, receiver, handoverId, ...times, head, ephemeral, box, body, signature };
}

/** Who gives what, or the first reason not to take it. Whether it was taken before is not looked at here. */
export function readOffer(bytes: Uint8Array, reading: Reading): Offer | Refusal {
  const parts = partsOf(bytes);
  if (parts === undefined) return 'malformed';
  const from = readCertificate(parts.certificate, reading.merchantKey, reading.nowMs);
  if (typeof from === 'string') return certificateRefusals[from];
  if (!signedBy(from.signingKey, parts.body, parts.signature)) return 'altered';
  if (reading.revoked.includes(from.terminalId)) return 'giverRevoked';
  if (parts.receiver !== reading.terminalId || from.terminalId === reading.terminalId)
    return 'otherTerminal';
  const text = unseal(reading.identity, parts, parts.head);
  if (text === undefined) return 'otherTerminal';
  const facts = unpackFacts(text);
  const { handoverId, issuedAtMs, expiresAtMs } = parts;
  const life = expiresAtMs - issuedAtMs;
  if (facts === undefined || life <= 0 || life > longestLifeMs) return 'malformed';
  return { handoverId, from, issuedAtMs, expiresAtMs, facts };
}

/** Whether it may be taken at this moment, by the receiver's clock. */
export function freshness({ issuedAtMs, expiresAtMs }: Offer, nowMs: number): Refusal | 'fresh' {
  if (nowMs >= expiresAtMs) return 'expired';
  return issuedAtMs > nowMs + clocksApartMs ? 'fromTheFuture' : 'fresh';
}
