import type { Documents } from '../journal/documents.ts';
import { type OutboxItem, outboxId } from '../journal/outbox.ts';
import type { JournalRow } from '../journal/port.ts';

/** Reports on issuer scripts as entries of the outbox. */
export function projectScriptReport(documents: Documents, { event, wallMs }: JournalRow): void {
  switch (event.kind) {
    case 'scriptReport.owed':
      documents.put('counter', { id: 'stan', state: '', sort: 0, keys: [], body: event.stan });
      put(documents, {
        id: outboxId('scriptReport', event.holdId, event.stan),
        type: 'scriptReport',
        state: 'owed',
        holdId: event.holdId,
        request: event.request,
        chipData: event.chipData,
        attempts: 0,
        owedAtMs: wallMs,
      });
      return;
    case 'scriptReport.attempted':
      change(documents, event, { attempts: event.attempt });
      return;
    case 'scriptReport.settled':
      change(documents, event, { state: 'done' });
      return;
  }
}

function put(documents: Documents, item: OutboxItem): void {
  const { id, state, owedAtMs, holdId } = item;
  documents.put('outbox', { id, state, sort: owedAtMs, keys: [holdId], body: item });
}

function change(
  documents: Documents,
  { holdId, stan }: { readonly holdId: string; readonly stan: number },
  to: Partial<OutboxItem>,
): void {
  const id = outboxId('scriptReport', holdId, stan);
  const item = documents.get('outbox', id)?.body as OutboxItem | undefined;
  if (item !== undefined) put(documents, { ...item, ...to });
}
