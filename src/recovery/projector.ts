import type { Documents } from '../journal/documents.ts';
import type { JournalRow } from '../journal/port.ts';

/** Repaired settings outlive a restart; the last request to the technician is shown with the versions. */
export function projectWays(documents: Documents, { event }: JournalRow): void {
  const put = (id: string, body: unknown) =>
    documents.put('counter', { id, state: '', sort: 0, keys: [], body });
  if (event.kind === 'settings.repaired' && event.item !== 'signIn')
    put(`restored:${event.item}`, true);
  if (event.kind === 'terminal.started') put('version', event.version);
  if (event.kind === 'software.updateAsked')
    put('softwareUpdateAsked', { version: event.version, dueAtMs: event.dueAtMs });
}
