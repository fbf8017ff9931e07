import { type Certificate, signCertificate } from '#src/handover/certificate.ts';
import { identityOf } from '#src/handover/keys.ts';
import type { Party } from '#src/handover/party.ts';
import type { DocumentReader, Documents, StoredDocument } from '#src/journal/documents.ts';
import type { DomainEvent } from '#src/journal/events.ts';
import { project } from '#src/journal/projector.ts';
import { cny } from '#src/money.ts';
import type { Hold } from '#src/preauth/hold.ts';

export const startMs = Date.UTC(2026, 10, 23, 6, 0);
const yearMs = 365 * 86_400_000;

const seed = (n: number): Uint8Array => new Uint8Array(32).fill(n);

export const merchant = identityOf(seed(1), seed(2));
export const otherMerchant = identityOf(seed(3), seed(4));

const identities = {
  '00000001': identityOf(seed(11), seed(12)),
  '00000002': identityOf(seed(21), seed(22)),
  '00000003': identityOf(seed(31), seed(32)),
};
export type TerminalName = keyof typeof identities;
export const names = Object.keys(identities) as TerminalName[];

export const certificateOf = (name: TerminalName): Certificate => ({
  terminalId: name,
  desk: `前台 ${Number(name)}`,
  signingKey: identities[name].signingKey,
  sealingKey: identities[name].sealingKey,
  notAfterMs: startMs + yearMs,
});

/** A terminal that head office has enrolled, among the others. */
export const partyOf = (name: TerminalName, of = merchant): Party => ({
  identity: identities[name],
  terminalId: name,
  merchantKey: of.signingKey,
  certificate: signCertificate(certificateOf(name), of),
  peers: names.filter((other) => other !== name).map(certificateOf),
  revoked: [],
});

/** The documents of one terminal in memory, made by the real projector from rows that outlive a power cut. */
export class Book implements DocumentReader {
  readonly rows: { readonly event: DomainEvent; readonly wallMs: number }[] = [];
  #tables = new Map<string, Map<string, StoredDocument>>();

  append(events: readonly DomainEvent[], wallMs: number): void {
    for (const event of events) {
      this.rows.push({ event, wallMs });
      this.#project(this.rows.length - 1);
    }
  }

  /** After a power cut: everything from the rows alone. */
  rebuild(): void {
    this.#tables = new Map();
    for (let i = 0; i < this.rows.length; i++) this.#project(i);
  }

  holds(): readonly Hold[] {
    return this.list('hold').map(({ body }) => body as Hold);
  }

  hold(id: string): Hold | undefined {
    return this.get('hold', id)?.body as Hold | undefined;
  }

  get(table: string, id: string): StoredDocument | undefined {
    return this.#tables.get(table)?.get(id);
  }

  list(table: string, states?: readonly string[]): readonly StoredDocument[] {
    return [...(this.#tables.get(table)?.values() ?? [])].filter(
      ({ state }) => states === undefined || states.includes(state),
    );
  }

  listUpTo(table: string, states: readonly string[], sort: number): readonly StoredDocument[] {
    return this.list(table, states).filter((document) => document.sort <= sort);
  }

  find(table: string, key: string): readonly StoredDocument[] {
    return this.list(table).filter(({ keys }) => keys.includes(key));
  }

  count(table: string, states?: readonly string[]): number {
    return this.list(table, states).length;
  }

  #project(at: number): void {
    const row = this.rows[at];
    if (row === undefined) return;
    const documents: Documents = {
      get: (table, id) => this.get(table, id),
      put: (table, document) => {
        const stored = this.#tables.get(table) ?? new Map<string, StoredDocument>();
        this.#tables.set(table, stored.set(document.id, structuredClone(document)));
      },
      delete: (table, id) => void this.#tables.get(table)?.delete(id),
    };
    const place = { seq: at + 1, id: `row-${at}`, bootId: 'boot', monoNs: 0n, hash: '' };
    project(documents, { ...place, ...row });
  }
}

/** A hold of the card that ends in 4417, approved at this terminal. */
export function holdEvents(holdId: string, stan: number): readonly DomainEvent[] {
  const request = requestOf('preauth', stan);
  return [
    { kind: 'hold.opened', holdId, note: '512', label: 'UnionPay', how: 'chip' },
    { kind: 'transaction.requested', holdId, request },
    {
      kind: 'transaction.approved',
      holdId,
      stan,
      responseCode: '00',
      rrn: '112306000001',
      authorisationCode: '083117',
      amount: cny(50_000),
      validUntilMs: startMs + 30 * 86_400_000,
    },
  ];
}

export const cardNumber = '6222000000084417';

export const requestOf = (kind: 'preauth' | 'completion' | 'cancellation', stan: number) =>
  ({
    kind,
    stan,
    batch: 1,
    amount: cny(50_000),
    localDate: '1123',
    localTime: '140000',
    posEntryMode: '051',
    operator: '01',
    card: {
      token: `token-${stan}`,
      lookup: 'k-4417',
      maskedPan: '622200******4417',
      last4: '4417',
      expiry: '3512',
    },
  }) as const;
