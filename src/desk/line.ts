import type { KeptTables } from '../downloads/projector.ts';
import type { LastSignIn } from '../settlement/projector.ts';
import { actionOf } from './amount.ts';
import { type Meanwhile, signIn } from './bank.ts';
import { download } from './download.ts';
import { type Facts, type Flow, facts, show, tone, wait, withBank } from './flow.ts';
import { echo, type Managed, signOff } from './line-jobs.ts';
import { counter } from './queries.ts';
import type { LineJob, LineResult } from './view/link.ts';
import type { ScreenOf } from './view.ts';

/** 线路: test it, fetch what the bank has, sign in and off; each with its end in words. */
export function* showLine(jobs: readonly LineJob[]): Flow<void> {
  let last: LineResult | undefined;
  for (;;) {
    yield* show(screenOf(yield* facts(), jobs, { ...(last === undefined ? {} : { last }) }));
    const action = actionOf(yield* wait());
    if (action?.type === 'back' || action?.type === 'cancel') return;
    if (action?.type !== 'lineJob' || !jobs.includes(action.job)) continue;
    last = yield* run(action.job, jobs);
    yield* tone(last.ok ? 'ok' : 'warning');
  }
}

function* run(job: LineJob, jobs: readonly LineJob[]): Flow<LineResult> {
  const startedMs = (yield* facts()).nowMs;
  const repaint: Meanwhile = function* () {
    const now = yield* facts();
    const seconds = Math.max(0, Math.floor((now.nowMs - startedMs) / 1_000));
    yield* show(screenOf(now, jobs, { running: { job, seconds } }));
  };
  yield* repaint({ type: 'time' });
  const end = yield* withBank(() => work(job, repaint), repaint);
  const tookMs = Math.max(0, (yield* facts()).nowMs - startedMs);
  return end.ok ? { job, ok: true, tookMs } : { job, ...end };
}

type End = { readonly ok: true } | Omit<Extract<LineResult, { ok: false }>, 'job'>;

const managed = (end: Managed): End =>
  end.type === 'answered' ? { ok: true } : { ok: false, fault: end.fault };

function* work(job: LineJob, meanwhile: Meanwhile): Flow<End> {
  switch (job) {
    case 'test':
      return managed(yield* echo(meanwhile));
    case 'signOff':
      return managed(yield* signOff(meanwhile));
    case 'signIn': {
      const ready = yield* signIn(meanwhile);
      if (ready.type === 'ready') return { ok: true };
      const { result } = ready;
      return {
        ok: false,
        fault: result.type === 'noAnswer' ? result.fault : result.answer.responseCode,
      };
    }
    case 'update': {
      const all = ['parameters', 'caPublicKeys', 'applications'] as const;
      const end = yield* download(all, 'byHand', meanwhile);
      if (end.type === 'taken') return { ok: true };
      const { item, problem, fault } = end;
      return { ok: false, table: { item, problem }, ...(fault === undefined ? {} : { fault }) };
    }
  }
}

function screenOf(
  now: Facts,
  jobs: readonly LineJob[],
  state: Pick<ScreenOf<'bank-line'>, 'running' | 'last'>,
): ScreenOf<'bank-line'> {
  const signedIn = counter<LastSignIn>(now, 'signIn');
  const kept = counter<KeptTables>(now, 'tables');
  const version = kept?.tables.parameters?.version;
  return {
    name: 'bank-line',
    jobs,
    ...state,
    ...(now.signedIn && signedIn !== undefined ? { signedInSinceMs: signedIn.atMs } : {}),
    ...(kept === undefined
      ? {}
      : {
          tables: {
            atMs: kept.atMs,
            ...(version === undefined ? {} : { version }),
            keys: kept.tables.caPublicKeys?.length ?? 0,
            applications: kept.tables.applications?.length ?? 0,
          },
        }),
  };
}
