import { analyseTerminalActions } from './analyse.ts';
import { authenticateOfflineData } from './authenticate.ts';
import { requireMandatoryData } from './card-data.ts';
import type { KernelInput, KernelOutcome, KernelRequest, KernelResponse } from './contract.ts';
import { KernelEnd } from './end.ts';
import { generateCryptogram } from './generate-ac.ts';
import { initiate } from './initiate.ts';
import { manageTerminalRisk } from './manage-risk.ts';
import { goOnline, offlineEnd, refuseForgery } from './online.ts';
import { randomBytes } from './random.ts';
import { readApplicationData } from './read-records.ts';
import { restrictProcessing } from './restrict.ts';
import { buildCandidateList, dropCandidate, selectApplication } from './select-application.ts';
import {
  beginSession,
  beginTransaction,
  type Session,
  type Stage,
  setTsi,
  type Transaction,
} from './state.ts';
import { verifyCardholder } from './verify.ts';

/**
 * A contact EMV transaction (EMV 4.4, the flow of Book 3 §8), as a coroutine: it yields what it
 * needs, is handed the answers, and returns exactly one outcome whatever the card does. It throws
 * only when an answer is not of the kind that was asked for, which is a bug of the caller.
 */
export function* transaction(
  input: KernelInput,
): Generator<KernelRequest, KernelOutcome, KernelResponse> {
  const session = beginSession(input);
  try {
    return yield* contactTransaction(session);
  } catch (end) {
    if (end instanceof KernelEnd) return end.outcome;
    throw end;
  }
}

function* contactTransaction(session: Session): Stage<KernelOutcome> {
  const tx = yield* selectAndInitiate(session);
  yield* readApplicationData(tx);
  const card = requireMandatoryData(tx);
  yield* authenticateOfflineData(tx, card);
  restrictProcessing(tx, card);
  yield* verifyCardholder(tx, card);
  yield* manageTerminalRisk(tx, card);
  const asked = analyseTerminalActions(tx);
  session.step = 'generateAc1';
  const first = yield* generateCryptogram(tx, '8C', asked);
  setTsi(tx, 'cardRiskManagementPerformed');
  if (first.type !== 'arqc') return offlineEnd(tx, card, first);
  return first.authentic ? yield* goOnline(tx, card) : yield* refuseForgery(tx, card);
}

/**
 * A card may take an application back at GET PROCESSING OPTIONS (6985): then the next one is tried.
 */
export function* selectAndInitiate(session: Session): Stage<Transaction> {
  const list = yield* buildCandidateList(session);
  let unpredictableNumber: Uint8Array | undefined;
  for (;;) {
    const selection = yield* selectApplication(session, list);
    unpredictableNumber ??= yield* randomBytes(session, 4);
    const tx = beginTransaction(session, selection, unpredictableNumber);
    if ((yield* initiate(tx)) === 'initiated') return tx;
    dropCandidate(list, selection, { code: 'conditionsNotSatisfied', sw: '6985' });
  }
}
