import type { Role } from '../people/permissions.ts';
import { freeNumber, hasPin, leastPin, type Person, peopleOf } from '../people/person.ts';
import { actionOf, leaves } from './amount.ts';
import { choosePin } from './choose-pin.ts';
import { append, type Flow, facts, show, wait } from './flow.ts';
import { provePin } from './prove-pin.ts';
import { dutyOf, personRow } from './queries.ts';

/** Roles that somebody must have before the terminal can be used. */
const needed: readonly Role[] = ['supervisor', 'cashier'];

/** Returns when somebody is on duty: at once, after a sign-in, or after the first start's choices. */
export function* beOnDuty(): Flow<void> {
  yield* firstStart();
  for (;;) {
    const { state, person } = dutyOf(yield* facts());
    if (state === 'on') return;
    yield* signIn(state === 'locked' ? person : undefined);
  }
}

/** The person on duty comes back, or another one takes over. */
export function* unlock(): Flow<void> {
  while (dutyOf(yield* facts()).state !== 'on') yield* signIn(dutyOf(yield* facts()).person);
}

function* signIn(onDuty: Person | undefined): Flow<void> {
  const now = yield* facts();
  const people = peopleOf(now).filter(hasPin);
  yield* show({
    name: 'sign-in',
    why: onDuty === undefined ? 'signIn' : 'locked',
    rows: people.map((person) => personRow(person, now)),
    ...(onDuty === undefined ? {} : { onDuty: onDuty.id }),
  });
  const action = actionOf(yield* wait(now.nowMs + 20_000));
  const comesBack = action?.type === 'primary' || action?.type === 'enter';
  const id = action?.type === 'person' ? action.id : comesBack ? onDuty?.id : undefined;
  const person = people.find((one) => one.id === id);
  if (person === undefined) return;
  yield* provePin(person, 'signIn', ({ wrong, lockedOut: _, ...entry }) => ({
    name: 'own-pin',
    step: 'signIn',
    person: personRow(person, now),
    leastDigits: leastPin(person.role),
    ...entry,
    ...(wrong ? { problem: 'wrong' } : {}),
  }));
}

/** 交班签退 */
export function* signOff(): Flow<void> {
  const { operator } = yield* facts();
  yield* append({ events: [{ kind: 'operator.signedOff', operator }] });
}

/** A device has no PIN that anybody knows: a supervisor and a cashier choose theirs before anything else. */
function* firstStart(): Flow<void> {
  for (const role of needed) {
    for (;;) {
      const now = yield* facts();
      const people = peopleOf(now).filter((person) => person.role === role);
      if (people.some(hasPin)) break;
      const id = people[0]?.id ?? freeNumber(role, now);
      if (id === undefined) throw new Error(`no number is left for a ${role}`);
      yield* show({ name: 'first-start', role, id });
      if (!leaves(actionOf(yield* wait()))) continue;
      if (people.length === 0)
        yield* append({ events: [{ kind: 'person.added', person: id, role, by: id }] });
      const person = peopleOf(yield* facts()).find((one) => one.id === id);
      if (person === undefined || !(yield* choosePin(person, id))) continue;
      if (role === 'cashier')
        yield* append({ events: [{ kind: 'operator.signedIn', operator: id }] });
    }
  }
}
