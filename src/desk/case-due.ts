import { withAddress } from '../contact/contact.ts';
import type { Incident, IncidentLine } from '../incident/incident.ts';
import { unfinishedStates } from '../incident/machine.ts';
import type { Facts } from './flow.ts';
import { casesWith } from './queries.ts';
import { localTime } from './time.ts';
import type { Due } from './view/case.ts';

/** When the wait of a case is over; undefined for a case that does not wait. */
export function dueOf({ waiting }: Incident, { nowMs, config }: Facts): Due | undefined {
  if (waiting === undefined) return undefined;
  const day = (ms: number): number => localTime(ms, config.timeZone).day;
  const { dueAtMs } = waiting;
  return { atMs: dueAtMs, overdue: dueAtMs <= nowMs, days: day(nowMs) - day(dueAtMs) };
}

/** Cases whose wait is over: what was waited for did not come. */
export const dueCases = (now: Facts): number =>
  now.documents
    .list('incident', ['waiting'])
    .filter(({ body }) => dueOf(body as Incident, now)?.overdue === true).length;

/** What the terminal writes into a case by itself. */
const byItself: ReadonlySet<IncidentLine['what']> = new Set(['message', 'reported', 'document']);

/** The customer wrote, and nobody has done anything about it since. */
export function isAnswered({ state, timeline }: Incident): boolean {
  return (
    state !== 'closed' && timeline.findLast(({ what }) => !byItself.has(what))?.what === 'answer'
  );
}

/** Cases whose customer wrote. */
export const answeredCases = (now: Facts): number =>
  casesWith(withAddress, now).filter(isAnswered).length;

/** Cases that somebody still has to work on. */
export const unfinishedCases = ({ documents }: Facts): number =>
  documents.count('incident', unfinishedStates);

const ranks = { open: 1, waiting: 2, resolved: 3, reported: 4, closed: 5 } as const;

/** The most urgent first: overdue or answered, open, waiting by its end, then what is finished, newest first. */
export function byUrgency(cases: readonly Incident[], now: Facts): readonly Incident[] {
  const rank = (one: Incident): number =>
    dueOf(one, now)?.overdue === true || isAnswered(one) ? 0 : ranks[one.state];
  return cases.toSorted(
    (a, b) =>
      rank(a) - rank(b) ||
      (a.waiting?.dueAtMs ?? 0) - (b.waiting?.dueAtMs ?? 0) ||
      b.openedAtMs - a.openedAtMs,
  );
}
