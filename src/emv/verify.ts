import { capable, terminalCan } from './capabilities.ts';
import type { CardData } from './contract.ts';
import { conditionSatisfied } from './cvm-condition.ts';
import {
  appliesSucceedingRule,
  type CvmRule,
  failCvm,
  type Method,
  methodCode,
  methods,
  noCvmRequired,
  parseCvmList,
} from './cvm-list.ts';
import { fail, objectEvidence } from './end.ts';
import { verifyOfflinePin } from './offline-pin.ts';
import { pinMissing } from './pin-missing.ts';
import { profileSays, type Stage, setTsi, setTvr, type Transaction } from './state.ts';
import { ask } from './transport.ts';
import { aipBits, isSet, tvrBits } from './tvr.ts';

/** Result byte of tag 9F34 (EMV 4.4 Book 4 annex A4); `notPerformed` leaves 9F34 as it was. */
const resultByte = { unknown: 0x00, failed: 0x01, successful: 0x02 } as const;
type Result = keyof typeof resultByte | 'notPerformed';

/** Cardholder verification: the card's rules one by one (EMV 4.4 Book 3 §10.5). */
export function* verifyCardholder(tx: Transaction, card: CardData): Stage {
  tx.session.step = 'verify';
  if (!profileSays(tx, aipBits.cardholderVerificationSupported)) return;
  const value = tx.icc.get('8E') ?? new Uint8Array(0);
  const evidence = objectEvidence('8E', value);
  const list =
    parseCvmList(value) ?? fail(tx.session, 'malformedResponse', { tag: '8E', evidence });
  if (list.rules.length === 0) return setTvr(tx, 'iccDataMissing');
  tx.cvmResults[2] = resultByte.failed;
  const verified = yield* firstSuccessful(
    tx,
    card,
    list.rules.filter((rule) => conditionSatisfied(tx, list, rule)),
  );
  if (!verified) setTvr(tx, 'cardholderVerificationFailed');
  setTsi(tx, 'cardholderVerificationPerformed');
}

function* firstSuccessful(
  tx: Transaction,
  card: CardData,
  rules: readonly CvmRule[],
): Stage<boolean> {
  for (const rule of rules) {
    const method = methods.get(methodCode(rule));
    const result = method === undefined ? unrecognised(tx) : yield* perform(tx, card, rule, method);
    if (result !== 'notPerformed') {
      tx.cvmResults.set([rule.code, rule.condition, resultByte[result]]);
    }
    if (result === 'successful' || result === 'unknown') return true;
    if (!appliesSucceedingRule(rule)) return false;
  }
  return false;
}

function unrecognised(tx: Transaction): 'notPerformed' {
  setTvr(tx, 'unrecognisedCvm');
  return 'notPerformed';
}

function* perform(tx: Transaction, card: CardData, rule: CvmRule, method: Method): Stage<Result> {
  if (methodCode(rule) === failCvm) return 'failed';
  if (!terminalCan(tx, rule)) {
    if (pinPadWanting(tx, method)) setTvr(tx, 'pinPadNotWorking');
    return 'notPerformed';
  }
  if (methodCode(rule) === noCvmRequired) return 'successful';
  if (method.pin !== undefined) {
    const pin = yield* verifyPin(tx, card, method.pin);
    if (pin === 'failed' || method.signature === undefined) return pin;
  }
  tx.signatureWanted = true;
  return 'unknown';
}

/**
 * A PIN that this terminal cannot take (Book 3 §10.5.1, §10.5.2). With one of the two offline ways
 * it counts as able to take an offline PIN, so the other way sets no bit.
 */
function pinPadWanting(tx: Transaction, { pin }: Method): boolean {
  if (pin === undefined) return false;
  if (pin === 'online') return !capable(tx, 'encipheredOnlinePin');
  return !capable(tx, 'plaintextPin') && !capable(tx, 'encipheredOfflinePin');
}

/** Once passed over, a PIN is not asked for again by another rule (Book 4 §6.3.4.3). */
function* verifyPin(
  tx: Transaction,
  card: CardData,
  way: NonNullable<Method['pin']>,
): Stage<'successful' | 'unknown' | 'failed'> {
  if (isSet(tx.tvr, tvrBits.pinNotEntered)) return 'failed';
  return way === 'online'
    ? yield* verifyOnlinePin(tx, card)
    : yield* verifyOfflinePin(tx, card, way);
}

/** Book 3 §10.5.2: the issuer compares; to the card the result stays unknown. */
function* verifyOnlinePin(tx: Transaction, card: CardData): Stage<'unknown' | 'failed'> {
  const response = yield* ask(tx.session, {
    type: 'onlinePin',
    pan: card.pan,
    languagePreference: tx.session.languagePreference,
  });
  if (response.type !== 'pin') throw new Error(`${response.type} answers no PIN request`);
  if (response.result !== 'entered') return pinMissing(tx, response.result);
  tx.pinEntered = true;
  setTvr(tx, 'onlinePinEntered');
  return 'unknown';
}
