import { hash } from 'node:crypto';
import { crc32 } from 'node:zlib';
import { canonicalJson } from '#db/canonical-json.ts';
import { bodyOf, genesis, linkHex, rowOf } from '#db/chain.ts';
import type { Documents, DocumentTable, StoredDocument } from '#src/journal/documents.ts';
import type { DomainEvent, TransactionRequest } from '#src/journal/events.ts';
import { project } from '#src/journal/projector.ts';
import { cny } from '#src/money.ts';

const card = {
  token: 'token-1',
  maskedPan: '622202*********0128',
  last4: '0128',
  expiry: '3012',
};

/** The n-th hold's card, as its keyed hash, and the code it was approved under. */
export const cardOf = (stan: number): string => hash('sha256', `hold-${stan}`, 'hex');
export const codeOf = (stan: number): string => `A${String(stan).padStart(6, '0')}`;

/** The n-th step: holds that are opened, asked for, approved and printed, one after the other. */
export function event(n: number): DomainEvent {
  const stan = Math.floor(n / 5) + 1;
  const holdId = `hold-${stan}`;
  const amount = cny(50_000);
  const slipId = `slip-${stan}`;
  const request: TransactionRequest = {
    kind: 'preauth',
    stan,
    batch: 1,
    amount,
    localDate: '1123',
    localTime: '081530',
    posEntryMode: '051',
    card: { ...card, lookup: cardOf(stan) },
    operator: '01',
  };
  const life: readonly DomainEvent[] = [
    { kind: 'hold.opened', holdId, label: 'preauth', how: 'chip' },
    { kind: 'transaction.requested', holdId, request },
    {
      kind: 'transaction.approved',
      holdId,
      stan,
      responseCode: '00',
      rrn: String(stan).padStart(12, '0'),
      authorisationCode: codeOf(stan),
      amount,
    },
    { kind: 'slip.queued', slipId, holdId, copy: 'customer', of: 'preauth', stan },
    { kind: 'slip.printed', slipId },
  ];
  return life[n % 5] as DomainEvent;
}

/** What one step writes, as values that need no more work than to be bound. */
export type PlannedStep = {
  readonly row: readonly (string | number | bigint | Buffer)[];
  readonly puts: readonly {
    readonly table: DocumentTable;
    readonly values: readonly (string | number)[];
  }[];
  /** Table, key, id. */
  readonly keys: readonly (readonly [DocumentTable, string, string])[];
};

/** The rows of the first steps, made by the terminal's own projector. */
export function planSteps(count: number): readonly PlannedStep[] {
  const next = planner();
  return Array.from({ length: count }, next);
}

/** Gives the rows of one step after the other. */
export function planner(): () => PlannedStep {
  const memory = new Map<string, StoredDocument>();
  let prev = genesis;
  let n = 0;
  return () => {
    const happened = event(n);
    const [seq, id, monoNs, wallMs] = [n + 1, `row-${n}`, BigInt(n), 1_700_000_000_000 + n];
    const body = bodyOf({ seq, id, bootId: 'bench', monoNs, wallMs, event: happened });
    const link = Buffer.from(linkHex(prev.toString('hex'), body), 'hex');
    const row = [seq, id, 'bench', monoNs, wallMs, happened.kind, body, prev, link];
    if (n % 5 === 0) memory.clear();
    const noted = noteDocuments(memory);
    project(noted.documents, rowOf(body, link));
    prev = link;
    n++;
    return { row, puts: noted.puts, keys: noted.keys };
  };
}

type Noted = {
  documents: Documents;
  puts: PlannedStep['puts'][number][];
  keys: PlannedStep['keys'][number][];
};

function noteDocuments(memory: Map<string, StoredDocument>): Noted {
  const puts: Noted['puts'] = [];
  const keys: Noted['keys'] = [];
  const documents: Documents = {
    get: (table, id) => memory.get(`${table} ${id}`),
    put(table, document) {
      const { id, state, sort } = document;
      const before = new Set(memory.get(`${table} ${id}`)?.keys);
      for (const key of document.keys) if (!before.has(key)) keys.push([table, key, id]);
      const [keyText, body] = [canonicalJson(document.keys), canonicalJson(document.body)];
      const sum = crc32(`${table}\n${id}\n${state}\n${sort}\n${keyText}\n${body}`);
      puts.push({ table, values: [id, state, sort, keyText, body, sum] });
      memory.set(`${table} ${id}`, document);
    },
    delete: (table, id) => void memory.delete(`${table} ${id}`),
  };
  return { documents, puts, keys };
}
