import type { Config } from '../config/schema.ts';
import type { DocumentReader } from '../journal/documents.ts';
import type { Role } from './permissions.ts';
import type { PinSecret } from './pin.ts';

type Name = Readonly<Record<'zh-CN' | 'en', string>>;

/** What the journal says of a person. */
export type PersonRecord = {
  readonly id: string;
  readonly role: Role;
  readonly removed: boolean;
  readonly secret?: PinSecret;
};

/** Somebody who works here, whether the configuration or the journal says so. */
export type Person = {
  readonly id: string;
  readonly role: Role;
  readonly name: Name;
  readonly secret?: PinSecret;
  /** Of the simulator's people, until they choose another. */
  readonly configuredPin?: string;
};

/** Wrong PINs of a person in a row. */
export type Tries = { readonly count: number; readonly lastMs: number };

/** Who is at the terminal. `off`: nobody is signed in. */
export type Duty = { readonly operator: string; readonly state: 'on' | 'locked' | 'off' };

export const personKey = (id: string): string => `person-${id}`;
export const triesKey = (id: string): string => `tries-${id}`;
export const personState = 'person';

const roleNames: Readonly<Record<Role, Name>> = {
  cashier: { 'zh-CN': '收银员', en: 'Cashier' },
  supervisor: { 'zh-CN': '主管', en: 'Supervisor' },
  technician: { 'zh-CN': '技术员', en: 'Technician' },
  vendor: { 'zh-CN': '厂商', en: 'Vendor' },
};

const nameOf = (role: Role, id: string): Name => ({
  'zh-CN': `${roleNames[role]['zh-CN']} ${id}`,
  en: `${roleNames[role].en} ${id}`,
});

type Known = { readonly config: Config; readonly documents: DocumentReader };

/** Everybody who works here, by number. The configuration names people only where nobody has to choose. */
export function peopleOf({ config, documents }: Known): readonly Person[] {
  const people = new Map<string, Person>();
  if (config.firstStart === 'signedIn')
    for (const { pin, ...person } of config.people)
      people.set(person.id, { ...person, configuredPin: pin });
  for (const { body } of documents.list('counter', [personState])) {
    const { id, role, removed, secret } = body as PersonRecord;
    if (removed) people.delete(id);
    else {
      const name = people.get(id)?.name ?? nameOf(role, id);
      people.set(id, { id, role, name, ...(secret === undefined ? {} : { secret }) });
    }
  }
  return [...people.values()].sort((a, b) => Number(a.id) - Number(b.id));
}

export const hasPin = (person: Person): boolean =>
  person.secret !== undefined || person.configuredPin !== undefined;

/** Wrong tries before the first pause, the pauses after that, and how many lock a person out. */
const freeTries = 2;
const pauseSeconds = [5, 15, 60, 300, 900];
export const triesUntilLockOut = 8;

export const triesOf = (documents: DocumentReader, id: string): Tries =>
  (documents.get('counter', triesKey(id))?.body as Tries | undefined) ?? { count: 0, lastMs: 0 };

/**
 * Seconds for which no PIN of this person is taken. A clock that was set back behind the last try neither shortens
 * the pause nor makes it last until that day: it is then waited out from `sinceMs`, when the person came.
 */
export function pauseLeft({ count, lastMs }: Tries, nowMs: number, sinceMs: number): number {
  const pause = pauseSeconds[Math.min(count - freeTries, pauseSeconds.length) - 1] ?? 0;
  const fromMs = lastMs <= nowMs ? lastMs : sinceMs;
  return Math.max(0, Math.ceil((fromMs + pause * 1_000 - nowMs) / 1_000));
}

export const isLockedOut = ({ count }: Tries): boolean => count >= triesUntilLockOut;

/** Digits that a new PIN of this role has at least: whoever may agree to more has more. */
export const leastPin = (role: Role): number => (role === 'cashier' ? 4 : 6);

/** Numbers of each role, first and last. */
const numbers: Readonly<Record<Role, readonly [number, number]>> = {
  cashier: [1, 89],
  supervisor: [90, 94],
  technician: [95, 97],
  vendor: [98, 99],
};

/** The first number of a role that was never anybody's; undefined when there is none. */
export function freeNumber(role: Role, { config, documents }: Known): string | undefined {
  const [first, last] = numbers[role];
  const taken = new Set(config.firstStart === 'signedIn' ? config.people.map(({ id }) => id) : []);
  for (let number = first; number <= last; number++) {
    const id = String(number).padStart(2, '0');
    if (!taken.has(id) && documents.get('counter', personKey(id)) === undefined) return id;
  }
  return undefined;
}
