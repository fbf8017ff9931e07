import type { Action } from '../people/permissions.ts';
import {
  isLockedOut,
  type Person,
  pauseLeft,
  triesOf,
  triesUntilLockOut,
} from '../people/person.ts';
import { longestPin } from '../people/pin.ts';
import { actionOf } from './amount.ts';
import { append, type Flow, facts, perform, show, tone, wait } from './flow.ts';
import type { Screen } from './view.ts';

/** How it stands while digits are typed. */
export type PinEntry = {
  readonly digits: number;
  readonly wrong: boolean;
  readonly lockedSeconds: number;
  readonly lockedOut: boolean;
};

/**
 * Somebody proves with the PIN who it is; false when the person went back, `other` when it is somebody else. Each try is durable before the PIN is
 * compared; after a few wrong ones it takes longer and longer, and then somebody else must unlock the person.
 */
export function* provePin(
  person: Person,
  purpose: Action | 'signIn',
  screenOf: (entry: PinEntry) => Screen,
): Flow<boolean | 'other'> {
  let pin = '';
  let wrong = false;
  let sinceMs = Number.POSITIVE_INFINITY;
  for (;;) {
    const { nowMs, documents } = yield* facts();
    sinceMs = Math.min(sinceMs, nowMs);
    const tries = triesOf(documents, person.id);
    const lockedOut = isLockedOut(tries);
    const lockedSeconds = lockedOut ? 0 : pauseLeft(tries, nowMs, sinceMs);
    const taken = !lockedOut && lockedSeconds === 0;
    yield* show(screenOf({ digits: pin.length, wrong, lockedSeconds, lockedOut }));
    const action = actionOf(yield* wait(lockedSeconds > 0 ? nowMs + 1_000 : undefined));
    switch (action?.type) {
      case 'digit':
        if (taken) pin = (pin + action.digit).slice(0, longestPin);
        wrong = false;
        break;
      case 'clear':
        pin = '';
        break;
      case 'primary':
      case 'enter': {
        if (!taken || pin.length < 4) break;
        if (yield* compare(person, purpose, pin)) return true;
        wrong = true;
        pin = '';
        yield* tone('warning');
        break;
      }
      case 'otherPerson':
        return 'other';
      case 'back':
      case 'cancel':
        return false;
    }
  }
}

function* compare(person: Person, purpose: Action | 'signIn', typed: string): Flow<boolean> {
  const operator = person.id;
  const attempt = triesOf((yield* facts()).documents, operator).count + 1;
  yield* append({ events: [{ kind: 'operator.tried', operator, purpose, attempt }] });
  const checked = yield* perform({ type: 'checkPin', person, typed });
  if (checked.type === 'checkPin' && checked.right) {
    yield* append({
      events: [
        purpose === 'signIn'
          ? { kind: 'operator.signedIn', operator }
          : { kind: 'operator.approved', operator, purpose },
      ],
    });
    return true;
  }
  const lockedOut = attempt >= triesUntilLockOut;
  yield* append({ events: [{ kind: 'operator.refused', operator, purpose, lockedOut }] });
  return false;
}
