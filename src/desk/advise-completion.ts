import type { Money } from '../money.ts';
import type { Hold } from '../preauth/hold.ts';
import { mayAdvise } from './advice-limits.ts';
import { permit } from './authorise.ts';
import { showDone } from './change.ts';
import { type Flow, facts } from './flow.ts';
import { noteAdvice } from './note-advice.ts';
import { unsettledItems } from './queries.ts';
import { newRequest } from './request.ts';

/** A completion as advice: noted here, stored and forwarded; the bank's answer comes when it comes. */
export function* adviseCompletion(hold: Hold, amount: Money): Flow<'done' | 'notDone'> {
  const { holdId, card, original } = hold;
  const kind = 'completionAdvice';
  if (!(yield* permit(kind)).allowed) return 'notDone';
  if (card === undefined || !(yield* mayAdvise(amount))) return 'notDone';
  const request = yield* newRequest(
    { kind, amount, posEntryMode: '012', card, ...(original === undefined ? {} : { original }) },
    kind,
  );
  const slips = yield* noteAdvice({ holdId, request });
  const queued = unsettledItems(yield* facts(), 'advice').some((item) => item.holdId === holdId);
  yield* showDone({ kind, hold, amount }, slips, original?.authorisationCode, queued);
  return 'done';
}
