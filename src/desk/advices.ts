import type { HostRequest, HostResult } from '../acquirer/contract.ts';
import type { Pan } from '../card/pan.ts';
import type { OutboxItem } from '../journal/outbox.ts';
import { append, type Flow, facts, openNumber } from './flow.ts';
import { noteLostNumber } from './number-lost.ts';
import { evidenceOf, shredWhenDone, signInAgain, tryAtBank } from './outbox.ts';
import { holdOf, owedItems, unsettledItems } from './queries.ts';
import { cardOf, fieldsOf, originalOf } from './request.ts';
import { caseOf } from './trouble.ts';

/** Owed advices, oldest first, once each: store and forward. Stops at the first that the bank does not answer. */
export function* deliverAdvices(): Flow<void> {
  for (const item of owedItems(yield* facts(), 'advice'))
    if ((yield* deliverAdvice(item)) === 'bankAway') return;
}

/** Advices that were set aside are still tried when there is time: they are the merchant's money. */
export function* deliverSuspendedAdvices(): Flow<void> {
  for (const item of unsettledItems(yield* facts(), 'advice'))
    if (item.state === 'suspended' && (yield* deliverAdvice(item)) === 'bankAway') return;
}

/** The bank cannot take it now; it says so without having looked at the advice. */
const laterCodes = new Set(['68', '90', '91', '92', '96', '98', ...signInAgain]);

/**
 * One try. An approval ends it, and so does a refusal that the bank's code proves: what anybody on the line could
 * have said does not. Only tries that may have reached the bank count; when they are used up a case tells the
 * supervisor, and the advice is kept.
 */
function* deliverAdvice(item: OutboxItem): Flow<'next' | 'bankAway'> {
  const pan = yield* openNumber(item.request.card.token);
  if (pan === undefined) {
    yield* noteLostNumber(item.holdId);
    return 'next';
  }
  const of = { holdId: item.holdId, stan: item.request.stan };
  const { result, attempts } = yield* tryAtBank(item, adviceOf(item, pan));
  if (result.type === 'noAnswer' && !result.maybeSent) {
    yield* append({ events: [{ kind: 'advice.notSent', ...of, attempts: item.attempts }] });
    return 'bankAway';
  }
  if (result.type === 'answered' && result.answer.approved) {
    const { responseCode } = result.answer;
    yield* append({ events: [{ kind: 'advice.settled', ...of, responseCode }] });
    yield* shredWhenDone(holdOf(yield* facts(), item.holdId));
    return 'next';
  }
  if (result.type === 'answered' && result.answer.proven && !laterCodes.has(codeOf(result))) {
    const refused = { kind: 'advice.refused', ...of, responseCode: codeOf(result) } as const;
    yield* append({
      events: [refused, ...(yield* caseOf(item, evidenceOf(result, attempts), 'adviceRefused'))],
    });
    return 'next';
  }
  const { config } = yield* facts();
  if (attempts < config.acquirer.adviceTries || item.state !== 'owed') return 'bankAway';
  const suspended = { kind: 'advice.suspended', ...of, attempts } as const;
  yield* append({
    events: [suspended, ...(yield* caseOf(item, evidenceOf(result, attempts), 'adviceRefused'))],
  });
  return 'next';
}

const codeOf = (result: Extract<HostResult, { type: 'answered' }>): string =>
  result.answer.responseCode;

function adviceOf({ request }: OutboxItem, pan: Pan): HostRequest {
  const fields = { ...fieldsOf(request), card: cardOf(request, pan) };
  if (request.kind === 'offlineAdvice')
    return { kind: 'offlineAdvice', ...fields, authorisationCode: request.authorisationCode ?? '' };
  return { kind: 'completionAdvice', ...fields, original: originalOf(request) };
}
