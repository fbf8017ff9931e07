/** What a case is: `none` before its first failure. */
export const caseStates = ['none', 'open', 'waiting', 'resolved', 'reported', 'closed'] as const;
export type CaseState = (typeof caseStates)[number];
export type IncidentState = Exclude<CaseState, 'none'>;

/** Somebody still has to do something. */
export const unfinishedStates = ['open', 'waiting'] as const satisfies readonly CaseState[];

/** The events of a case, as the columns of its matrix. */
export const caseEvents = [
  'opened',
  'tried',
  'told',
  'waiting',
  'cameBack',
  'resolved',
  'reported',
  'closed',
  'reopened',
] as const;
export type CaseEvent = (typeof caseEvents)[number];

/**
 * State × event: what is not here is refused and leaves the case as it was. `tried` is a failed read or a way that
 * was walked; `told` a call, a note, a document. Printed into the folder's README by `npm run machines`.
 */
export const caseTransitions: Readonly<
  Record<CaseState, Readonly<Partial<Record<CaseEvent, IncidentState>>>>
> = {
  none: { opened: 'open' },
  open: {
    tried: 'open',
    told: 'open',
    waiting: 'waiting',
    resolved: 'resolved',
    reported: 'open',
    closed: 'closed',
  },
  waiting: {
    tried: 'open',
    told: 'waiting',
    waiting: 'waiting',
    cameBack: 'open',
    resolved: 'resolved',
    reported: 'waiting',
    closed: 'closed',
  },
  resolved: {
    tried: 'resolved',
    told: 'resolved',
    resolved: 'resolved',
    reported: 'reported',
    closed: 'closed',
    reopened: 'open',
  },
  reported: {
    told: 'reported',
    resolved: 'reported',
    reported: 'reported',
    closed: 'closed',
    reopened: 'open',
  },
  closed: { told: 'closed', reported: 'closed', reopened: 'open' },
};

/** A case that nobody works on, so that what comes back to it opens it again. */
export const isFinished = (state: IncidentState): boolean =>
  caseTransitions[state].reopened !== undefined;
