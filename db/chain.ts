import { hash } from 'node:crypto';
import type { DomainEvent } from '#src/journal/events.ts';
import type { JournalRow } from '#src/journal/port.ts';
import { canonicalJson } from './canonical-json.ts';

/** What a body holds: all of the row but its place in the chain. */
type RowFacts = Omit<JournalRow, 'hash'>;

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
  const { bootId, id, monoNs, seq, wallMs } = facts;
  const start = `{"bootId":${JSON.stringify(bootId)},"event":`;
  const middle = `,"id":${JSON.stringify(id)},"kind":"${facts.event.kind}"`;
  return `${start}${event}${middle},"monoNs":"${monoNs}","seq":${seq},"wallMs":${wallMs}}`;
}

/**
 * SHA-256(prev ‖ length of the body, four bytes, most significant first ‖ body in UTF-8), as hex; `prev`
 * is hex too. The zeros before the first row are {@link genesis}.
 */
export function linkHex(prev: string, body: string): string {
  const length = Buffer.byteLength(body);
  const end = 36 + length;
  if (scratch.length < end) scratch = Buffer.allocUnsafe(end * 2);
  scratch.write(prev, 0, 32, 'hex');
  scratch.writeUInt32BE(length, 32);
  scratch.write(body, 36);
  return hash('sha256', scratch.subarray(0, end), 'hex');
}

/** Reused from call to call: the chain of a long journal is recomputed row by row. */
let scratch = Buffer.allocUnsafe(4096);

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
