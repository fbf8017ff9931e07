import { toHex } from '../bytes.ts';
import { Pan } from '../card/pan.ts';
import { findCaPublicKey, registeredIdentifier } from '../emv/ca-public-keys.ts';
import {
  dataToBeAuthenticated,
  iccPublicKey,
  isKey,
  issuerPublicKey,
  type KeyResult,
} from '../emv/card-keys.ts';
import { internalAuthenticate } from '../emv/commands.ts';
import type { CardData } from '../emv/contract.ts';
import { fullDate, lastOfMonth } from '../emv/dates.ts';
import { type PublicKey, recover } from '../emv/rsa.ts';
import { recoverSigned } from '../emv/signed-data.ts';
import { profileSays, type Transaction } from '../emv/state.ts';
import { dataObject } from '../emv/terminal-data.ts';
import { aipBits } from '../emv/tvr.ts';
import { buildDol, dolLength, parseDol } from '../tlv/dol.ts';
import { findTlv, isTlvError, parseTlv } from '../tlv/tlv.ts';
import { numbersOf } from './look-at-contents.ts';
import { refusal, say, send, type Tour, type Walk } from './walk.ts';

/** Certificates and signatures (EMV 4.4 Book 2 §5 and §6): whose, valid to when, and whether they hold. */
export function* lookAtAuthentication(tour: Tour, tx: Transaction): Walk {
  yield* say('  Authentication');
  const card = cardOf(tx);
  if (!tx.icc.has('8F') && !tx.icc.has('90') && !tx.icc.has('9F46') && !tx.icc.has('93')) {
    yield* say('    no certificates: it cannot prove itself offline');
    return;
  }
  if (card === undefined) {
    yield* say('    cannot be judged without a number');
    return;
  }
  const authority = yield* lookAtAuthority(tx);
  const issuer = issuerPublicKey(tx, card);
  yield* say(...certificateLines(tx, 'issuer', authority, issuer));
  const own = iccPublicKey(tx, card);
  if (tx.icc.has('9F46'))
    yield* say(...certificateLines(tx, 'icc', isKey(issuer) ? issuer : undefined, own));
  if (tx.icc.has('93'))
    yield* say(
      `    static signature (SDA): ${staticHolds(tx, issuer) ? 'holds' : 'DOES NOT HOLD'}`,
    );
  if (profileSays(tx, aipBits.ddaSupported) && isKey(own)) yield* tryDynamic(tour, tx, own);
}

function cardOf(tx: Transaction): CardData | undefined {
  const { in5A, in57 } = numbersOf(tx);
  const pan = Pan.parse(in5A ?? in57 ?? '');
  if (!(pan instanceof Pan)) return undefined;
  return { pan, expiry: '', aid: tx.dfName, applicationLabel: tx.label, languagePreference: [] };
}

const today = (tx: Transaction): string => fullDate(tx.session.input.date) ?? '';

function* lookAtAuthority(tx: Transaction): Walk<PublicKey | undefined> {
  const rid = registeredIdentifier(tx.dfName);
  const index = toHex(tx.icc.get('8F') ?? new Uint8Array(0));
  const key = findCaPublicKey(tx.session.input.caPublicKeys, rid, index, today(tx));
  const known =
    key === undefined
      ? 'UNKNOWN to this terminal, or expired'
      : `${key.modulus.length * 8} bits, known`;
  yield* say(`    authority ${rid}, key ${index || '(not named)'}: ${known}`);
  return key;
}

const kinds = {
  issuer: { tag: '90', name: 'issuer certificate (90)', subjectLength: 4 },
  icc: { tag: '9F46', name: 'card certificate (9F46)', subjectLength: 10 },
} as const;

/** What the certificate says of itself, then whether every check of the book holds. */
function certificateLines(
  tx: Transaction,
  kind: keyof typeof kinds,
  signer: PublicKey | undefined,
  result: KeyResult,
): string[] {
  const { tag, name, subjectLength } = kinds[kind];
  const certificate = tx.icc.get(tag);
  if (certificate === undefined) return [`    ${name}: MISSING`];
  const opened = signer === undefined ? undefined : recover(signer, certificate);
  const verdict = isKey(result)
    ? `holds, key of ${result.modulus.length * 8} bits`
    : result === 'iccDataMissing'
      ? 'DATA MISSING beside it'
      : 'DOES NOT HOLD';
  if (opened?.[0] !== 0x6a || opened.at(-1) !== 0xbc) {
    const why =
      signer === undefined
        ? 'the key above it is not known'
        : 'not signed by the key above it, or cut';
    return [`    ${name}: ${verdict}${isKey(result) ? '' : ` (${why})`}`];
  }
  const subject = toHex(opened.slice(2, 2 + subjectLength)).replace(/F+$/, '');
  const expiry = toHex(opened.slice(2 + subjectLength, 4 + subjectLength));
  const validTo = lastOfMonth(expiry.slice(2) + expiry.slice(0, 2));
  const serial = toHex(opened.slice(4 + subjectLength, 7 + subjectLength));
  const pan = Pan.parse(subject);
  const whose = pan instanceof Pan ? pan.masked() : subject.slice(0, 8);
  const expired = validTo !== undefined && validTo < today(tx) ? ', EXPIRED' : '';
  return [
    `    ${name}: ${verdict}`,
    `      for ${whose}, to ${expiry.slice(0, 2)}/20${expiry.slice(2)}${expired}, serial ${serial}`,
  ];
}

function staticHolds(tx: Transaction, issuer: KeyResult): boolean {
  const covered = dataToBeAuthenticated(tx);
  const signature = tx.icc.get('93');
  if (!isKey(issuer) || covered === undefined || signature === undefined) return false;
  return recoverSigned(issuer, signature, 0x03, covered)?.[0] === 0x01;
}

/** INTERNAL AUTHENTICATE: the card signs a number of ours. */
function* tryDynamic(tour: Tour, tx: Transaction, key: PublicKey): Walk {
  const ddol = parseDol(tx.icc.get('9F49') ?? Uint8Array.of(0x9f, 0x37, 0x04));
  if (ddol === undefined || dolLength(ddol) > 255) {
    yield* say('    dynamic signature (DDA): its list 9F49 CANNOT BE READ');
    return;
  }
  const data = buildDol(ddol, (tag) => dataObject(tx, tag));
  const answer = yield* send(tour, internalAuthenticate(data));
  if (answer.sw !== '9000') {
    yield* say(`    dynamic signature (DDA): refused, ${refusal(answer)}`);
    return;
  }
  const objects = parseTlv(answer.data);
  const signature = isTlvError(objects)
    ? undefined
    : (findTlv(objects, '9F4B') ?? findTlv(objects, '80'))?.value;
  const body = signature === undefined ? undefined : recoverSigned(key, signature, 0x05, data);
  yield* say(`    dynamic signature (DDA): ${body?.[0] === 0x01 ? 'holds' : 'DOES NOT HOLD'}`);
}
