import { answerCode } from '../acquirer/answer-codes.ts';
import type { HostAnswer, HostResult } from '../acquirer/contract.ts';
import { toHex } from '../bytes.ts';
import type { CardData, KernelFailure, KernelOutcome } from '../emv/contract.ts';
import type { FaultCode } from '../fault.ts';
import { isCaptureCode, tellsOfTrying } from '../fraud/score.ts';
import type { Evidence } from '../recovery/evidence.ts';
import { maskedHex } from '../tlv/mask.ts';
import { cardName, fail, look, record, resolvedEvents, type Wish } from './case.ts';
import { type ChipEnd, readChip } from './chip.ts';
import { type Flow, facts, lookUp } from './flow.ts';
import { granted } from './held.ts';
import { refusedPart } from './partial.ts';
import { readWell } from './reader-health.ts';
import { oweScriptReport, reportOf } from './script-report.ts';
import { localTime } from './time.ts';
import { approve, provesNothing, type Transacted, undo } from './transact.ts';

/** How one attempt at a wish ended. */
export type Attempt =
  | { readonly type: 'granted' }
  | { readonly type: 'back' }
  /** Evidence was taken into the case: `why` says the rest. */
  | { readonly type: 'failed' }
  /** The bank or the card said no for a reason that is not about a missing number. */
  | {
      readonly type: 'declined';
      readonly responseCode: string;
      readonly by: 'host' | 'card' | 'terminal';
    };

/** An answer to reset has 33 bytes at most; a card may send anything. */
const mostAtrBytes = 33;

/** One attempt by the chip, journalled to its end. */
export function* chipAttempt(wish: Wish): Flow<Attempt> {
  wish.tries += 1;
  const end = yield* readChip(wish);
  if (end.type === 'noAtr')
    return yield* failed(wish, { type: 'noAtr', card: cardName(wish), tries: wish.tries });
  if (end.type === 'badAtr') {
    const atr = maskedHex(end.atr, mostAtrBytes);
    return yield* failed(wish, { type: 'badAtr', card: cardName(wish), atr, tries: wish.tries });
  }
  if (end.type === 'fault') return yield* failed(wish, faultEvidence(end.fault, wish));
  const { outcome, bank } = end;
  if (end.card !== undefined)
    yield* rememberCard(wish, end.card, outcome.type === 'failed' ? 'partly' : 'chip');
  if (bank?.type === 'answered') {
    const report = reportOf(outcome);
    if (report !== undefined && end.card !== undefined)
      yield* oweScriptReport(bank, report, end.card.pan);
    return yield* answered(wish, outcome, bank);
  }
  if (bank !== undefined)
    return yield* failed(wish, withOffline(bankEvidence(wish, bank.result), outcome));
  return yield* withoutBank(wish, end);
}

/** The bank answered: the chip has the last word on an approval. */
function* answered(
  wish: Wish,
  outcome: KernelOutcome,
  bank: Extract<Transacted, { type: 'answered' }>,
): Flow<Attempt> {
  const { answer, holdId, request } = bank;
  if (!answer.approved) return yield* refusedByHost(wish, answer, 'chip');
  if (outcome.type === 'approved') {
    const refused = yield* refusedPart(wish, bank);
    if (refused !== undefined) return refused;
    const signatureWanted = outcome.signatureWanted;
    const result = wish.cardNumber > 1 ? 'heldOtherCard' : 'held';
    const slips = yield* approve(
      bank,
      { emv: outcome.lines, signatureWanted },
      resolvedEvents(wish, result, holdId),
    );
    yield* granted(wish, holdId, slips, result);
    return { type: 'granted' };
  }
  const chipData = chipDataOf(outcome);
  yield* undo({ holdId, request }, '06', `chip: ${outcome.type}`, chipData && toHex(chipData));
  wish.reversalOwed = true;
  if (outcome.type === 'failed') return yield* failed(wish, failureEvidence(wish, outcome.failure));
  yield* fail(wish, chipRefused(wish));
  return { type: 'failed' };
}

/** The line was the cause; what the chip would have done without the bank is said beside it. */
const withOffline = (evidence: Evidence, outcome: KernelOutcome): Evidence =>
  evidence.type === 'linkFault' && outcome.type === 'unableToGoOnline'
    ? { ...evidence, offline: outcome.offline }
    : evidence;

/** What the reversal tells the bank of the chip. */
function chipDataOf(outcome: KernelOutcome): Uint8Array | undefined {
  if (outcome.type === 'declinedByCardAfterApproval') return outcome.chipData;
  return outcome.type === 'failed' ? outcome.failure.chipData : undefined;
}

function* withoutBank(wish: Wish, end: Extract<ChipEnd, { type: 'outcome' }>): Flow<Attempt> {
  const { outcome } = end;
  switch (outcome.type) {
    case 'failed':
      return yield* failed(wish, failureEvidence(wish, outcome.failure));
    case 'cancelled':
      return { type: 'back' };
    case 'declinedOffline':
    case 'unableToGoOnline':
      return yield* declinedByCard(
        wish,
        outcome.type === 'declinedOffline' ? outcome.by : 'terminal',
      );
    default:
      return yield* failed(wish, chipRefused(wish));
  }
}

/** The card's own no: the issuer's rules, unless the terminal could not prove itself or the card well. */
function* declinedByCard(wish: Wish, by: 'card' | 'terminal'): Flow<Attempt> {
  const evidence: Evidence = { type: 'cardDeclined', by };
  const diagnosis = yield* look(wish, evidence);
  if (diagnosis.cause === 'refusedByIssuer') return { type: 'declined', responseCode: 'Z1', by };
  yield* record(wish, evidence, diagnosis);
  return { type: 'failed' };
}

/** Codes that are about the card, the line or the settings go to `why`; the rest is the issuer's plain no. */
export function* refusedByHost(
  wish: Wish,
  answer: HostAnswer,
  entry: 'chip' | 'stripe' | 'keyed',
): Flow<Attempt> {
  wish.reversalOwed ||= provesNothing(answer);
  const { responseCode } = answer;
  const { family } = answerCode(responseCode);
  if (family === 'bankSide') wish.bankTries += 1;
  const { watch, card } = wish;
  if (isCaptureCode(responseCode)) watch.captureCodes += 1;
  if (tellsOfTrying(responseCode) && card?.lookup !== undefined) watch.refused.add(card.lookup);
  const evidence: Evidence = {
    type: 'answerCode',
    code: responseCode,
    entry,
    ...(yield* inDate(wish)),
  };
  const diagnosis = yield* look(wish, evidence);
  const plainNo = diagnosis.cause === 'refusedByIssuer';
  if (!plainNo || family !== 'refused' || wish.incidentId !== undefined)
    yield* record(wish, evidence, diagnosis);
  return plainNo ? { type: 'declined', responseCode, by: 'host' } : { type: 'failed' };
}

/** Is the card still good by this terminal's clock? */
function* inDate({ card }: Wish): Flow<{ inDate?: boolean }> {
  if (card?.expiry === undefined || card.expiry === '') return {};
  const { nowMs, config } = yield* facts();
  return { inDate: card.expiry >= localTime(nowMs, config.timeZone).yymmdd.slice(0, 4) };
}

function* failed(wish: Wish, evidence: Evidence): Flow<Attempt> {
  yield* fail(wish, evidence);
  return { type: 'failed' };
}

export function bankEvidence(wish: Wish, result: HostResult): Evidence {
  wish.bankTries += 1;
  if (result.type === 'answered') return { type: 'answerCode', code: result.answer.responseCode };
  wish.reversalOwed ||= result.maybeSent;
  if (result.fault === 'answer.badMac') return { type: 'badAnswer', what: 'badMac' };
  if (result.fault === 'answer.malformed') return { type: 'badAnswer', what: 'malformed' };
  return {
    type: 'linkFault',
    fault: result.fault,
    tries: wish.bankTries,
    maybeSent: result.maybeSent,
  };
}

const faultEvidence = (fault: FaultCode, wish: Wish): Evidence => {
  if (fault === 'reader.cardRemoved')
    return { type: 'cardPulled', step: 'select', tries: wish.tries };
  if (fault === 'reader.cardMute' || fault === 'reader.protocol')
    return {
      type: 'chipFailed',
      card: cardName(wish),
      failure: fault === 'reader.cardMute' ? 'cardMute' : 'protocolError',
      step: 'select',
      tries: wish.tries,
      bytes: '',
    };
  return { type: 'readerFault', fault };
};

function failureEvidence(wish: Wish, failure: KernelFailure): Evidence {
  if (failure.code === 'cardRemoved')
    return { type: 'cardPulled', step: failure.step, tries: wish.tries };
  if (failure.code === 'readerGone') return { type: 'readerFault', fault: 'reader.gone' };
  return {
    type: 'chipFailed',
    card: cardName(wish),
    failure: failure.code,
    step: failure.step,
    ...(failure.sw === undefined ? {} : { sw: failure.sw }),
    ...(failure.flaw === undefined ? {} : { flaw: failure.flaw }),
    tries: wish.tries,
    bytes: failure.evidence,
  };
}

const chipRefused = (wish: Wish): Evidence => ({
  type: 'chipFailed',
  card: cardName(wish),
  failure: 'conditionsNotSatisfied',
  step: 'generateAc2',
  tries: wish.tries,
  bytes: '',
});

/**
 * The number was read: the case knows the card, an expired one is evidence, and a good chip read clears the chip
 * reader (a good stripe says nothing of it).
 */
export function* rememberCard(
  wish: Wish,
  card: Pick<CardData, 'pan' | 'expiry'>,
  by: 'chip' | 'stripe' | 'partly',
): Flow<void> {
  const now = yield* facts();
  const lookup = yield* lookUp(card.pan);
  wish.readBy = by === 'stripe' ? 'stripe' : 'chip';
  if (by !== 'partly') readWell(wish.health, lookup, now.nowMs, by);
  wish.watch.cards.add(lookup);
  wish.card = { lookup, firstDigits: card.pan.first6, last4: card.pan.last4, expiry: card.expiry };
  const month = localTime(now.nowMs, now.config.timeZone).yymmdd.slice(0, 4);
  const expired = card.expiry !== '' && card.expiry < month;
  if (expired && !wish.evidence.some(({ type }) => type === 'cardExpired'))
    wish.evidence.push({ type: 'cardExpired', expiry: card.expiry });
}
