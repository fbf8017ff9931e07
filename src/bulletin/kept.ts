import type { DocumentReader } from '../journal/documents.ts';
import type { Published, Refused } from './events.ts';

/** A bulletin as the terminal keeps it. */
export type Kept = Published & {
  readonly receivedAtMs: number;
  /** Id of the bulletin that took it back. */
  readonly withdrawnBy?: string;
  /** Operators who have read it. */
  readonly readBy: readonly string[];
};

export type KeptRefusal = Refused & { readonly atMs: number };

/** Documents of the kind `counter`. */
export const bulletinsKey = 'bulletins';
export const refusedKey = 'bulletinsRefused';
export const numbersKey = 'bulletinNumbers';

/** In the order of their coming. */
export const keptBulletins = (documents: DocumentReader): readonly Kept[] =>
  (documents.get('counter', bulletinsKey)?.body as readonly Kept[] | undefined) ?? [];

/** Newest first. */
export const refusedBulletins = (documents: DocumentReader): readonly KeptRefusal[] =>
  (documents.get('counter', refusedKey)?.body as readonly KeptRefusal[] | undefined) ?? [];

/** The highest number of an issuer that was ever taken: kept when the bulletin itself is long gone. */
export const lastNumber = (
  documents: Pick<DocumentReader, 'get'>,
  issuer: Published['issuer'],
): number =>
  (documents.get('counter', numbersKey)?.body as Record<string, number> | undefined)?.[issuer] ?? 0;

export type BulletinState = 'ahead' | 'inForce' | 'over' | 'withdrawn';

export function stateOf(
  { fromMs, untilMs, withdrawnBy }: Pick<Kept, 'fromMs' | 'untilMs' | 'withdrawnBy'>,
  nowMs: number,
): BulletinState {
  if (withdrawnBy !== undefined) return 'withdrawn';
  if (nowMs < fromMs) return 'ahead';
  return untilMs !== undefined && nowMs >= untilMs ? 'over' : 'inForce';
}

/** What this operator has not read and ought to know: in force, or coming. Oldest first. */
export const unreadBy = (
  operator: string,
  documents: DocumentReader,
  nowMs: number,
): readonly Kept[] =>
  keptBulletins(documents).filter(
    (one) => ['ahead', 'inForce'].includes(stateOf(one, nowMs)) && !one.readBy.includes(operator),
  );
