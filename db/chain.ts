import { hash } from 'node:crypto';
import type { DomainEvent } from '#src/journal/events.ts';
import type { JournalRow } from '#src/journal/port.ts';
import { canonicalJson } from './canonical-json.ts';

/** What a body holds: all of the row but its place in the chain. */
export type RowFacts = Omit<JournalRow, 'hash'>;

/** The link before the first row. */
export const genesis: Buffer = Buffer.alloc(32);

/** Longest body in bytes: far above any event, far below what would hurt a terminal. */
const longestBody = 256 * 1024;

/**
 * Canonical JSON of one row. Every column is inside it, so that the hash covers the row as a whole;
 * `monoNs` is text because it outgrows a JSON number after 104 days.
 */
export function bodyOf(facts: RowFacts): string {
  const event = canonicalJson(facts.event);
  if (event.length > longestBody) throw new Error(`journal: event of ${event.length} characters`);
  return `${bodyStart(facts.bootId)}${event}${bodyEnd({ ...facts, kind: facts.event.kind })}`;
}

/** The text before the event. */
export const bodyStart = (bootId: string): string => `{"bootId":${JSON.stringify(bootId)},"event":`;

/** The text after the event; keys continue in canonical order. */
export function bodyEnd(row: {
  readonly id: string;
  readonly kind: string;
  readonly monoNs: bigint;
  readonly seq: number | bigint;
  readonly wallMs: number | bigint;
}): string {
  const { id, kind, monoNs, seq, wallMs } = row;
  return `,"id":${JSON.stringify(id)},"kind":"${kind}","monoNs":"${monoNs}","seq":${seq},"wallMs":${wallMs}}`;
}

/** SHA-256(prev ‖ length of the body, four bytes, most significant first ‖ body in UTF-8): 32 bytes. */
export function link(prev: Uint8Array, body: string): Buffer {
  const length = Buffer.byteLength(body);
  const bytes = Buffer.allocUnsafe(36 + length);
  bytes.set(prev, 0);
  bytes.writeUInt32BE(length, 32);
  bytes.write(body, 36);
  return hash('sha256', bytes, 'buffer');
}

/** The row that a stored body and its hash say. */
export function rowOf(body: string, rowHash: Uint8Array): JournalRow {
  const facts = JSON.parse(body) as {
    seq: number;
    id: string;
    bootId: string;
    monoNs: string;
    wallMs: number;
    event: DomainEvent;
  };
  return {
    seq: facts.seq,
    id: facts.id,
    bootId: facts.bootId,
    monoNs: BigInt(facts.monoNs),
    wallMs: facts.wallMs,
    event: facts.event,
    hash: Buffer.from(rowHash).toString('hex'),
  };
}
