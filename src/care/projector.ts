import type { Documents } from '../journal/documents.ts';
import type { JournalRow } from '../journal/port.ts';
import type { CheckItem } from './check.ts';
import { phoneId } from './contacts.ts';
import { addPlaces, countReads, newCounters, type ReadCounters, troubles } from './counters.ts';
import { careSinceId, type Inspected, inspectedId } from './inspection.ts';

/** What the last self-check found, and when. */
export type KeptCheck = { readonly atMs: number; readonly found: readonly CheckItem[] };
/** Since when this version of the program runs here. */
export type VersionSince = { readonly version: string; readonly sinceMs: number };

type Kept = KeptCheck | ReadCounters | VersionSince | Inspected | string | number;

export const countersId = 'reads';
export const selfCheckId = 'selfCheck';
export const versionSinceId = 'versionSince';

/** Counters of the reader and the head, the last self-check, the age of the program. */
export function projectCare(documents: Documents, { event, wallMs }: JournalRow): void {
  const put = (id: string, body: Kept): void =>
    documents.put('counter', { id, state: '', sort: 0, keys: [], body });
  const counted = (): ReadCounters =>
    (documents.get('counter', countersId)?.body as ReadCounters | undefined) ?? newCounters(wallMs);
  switch (event.kind) {
    case 'care.checked':
      put(selfCheckId, { atMs: wallMs, found: event.found });
      return;
    case 'care.counted': {
      const before = counted();
      put(countersId, {
        ...before,
        chip: countReads(before.chip, event.chip),
        stripe: countReads(before.stripe, event.stripe),
        tracks: addPlaces(
          before.tracks,
          event.tracks.map((track) => track - 1),
        ),
        placesCm: addPlaces(before.placesCm, event.placesCm),
      });
      return;
    }
    case 'care.cleaned':
      put(countersId, { ...newCounters(wallMs), before: troubles(counted()) });
      put(inspectedId('cleanReader'), {
        atMs: wallMs,
        operator: event.operator,
        result: event.read ? 'well' : 'trouble',
      });
      return;
    case 'care.inspected': {
      const { operator, result } = event;
      put(inspectedId(event.task), { atMs: wallMs, operator, result });
      return;
    }
    case 'care.phoneChanged':
      put(phoneId(event.contact), event.phone);
      return;
    case 'terminal.started': {
      if (documents.get('counter', careSinceId) === undefined) put(careSinceId, wallMs);
      const before = documents.get('counter', versionSinceId)?.body as VersionSince | undefined;
      if (before?.version !== event.version)
        put(versionSinceId, { version: event.version, sinceMs: wallMs });
      return;
    }
  }
}
