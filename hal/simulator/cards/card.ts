import { randomBytes } from 'node:crypto';
import { hex } from '#src/bytes.ts';
import { TerminalFault } from '#src/fault.ts';
import { Chip } from './chip.ts';
import { FaultPlan, spoil } from './faults.ts';
import type { CardFault, CardProfile } from './profile.ts';

/**
 * A card on the table: what its contacts answer. It keeps its counters from one insertion to the
 * next.
 */
export interface SimulatedCard {
  readonly profile: CardProfile;
  /** Answer to a cold reset as the profile has it, before any fault; empty without a chip. */
  readonly atr: Uint8Array;
  /** The card goes into a slot: counts the insertion and the faults that come with it. */
  insert(): void;
  /** The answer to reset; empty when the card gives none. */
  reset(kind: 'cold' | 'warm'): Uint8Array;
  /**
   * One command to one response. Fewer than two bytes: the card was pulled. A mute card never
   * answers.
   * Throws TerminalFault `reader.protocol` when the contacts break in the middle.
   */
  transmit(commandApdu: Uint8Array): Promise<Uint8Array>;
  /** One more fault, from now on, before those of the profile. */
  addFault(fault: CardFault): void;
  /** Undoes all that happened: counters, blocks, added faults. */
  renew(): void;
}

type Options = {
  /** Challenges and the card's own unpredictable numbers. */
  readonly random?: (length: number) => Uint8Array;
  /** How a slow card waits: virtual time in tests. */
  readonly wait?: (ms: number) => Promise<void>;
};

const empty = new Uint8Array();
const realWait = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

export function createCard(profile: CardProfile, options: Options = {}): SimulatedCard {
  const random = options.random ?? ((length: number) => new Uint8Array(randomBytes(length)));
  const wait = options.wait ?? realWait;
  const makeChip = () =>
    profile.chip === null ? undefined : new Chip(profile, profile.chip, random);
  let chip = makeChip();
  let plan = new FaultPlan(profile.faults);
  let pulled = false;

  const atrOf = (kind: 'cold' | 'warm') => {
    if (profile.chip === null) return empty;
    return hex(kind === 'warm' ? (profile.chip.warmAtr ?? profile.chip.atr) : profile.chip.atr);
  };

  return {
    profile,
    atr: atrOf('cold'),
    insert() {
      pulled = false;
      plan.insert();
    },
    reset(kind) {
      if (chip === undefined || pulled) return empty;
      chip.reset();
      const fault = plan.atReset(kind);
      if (fault?.type === 'atr') return hex(fault.bytes);
      return fault === undefined ? atrOf(kind) : empty;
    },
    async transmit(commandApdu) {
      if (chip === undefined || pulled) return empty;
      const fault = plan.atCommand(commandApdu);
      if (fault?.type === 'removed') {
        pulled = true;
        return empty;
      }
      if (fault?.type === 'mute') return new Promise<never>(() => undefined);
      if (fault?.type === 'transmissionError') {
        throw new TerminalFault('reader.protocol', 'now', 'the contacts broke off');
      }
      if (fault?.type === 'slow') await wait(fault.ms);
      const answer = chip.command(commandApdu);
      return fault === undefined ? answer : spoil(fault, answer);
    },
    addFault(fault) {
      plan.add(fault);
    },
    renew() {
      chip = makeChip();
      plan = new FaultPlan(profile.faults);
    },
  };
}
