import { terminalCan } from './capabilities.ts';
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
import { fail, KernelEnd, objectEvidence } from './end.ts';
import { profileSays, type Stage, setTsi, setTvr, type Transaction } from './state.ts';
import { ask } from './transport.ts';
import { aipBits } from './tvr.ts';

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
    if (method.pin !== undefined) setTvr(tx, 'pinPadNotWorking');
    return 'notPerformed';
  }
  if (methodCode(rule) === noCvmRequired) return 'successful';
  if (method.pin !== undefined) {
    const pin = yield* verifyPin(tx, card);
    if (pin === 'failed' || method.signature === undefined) return pin;
  }
  tx.signatureWanted = true;
  return 'unknown';
}

/** Book 3 §10.5.2: the issuer compares; to the card the result stays unknown. */
function* verifyPin(tx: Transaction, card: CardData): Stage<'unknown' | 'failed'> {
  const response = yield* ask(tx.session, { type: 'onlinePin', pan: card.pan });
  if (response.type !== 'pin') throw new Error(`${response.type} answers no PIN request`);
  if (response.result !== 'entered') return pinMissing(tx, response.result);
  tx.pinEntered = true;
  setTvr(tx, 'onlinePinEntered');
  return 'unknown';
}

export function pinMissing(tx: Transaction, why: 'bypassed' | 'padFailed'): 'failed' {
  if (why === 'padFailed') {
    setTvr(tx, 'pinPadNotWorking');
    return 'failed';
  }
  if (tx.session.input.policies?.pinBypassAllowed === false) {
    throw new KernelEnd({ type: 'cancelled', at: tx.session.step });
  }
  setTvr(tx, 'pinNotEntered');
  return 'failed';
}
