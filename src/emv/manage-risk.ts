import { toHex } from '../bytes.ts';
import { singleObject } from '../tlv/tlv.ts';
import { getData } from './commands.ts';
import type { CardData } from './contract.ts';
import { randomBytes } from './random.ts';
import { profileSays, type Stage, setTsi, setTvr, type Transaction } from './state.ts';
import { transmit } from './transport.ts';
import { aipBits } from './tvr.ts';

/** Terminal risk management (EMV 4.4 Book 3 §10.6). */
export function* manageTerminalRisk(tx: Transaction, card: CardData): Stage {
  const { input } = tx.session;
  tx.session.step = 'manageRisk';
  if (input.exceptionFile?.(card) === true) setTvr(tx, 'cardOnExceptionFile');
  if (input.merchantForcedOnline === true) setTvr(tx, 'merchantForcedOnline');
  if (!profileSays(tx, aipBits.terminalRiskManagementToBePerformed)) return;
  const floorLimit = tx.terminal.floorLimitMinorUnits;
  if (input.amount.minorUnits >= floorLimit) setTvr(tx, 'floorLimitExceeded');
  else if (yield* selectRandomly(tx)) setTvr(tx, 'randomlySelected');
  yield* checkVelocity(tx);
  setTsi(tx, 'terminalRiskManagementPerformed');
}

/**
 * Random transaction selection below the floor limit (§10.6.2): a flat chance up to the threshold,
 * then rising with the amount to the maximum target at the floor limit.
 */
function* selectRandomly(tx: Transaction): Stage<boolean> {
  const { targetPercent, maximumTargetPercent, thresholdMinorUnits } = tx.terminal.randomSelection;
  if (targetPercent === 0 && maximumTargetPercent === 0) return false;
  const amount = tx.session.input.amount.minorUnits;
  const bytes = yield* randomBytes(tx.session, 4);
  const drawn = (new DataView(bytes.buffer, bytes.byteOffset, 4).getUint32(0) % 99) + 1;
  if (amount < thresholdMinorUnits) return drawn <= targetPercent;
  const span = tx.terminal.floorLimitMinorUnits - thresholdMinorUnits;
  const share = span <= 0 ? 1 : (amount - thresholdMinorUnits) / span;
  return drawn <= targetPercent + (maximumTargetPercent - targetPercent) * share;
}

/** Velocity checking (§10.6.3): only for cards that carry both limits. */
function* checkVelocity(tx: Transaction): Stage {
  const lower = tx.icc.get('9F14')?.[0];
  const upper = tx.icc.get('9F23')?.[0];
  if (lower === undefined || upper === undefined) return;
  const counter = yield* readCounter(tx, '9F36');
  const lastOnline = yield* readCounter(tx, '9F13');
  const offline =
    counter === undefined || lastOnline === undefined || counter <= lastOnline
      ? Number.POSITIVE_INFINITY
      : counter - lastOnline;
  if (offline > lower) setTvr(tx, 'lowerConsecutiveOfflineLimitExceeded');
  if (offline > upper) setTvr(tx, 'upperConsecutiveOfflineLimitExceeded');
  if (lastOnline === 0) setTvr(tx, 'newCard');
}

/**
 * GET DATA of a two-byte counter; a card that does not give it, or gives something else, has none.
 */
function* readCounter(tx: Transaction, tag: string): Stage<number | undefined> {
  const answer = yield* transmit(tx.session, getData(tag));
  if (answer.sw !== '9000') return undefined;
  const object = singleObject(answer.data);
  if (object?.tag !== tag || object.value.length !== 2) return undefined;
  return Number.parseInt(toHex(object.value), 16);
}
