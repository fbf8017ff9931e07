import type { PlaceName } from '#hal/bulletins/contract.ts';
import { inOrder, judge } from '../bulletin/judge.ts';
import type { Meanwhile } from './bank.ts';
import { append, type Flow, facts, perform } from './flow.ts';
import type { Looked } from './view/bulletin.ts';

/** When the address is asked next; the stick is looked at each time. */
export type Watch = { nextAskMs: number };

export const newWatch = (): Watch => ({ nextAskMs: 0 });

/** Bulletins come by themselves: from a stick as soon as it is in, from the address every few minutes. */
export function* watchBulletins(watch: Watch): Flow<void> {
  let pluggedInMs: number | undefined;
  do {
    pluggedInMs = undefined;
    // A stick that is put in while the last one is being read is read too.
    yield* fetchBulletins('folder', function* (event): Flow<void> {
      if (event.type === 'pluggedIn') pluggedInMs = (yield* facts()).nowMs;
    });
  } while (pluggedInMs !== undefined);
  const { nowMs, config } = yield* facts();
  const { address, everyMinutes } = config.bulletins;
  const periodMs = everyMinutes * 60_000;
  // A clock that was set back must not put it off.
  if (address === undefined || (nowMs < watch.nextAskMs && watch.nextAskMs - nowMs <= periodMs))
    return;
  watch.nextAskMs = nowMs + periodMs;
  yield* fetchBulletins('address');
}

/** One look at a place: each file is taken or refused, and journalled, before the next one is judged. */
export function* fetchBulletins(place: PlaceName, meanwhile?: Meanwhile): Flow<Looked> {
  const done = yield* perform({ type: 'fetchBulletins', place }, meanwhile);
  if (done.type === 'fault') return { taken: 0, fault: done.fault };
  const { config } = yield* facts();
  let taken = 0;
  let refused: Looked['refused'];
  for (const file of inOrder(done.files, config)) {
    const judged = judge(file, yield* facts());
    if (judged.type === 'taken') {
      yield* append({ events: [{ kind: 'bulletin.received', bulletin: judged.bulletin }] });
      taken += 1;
    }
    if (judged.type === 'refused') {
      yield* append({ events: [{ kind: 'bulletin.refused', refused: judged.refused }] });
      refused ??= judged.refused;
    }
  }
  return { taken, ...(refused === undefined ? {} : { refused }) };
}
