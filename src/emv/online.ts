import { concat } from '../bytes.ts';
import { decideOffline } from './analyse.ts';
import { chipData, emvLines, onlineRequest, scriptReport } from './chip-data.ts';
import type { CardData, KernelOutcome, OnlineAnswer } from './contract.ts';
import { KernelEnd } from './end.ts';
import { type Cryptogram, generateCryptogram } from './generate-ac.ts';
import { authenticateIssuer } from './issuer-authentication.ts';
import { processScripts } from './issuer-scripts.ts';
import type { Stage, Transaction } from './state.ts';
import { ask } from './transport.ts';

type Answered = Extract<OnlineAnswer, { type: 'answered' }>;

/** From the ARQC to the end (EMV 4.4 Book 3 §10.9 to §10.12). */
export function* goOnline(tx: Transaction, card: CardData): Stage<KernelOutcome> {
  const response = yield* ask(tx.session, { type: 'online', request: onlineRequest(tx, card) });
  if (response.type !== 'online') throw new Error(`${response.type} answers no online request`);
  const { answer } = response;
  if (answer.type === 'unableToGoOnline') return yield* finishWithoutHost(tx, card);
  tx.authorisationResponseCode = answer.authorisationResponseCode;
  tx.issuerAuthenticationData = answer.issuerAuthenticationData;
  tx.session.hostApproved = answer.approved;
  if (answer.approved) return yield* finishApproved(tx, card, answer);
  yield* whateverTheCardDoes(finalStages(tx, answer, 'aac'));
  return {
    type: 'declinedByHost',
    card,
    lines: emvLines(tx),
    authorisationResponseCode: answer.authorisationResponseCode,
    scriptResults: concat(...tx.scriptResults),
    ...scriptReport(tx),
  };
}

/** The host's yes needs the card's: anything but a TC means that the host must be reversed. */
function* finishApproved(tx: Transaction, card: CardData, answer: Answered): Stage<KernelOutcome> {
  const approved = yield* unlessGivenUp(tx, finalStages(tx, answer, 'tc'));
  const end = {
    card,
    lines: emvLines(tx),
    chipData: chipData(tx),
    scriptResults: concat(...tx.scriptResults),
    ...scriptReport(tx),
  };
  if (!approved) return { type: 'declinedByCardAfterApproval', ...end };
  return { type: 'approved', ...end, signatureWanted: tx.signatureWanted };
}

/**
 * Issuer authentication, scripts 71, second GENERATE AC, scripts 72; true when the card gave a TC.
 */
function* finalStages(tx: Transaction, answer: Answered, asked: 'aac' | 'tc'): Stage<boolean> {
  yield* authenticateIssuer(tx);
  yield* processScripts(tx, answer.issuerScripts, '71');
  tx.session.step = 'generateAc2';
  const second = yield* generateCryptogram(tx, '8D', asked);
  // The card has decided: what happens to the last scripts changes nothing of it.
  yield* whateverTheCardDoes(processScripts(tx, answer.issuerScripts, '72'));
  return second.type === 'tc' && second.authentic;
}

/**
 * No answer from the issuer: Y3 when the default action codes leave it to the card, Z3 when not (EMV 4.4 Book 3
 * §10.7). What must go online ends as `unableToGoOnline` whatever the card says, because a hold lives at the bank; and
 * also when the card leaves meanwhile, because the line is the cause.
 */
function* finishWithoutHost(tx: Transaction, card: CardData): Stage<KernelOutcome> {
  const asked = decideOffline(tx);
  const mustGoOnline = tx.session.input.forceOnline || asked === 'aac';
  tx.authorisationResponseCode = asked === 'tc' ? 'Y3' : 'Z3';
  tx.session.step = 'generateAc2';
  if (!mustGoOnline) return offlineEnd(tx, card, yield* generateCryptogram(tx, '8D', 'tc'));
  let second: Cryptogram | undefined;
  yield* whateverTheCardDoes(
    (function* () {
      second = yield* generateCryptogram(tx, '8D', asked);
    })(),
  );
  const approved = second?.type === 'tc' && second.authentic;
  const offline =
    asked === 'aac' ? 'refusedByActionCodes' : approved ? 'approvedByCard' : 'refusedByCard';
  return { type: 'unableToGoOnline', card, lines: emvLines(tx), offline };
}

/**
 * Combined authentication did not hold over an ARQC: the issuer is not asked, the card is told AAC
 * at once (EMV 4.4 Book 4 §6.3.2.1).
 */
export function* refuseForgery(tx: Transaction, card: CardData): Stage<KernelOutcome> {
  tx.authorisationResponseCode = 'Z1';
  tx.session.step = 'generateAc2';
  yield* whateverTheCardDoes(generateCryptogram(tx, '8D', 'aac'));
  return { type: 'declinedOffline', card, lines: emvLines(tx), by: 'terminal' };
}

/** Approved or declined by card and terminal alone. */
export function offlineEnd(tx: Transaction, card: CardData, cryptogram: Cryptogram): KernelOutcome {
  const { type, asked, authentic } = cryptogram;
  const approved = type === 'tc' && authentic;
  const lines = emvLines(tx);
  const by = asked === 'aac' || !authentic ? 'terminal' : 'card';
  if (!approved) return { type: 'declinedOffline', card, lines, by };
  const { signatureWanted } = tx;
  return {
    type: 'approved',
    card,
    lines,
    signatureWanted,
    chipData: chipData(tx),
    scriptResults: new Uint8Array(0),
  };
}

/**
 * Somebody who gives up after the host's yes leaves a card that has not approved; a card that fails leaves its data
 * for the reversal.
 */
function* unlessGivenUp(tx: Transaction, stages: Stage<boolean>): Stage<boolean> {
  try {
    return yield* stages;
  } catch (end) {
    if (!(end instanceof KernelEnd)) throw end;
    if (end.outcome.type === 'cancelled') return false;
    throw end.withChipData({ chipData: chipData(tx), ...scriptReport(tx) });
  }
}

/** Runs stages whose end no longer changes the outcome, because it is decided already. */
function* whateverTheCardDoes(stages: Stage<unknown>): Stage {
  try {
    yield* stages;
  } catch (end) {
    if (!(end instanceof KernelEnd)) throw end;
  }
}
