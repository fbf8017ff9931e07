import { type Role, roles } from '../people/permissions.ts';
import {
  freeNumber,
  hasPin,
  isLockedOut,
  type Person,
  peopleOf,
  triesOf,
} from '../people/person.ts';
import { actionOf } from './amount.ts';
import { choosePin } from './choose-pin.ts';
import { append, type Facts, type Flow, facts, show, wait } from './flow.ts';
import { personRow } from './queries.ts';

/** 人员: who works here; people are added, get a new PIN, are unlocked and leave. `by` is who may do this. */
export function* showPeople(by: string): Flow<void> {
  for (;;) {
    const now = yield* facts();
    yield* show({ name: 'people', rows: peopleOf(now).map((person) => personRow(person, now)) });
    const action = actionOf(yield* wait());
    if (action?.type === 'back' || action?.type === 'cancel') return;
    if (action?.type === 'addPerson' || action?.type === 'primary') yield* addPerson(by);
    if (action?.type === 'person') yield* showPerson(action.id, by);
  }
}

function* showPerson(id: string, by: string): Flow<void> {
  let removing = false;
  for (;;) {
    const now = yield* facts();
    const person = peopleOf(now).find((one) => one.id === id);
    if (person === undefined) return;
    const can = { unlock: isLockedOut(triesOf(now.documents, id)), remove: mayLeave(person, now) };
    yield* show({
      name: 'person',
      person: personRow(person, now),
      hasPin: hasPin(person),
      can,
      removing,
    });
    const action = actionOf(yield* wait());
    switch (action?.type) {
      case 'newPin':
        yield* choosePin(person, by);
        break;
      case 'unlockPerson':
        if (can.unlock) yield* append({ events: [{ kind: 'person.unlocked', person: id, by }] });
        break;
      case 'removePerson':
        removing = can.remove;
        break;
      case 'confirmHeld':
        if (!removing || !can.remove) break;
        yield* append({ events: [{ kind: 'person.removed', person: id, role: person.role, by }] });
        return;
      case 'back':
      case 'cancel':
        if (!removing) return;
        removing = false;
        break;
    }
  }
}

/** The person on duty stays, and so does the last one of a role that the terminal needs. */
function mayLeave({ id, role }: Person, now: Facts): boolean {
  if (id === now.operator) return false;
  if (role === 'technician' || role === 'vendor') return true;
  return peopleOf(now).some((other) => other.id !== id && other.role === role && hasPin(other));
}

/** The number is the next free one of the role; the new person chooses the PIN here and now. */
function* addPerson(by: string): Flow<void> {
  for (;;) {
    const now = yield* facts();
    const open: readonly Role[] = roles.filter((role) => freeNumber(role, now) !== undefined);
    yield* show({ name: 'add-person', roles: open });
    const action = actionOf(yield* wait());
    if (action?.type === 'back' || action?.type === 'cancel') return;
    if (action?.type !== 'role' || !open.includes(action.role)) continue;
    const { role } = action;
    const id = freeNumber(role, now);
    if (id === undefined) continue;
    yield* append({ events: [{ kind: 'person.added', person: id, role, by }] });
    const person = peopleOf(yield* facts()).find((one) => one.id === id);
    if (person === undefined || (yield* choosePin(person, by))) return;
    yield* append({ events: [{ kind: 'person.removed', person: id, role, by }] });
  }
}
