import type { Ask } from '../../capture/policy.ts';
import type { RemedyKind } from '../../recovery/evidence.ts';
import { endRemedy, giveUp, openCase, rethink, startRemedy, type Wish } from '../case.ts';
import type { Flow } from '../flow.ts';
import { wayOf } from './index.ts';

/** What comes after a way that leads on. */
export type Next =
  | { readonly type: 'tryCard'; readonly ask: Ask }
  | { readonly type: 'typeNumber' }
  | { readonly type: 'otherAmount' }
  | { readonly type: 'ended' };

/** These leave nothing behind: an issuer's plain no stays without a case when they are taken. */
const withoutCase: ReadonlySet<RemedyKind> = new Set([
  'otherCard',
  'otherAmount',
  'pinAgain',
  'readAgain',
  'insertChip',
  'swipe',
  'otherApplication',
  'stop',
]);

/**
 * Walks one way to its recorded end: done, failed (the next is offered) or given up. Undefined: the wish is still
 * open, and its reasons are asked for again.
 */
export function* walk(wish: Wish, kind: RemedyKind): Flow<Next | undefined> {
  const way = wayOf(kind);
  if (way === undefined) {
    yield* giveUp(wish);
    return { type: 'ended' };
  }
  if (!withoutCase.has(kind)) yield* openCase(wish);
  yield* startRemedy(wish, kind);
  const walked = way(wish);
  const end = 'type' in walked ? walked : yield* walked;
  switch (end.type) {
    case 'tryCard':
    case 'typeNumber':
    case 'otherAmount':
    case 'ended':
      return end;
    case 'stopped':
      yield* giveUp(wish);
      return { type: 'ended' };
    case 'told':
    case 'notHelped':
      wish.failed.add(kind);
      yield* endRemedy(wish, end.type === 'told' ? 'done' : 'failed', end.detail);
      break;
    case 'left':
      yield* endRemedy(wish, 'givenUp');
      break;
  }
  yield* rethink(wish);
  return undefined;
}
