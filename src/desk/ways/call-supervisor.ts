import { authorise } from '../authorise.ts';
import { takeCall } from '../calls.ts';
import { resolvedEvents } from '../case.ts';
import { append } from '../flow.ts';
import { letPass } from '../fraud.ts';
import type { Way } from './way.ts';

/**
 * 请主管来看: what was noticed is shown behind the supervisor's PIN, and the decision comes back into this wish: what
 * was let pass counts no more and the ways return; a no ends it politely.
 */
export const callSupervisor: Way = function* (wish) {
  const alertId = wish.watch.alert?.alertId;
  const by = alertId === undefined ? undefined : yield* authorise('calls');
  if (by === undefined || alertId === undefined) return { type: 'left' };
  const decision = yield* takeCall(alertId, by);
  if (decision === 'refuse') {
    yield* append({ events: resolvedEvents(wish, 'refusedPolitely') });
    return { type: 'ended' };
  }
  if (decision !== 'goOn') return { type: 'left' };
  letPass(wish);
  return { type: 'told', detail: by };
};
