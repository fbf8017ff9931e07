import { type KeptCheck, selfCheckId } from '../care/projector.ts';
import { openAlerts } from '../fraud/alerts.ts';
import type { Action } from '../people/permissions.ts';
import { lacksNumber } from '../preauth/rules.ts';
import { tellAssessmentDue } from './assessment.ts';
import { permit } from './authorise.ts';
import { newestBulletin, tellBulletins } from './bulletins.ts';
import { showCalls } from './calls.ts';
import { showEmergency, troubleNow } from './care/emergency.ts';
import { journalReads } from './care/reads.ts';
import { answeredCases, dueCases, unfinishedCases } from './case-due.ts';
import { showCases } from './cases.ts';
import { saidWhenFull, undoAbandoned } from './disk.ts';
import { resumeDay } from './end-of-day.ts';
import { tellExpiring } from './expiry.ts';
import { type DeskEvent, type Facts, type Flow, facts, show, wait } from './flow.ts';
import { openScanned, showHolds } from './holds.ts';
import { settleInterruptedKey } from './load-keys.ts';
import { locking } from './locking.ts';
import { saySuspended, showNotices } from './notices.ts';
import { noteLostNumbers } from './number-lost.ts';
import {
  counter,
  daysLeftOf,
  dutyOf,
  openHolds,
  rowOf,
  stuckWithoutNumber,
  sumOf,
  unsettledItems,
} from './queries.ts';
import { type ReaderHealth, rememberedHealth } from './reader-health.ts';
import { showReport } from './report.ts';
import { showSettings } from './settings.ts';
import { beOnDuty } from './sign-in.ts';
import { showStatus } from './status.ts';
import { endStoppedWays } from './stopped-way.ts';
import { takeHold } from './take-hold.ts';
import { offeredAtHome } from './take-over.ts';
import type { ScreenOf } from './view.ts';

/** The conversation that never ends: home, and whatever is begun from there. */
export function* desk(version: string): Flow<never> {
  const health = rememberedHealth(yield* facts());
  yield* noteLostNumbers();
  yield* settleInterruptedKey();
  yield* showNotices();
  yield* saidWhenFull(endStoppedWays());
  yield* saidWhenFull(resumeDay());
  const told = new Set<string>();
  for (;;) {
    yield* beOnDuty();
    yield* locking(round(health, version, told));
  }
}

/** Home once, and what is begun from there. */
function* round(health: ReaderHealth, version: string, told: Set<string>): Flow<void> {
  yield* undoAbandoned();
  yield* tellSuspended(told);
  yield* tellExpiring();
  yield* tellAssessmentDue(told);
  yield* journalReads(health.reads);
  yield* tellBulletins(told);
  yield* show(homeScreen(yield* facts()));
  const event = yield* wait((yield* facts()).nowMs + 20_000);
  if (event.type === 'offered')
    yield* saidWhenFull(permitted('completion', offeredAtHome(event.message, told)));
  yield* saidWhenFull(begin(event, health, version));
}

function* begin(event: DeskEvent, health: ReaderHealth, version: string): Flow<void> {
  if (event.type === 'cardInserted') yield* permitted('preauth', newHold(health));
  if (event.type === 'scanned') yield* permitted('completion', openScanned(event.text));
  if (event.type !== 'action') return;
  const { action } = event;
  const goes = action.type === 'primary' || action.type === 'enter' ? 'preauth' : undefined;
  const to = action.type === 'go' ? action.to : goes;
  if (to === 'preauth') yield* permitted('preauth', newHold(health));
  if (to === 'holds') yield* permitted('completion', showHolds());
  if (to === 'cases') yield* permitted('cases', showCases());
  if (to === 'report') yield* permitted('report', showReport());
  if (to === 'settings') yield* showSettings(version);
  if (to === 'emergency')
    yield* permitted('emergencyPlan', showEmergency(troubleNow(yield* facts())));
  if (to === 'calls') yield* openCalls();
  if (to === 'status') yield* permitted('status', showStatus(version));
}

/** 内线 from home: whoever touches it, the supervisor opens it. */
function* openCalls(): Flow<void> {
  const permission = yield* permit('calls');
  if (permission.allowed) yield* showCalls(permission.by ?? (yield* facts()).operator);
}

/** What is in force and was put off is shown once more before the cashier tries. */
function* newHold(health: ReaderHealth): Flow<void> {
  yield* tellBulletins(new Set());
  yield* takeHold(health);
}

function* permitted(action: Action, conversation: Flow<unknown>): Flow<void> {
  if ((yield* permit(action)).allowed) yield* conversation;
}

/** Each reversal or advice that was set aside is said once at the next quiet moment. */
function* tellSuspended(told: Set<string>): Flow<void> {
  for (const item of unsettledItems(yield* facts())) {
    if (item.state !== 'suspended' || told.has(item.id)) continue;
    told.add(item.id);
    yield* saySuspended(item);
  }
}

function homeScreen(now: Facts): ScreenOf<'home'> {
  const { merchant } = now.config;
  const holds = openHolds(now).toSorted((a, b) => daysLeftOf(a, now) - daysLeftOf(b, now));
  const expiring = holds.filter((hold) => daysLeftOf(hold, now) <= 0);
  const [first] = expiring;
  const trouble = troubleNow(now);
  const found = counter<KeptCheck>(now, selfCheckId)?.found ?? [];
  const bulletin = newestBulletin(now);
  const call = openAlerts(now.documents).at(0)?.call;
  const answered = answeredCases(now);
  return {
    name: 'home',
    merchantName: merchant.name,
    desk: merchant.desk,
    operatorName: dutyOf(now).person?.name ?? { 'zh-CN': '', en: '' },
    ...(first === undefined
      ? {}
      : { expiring: { count: expiring.length, first: rowOf(first, now) } }),
    open: {
      count: holds.length,
      total: sumOf(
        holds.map(({ amount }) => amount),
        now,
      ),
    },
    withoutNumber: holds.filter(lacksNumber).length + stuckWithoutNumber(now).length,
    next: holds.slice(0, 2).map((hold) => rowOf(hold, now)),
    openCases: unfinishedCases(now),
    dueCases: dueCases(now),
    ...(answered === 0 ? {} : { answeredCases: answered }),
    ...(trouble === undefined ? {} : { trouble }),
    ...(found[0] === undefined ? {} : { care: { count: found.length, first: found[0] } }),
    owed: unsettledItems(now).length,
    ...(call === undefined ? {} : { call }),
    ...(bulletin === undefined ? {} : { bulletin: bulletin.title }),
  };
}
