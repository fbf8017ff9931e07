import { concat, hex, toHex } from '#src/bytes.ts';
import { type Command, ok, type Response, sw } from './apdu.ts';
import { checkIssuer, ready } from './authenticate.ts';
import { falsified, signDynamicData, transactionDataHash } from './certificates.ts';
import { deriveSessionKey, retailMac } from './cryptogram.ts';
import type { CardApplication } from './personalise.ts';
import {
  type ApplicationMemory,
  type CryptogramKind,
  memoryOf,
  type Session,
  type Transaction,
} from './state.ts';
import { splitByDol, tlv } from './tlv.ts';

type Work = {
  readonly session: Session;
  readonly application: CardApplication;
  readonly transaction: Transaction;
  readonly memory: ApplicationMemory;
};

const kindByBits: readonly CryptogramKind[] = ['AAC', 'TC', 'ARQC'];
const bitsOf: Record<CryptogramKind, number> = { AAC: 0x00, TC: 0x40, ARQC: 0x80 };

/** GENERATE AC (EMV 4.4 Book 3 §6.5.5 and §9.3): twice at most. */
export function generateAc(session: Session, { p1, p2, data }: Command): Response {
  const asked = kindByBits[p1 >> 6];
  if (asked === undefined || (p1 & 0x2f) !== 0 || p2 !== 0) return sw(0x6a86);
  const now = ready(session);
  if (now === undefined) return sw(0x6985);
  const { application, transaction } = now;
  const isFirst = transaction.first === undefined;
  if (!isFirst && (transaction.second !== undefined || transaction.first?.kind !== 'ARQC'))
    return sw(0x6985);
  const values = splitByDol(isFirst ? application.cdol1 : application.cdol2, data);
  if (values === undefined) return sw(0x6700);
  const work = { session, memory: memoryOf(session, application), ...now };
  const kind = isFirst ? decideFirst(work, asked) : decideSecond(work, asked, values);
  if (isFirst) transaction.cdol1Data = data.slice();
  else transaction.second = kind;
  const verificationResults = cardVerificationResults(work, kind);
  const cryptogram = compute(work, values, verificationResults);
  if (isFirst) transaction.first = { kind, cryptogram };
  remember(work, kind);
  const wantsCda = (p1 & 0x10) !== 0 && application.profile.authentication.methods.includes('cda');
  const answer = {
    kind,
    cryptogram,
    applicationData: issuerApplicationData(work, verificationResults),
  };
  if (wantsCda && kind !== 'AAC' && application.rsaKey !== undefined) {
    return combined(work, values, data, answer);
  }
  return plain(work, answer);
}

function decideFirst({ application }: Work, asked: CryptogramKind): CryptogramKind {
  const { first, offlineApproval } = application.profile.decisions;
  if (first !== 'asAsked') return first;
  return asked === 'TC' && !offlineApproval ? 'ARQC' : asked;
}

function decideSecond(
  work: Work,
  asked: CryptogramKind,
  values: ReadonlyMap<string, Uint8Array>,
): CryptogramKind {
  const { profile } = work.application;
  const issuerData = values.get('91');
  if (issuerData?.some((byte) => byte !== 0) === true) checkIssuer(work.session, work, issuerData);
  if (asked !== 'TC' || profile.decisions.second === 'AAC') return 'AAC';
  const authenticated = work.transaction.issuerAuthentication;
  if (authenticated === 'failed') return 'AAC';
  return profile.issuerAuthenticationMandatory && authenticated === 'notDone' ? 'AAC' : 'TC';
}

/** Three bytes, coded as JR/T 0025.5 table of card verification results. */
function cardVerificationResults(
  { session, memory, transaction }: Work,
  kind: CryptogramKind,
): Uint8Array {
  const second = transaction.second === undefined ? 0x80 : bitsOf[kind];
  const first = (transaction.first === undefined ? bitsOf[kind] : bitsOf.ARQC) >> 2;
  let byte1 = second | first;
  if (transaction.issuerAuthentication === 'failed') byte1 |= 0x08;
  if (transaction.offlinePin !== 'notDone') byte1 |= 0x04;
  if (transaction.offlinePin === 'failed') byte1 |= 0x02;
  let byte2 = 0;
  if (memory.lastOnlineNotCompleted) byte2 |= 0x80;
  if (session.memory.pinTriesLeft === 0) byte2 |= 0x40;
  if (memory.lastOnlineAtc === 0) byte2 |= 0x10;
  if (memory.lastIssuerAuthenticationFailed) byte2 |= 0x08;
  const byte3 = (Math.min(memory.scriptCommands, 15) << 4) | (memory.scriptFailed ? 0x08 : 0);
  return Uint8Array.of(byte1, byte2, byte3);
}

const unionPayInput = ['9F02', '9F03', '9F1A', '95', '5F2A', '9A', '9C', '9F37'];

/** The cryptogram itself; what it covers is said at {@link CryptogramScheme}. */
function compute(
  work: Work,
  values: ReadonlyMap<string, Uint8Array>,
  verificationResults: Uint8Array,
): Uint8Array {
  const { application, memory } = work;
  const key = deriveSessionKey(application.scheme, application.cryptogramKey, memory.atc);
  const terminalData = unionPayInput.map((tag) => values.get(tag) ?? new Uint8Array());
  const cardData =
    application.scheme === 'unionpay-01'
      ? concat(Uint8Array.of(0x03), verificationResults)
      : issuerApplicationData(work, verificationResults);
  const atc = Uint8Array.of(memory.atc >> 8, memory.atc & 0xff);
  return retailMac(key, concat(...terminalData, application.aip, atc, cardData));
}

/**
 * Tag 9F10: length, derivation key index, cryptogram version, verification results (and algorithm).
 */
function issuerApplicationData({ application }: Work, verificationResults: Uint8Array): Uint8Array {
  const results = toHex(verificationResults);
  return hex(application.scheme === 'unionpay-01' ? `07010103${results}01` : `06011203${results}`);
}

function remember({ memory, transaction }: Work, kind: CryptogramKind): void {
  if (transaction.second === undefined) {
    memory.lastOnlineNotCompleted = kind === 'ARQC';
    return;
  }
  memory.lastOnlineNotCompleted = false;
  memory.lastIssuerAuthenticationFailed = transaction.issuerAuthentication === 'failed';
  memory.scriptCommands = 0;
  memory.scriptFailed = false;
  if (kind === 'TC' || transaction.issuerAuthentication === 'passed')
    memory.lastOnlineAtc = memory.atc;
}

type Answer = {
  readonly kind: CryptogramKind;
  readonly cryptogram: Uint8Array;
  readonly applicationData: Uint8Array;
};

function plain({ application, memory }: Work, answer: Answer): Response {
  const information = Uint8Array.of(bitsOf[answer.kind]);
  const atc = Uint8Array.of(memory.atc >> 8, memory.atc & 0xff);
  if (application.profile.responseFormat === 1) {
    return ok(tlv('80', information, atc, answer.cryptogram, answer.applicationData));
  }
  return ok(
    tlv(
      '77',
      tlv('9F27', information),
      tlv('9F36', atc),
      tlv('9F26', answer.cryptogram),
      tlv('9F10', answer.applicationData),
    ),
  );
}

/** Combined authentication (Book 2 §6.6.1): the cryptogram travels inside a signature. */
function combined(
  { session, application, transaction, memory }: Work,
  values: ReadonlyMap<string, Uint8Array>,
  data: Uint8Array,
  answer: Answer,
): Response {
  if (application.rsaKey === undefined) throw new Error('combined authentication without a key');
  const information = Uint8Array.of(bitsOf[answer.kind]);
  const before = concat(
    tlv('9F27', information),
    tlv('9F36', Uint8Array.of(memory.atc >> 8, memory.atc & 0xff)),
  );
  const after = tlv('9F10', answer.applicationData);
  const isSecond = transaction.second !== undefined;
  const exchanged = isSecond ? [transaction.cdol1Data, data] : [data];
  const hash = transactionDataHash(transaction.pdolData, ...exchanged, before, after);
  const number = session.random(8);
  const dynamic = concat(Uint8Array.of(8), number, information, answer.cryptogram, hash);
  const unpredictable = values.get('9F37') ?? new Uint8Array();
  const isFalse = session.chip.quirks.includes('falseDynamicSignature');
  const covered = isFalse ? falsified(unpredictable) : unpredictable;
  const signed = signDynamicData(application.rsaKey, dynamic, covered);
  return ok(tlv('77', before, tlv('9F4B', signed), after));
}
