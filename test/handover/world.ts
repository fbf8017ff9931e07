import {
  factsOfHold,
  give,
  hearAnswer,
  hearOutOfService,
  mayGive,
  questionOf,
  type Step,
} from '#src/handover/giver.ts';
import type { Party } from '#src/handover/party.ts';
import { type Given, type Handover, handoverOf } from '#src/handover/projector.ts';
import { answerOf, hearQuestion, refuse, take, understand } from '#src/handover/receiver.ts';
import { fromText } from '#src/handover/wire.ts';
import { kindOf, makeAnswer, makeOutOfService } from '#src/handover/words.ts';
import type { DomainEvent } from '#src/journal/events.ts';
import type { Chance } from '../seeds/chance.ts';
import {
  Book,
  certificateOf,
  holdEvents,
  merchant,
  names,
  partyOf,
  requestOf,
  startMs,
  type TerminalName,
} from './bench.ts';

/** The plug is pulled: what was not written is gone. */
export class PowerCut extends Error {}

/** Ways to break the rule on purpose: the judge has to find each. */
export const weaknesses = [
  'offerBeforeRow',
  'refusalWithoutRow',
  'takenBackByClock',
  'takenBackOnDemand',
  'takenTwice',
] as const;
export type Weakness = (typeof weaknesses)[number];

const lifeMs = 300_000;
const able = new Set([
  'held',
  'completing',
  'undoingCompletion',
  'cancelling',
  'undoingCancellation',
]);

/** What the bank has booked of each hold. The second of two is refused by a real one; here it is a violation. */
class BankBook {
  readonly #booked = new Map<string, string>();
  readonly violations: string[] = [];

  book(holdId: string, by: string): void {
    const before = this.#booked.get(holdId);
    if (before !== undefined) this.violations.push(`${holdId}: ${by} after ${before}`);
    this.#booked.set(holdId, by);
  }

  reverse(holdId: string, by: string): void {
    if (this.#booked.get(holdId) === by) this.#booked.delete(holdId);
  }

  has(holdId: string): boolean {
    return this.#booked.has(holdId);
  }
}

export type Site = {
  readonly name: TerminalName;
  readonly party: Party;
  readonly book: Book;
  skewMs: number;
  dead: boolean;
};

type Air = { readonly to: TerminalName; readonly bytes: Uint8Array };

/** Terminals of one merchant, the air between them, and a bank; every effect passes a boundary where power may go. */
export class World {
  readonly sites: readonly Site[];
  readonly bank = new BankBook();
  /** Everything that was ever shown or sent: it may arrive late, twice, changed, elsewhere, or never. */
  readonly air: Air[] = [];
  readonly problems: string[] = [];
  readonly #chance: Chance;
  readonly #weakness: Weakness | undefined;
  /** Called before each row and after it: throws where the power goes. */
  boundary: (site: Site) => void = () => undefined;
  nowMs = startMs;
  #stan = 100;

  constructor(chance: Chance, weakness?: Weakness, count = 2) {
    this.#chance = chance;
    this.#weakness = weakness;
    this.sites = names.slice(0, count).map((name) => ({
      name,
      party: partyOf(name),
      book: new Book(),
      skewMs: 0,
      dead: false,
    }));
  }

  site(name: string): Site {
    const found = this.sites.find((site) => site.name === name);
    if (found === undefined) throw new Error(`no terminal ${name}`);
    return found;
  }

  clockOf = (site: Site): number => this.nowMs + site.skewMs;

  write(site: Site, events: readonly DomainEvent[]): void {
    this.boundary(site);
    site.book.append(events, this.clockOf(site));
    this.boundary(site);
  }

  send(from: Site, to: string, bytes: Uint8Array): void {
    this.boundary(from);
    this.air.push({ to: this.site(to).name, bytes });
  }

  hold(site: Site): string {
    const stan = this.#stan++;
    const holdId = `${site.name}-261123-${String(stan).padStart(6, '0')}`;
    this.write(site, holdEvents(holdId, stan));
    return holdId;
  }

  giveAway(site: Site, holdId: string, to: TerminalName): void {
    const hold = site.book.hold(holdId);
    const facts = hold && mayGive(hold, this.nowMs) ? factsOfHold(hold) : undefined;
    if (facts === undefined) return;
    const { events } = give({
      party: site.party,
      facts,
      to: certificateOf(to),
      random: this.#chance.bytes(48),
      nowMs: this.clockOf(site),
      lifeMs,
      operator: '01',
    });
    const [given] = events;
    if (given?.kind !== 'handover.given') throw new Error('nothing was given');
    if (this.#weakness === 'offerBeforeRow') this.send(site, to, fromText(given.offer));
    this.write(site, events);
    this.send(site, to, fromText(given.offer));
  }

  givings(site: Site): readonly Given[] {
    return site.book
      .list('handover')
      .map(({ body }) => body as Handover)
      .filter((handover): handover is Given => handover.side === 'given');
  }

  showAgain(site: Site, given: Given): void {
    if (given.state === 'given') this.send(site, given.to, fromText(given.offer));
  }

  askBack(site: Site, given: Given): void {
    if (given.state !== 'given') return;
    const late = this.clockOf(site) > given.expiresAtMs + 240_000;
    const weak = this.#weakness;
    if (weak === 'takenBackOnDemand' || (weak === 'takenBackByClock' && late)) {
      const answer = makeAnswer(
        {
          handoverId: given.handoverId,
          from: given.to,
          to: site.name,
          says: 'refused',
          minorUnits: 0,
          atMs: 0,
        },
        this.site(given.to).party.identity,
      );
      this.#heard(site, hearAnswer(answer, site.party, site.book));
      return;
    }
    this.send(site, given.to, questionOf(given, 'takeBack', site.party));
  }

  askHow(site: Site, given: Given): void {
    this.send(site, given.to, questionOf(given, 'status', site.party));
  }

  /** Head office says that a terminal which is gone for good is gone for good. */
  headOffice(site: Site, given: Given): void {
    if (!this.site(given.to).dead) return;
    const word = makeOutOfService({ handoverId: given.handoverId, terminalId: given.to }, merchant);
    this.#heard(site, hearOutOfService(word, site.party, site.book));
  }

  /** A message reaches a terminal; the cashier there takes what is offered, or says no. */
  arrive(site: Site, bytes: Uint8Array, says: 'take' | 'refuse' | 'wait'): void {
    const { party, book } = site;
    switch (kindOf(bytes)) {
      case 'offer':
        if (says !== 'wait') this.#offered(site, bytes, says);
        return;
      case 'question':
        this.#answer(site, hearQuestion(bytes, party, book));
        return;
      case 'answer':
        this.#heard(site, hearAnswer(bytes, party, book));
        return;
      case 'outOfService':
        this.#heard(site, hearOutOfService(bytes, party, book));
        return;
      default:
        return;
    }
  }

  #offered(site: Site, bytes: Uint8Array, says: 'take' | 'refuse'): void {
    const { party, book } = site;
    const read = understand(bytes, party, this.clockOf(site));
    if (typeof read === 'string') return;
    const from = read.from.terminalId;
    if (says === 'refuse' && this.#weakness === 'refusalWithoutRow') {
      const word = { handoverId: read.handoverId, from: site.name, to: from, atMs: 0 };
      if (handoverOf(book, read.handoverId) === undefined)
        this.send(
          site,
          from,
          makeAnswer({ ...word, says: 'refused', minorUnits: 0 }, party.identity),
        );
      return;
    }
    let step =
      says === 'take'
        ? take(read, book, this.clockOf(site), '01')
        : refuse({ ...read, from }, book);
    if (step.type !== 'write' && this.#weakness === 'takenTwice' && read.facts.type === 'hold') {
      const { type: _, ...facts } = read.facts;
      const again = { kind: 'hold.takenOver', handoverId: read.handoverId, ...facts } as const;
      step = { type: 'write', handoverId: read.handoverId, events: [again] };
    }
    this.#answer(site, step);
  }

  #answer(site: Site, step: Step): void {
    if (step.type === 'refused') return;
    if (step.type === 'write') this.write(site, step.events);
    const { book, party } = site;
    const handover = handoverOf(book, step.handoverId);
    const answer = answerOf(handover, party, book);
    if (answer !== undefined && handover?.side === 'taken') this.send(site, handover.from, answer);
  }

  #heard(site: Site, step: Step): void {
    if (step.type === 'write') this.write(site, step.events);
  }

  /** Charges or frees: the request is written, the bank books it, the answer is written. */
  end(site: Site, holdId: string, kind: 'completion' | 'cancellation'): void {
    if (site.book.hold(holdId)?.state !== 'held') return;
    const stan = this.#stan++;
    this.write(site, [{ kind: 'transaction.requested', holdId, request: requestOf(kind, stan) }]);
    this.bank.book(holdId, `${kind} ${stan} by ${site.name}`);
    const amount = { minorUnits: 50_000, currency: '156' } as const;
    this.write(site, [{ kind: 'transaction.approved', holdId, stan, responseCode: '00', amount }]);
  }

  /** After a cut: the documents from the rows, and what was on its way to the bank is undone. */
  start(site: Site): void {
    site.book.rebuild();
    for (const hold of site.book.holds()) {
      const { pending, holdId } = hold;
      if (pending === undefined || site.dead) continue;
      const of = { holdId, stan: pending.stan };
      if (!hold.state.startsWith('undoing'))
        this.write(site, [{ kind: 'reversal.owed', reason: '98', why: 'powerCut', ...of }]);
      this.bank.reverse(holdId, `${pending.kind} ${pending.stan} by ${site.name}`);
      this.write(site, [{ kind: 'reversal.settled', responseCode: '00', ...of }]);
    }
  }

  /** Where a hold may be charged now. */
  ableTo(holdId: string): readonly string[] {
    return this.sites
      .filter(({ dead, book }) => !dead && able.has(book.hold(holdId)?.state ?? ''))
      .map(({ name }) => name);
  }

  judge(): void {
    const ids = new Set(this.sites.flatMap(({ book }) => book.holds().map(({ holdId }) => holdId)));
    for (const holdId of ids) {
      const where = this.ableTo(holdId);
      if (where.length > 1)
        this.problems.push(`${holdId} may be charged at ${where.join(' and ')}`);
    }
    this.problems.push(...this.bank.violations.splice(0));
  }

  /** What is wrong when all is quiet: a hold that nobody can end, and nobody has ended. */
  lost(): readonly string[] {
    const homes = this.sites.flatMap(({ book }) => book.holds().map(({ holdId }) => holdId));
    return [...new Set(homes)].filter((holdId) => {
      if (this.ableTo(holdId).length === 1 || this.bank.has(holdId)) return false;
      return !this.sites.some(({ dead, book }) => dead && book.hold(holdId) !== undefined);
    });
  }
}

/** A message with one bit changed. */
export function damaged(bytes: Uint8Array, chance: Chance): Uint8Array {
  const copy = bytes.slice();
  const at = chance.between(0, copy.length - 1);
  copy[at] = (copy[at] ?? 0) ^ (1 << chance.between(0, 7));
  return copy;
}
