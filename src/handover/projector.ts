import type { DocumentReader, Documents } from '../journal/documents.ts';
import type { DomainEvent } from '../journal/events.ts';
import type { JournalRow } from '../journal/port.ts';
import type { HandoverEnd } from './events.ts';
import type { HandoverFacts } from './facts.ts';
import { type GivenState, givenTransitions, type TakenState, takenTransitions } from './machine.ts';

/** A hand-over as this terminal knows it. */
export type Given = {
  readonly side: 'given';
  readonly handoverId: string;
  readonly state: GivenState;
  readonly facts: HandoverFacts;
  readonly to: string;
  readonly desk: string;
  readonly issuedAtMs: number;
  readonly expiresAtMs: number;
  readonly offer: string;
  readonly operator: string;
  readonly deliveredAtMs?: number;
  readonly end?: HandoverEnd;
  readonly minorUnits?: number;
};

export type Taken = {
  readonly side: 'taken';
  readonly handoverId: string;
  readonly state: TakenState;
  readonly from: string;
  readonly atMs: number;
  /** Absent on one that was refused. */
  readonly facts?: HandoverFacts;
  readonly desk?: string;
  /** What a case came to. */
  readonly end?: 'held' | 'nothing';
};

export type Handover = Given | Taken;

export const restoredAtName = 'handover:restoredAtMs';

function put(documents: Documents, handover: Handover, sort: number): void {
  const { facts, handoverId, side, state } = handover;
  const of = facts?.type === 'hold' ? facts.holdId : facts?.incidentId;
  documents.put('handover', {
    id: handoverId,
    state: `${side}.${state}`,
    sort,
    keys: of === undefined ? [] : [of],
    body: handover,
  });
}

export const handoverOf = (
  documents: Pick<DocumentReader, 'get'>,
  handoverId: string,
): Handover | undefined => documents.get('handover', handoverId)?.body as Handover | undefined;

/** Hand-overs by the id of their hold or case, oldest first. */
export const handoversOf = (
  documents: Pick<DocumentReader, 'find'>,
  id: string,
): readonly Handover[] =>
  documents
    .find('handover', id)
    .toSorted((a, b) => a.sort - b.sort)
    .map(({ body }) => body as Handover);

/** What was given, and what was taken or refused: a projection like every other. */
export function projectHandover(documents: Documents, { event, wallMs, seq }: JournalRow): void {
  switch (event.kind) {
    case 'backup.restored':
      documents.put('counter', {
        id: restoredAtName,
        state: '',
        sort: 0,
        keys: [],
        body: wallMs,
      });
      return;
    case 'handover.given':
      if (documents.get('handover', event.handoverId) === undefined)
        put(documents, given(event), seq);
      return;
    case 'handover.taken':
    case 'handover.refused':
      if (documents.get('handover', event.handoverId) === undefined)
        put(documents, taken(event, wallMs), seq);
      return;
    case 'handover.delivered':
      change(documents, event.handoverId, 'delivered', { deliveredAtMs: wallMs });
      return;
    case 'handover.takenBack':
      change(documents, event.handoverId, 'takenBack', {});
      return;
    case 'handover.ended':
      change(documents, event.handoverId, 'ended', {
        end: event.end,
        minorUnits: event.minorUnits,
      });
      return;
    case 'handover.settled':
      settle(documents, event);
      return;
  }
}

type EventOf<K extends DomainEvent['kind']> = Extract<DomainEvent, { kind: K }>;

function given(event: EventOf<'handover.given'>): Given {
  const { kind: _, ...facts } = event;
  return { side: 'given', state: givenTransitions.none.given ?? 'given', ...facts };
}

function taken(event: EventOf<'handover.taken' | 'handover.refused'>, atMs: number): Taken {
  const { handoverId, from } = event;
  const base = { side: 'taken', handoverId, from, atMs } as const;
  if (event.kind === 'handover.refused')
    return { ...base, state: takenTransitions.none.refused ?? 'refused' };
  const { facts, desk } = event;
  return { ...base, state: takenTransitions.none.taken ?? 'taken', facts, desk };
}

function change(
  documents: Documents,
  handoverId: string,
  event: 'delivered' | 'takenBack' | 'ended',
  more: Partial<Given>,
): void {
  const stored = documents.get('handover', handoverId);
  const before = stored?.body as Handover | undefined;
  if (stored === undefined || before?.side !== 'given') return;
  const state = givenTransitions[before.state][event];
  if (state !== undefined) put(documents, { ...before, ...more, state }, stored.sort);
}

function settle(documents: Documents, { handoverId, end }: EventOf<'handover.settled'>): void {
  const stored = documents.get('handover', handoverId);
  const before = stored?.body as Handover | undefined;
  if (stored !== undefined && before?.side === 'taken' && before.state === 'taken')
    put(documents, { ...before, end }, stored.sort);
}
