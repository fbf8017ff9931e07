import type { Documents } from '../journal/documents.ts';
import type { JournalRow } from '../journal/port.ts';
import { type Duty, type PersonRecord, personKey, personState, triesKey } from './person.ts';

function put(documents: Documents, id: string, body: unknown): void {
  documents.put('counter', { id, state: '', sort: 0, keys: [], body });
}

function putPerson(documents: Documents, person: PersonRecord): void {
  const { id } = person;
  documents.put('counter', {
    id: personKey(id),
    state: personState,
    sort: Number(id),
    keys: [],
    body: person,
  });
}

const putDuty = (documents: Documents, duty: Duty): void => put(documents, 'duty', duty);
const forgive = (documents: Documents, person: string): void =>
  documents.delete('counter', triesKey(person));

/** Who works here, who is on duty, and how often each was wrong. */
export function projectPeople(documents: Documents, { event, wallMs }: JournalRow): void {
  switch (event.kind) {
    case 'person.added':
      putPerson(documents, { id: event.person, role: event.role, removed: false });
      return;
    case 'person.pinChosen':
      forgive(documents, event.person);
      putPerson(documents, { ...personOf(documents, event), secret: event.secret });
      return;
    case 'person.removed': {
      const { secret: _, ...person } = personOf(documents, event);
      putPerson(documents, { ...person, removed: true });
      return;
    }
    case 'person.unlocked':
      forgive(documents, event.person);
      return;
    case 'operator.signedIn':
      forgive(documents, event.operator);
      putDuty(documents, { operator: event.operator, state: 'on' });
      return;
    case 'operator.locked':
      putDuty(documents, { operator: event.operator, state: 'locked' });
      return;
    case 'operator.signedOff':
      putDuty(documents, { operator: event.operator, state: 'off' });
      return;
    case 'operator.tried':
      if (event.operator !== undefined)
        put(documents, triesKey(event.operator), { count: event.attempt, lastMs: wallMs });
      return;
    case 'operator.approved':
      forgive(documents, event.operator);
      return;
  }
}

/** Somebody of the configuration has no record before the first change. */
function personOf(
  documents: Documents,
  event: Pick<PersonRecord, 'role'> & { readonly person: string },
): PersonRecord {
  const known = documents.get('counter', personKey(event.person))?.body as PersonRecord | undefined;
  return known ?? { id: event.person, role: event.role, removed: false };
}
