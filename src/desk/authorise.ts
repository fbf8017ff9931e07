import { type Action, agreedBy } from '../people/permissions.ts';
import { hasPin, isLockedOut, type Person, peopleOf, triesOf } from '../people/person.ts';
import { holdsPass } from '../training/records.ts';
import { actionOf, leaves } from './amount.ts';
import { append, type Facts, type Flow, facts, show, wait } from './flow.ts';
import { provePin } from './prove-pin.ts';
import { dutyOf, permissionOf, personRow } from './queries.ts';

/** What came of a question to the table of permissions. `by`: who agreed, where somebody had to. */
export type Permit = { readonly allowed: true; readonly by?: string } | { readonly allowed: false };

/** May the person on duty do this now? Asks for the PIN of somebody who may agree, where the table says so. */
export function* permit(action: Action): Flow<Permit> {
  const now = yield* facts();
  if (action === 'preauth' && lacksPass(now)) return yield* agreedByAnother();
  const cell = permissionOf(action, now);
  if (cell === 'alone') return { allowed: true };
  const by = cell === 'agreed' ? yield* authorise(action) : yield* sayNotAllowed(action);
  return by === undefined ? { allowed: false } : { allowed: true, by };
}

/** The person on duty has no assessment that holds. */
function lacksPass(now: Facts): boolean {
  const { person } = dutyOf(now);
  if (person === undefined || permissionOf('preauth', now) === 'never') return false;
  return !holdsPass(now.documents, person, now.nowMs);
}

/** Where the shop wants an assessment, somebody else agrees. */
function* agreedByAnother(): Flow<Permit> {
  const now = yield* facts();
  if (permissionOf('preauthUnassessed', now) === 'alone') return { allowed: true };
  const others = candidatesFor('preauthUnassessed', now, now.operator);
  if (others.length === 0) {
    yield* sayNotAllowed('preauth');
    return { allowed: false };
  }
  const by = yield* authorise('preauthUnassessed', now.operator);
  return by === undefined ? { allowed: false } : { allowed: true, by };
}

function* sayNotAllowed(purpose: Action): Flow<undefined> {
  const { operator } = yield* facts();
  yield* append({ events: [{ kind: 'operator.notAllowed', operator, purpose }] });
  for (;;) {
    const { cardIn } = yield* facts();
    yield* show({ name: 'notice', notice: { type: 'notAllowed' }, primary: 'ok', cardIn });
    if (leaves(actionOf(yield* wait()))) return undefined;
  }
}

/** The last look before a row is written for the bank: a way around the question above is our own bug. */
export function assertPermitted(action: Action, agreed: string | undefined, now: Facts): void {
  const cell = permissionOf(action, now);
  if (cell === 'never' || (cell === 'agreed' && agreed === undefined))
    throw new Error(`${action} was begun without permission`);
}

/**
 * Somebody whose role may agree to this does so with the PIN: the number of that person, or undefined when nobody
 * did. The first of the roles that may agree is asked; somebody else of them can take over. `besides` names who
 * cannot: where two people are wanted, the one on duty.
 */
export function* authorise(purpose: Action, besides?: string): Flow<string | undefined> {
  const candidates = candidatesFor(purpose, yield* facts(), besides);
  let [person] = candidates;
  // Said, not passed over: a touch that does nothing looks like a fault.
  if (person === undefined) return yield* sayNotAllowed(purpose);
  while (person !== undefined) {
    const { id, role, name: who } = person;
    const others = candidates.length > 1;
    const about = { name: 'supervisor', purpose, role, who, others } as const;
    const proved = yield* provePin(person, purpose, (entry) => ({ ...about, ...entry }));
    if (proved === true) return id;
    if (proved === false) return undefined;
    person = (yield* chooseOne(candidates)) ?? person;
  }
  return undefined;
}

/** Who is locked out comes only when there is nobody else: then the screen says so. */
function candidatesFor(purpose: Action, now: Facts, besides?: string): readonly Person[] {
  const all = agreedBy(purpose).flatMap((role) =>
    peopleOf(now).filter(
      (person) => person.role === role && person.id !== besides && hasPin(person),
    ),
  );
  const free = all.filter(({ id }) => !isLockedOut(triesOf(now.documents, id)));
  return free.length > 0 ? free : all;
}

function* chooseOne(people: readonly Person[]): Flow<Person | undefined> {
  for (;;) {
    const now = yield* facts();
    const rows = people.map((person) => personRow(person, now));
    yield* show({ name: 'sign-in', why: 'agree', rows });
    const action = actionOf(yield* wait());
    if (action?.type === 'back' || action?.type === 'cancel') return undefined;
    const chosen = action?.type === 'person' && people.find(({ id }) => id === action.id);
    if (chosen) return chosen;
  }
}
