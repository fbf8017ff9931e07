import type { Documents } from '../journal/documents.ts';
import type { JournalRow } from '../journal/port.ts';
import type { LastSignIn } from '../settlement/projector.ts';

/** The last sign-in that the bank refused, until one is accepted. */
export type SignInRefused = { readonly atMs: number; readonly responseCode: string };
/** The version that ran when a newer one was asked for, and by when somebody must have looked. */
export type SoftwareAsked = { readonly version: string; readonly dueAtMs: number };

/** Repaired settings outlive a restart; the last request to the technician is shown with the versions. */
export function projectWays(documents: Documents, { event, wallMs }: JournalRow): void {
  const put = (id: string, body: unknown) =>
    documents.put('counter', { id, state: '', sort: 0, keys: [], body });
  switch (event.kind) {
    case 'settings.repaired':
      if (event.item !== 'signIn') put(`restored:${event.item}`, utcDay(wallMs));
      return;
    case 'terminal.started':
      put('version', event.version);
      return;
    case 'software.updateAsked': {
      const { version, dueAtMs } = event;
      put('softwareUpdateAsked', { version, dueAtMs } satisfies SoftwareAsked);
      return;
    }
    case 'clock.compared': {
      const { offsetSeconds: clockOffsetSeconds } = event;
      const before = documents.get('counter', 'signIn')?.body as LastSignIn | undefined;
      put('signIn', { atMs: before?.atMs ?? wallMs, clockOffsetSeconds } satisfies LastSignIn);
      return;
    }
    case 'bank.answered': {
      const { what, responseCode } = event;
      if (what !== 'signIn') return;
      if (responseCode === '00') documents.delete('counter', 'signInRefused');
      else put('signInRefused', { atMs: wallMs, responseCode } satisfies SignInRefused);
      return;
    }
  }
}

/** YYYYMMDD: keys that were over on that day were replaced. */
const utcDay = (wallMs: number): string =>
  new Date(wallMs).toISOString().slice(0, 10).replaceAll('-', '');
