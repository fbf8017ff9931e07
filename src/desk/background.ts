import { signInAgain, tablesWanted, upload } from '../acquirer/header-request.ts';
import { deliverAdvices, deliverSuspendedAdvices } from './advices.ts';
import { signIn } from './bank.ts';
import { download, reportState } from './download.ts';
import { expireHolds } from './expiry.ts';
import { type Facts, type Flow, facts, wait, withBank } from './flow.ts';
import { deliverReversals, deliverSuspendedReversals, shredEnded } from './outbox.ts';
import { counter, owedItems } from './queries.ts';
import { deliverScriptReports } from './script-report.ts';

const pauseMs = 2_000;
const expiryCheckMs = 60_000;
const sweepMs = 86_400_000;
/** What was set aside is tried so many times more seldom than what is owed. */
const suspendedPauses = 10;

/** What goes on by itself: the sign-in, what is owed to the bank, holds that expire, numbers whose time is over. */
export function* background(): Flow<never> {
  let nextTryMs = 0;
  let nextExpiryMs = 0;
  let nextSignInMs = 0;
  let nextSuspendedMs = 0;
  let nextSweepMs = 0;
  let known = 0;
  let lastMs = 0;
  for (;;) {
    const now = yield* facts();
    // A clock that was set back must not put off what is due until it has caught up.
    if (now.nowMs < lastMs)
      nextTryMs = nextExpiryMs = nextSignInMs = nextSuspendedMs = nextSweepMs = now.nowMs;
    lastMs = now.nowMs;
    if (now.nowMs >= nextExpiryMs) {
      const more = yield* expireHolds();
      nextExpiryMs = more ? now.nowMs : now.nowMs + expiryCheckMs;
    }
    if (now.nowMs >= nextSweepMs) {
      yield* shredEnded();
      nextSweepMs = now.nowMs + sweepMs;
    }
    const owed = owedItems(now).length;
    const wanted = now.bankWants.has(signInAgain) && now.atHome;
    const missing = !now.signedIn && counter(now, 'signedOff') === undefined;
    if ((missing || wanted) && now.nowMs >= nextSignInMs) {
      yield* withBank(() => signIn());
      nextSignInMs = now.nowMs + now.config.acquirer.retrySeconds * 1_000;
    }
    if (owed > 0 && (now.nowMs >= nextTryMs || owed > known)) {
      yield* withBank(deliverAll);
      const after = yield* facts();
      nextTryMs = after.nowMs + after.config.acquirer.retrySeconds * 1_000;
    }
    const leisureMs = now.config.acquirer.retrySeconds * suspendedPauses * 1_000;
    if (!suspended(now)) nextSuspendedMs = now.nowMs + leisureMs;
    else if (now.nowMs >= nextSuspendedMs) {
      yield* withBank(deliverSuspended);
      nextSuspendedMs = (yield* facts()).nowMs + leisureMs;
    }
    yield* printForgotten();
    yield* obeyBank();
    known = owedItems(yield* facts()).length;
    yield* wait((yield* facts()).nowMs + pauseMs);
  }
}

const suspended = ({ documents }: Facts): boolean => documents.count('outbox', ['suspended']) > 0;

/** A slip is queued in the step that it tells of: what came between it and the printer prints it later. */
function* printForgotten(): Flow<void> {
  for (const { id: slipId } of (yield* facts()).documents.list('slip', ['queued']))
    yield { type: 'print', slipId };
}

function* deliverAll(): Flow<void> {
  const reversals = yield* deliverReversals();
  if (reversals.type !== 'ready') return;
  yield* deliverScriptReports();
  yield* deliverAdvices();
}

/** Tables that the bank wants fetched, and its question how the terminal stands: one try each, while nobody is there. */
function* obeyBank(): Flow<void> {
  const { bankWants, atHome } = yield* facts();
  if (!atHome) return;
  for (const digit of [...bankWants]) {
    const tables = tablesWanted.get(digit);
    if (tables === undefined && digit !== upload) continue;
    yield { type: 'obeyed', digit };
    yield* withBank(function* (): Flow<void> {
      if (tables === undefined) yield* reportState();
      else yield* download(tables, 'bank');
    });
  }
}

function* deliverSuspended(): Flow<void> {
  yield* deliverSuspendedReversals();
  yield* deliverSuspendedAdvices();
}
