import type { HostAnswer, HostRequest } from '../acquirer/contract.ts';
import { toHex } from '../bytes.ts';
import type { Pan } from '../card/pan.ts';
import type { KernelOutcome } from '../emv/contract.ts';
import type { OutboxItem } from '../journal/outbox.ts';
import { askHost, type Meanwhile, nextStan } from './bank.ts';
import { append, type Flow, facts, openNumber, uuid } from './flow.ts';
import { owedItems } from './queries.ts';
import { cardOf, fieldsOf, originalOf } from './request.ts';
import type { Transacted } from './transact.ts';

/** Field 55 of the report on the issuer's scripts, however the chip's part ended; undefined without scripts. */
export function reportOf(outcome: KernelOutcome): Uint8Array | undefined {
  if (outcome.type === 'failed') return outcome.failure.scriptReport;
  return 'scriptReport' in outcome ? outcome.scriptReport : undefined;
}

/**
 * The issuer is owed what its scripts ended as, whether the hold stands or not: journalled with the card's own
 * sealed number, because a hold that was refused has already lost its one.
 */
export function* oweScriptReport(
  { holdId, request, answer }: Extract<Transacted, { type: 'answered' }>,
  report: Uint8Array,
  pan: Pan,
): Flow<void> {
  const stan = yield* nextStan();
  const token = yield* uuid();
  const original = {
    batch: request.batch,
    stan: request.stan,
    date: request.localDate,
    ...(answer.rrn === undefined ? {} : { rrn: answer.rrn }),
    ...(answer.authorisationCode === undefined
      ? {}
      : { authorisationCode: answer.authorisationCode }),
  };
  const card = { ...request.card, token };
  yield* append({
    events: [
      {
        kind: 'scriptReport.owed',
        holdId,
        stan,
        request: { ...request, stan, card, original },
        chipData: toHex(report),
      },
    ],
    seal: [{ token, pan }],
  });
}

/** After so many tries a bank that never answers them is left alone: nobody's money depends on a report. */
const mostTries = 10;
const later = new Set(['68', '90', '91', '92', '96', '98', '77', '99', 'A0', 'C1']);
const waits = ({ responseCode }: HostAnswer): boolean => later.has(responseCode);

/** Owed reports, oldest first, once each; true when the bank answered them all. */
export function* deliverScriptReports(meanwhile?: Meanwhile): Flow<boolean> {
  for (const item of owedItems(yield* facts(), 'scriptReport')) {
    const pan = yield* openNumber(item.request.card.token);
    if (pan === undefined) yield* settle(item, '');
    else if (!(yield* deliver(item, pan, meanwhile))) return false;
  }
  return true;
}

function* deliver(item: OutboxItem, pan: Pan, meanwhile?: Meanwhile): Flow<boolean> {
  const { holdId, request, attempts } = item;
  const attempt = attempts + 1;
  const of = { holdId, stan: request.stan };
  yield* append({ events: [{ kind: 'scriptReport.attempted', ...of, attempt }] });
  const message: HostRequest = {
    kind: 'scriptReport',
    ...fieldsOf(request),
    card: cardOf(request, pan, item.chipData),
    original: originalOf(request),
  };
  const result = yield* askHost(message, meanwhile);
  if (result.type === 'noAnswer' || waits(result.answer)) {
    const sent = result.type === 'answered' || result.maybeSent;
    if (sent && attempt >= mostTries) yield* settle(item, '98');
    return false;
  }
  yield* settle(item, result.answer.responseCode);
  return true;
}

/** The number first, then the row that says it is gone: a power cut in between finds a report without a number. */
function* settle({ holdId, request }: OutboxItem, responseCode: string): Flow<void> {
  const { token } = request.card;
  yield { type: 'shred', token };
  const of = { holdId, stan: request.stan };
  yield* append({ events: [{ kind: 'scriptReport.settled', ...of, responseCode, token }] });
}
