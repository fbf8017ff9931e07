import type { Documents } from '../journal/documents.ts';
import type { JournalRow } from '../journal/port.ts';

export const masterKeyCounter = 'masterKey';

/** The last master key that two custodians brought. `agreed`: it was being kept when the journal ended. */
export type MasterKeyRecord = {
  readonly state: 'agreed' | 'loaded';
  readonly checkValue: string;
  readonly by: readonly [string, string];
  readonly atMs: number;
  /** What is in use when the one that was being kept did not arrive. */
  readonly before?: Omit<MasterKeyRecord, 'before'>;
};

function put(documents: Documents, record: MasterKeyRecord): void {
  documents.put('counter', { id: masterKeyCounter, state: '', sort: 0, keys: [], body: record });
}

export function projectKeys(documents: Documents, { event, wallMs }: JournalRow): void {
  const known = documents.get('counter', masterKeyCounter)?.body as MasterKeyRecord | undefined;
  switch (event.kind) {
    case 'masterKey.agreed': {
      const { checkValue, by } = event;
      const before = known?.state === 'loaded' ? { before: withoutBefore(known) } : {};
      put(documents, { state: 'agreed', checkValue, by, atMs: wallMs, ...before });
      return;
    }
    case 'masterKey.loaded':
      if (known !== undefined)
        put(documents, { ...withoutBefore(known), state: 'loaded', atMs: wallMs });
      return;
    case 'masterKey.notLoaded':
      if (known?.state !== 'agreed') return;
      if (known.before === undefined) documents.delete('counter', masterKeyCounter);
      else put(documents, known.before);
      return;
  }
}

const withoutBefore = ({ before: _, ...record }: MasterKeyRecord): MasterKeyRecord => record;
