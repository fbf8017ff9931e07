import { leastPin, type Person } from '../people/person.ts';
import { longestPin, weakPin } from '../people/pin.ts';
import { actionOf } from './amount.ts';
import { append, type Flow, facts, perform, show, tone, wait } from './flow.ts';
import { provePin } from './prove-pin.ts';
import { dutyOf, personRow } from './queries.ts';
import type { ScreenOf } from './view.ts';

type OwnPin = ScreenOf<'own-pin'>;

/** A person chooses a PIN, typed twice; true when it stands. Guessable ones are refused with the reason. */
export function* choosePin(person: Person, by: string): Flow<boolean> {
  let problem: OwnPin['problem'];
  for (;;) {
    const first = yield* typePin(person, 'new', problem);
    if (first === undefined) return false;
    problem = weakPin(first, leastPin(person.role), person.id);
    if (problem !== undefined) {
      yield* tone('warning');
      continue;
    }
    const second = yield* typePin(person, 'again', undefined);
    if (second === first) {
      yield* keepPin(person, first, by);
      return true;
    }
    problem = second === undefined ? undefined : 'differs';
  }
}

function* keepPin({ id, role }: Person, pin: string, by: string): Flow<void> {
  const hashed = yield* perform({ type: 'hashPin', pin });
  if (hashed.type !== 'hashPin') throw new Error('the PIN could not be hashed');
  const { secret } = hashed;
  yield* append({ events: [{ kind: 'person.pinChosen', person: id, role, secret, by }] });
}

function* typePin(
  person: Person,
  step: 'new' | 'again',
  before: OwnPin['problem'],
): Flow<string | undefined> {
  let pin = '';
  let problem = before;
  const leastDigits = leastPin(person.role);
  for (;;) {
    yield* show({
      name: 'own-pin',
      step,
      person: personRow(person, yield* facts()),
      digits: pin.length,
      leastDigits,
      ...(problem === undefined ? {} : { problem }),
      lockedSeconds: 0,
    });
    const action = actionOf(yield* wait());
    switch (action?.type) {
      case 'digit':
        pin = (pin + action.digit).slice(0, longestPin);
        problem = undefined;
        break;
      case 'clear':
        pin = '';
        break;
      case 'primary':
      case 'enter':
        if (pin !== '') return pin;
        break;
      case 'back':
      case 'cancel':
        return undefined;
    }
  }
}

/** 改我的密码: the old one first. */
export function* changeOwnPin(): Flow<void> {
  const now = yield* facts();
  const person = dutyOf(now).person;
  if (person === undefined) return;
  const proved = yield* provePin(person, 'ownPin', ({ wrong, lockedOut: _, ...entry }) => ({
    name: 'own-pin',
    step: 'old',
    person: personRow(person, now),
    leastDigits: leastPin(person.role),
    ...entry,
    ...(wrong ? { problem: 'wrong' } : {}),
  }));
  if (proved) yield* choosePin(person, person.id);
}
