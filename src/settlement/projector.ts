import type { Documents } from '../journal/documents.ts';
import type { DomainEvent } from '../journal/events.ts';
import type { JournalRow } from '../journal/port.ts';
import type { SecondPlace } from '../safekeeping.ts';
import type { ClosedBatch } from './events.ts';

/** A settlement that was begun and not finished. */
export type OpenSettlement = {
  readonly batch: number;
  /** Known once the bank has compared. */
  readonly balanced?: boolean;
  /** Trace numbers that the bank has by upload. */
  readonly uploaded: readonly number[];
  /** The message of the upload that the bank has not answered: it goes again as it was, under its own trace number. */
  readonly unansweredStan?: number;
};

export type LastBackup = {
  readonly atMs: number;
  readonly secondPlace: SecondPlace;
};
export type LastDrill = {
  readonly atMs: number;
  readonly ok: boolean;
  readonly durationMs: number;
  /** When the backup was taken that could be restored; not known of rows of older programs that failed. */
  readonly goodFromMs?: number;
};
export type LastSettlement = { readonly atMs: number; readonly batch: number };
/** When the bank gave the keys, and how far its clock is ahead of ours. */
export type LastSignIn = { readonly atMs: number; readonly clockOffsetSeconds?: number };

/** The names of the facts kept of settlement, backups and sign-in: rows of the table `counter`. */
export type KeepingFacts = {
  unsettledBatches: readonly number[];
  settlement: OpenSettlement;
  /** Closed, but not on paper yet. */
  closedBatches: readonly ClosedBatch[];
  lastSettlement: LastSettlement;
  backup: LastBackup;
  backupFailed: { readonly atMs: number; readonly fault: string };
  drill: LastDrill;
  signIn: LastSignIn;
};

const read = <K extends keyof KeepingFacts>(
  documents: Pick<Documents, 'get'>,
  name: K,
): KeepingFacts[K] | undefined =>
  documents.get('counter', name)?.body as KeepingFacts[K] | undefined;

function put<K extends keyof KeepingFacts>(
  documents: Documents,
  name: K,
  value: KeepingFacts[K],
): void {
  documents.put('counter', { id: name, state: '', sort: 0, keys: [], body: value });
}

/** What is kept of settlement, backups and sign-in. */
export function projectKeeping(documents: Documents, { event, wallMs }: JournalRow): void {
  projectSettlement(documents, event, wallMs);
  switch (event.kind) {
    case 'bank.answered':
      if (event.what === 'signOff' && event.responseCode === '00')
        documents.put('counter', { id: 'signedOff', state: '', sort: 0, keys: [], body: true });
      if (event.what === 'signIn' && event.responseCode === '00')
        documents.delete('counter', 'signedOff');
      if (event.what === 'signIn' && event.responseCode === '00')
        put(documents, 'signIn', {
          atMs: wallMs,
          ...(event.clockOffsetSeconds === undefined
            ? {}
            : { clockOffsetSeconds: event.clockOffsetSeconds }),
        });
      return;
    case 'backup.made':
      put(documents, 'backup', { atMs: wallMs, secondPlace: event.secondPlace });
      documents.delete('counter', 'backupFailed');
      return;
    case 'backup.failed':
      put(documents, 'backupFailed', { atMs: wallMs, fault: event.fault });
      return;
    case 'backup.drilled':
      put(documents, 'drill', {
        atMs: wallMs,
        ok: event.ok,
        durationMs: event.durationMs,
        ...(event.backupAgeMs === undefined ? {} : { goodFromMs: wallMs - event.backupAgeMs }),
      });
      return;
  }
}

function projectSettlement(documents: Documents, event: DomainEvent, wallMs: number): void {
  switch (event.kind) {
    case 'transaction.requested': {
      const batches = read(documents, 'unsettledBatches') ?? [];
      const { batch } = event.request;
      if (!batches.includes(batch)) put(documents, 'unsettledBatches', [...batches, batch]);
      return;
    }
    case 'bank.requested':
    case 'bank.answered': {
      const open = read(documents, 'settlement');
      if (event.what !== 'upload' || open === undefined) return;
      const { unansweredStan: _, ...rest } = open;
      const asked = event.kind === 'bank.requested' ? { unansweredStan: event.stan } : {};
      put(documents, 'settlement', { ...rest, ...asked });
      return;
    }
    case 'settlement.begun':
      put(documents, 'settlement', { batch: event.batch, uploaded: [] });
      return;
    case 'settlement.answered':
      put(documents, 'settlement', { batch: event.batch, balanced: event.balanced, uploaded: [] });
      return;
    case 'settlement.uploaded': {
      const open = read(documents, 'settlement');
      if (open?.batch !== event.batch) return;
      put(documents, 'settlement', { ...open, uploaded: [...open.uploaded, ...event.stans] });
      return;
    }
    case 'settlement.closed': {
      const { kind: _, nextBatch, ...closed } = event;
      const batches = read(documents, 'unsettledBatches') ?? [];
      put(
        documents,
        'unsettledBatches',
        batches.filter((batch) => batch !== event.batch),
      );
      put(documents, 'closedBatches', [...(read(documents, 'closedBatches') ?? []), closed]);
      put(documents, 'lastSettlement', { atMs: wallMs, batch: event.batch });
      documents.put('counter', { id: 'batch', state: '', sort: 0, keys: [], body: nextBatch });
      documents.delete('counter', 'settlement');
      return;
    }
    case 'slip.queued':
      if (event.of === 'endOfDay') documents.delete('counter', 'closedBatches');
      return;
  }
}
