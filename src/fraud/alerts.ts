import type { DocumentReader } from '../journal/documents.ts';
import type { AlertAbout, Decision } from './events.ts';
import type { SignalSeen } from './score.ts';

/** An alert as it is kept: open until the supervisor goes on or refuses. */
export type Alert = {
  readonly alertId: string;
  readonly call: number;
  readonly atMs: number;
  readonly operator: string;
  readonly about: AlertAbout;
  readonly points: number;
  readonly signals: readonly SignalSeen[];
  readonly decisions: readonly {
    readonly decision: Decision;
    readonly by: string;
    readonly atMs: number;
  }[];
};

export const alertOpen = 'fraudOpen';
export const alertDecided = 'fraudDecided';
export const contradictedKey = (holdId: string): string => `contradicted-${holdId}`;

/** Oldest first. */
export const openAlerts = (documents: DocumentReader): readonly Alert[] =>
  documents.list('counter', [alertOpen]).map(({ body }) => body as Alert);

export const alertOf = (documents: DocumentReader, alertId: string): Alert | undefined =>
  documents.get('counter', alertId)?.body as Alert | undefined;

/** Alerts about the same card or room that were decided since then, oldest first. */
export const decidedAbout = (
  subjects: readonly string[],
  documents: DocumentReader,
  sinceMs: number,
): readonly Alert[] =>
  documents
    .list('counter', [alertDecided])
    .map(({ body }) => body as Alert)
    .filter(
      ({ about, decisions }) =>
        (decisions.at(-1)?.atMs ?? 0) >= sinceMs &&
        about.subjects.some((one) => subjects.includes(one)),
    );

/** The alert that is open about the same card or room: it grows, and keeps its number. */
export const openAbout = (
  subjects: readonly string[],
  documents: DocumentReader,
): Alert | undefined =>
  openAlerts(documents).find(({ about }) => about.subjects.some((one) => subjects.includes(one)));

/** The next number to be called by, 11 to 99, and the id of its alert. */
export function nextAlert(documents: DocumentReader): { alertId: string; call: number } {
  const all = documents.count('counter', [alertOpen, alertDecided]);
  const newest = documents
    .list('counter', [alertOpen, alertDecided])
    .reduce((last, { body }) => Math.max(last, serialOf((body as Alert).alertId)), all);
  return { alertId: `fraudAlert-${newest + 1}`, call: 11 + (newest % 89) };
}

const serialOf = (alertId: string): number => Number(alertId.replace('fraudAlert-', ''));
