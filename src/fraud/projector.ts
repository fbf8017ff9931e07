import type { Documents } from '../journal/documents.ts';
import type { JournalRow } from '../journal/port.ts';
import { type Alert, alertDecided, alertOpen, contradictedKey } from './alerts.ts';

const alertIn = (documents: Documents, alertId: string): Alert | undefined =>
  documents.get('counter', alertId)?.body as Alert | undefined;

function putAlert(documents: Documents, alert: Alert): void {
  const last = alert.decisions.at(-1)?.decision;
  const state = last === 'goOn' || last === 'refuse' ? alertDecided : alertOpen;
  const { alertId: id, atMs: sort, about } = alert;
  const keys = about.incidentId === undefined ? [] : [about.incidentId];
  documents.put('counter', { id, state, sort, keys, body: alert });
}

export function projectFraud(documents: Documents, { event, wallMs }: JournalRow): void {
  if (event.kind === 'fraud.alerted') {
    const { kind: _, ...said } = event;
    const before = alertIn(documents, event.alertId);
    const { atMs = wallMs, decisions = [] } = before ?? {};
    putAlert(documents, { ...said, atMs, decisions });
  }
  if (event.kind === 'fraud.decided') {
    const alert = alertIn(documents, event.alertId);
    if (alert === undefined) return;
    const { decision, by } = event;
    const decisions = [...alert.decisions, { decision, by, atMs: wallMs }];
    putAlert(documents, { ...alert, decisions });
  }
  if (event.kind === 'fraud.contradicted') {
    const id = contradictedKey(event.holdId);
    const before = (documents.get('counter', id)?.body as number | undefined) ?? 0;
    documents.put('counter', { id, state: '', sort: 0, keys: [], body: before + 1 });
  }
}
