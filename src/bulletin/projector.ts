import type { Documents } from '../journal/documents.ts';
import type { JournalRow } from '../journal/port.ts';
import {
  bulletinsKey,
  type Kept,
  type KeptRefusal,
  lastNumber,
  numbersKey,
  refusedKey,
} from './kept.ts';

/** So many are kept; the journal has them all. */
const mostKept = 100;
const mostRefused = 20;

const put = (documents: Documents, id: string, body: unknown): void =>
  documents.put('counter', { id, state: '', sort: 0, keys: [], body });

const listOf = <T>(documents: Documents, id: string): readonly T[] =>
  (documents.get('counter', id)?.body as readonly T[] | undefined) ?? [];

export function projectBulletins(documents: Documents, { event, wallMs }: JournalRow): void {
  if (event.kind === 'bulletin.received') {
    const { bulletin } = event;
    const { issuer, number, id, withdraws } = bulletin;
    const takenBack = (one: Kept): boolean =>
      one.issuer === issuer && withdraws.includes(one.number) && one.withdrawnBy === undefined;
    const before = listOf<Kept>(documents, bulletinsKey).map((one) =>
      takenBack(one) ? { ...one, withdrawnBy: id } : one,
    );
    const all = [...before, { ...bulletin, receivedAtMs: wallMs, readBy: [] }];
    put(documents, bulletinsKey, all.slice(-mostKept));
    const highest = Math.max(number, lastNumber(documents, issuer));
    const numbers = documents.get('counter', numbersKey)?.body as object | undefined;
    put(documents, numbersKey, { ...numbers, [issuer]: highest });
  }
  if (event.kind === 'bulletin.refused') {
    const before = listOf<KeptRefusal>(documents, refusedKey);
    const all = [{ ...event.refused, atMs: wallMs }, ...before];
    put(documents, refusedKey, all.slice(0, mostRefused));
  }
  if (event.kind === 'bulletin.acknowledged') {
    const { id, operator } = event;
    const all = listOf<Kept>(documents, bulletinsKey).map((one) =>
      one.id === id && !one.readBy.includes(operator)
        ? { ...one, readBy: [...one.readBy, operator] }
        : one,
    );
    put(documents, bulletinsKey, all);
  }
}
