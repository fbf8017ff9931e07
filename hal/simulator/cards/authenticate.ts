import { sameBytes } from '#src/bytes.ts';
import { type Command, ok, type Response, sw } from './apdu.ts';
import { decipherPin, falsified, signDynamicData } from './certificates.ts';
import { authorisationResponseCryptogram, deriveSessionKey } from './cryptogram.ts';
import type { CardApplication } from './personalise.ts';
import { memoryOf, type Session, type Transaction } from './state.ts';
import { dolLength, tlv } from './tlv.ts';

export type Ready = { readonly application: CardApplication; readonly transaction: Transaction };

/** The selected application and its running transaction, or undefined. */
export function ready(session: Session): Ready | undefined {
  const { selected, transaction } = session;
  if (selected === undefined || selected === 'directory' || transaction === undefined)
    return undefined;
  return { application: selected, transaction };
}

/** INTERNAL AUTHENTICATE (EMV 4.4 Book 3 §6.5.9): dynamic data authentication. */
export function internalAuthenticate(session: Session, { p1, p2, data }: Command): Response {
  if (p1 !== 0 || p2 !== 0) return sw(0x6a86);
  const now = ready(session);
  if (now === undefined) return sw(0x6985);
  const { rsaKey, ddol, profile } = now.application;
  if (rsaKey === undefined || !profile.authentication.methods.includes('dda')) return sw(0x6d00);
  if (data.length !== dolLength(ddol)) return sw(0x6700);
  const number = session.random(8);
  const covered = session.chip.quirks.includes('falseDynamicSignature') ? falsified(data) : data;
  const signed = signDynamicData(rsaKey, Uint8Array.of(number.length, ...number), covered);
  return ok(profile.responseFormat === 1 ? tlv('80', signed) : tlv('77', tlv('9F4B', signed)));
}

/** Compares an ARPC by method 1 with the card's own (Book 2 §8.2.1). */
export function checkIssuer(
  session: Session,
  { application, transaction }: Ready,
  issuerAuthenticationData: Uint8Array,
): boolean {
  const first = transaction.first?.cryptogram ?? new Uint8Array(8);
  const atc = memoryOf(session, application).atc;
  const key = deriveSessionKey(application.scheme, application.cryptogramKey, atc);
  const responseCode = issuerAuthenticationData.subarray(8, 10);
  const expected = authorisationResponseCryptogram(key, first, responseCode);
  const passed = sameBytes(expected, issuerAuthenticationData.subarray(0, 8));
  transaction.issuerAuthentication = passed ? 'passed' : 'failed';
  return passed;
}

/** EXTERNAL AUTHENTICATE (Book 3 §6.5.4): once, between the two cryptograms. */
export function externalAuthenticate(session: Session, { p1, p2, data }: Command): Response {
  if (p1 !== 0 || p2 !== 0) return sw(0x6a86);
  const now = ready(session);
  if (now === undefined) return sw(0x6985);
  if (now.application.profile.issuerAuthentication !== 'externalAuthenticate') return sw(0x6d00);
  if (data.length < 10 || data.length > 16) return sw(0x6700);
  const { first, second, issuerAuthentication } = now.transaction;
  if (first?.kind !== 'ARQC' || second !== undefined || issuerAuthentication !== 'notDone')
    return sw(0x6985);
  return sw(checkIssuer(session, now, data) ? 0x9000 : 0x6300);
}

/** GET CHALLENGE (Book 3 §6.5.6): for one enciphered PIN. */
export function getChallenge(session: Session, { p1, p2, data }: Command): Response {
  if (p1 !== 0 || p2 !== 0) return sw(0x6a86);
  if (data.length > 0) return sw(0x6700);
  if (ready(session) === undefined) return sw(0x6985);
  session.challenge = session.random(8);
  return ok(session.challenge);
}

/** VERIFY (Book 3 §6.5.12): plaintext (P2 80) and enciphered (P2 88) offline PIN. */
export function verify(session: Session, { p1, p2, data }: Command): Response {
  if (p1 !== 0 || (p2 !== 0x80 && p2 !== 0x88)) return sw(0x6a86);
  const now = ready(session);
  if (now === undefined) return sw(0x6985);
  if (session.memory.pinTriesLeft === 0) return sw(0x6983);
  const challenge = session.challenge;
  session.challenge = undefined;
  let block: Uint8Array | undefined = data;
  if (p2 === 0x88) {
    if (now.application.rsaKey === undefined) return sw(0x6a86);
    if (challenge === undefined) return sw(0x6984);
    if (data.length !== now.application.rsaKey.modulus.length) return sw(0x6700);
    block = openEnciphered(decipherPin(now.application.rsaKey, data), challenge);
  } else if (data.length !== 8) return sw(0x6700);
  if (block !== undefined && sameBytes(block, pinBlock(session.card.pin))) {
    session.memory.pinTriesLeft = session.chip.pinTryLimit;
    now.transaction.offlinePin = 'passed';
    return sw(0x9000);
  }
  session.memory.pinTriesLeft--;
  now.transaction.offlinePin = 'failed';
  return sw(0x63c0 | session.memory.pinTriesLeft);
}

/** 7F ‖ PIN block ‖ the card's challenge ‖ random padding (Book 2 §7.2). */
function openEnciphered(
  clear: Uint8Array | undefined,
  challenge: Uint8Array,
): Uint8Array | undefined {
  if (clear?.[0] !== 0x7f || !sameBytes(clear.subarray(9, 17), challenge)) return undefined;
  return clear.slice(1, 9);
}

/** 2 ‖ length ‖ digits ‖ F… (Book 3 §6.5.12, table 24). */
function pinBlock(pin: string): Uint8Array {
  const text = `2${pin.length.toString(16)}${pin}`.padEnd(16, 'F');
  return Uint8Array.from(Buffer.from(text, 'hex'));
}
