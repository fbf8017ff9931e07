import type { Incident } from '../incident/incident.ts';
import type { IncidentResult } from '../journal/events.ts';

/** Results with which nothing is held, charged or deposited. */
const lostResults: ReadonlySet<IncidentResult> = new Set([
  'refusedPolitely',
  'cardKept',
  'noHold',
  'customerLeft',
]);

export const isLost = ({ result }: Incident): boolean =>
  result !== undefined && lostResults.has(result);

/** From the first failure to a way out; undefined while there is none, and for a case that ended without one. */
export function secondsToWayOut(incident: Incident): number | undefined {
  const { openedAtMs, resolvedAtMs } = incident;
  if (resolvedAtMs === undefined || isLost(incident)) return undefined;
  return Math.max(0, Math.round((resolvedAtMs - openedAtMs) / 1_000));
}
