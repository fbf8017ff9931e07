import type { HostRequest, HostResult } from '../acquirer/contract.ts';
import type { LastSignIn } from '../settlement/projector.ts';
import { clockMoved, clockOffsetSeconds } from './clock-check.ts';
import { append, type DeskEvent, type Flow, facts, perform } from './flow.ts';
import { deliverReversals } from './outbox.ts';
import { counter } from './queries.ts';
import { deliverScriptReports } from './script-report.ts';

export type Meanwhile = (event: DeskEvent) => Flow<void>;

/** The next system trace audit number (field 11): 1…999999, never 0, and it wraps. */
export function* nextStan(): Flow<number> {
  const last = counter<number>(yield* facts(), 'stan') ?? 0;
  return last >= 999_999 ? 1 : last + 1;
}

export function* batchNumber(): Flow<number> {
  const now = yield* facts();
  return counter<number>(now, 'batch') ?? now.config.acquirer.batch;
}

export function* askHost(request: HostRequest, meanwhile?: Meanwhile): Flow<HostResult> {
  const done = yield* perform({ type: 'host', request }, meanwhile);
  if (done.type !== 'host')
    return { type: 'noAnswer', fault: done.fault, maybeSent: false, detail: done.fault };
  yield* compareClocks(request, done.result);
  return done.result;
}

/** The time of an answer that is the bank's own: a clock that went wrong is known with it, not at the next sign-in. */
function* compareClocks(request: HostRequest, result: HostResult): Flow<void> {
  if (result.type !== 'answered' || !result.answer.proven || request.kind === 'signIn') return;
  const now = yield* facts();
  const offsetSeconds = clockOffsetSeconds(result.answer, now.nowMs, now.config.timeZone);
  // Some hosts send back the time of the request: that says nothing of theirs.
  const echoed = 'localTime' in request && request.localTime === result.answer.localTime;
  if (offsetSeconds === undefined || echoed) return;
  const known = counter<LastSignIn>(now, 'signIn')?.clockOffsetSeconds ?? 0;
  if (clockMoved(known, offsetSeconds))
    yield* append({ events: [{ kind: 'clock.compared', offsetSeconds }] });
}

export type BankReady =
  | { readonly type: 'ready' }
  | { readonly type: 'notReady'; readonly result: HostResult; readonly reversalOwed: boolean };

/** 签到: fetches the working keys. The STAN is journalled before the message leaves. */
export function* signIn(meanwhile?: Meanwhile): Flow<BankReady> {
  const stan = yield* nextStan();
  const batch = yield* batchNumber();
  const { operator } = yield* facts();
  yield* append({ events: [{ kind: 'bank.requested', what: 'signIn', stan, batch }] });
  const result = yield* askHost({ kind: 'signIn', stan, batch, operator }, meanwhile);
  if (result.type === 'noAnswer') return { type: 'notReady', result, reversalOwed: false };
  const { responseCode, approved, batch: newBatch } = result.answer;
  const { nowMs, config } = yield* facts();
  const offset = clockOffsetSeconds(result.answer, nowMs, config.timeZone);
  yield* append({
    events: [
      {
        kind: 'bank.answered',
        what: 'signIn',
        stan,
        responseCode,
        ...(approved && newBatch !== undefined ? { batch: newBatch } : {}),
        ...(offset === undefined ? {} : { clockOffsetSeconds: offset }),
      },
    ],
  });
  return approved ? { type: 'ready' } : { type: 'notReady', result, reversalOwed: false };
}

/**
 * Signed in, and nothing owed: the state in which the next transaction may leave. What the issuer's scripts ended as
 * goes before it too, but holds nothing up: no money depends on it.
 */
export function* makeReady(meanwhile?: Meanwhile, signInFirst = false): Flow<BankReady> {
  if (signInFirst || !(yield* facts()).signedIn) {
    const ready = yield* signIn(meanwhile);
    if (ready.type === 'notReady') return ready;
  }
  const ready = yield* deliverReversals(meanwhile);
  if (ready.type === 'ready') yield* deliverScriptReports(meanwhile);
  return ready;
}
