import { type Alert, alertOf, openAlerts } from '../fraud/alerts.ts';
import type { Decision } from '../fraud/events.ts';
import { decisionWords } from '../fraud/words.ts';
import type { DomainEvent } from '../journal/events.ts';
import { actionOf } from './amount.ts';
import { append, type Facts, type Flow, facts, show, wait } from './flow.ts';
import { bankOf, counter } from './queries.ts';
import type { ScreenOf } from './view.ts';

/** 内线: what the terminal brings to the supervisor alone, by a number that says nothing to anybody else. */
export function* showCalls(by: string): Flow<void> {
  for (;;) {
    const now = yield* facts();
    const rows = openAlerts(now.documents).map(({ alertId, call, atMs }) => ({
      alertId,
      call,
      atMs,
    }));
    yield* show({ name: 'calls', rows });
    const action = actionOf(yield* wait());
    if (action?.type === 'back' || action?.type === 'cancel') return;
    if (action?.type === 'call') yield* takeCall(action.alertId, by);
  }
}

/** One call, until it is decided or left; what was decided last, undefined when nothing was. */
export function* takeCall(alertId: string, by: string): Flow<Decision | undefined> {
  let last: Decision | undefined;
  for (;;) {
    const now = yield* facts();
    const alert = alertOf(now.documents, alertId);
    if (alert === undefined) return last;
    yield* show(callScreen(alert));
    const action = actionOf(yield* wait());
    if (action?.type === 'back' || action?.type === 'cancel') return last;
    if (action?.type !== 'primary' && action?.type !== 'enter') continue;
    const decision = yield* askDecision(alert);
    if (decision === undefined) continue;
    yield* decide(alert, decision, by);
    if (decision !== 'callBank') return decision;
    last = decision;
  }
}

function* askDecision(alert: Alert): Flow<Decision | undefined> {
  for (;;) {
    const now = yield* facts();
    const { hotline } = bankOf(alert.about.firstDigits, now);
    yield* show({ name: 'call-decision', call: alert.call, hotline });
    const action = actionOf(yield* wait());
    if (action?.type === 'back' || action?.type === 'cancel') return undefined;
    if (action?.type === 'decide') return action.decision;
  }
}

/** Journalled with who agreed, and a line in the case that names nobody. */
function* decide(alert: Alert, decision: Decision, by: string): Flow<void> {
  const now = yield* facts();
  const { operator } = now;
  const { alertId, call, about } = alert;
  const text = `${call}: ${decisionWords[decision][languageOf(now)]}`;
  const note: DomainEvent[] =
    about.incidentId === undefined
      ? []
      : [{ kind: 'incident.note', incidentId: about.incidentId, operator: by, text }];
  yield* append({
    events: [{ kind: 'fraud.decided', alertId, decision, by, operator }, ...note],
  });
}

const languageOf = (now: Facts): 'zh-CN' | 'en' =>
  counter<'zh-CN' | 'en'>(now, 'language') ?? now.config.language;

const callScreen = ({ call, atMs, about, signals, decisions }: Alert): ScreenOf<'call'> => ({
  name: 'call',
  call,
  atMs,
  amount: about.amount,
  ...(about.note === undefined ? {} : { note: about.note }),
  ...(about.last4 === undefined ? {} : { last4: about.last4 }),
  signals,
  bankCalled: decisions.some(({ decision }) => decision === 'callBank'),
});
