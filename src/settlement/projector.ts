import type { Documents } from '../journal/documents.ts';
import type { DomainEvent } from '../journal/events.ts';
import type { JournalRow } from '../journal/port.ts';
import type { SecondPlace } from '../safekeeping.ts';
import type { Total } from './batch.ts';
import { type ClosedBatch, type DifferingBatch, isAgreed, type NotTaken } from './events.ts';

/** A settlement that was begun and not finished. */
export type OpenSettlement = {
  readonly batch: number;
  /** Known once the bank has compared. */
  readonly balanced?: boolean;
  /** The bank's figures, where they are not ours. */
  readonly bank?: Total;
  readonly notTaken?: NotTaken;
  /** Trace numbers that the bank has by upload. */
  readonly uploaded: readonly number[];
  /** Trace numbers of records that the bank refused: not sent again. */
  readonly refused?: readonly number[];
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
  /** Closed without the bank's agreement, oldest first. */
  differingBatches: readonly DifferingBatch[];
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
  projectDiffering(documents, event, wallMs);
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

const differing = (documents: Documents): readonly DifferingBatch[] =>
  read(documents, 'differingBatches') ?? [];

function putDiffering(documents: Documents, batches: readonly DifferingBatch[]): void {
  if (batches.length === 0) documents.delete('counter', 'differingBatches');
  else put(documents, 'differingBatches', batches);
}

/** What the bank did not take, and batches that differ until they are cleared up. */
function projectDiffering(documents: Documents, event: DomainEvent, wallMs: number): void {
  switch (event.kind) {
    case 'settlement.notTaken': {
      const open = read(documents, 'settlement');
      if (open?.batch !== event.batch) return;
      const { responseCode, stans } = event;
      const records = (open.notTaken?.records ?? 0) + stans.length;
      put(documents, 'settlement', {
        ...open,
        refused: [...(open.refused ?? []), ...stans],
        notTaken: { responseCode, records },
      });
      return;
    }
    case 'settlement.cleared':
      putDiffering(
        documents,
        differing(documents).filter(({ batch }) => batch !== event.batch),
      );
      return;
    case 'settlement.closed': {
      const { kind: _, nextBatch: _next, ...closed } = event;
      if (!isAgreed(closed))
        putDiffering(documents, [...differing(documents), { ...closed, closedAtMs: wallMs }]);
      return;
    }
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
      put(documents, 'settlement', {
        batch: event.batch,
        balanced: event.balanced,
        ...(event.bank === undefined ? {} : { bank: event.bank }),
        uploaded: [],
      });
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
