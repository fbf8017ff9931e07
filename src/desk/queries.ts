import type { Incident } from '../incident/incident.ts';
import type { OutboxItem } from '../journal/outbox.ts';
import type { Money } from '../money.ts';
import { type Action, type Cell, permission } from '../people/permissions.ts';
import { type Duty, isLockedOut, type Person, peopleOf, triesOf } from '../people/person.ts';
import { type Hold, openStates } from '../preauth/hold.ts';
import { daysLeft, lacksNumber, mayGiveNumber } from '../preauth/rules.ts';
import type { Facts } from './flow.ts';
import { localTime } from './time.ts';
import type { PersonRow } from './view/people.ts';
import type { HoldRow, Language, Theme } from './view.ts';

/** What the documents say, in the shapes that the screens want. */

export const holdOf = (facts: Facts, holdId: string): Hold | undefined =>
  facts.documents.get('hold', holdId)?.body as Hold | undefined;

export const openHolds = (facts: Facts): readonly Hold[] =>
  facts.documents.list('hold', openStates).map((document) => document.body as Hold);

/** Holds that other desks took over. */
export const movedHolds = (facts: Facts): readonly Hold[] =>
  facts.documents.list('hold', ['movedAway']).map((document) => document.body as Hold);

/** Charges and reversals that cannot reach the bank before somebody gives the number, besides the open holds. */
export function stuckWithoutNumber(facts: Facts): readonly Hold[] {
  const ids = new Set(unsettledItems(facts).map(({ holdId }) => holdId));
  return [...ids]
    .flatMap((holdId) => holdOf(facts, holdId) ?? [])
    .filter((hold) => mayGiveNumber(hold) && !openStates.includes(hold.state));
}

export const incidentOf = (facts: Facts, incidentId: string): Incident | undefined =>
  facts.documents.get('incident', incidentId)?.body as Incident | undefined;

export const incidents = (facts: Facts): readonly Incident[] =>
  facts.documents.list('incident').map((document) => document.body as Incident);

/** Cases that their document lists under this key. */
export const casesWith = (key: string, { documents }: Facts): readonly Incident[] =>
  documents.find('incident', key).map(({ body }) => body as Incident);

export const owedItems = (facts: Facts, type?: OutboxItem['type']): readonly OutboxItem[] =>
  facts.documents
    .list('outbox', ['owed'])
    .map((document) => document.body as OutboxItem)
    .filter((item) => type === undefined || item.type === type);

/**
 * Money that is owed, or set aside for the supervisor: in either case the bank has not answered for good. Reports on
 * issuer scripts move none and have a number of their own, so they keep nothing else waiting.
 */
export const unsettledItems = (facts: Facts, type?: OutboxItem['type']): readonly OutboxItem[] =>
  facts.documents
    .list('outbox', ['owed', 'suspended'])
    .map((document) => document.body as OutboxItem)
    .filter((item) => (type === undefined ? item.type !== 'scriptReport' : item.type === type));

export const counter = <T>(facts: Facts, name: string): T | undefined =>
  facts.documents.get('counter', name)?.body as T | undefined;

export const themeOf = (facts: Facts): Theme =>
  counter<Theme>(facts, 'theme') ?? facts.config.theme;

/** Who is at the terminal, and whether the terminal is open to that person. */
export function dutyOf(facts: Facts): { readonly state: Duty['state']; readonly person?: Person } {
  const opened = facts.config.firstStart === 'signedIn' ? 'on' : 'off';
  const state = counter<Duty>(facts, 'duty')?.state ?? opened;
  const person = peopleOf(facts).find(({ id }) => id === facts.operator);
  return {
    state: person === undefined ? 'off' : state,
    ...(person === undefined ? {} : { person }),
  };
}

export const personRow = ({ id, role, name }: Person, { documents }: Facts): PersonRow => ({
  id,
  role,
  name,
  lockedOut: isLockedOut(triesOf(documents, id)),
});

export const permissionOf = (action: Action, facts: Facts): Cell =>
  permission(action, dutyOf(facts).person?.role ?? 'cashier', facts.config.policies);

export const mayBegin = (action: Action, facts: Facts): boolean =>
  permissionOf(action, facts) !== 'never';

export const sumOf = (amounts: readonly Money[], facts: Facts): Money => ({
  minorUnits: amounts.reduce((sum, amount) => sum + amount.minorUnits, 0),
  currency: facts.config.acquirer.currency,
});

export const money = (minorUnits: number, facts: Facts): Money => ({
  minorUnits,
  currency: facts.config.acquirer.currency,
});

export const daysLeftOf = (hold: Hold, facts: Facts): number =>
  hold.validUntilMs === undefined
    ? 0
    : daysLeft(hold.validUntilMs, facts.nowMs, (ms) => localTime(ms, facts.config.timeZone).day);

/** How a cashier names a hold: room or note, and the last four. */
export const named = (hold: Hold): { note?: string; last4?: string } => ({
  ...(hold.note === undefined ? {} : { note: hold.note }),
  ...last4Of(hold),
});

const last4Of = ({ card, known }: Hold): { last4?: string } => {
  const last4 = card?.last4 ?? known?.last4;
  return last4 === undefined ? {} : { last4 };
};

export const rowOf = (hold: Hold, facts: Facts): HoldRow => ({
  ...named(hold),
  holdId: hold.holdId,
  amount: hold.amount,
  daysLeft: daysLeftOf(hold, facts),
  numberMissing: lacksNumber(hold),
  owed: hold.state.startsWith('undoing') || hold.state === 'voiceNoted',
  ...(hold.state === 'givenAway' || hold.state === 'movedAway' ? { away: true } : {}),
});

export type BankByBin = {
  readonly bank?: Readonly<Record<Language, string>>;
  readonly hotline: string;
};

/** The issuer by the longest matching BIN; without a number or a match, the network's own hotline. */
export function bankOf(firstDigits: string | undefined, facts: Facts): BankByBin {
  let best: { length: number; found: BankByBin } | undefined;
  for (const { bins, bank, phone } of firstDigits === undefined ? [] : facts.config.hotlines)
    for (const bin of bins)
      if (firstDigits?.startsWith(bin) && bin.length > (best?.length ?? 0))
        best = { length: bin.length, found: { bank, hotline: phone } };
  return best?.found ?? { hotline: facts.config.defaultHotline };
}
