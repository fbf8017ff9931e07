import type { Documents } from '../journal/documents.ts';
import type { JournalRow } from '../journal/port.ts';

/** Repaired settings outlive a restart; the last request to the technician is shown with the versions. */
export function projectWays(documents: Documents, { event, wallMs }: JournalRow): void {
  const put = (id: string, body: unknown) =>
    documents.put('counter', { id, state: '', sort: 0, keys: [], body });
  if (event.kind === 'settings.repaired' && event.item !== 'signIn')
    put(`restored:${event.item}`, utcDay(wallMs));
  if (event.kind === 'terminal.started') put('version', event.version);
  if (event.kind === 'software.updateAsked')
    put('softwareUpdateAsked', { version: event.version, dueAtMs: event.dueAtMs });
}

/** YYYYMMDD: keys that were over on that day were replaced. */
const utcDay = (wallMs: number): string =>
  new Date(wallMs).toISOString().slice(0, 10).replaceAll('-', '');
