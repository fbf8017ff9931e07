import type { FollowUpEvent, Phrase } from '../incident/events.ts';
import { lessons, parties, phrases, spokenOutcomes, waitedFor } from '../incident/events.ts';
import type { Incident } from '../incident/incident.ts';
import { caseTransitions } from '../incident/machine.ts';
import { actionOf } from './amount.ts';
import { ask, askWord } from './case-question.ts';
import { reachCustomer } from './customer.ts';
import { append, type Facts, type Flow, facts, show, wait } from './flow.ts';
import { showHold } from './hold.ts';
import { holdOf, incidentOf, named } from './queries.ts';
import { save } from './report.ts';
import { printCase } from './slips.ts';
import { localTime } from './time.ts';
import type { CaseStep, Until } from './view/case.ts';
import type { Named } from './view.ts';

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;
/** A case is looked at in the morning, or in the evening of the same day. */
const morningHour = 9;
const eveningHour = 18;
const figureDigits = 12;

/** How a case is named: by its note, and the last four of its hold. */
export function namedCase({ note, holdId }: Incident, now: Facts): Named {
  const hold = holdId === undefined ? undefined : holdOf(now, holdId);
  return { ...(hold === undefined ? {} : named(hold)), ...(note === undefined ? {} : { note }) };
}

const stepsOf = ({ state, holdId }: Incident): readonly CaseStep[] => {
  const may = caseTransitions[state];
  return [
    'customer',
    'note',
    'spoke',
    ...(may.cameBack === undefined ? [] : (['cameBack'] as const)),
    ...(may.waiting === undefined ? [] : (['wait'] as const)),
    ...(holdId === undefined ? [] : (['openHold'] as const)),
    'report',
    'lesson',
    'print',
    ...(may.reopened === undefined ? [] : (['reopen'] as const)),
  ];
};

/** 下一步: what may be done with a case now. */
export function* chooseStep(incidentId: string): Flow<void> {
  const now = yield* facts();
  const incident = incidentOf(now, incidentId);
  if (incident === undefined) return;
  const steps = stepsOf(incident);
  const names = namedCase(incident, now);
  const step = yield* ask(
    names,
    'step',
    steps.map((one) => `step:${one}` as const),
  );
  if (step === undefined) return;
  yield* walk(incident, names, step.slice('step:'.length) as CaseStep);
}

function* walk(incident: Incident, names: Named, step: CaseStep): Flow<void> {
  const { operator } = yield* facts();
  const of = { incidentId: incident.incidentId, operator };
  switch (step) {
    case 'customer':
      return yield* reachCustomer(incident.incidentId, names);
    case 'note':
      return yield* note(names, of);
    case 'spoke':
      return yield* spoke(names, of);
    case 'wait':
      return yield* waitFor(names, of);
    case 'cameBack':
      return yield* put({ kind: 'incident.cameBack', ...of });
    case 'report':
      return yield* report(names, of);
    case 'lesson':
      return yield* learnLesson(names, of);
    case 'reopen':
      return yield* put({ kind: 'incident.reopened', why: 'byHand', ...of });
    case 'print':
      return yield* printCase(incident.incidentId);
    case 'openHold':
      if (incident.holdId !== undefined) yield* showHold(incident.holdId);
      return;
  }
}

type Of = { readonly incidentId: string; readonly operator: string };

function* put(event: FollowUpEvent): Flow<void> {
  yield* append({ events: [event] });
}

function* note(names: Named, of: Of): Flow<void> {
  const phrase = yield* askWord(names, 'phrase', 'phrase', phrases);
  if (phrase === undefined) return;
  const figure = phrase.endsWith('Figure') ? yield* askFigure(names, phrase) : '';
  if (figure === undefined) return;
  yield* put({ kind: 'incident.phrase', phrase, ...(figure === '' ? {} : { figure }), ...of });
}

/** The digits of a note; empty where there are none. */
function* askFigure(names: Named, phrase: Phrase): Flow<string | undefined> {
  let digits = '';
  for (;;) {
    yield* show({ name: 'case-figure', ...names, phrase, digits });
    const action = actionOf(yield* wait());
    switch (action?.type) {
      case 'digit':
        digits = (digits + action.digit).slice(0, figureDigits);
        break;
      case 'clear':
        digits = digits.slice(0, -1);
        break;
      case 'primary':
      case 'enter':
        return digits;
      case 'back':
      case 'cancel':
        return undefined;
    }
  }
}

function* spoke(names: Named, of: Of): Flow<void> {
  const who = yield* askWord(names, 'spokeTo', 'who', waitedFor);
  if (who === undefined) return;
  const outcome = yield* askWord(names, 'outcome', 'outcome', spokenOutcomes);
  if (outcome === undefined) return;
  yield* put({ kind: 'incident.spoken', who, how: 'here', outcome, ...of });
}

const untils: readonly Until[] = ['inAnHour', 'thisEvening', 'tomorrow', 'inThreeDays', 'inAWeek'];

function* waitFor(names: Named, of: Of): Flow<void> {
  const waitsFor = yield* askWord(names, 'waitFor', 'who', waitedFor);
  if (waitsFor === undefined) return;
  const now = yield* facts();
  const offered = untils.filter((until) => momentOf(until, now) > now.nowMs);
  const until = yield* askWord(names, 'until', 'until', offered);
  if (until === undefined) return;
  const dueAtMs = momentOf(until, yield* facts());
  yield* put({ kind: 'incident.waiting', waitsFor, dueAtMs, ...of });
}

/** The moment that a row means, ms since the epoch: hours of the shop's clock. */
export function momentOf(until: Until, { nowMs, config }: Facts): number {
  const { time } = localTime(nowMs, config.timeZone);
  const [hours = 0, minutes = 0, seconds = 0] = (time.match(/../g) ?? []).map(Number);
  const midnightMs = nowMs - ((hours * 60 + minutes) * 60 + seconds) * 1_000 - (nowMs % 1_000);
  switch (until) {
    case 'inAnHour':
      return nowMs + hourMs;
    case 'thisEvening':
      return midnightMs + eveningHour * hourMs;
    case 'tomorrow':
      return midnightMs + dayMs + morningHour * hourMs;
    case 'inThreeDays':
      return midnightMs + 3 * dayMs + morningHour * hourMs;
    case 'inAWeek':
      return midnightMs + 7 * dayMs + morningHour * hourMs;
  }
}

function* report(names: Named, of: Of): Flow<void> {
  const party = yield* askWord(names, 'party', 'party', parties);
  if (party === undefined) return;
  yield* put({ kind: 'incident.reported', party, ...of });
  yield* printCase(of.incidentId);
  yield* save([{ type: 'case', incidentId: of.incidentId, party }]);
}

export function* learnLesson(names: Named, of: Of): Flow<void> {
  const lesson = yield* askWord(names, 'lesson', 'lesson', lessons);
  if (lesson !== undefined) yield* put({ kind: 'incident.lesson', lesson, ...of });
}
