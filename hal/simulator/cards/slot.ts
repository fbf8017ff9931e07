import { TerminalFault } from '#src/fault.ts';
import type { SimulatedSlot, SlotEvent } from '../../reader/simulated-slot.ts';
import { createCard, type SimulatedCard } from './card.ts';
import type { CardFault, CardProfile } from './profile.ts';
import { findCard } from './tray.ts';

/** Bytes that crossed the contacts, for the timeline. They hold card data: mask before showing. */
type SlotTraffic =
  | { readonly type: 'inserted' | 'removed'; readonly card: string }
  | { readonly type: 'reset'; readonly kind: 'cold' | 'warm'; readonly atr: Uint8Array }
  | {
      readonly type: 'apdu';
      readonly command: Uint8Array;
      readonly response: Uint8Array | undefined;
    };

/**
 * What a tester breaks at run time. Each holds until it struck, or until the faults are cleared.
 */
type SlotFault =
  /** Pulled out at the n-th command from now on, 1 is the next. */
  | { readonly cardPulledAtApdu: number }
  | { readonly cardMuteAtApdu: number }
  | { readonly contactsBreakAtApdu: number }
  /** Each card breaks off half-way; no card gives a sign: until the faults are cleared. */
  | { readonly chipBreaksOff: true }
  | { readonly noContact: true }
  /** The service that drives the reader stops, as a stopped pcscd does. */
  | { readonly serviceDown: true }
  /** The reader leaves the system, until the faults are cleared. */
  | { readonly readerGone: true };

/**
 * The world's side of the slot. Cards keep their counters between insertions; see {@link
 * CardSlot.renewCards}.
 */
export interface CardSlot extends SimulatedSlot {
  /** Id of the card in the slot. */
  readonly inserted: string | undefined;
  /** Takes out what is in there first. `unknownCard` leaves the slot as it was. */
  insert(cardId: string): 'inserted' | 'unknownCard';
  remove(): boolean;
  setFault(fault: SlotFault): void;
  clearFaults(): void;
  /** A fault in the words of a profile, on the card that is in the slot now. */
  addCardFault(fault: CardFault): boolean;
  /** All cards as they came from their banks. */
  renewCards(): void;
  watch(listener: (traffic: SlotTraffic) => void): () => void;
}

type Options = {
  readonly random?: (length: number) => Uint8Array;
  readonly wait?: (ms: number) => Promise<void>;
  /** Where cards come from: the tray. */
  readonly find?: (cardId: string) => CardProfile | undefined;
};

export function createCardSlot(options: Options = {}): CardSlot {
  return new Slot(options);
}

const empty = new Uint8Array();

/** A dirty chip is selected and then loses contact, before it has shown its number. */
const dirtAtApdu = 4;

class Slot implements CardSlot {
  readonly #options: Options;
  readonly #cards = new Map<string, SimulatedCard>();
  readonly #listeners = new Set<(event: SlotEvent) => void>();
  readonly #watchers = new Set<(traffic: SlotTraffic) => void>();
  #card: SimulatedCard | undefined;
  #gone = false;
  #serviceDown = false;
  #breaksOff = false;
  #noContact = false;
  #countdown: { left: number; strike: 'pulled' | 'mute' | 'break' } | undefined;

  constructor(options: Options) {
    this.#options = options;
  }

  get inserted(): string | undefined {
    return this.#card?.profile.id;
  }

  status(): 'empty' | 'card' | 'gone' | 'serviceDown' {
    if (this.#serviceDown) return 'serviceDown';
    if (this.#gone) return 'gone';
    return this.#card === undefined ? 'empty' : 'card';
  }

  listen(listener: (event: SlotEvent) => void): () => void {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  }

  watch(listener: (traffic: SlotTraffic) => void): () => void {
    this.#watchers.add(listener);
    return () => void this.#watchers.delete(listener);
  }

  insert(cardId: string): 'inserted' | 'unknownCard' {
    const profile = (this.#options.find ?? findCard)(cardId);
    if (profile === undefined) return 'unknownCard';
    this.remove();
    const card = this.#cards.get(cardId) ?? createCard(profile, this.#options);
    this.#cards.set(cardId, card);
    card.insert();
    this.#card = card;
    this.#show({ type: 'inserted', card: cardId });
    this.#tell('inserted');
    return 'inserted';
  }

  remove(): boolean {
    const card = this.#card;
    if (card === undefined) return false;
    this.#card = undefined;
    this.#show({ type: 'removed', card: card.profile.id });
    this.#tell('removed');
    return true;
  }

  async powerOn(): Promise<Uint8Array> {
    return this.#reset('cold');
  }

  async warmReset(): Promise<Uint8Array> {
    return this.#reset('warm');
  }

  async powerOff(): Promise<void> {
    // The card forgets its session at the next reset.
  }

  async transmit(command: Uint8Array): Promise<Uint8Array> {
    const card = this.#card;
    if (card === undefined || this.#gone) return empty;
    const strike = this.#countDown();
    if (strike === 'mute') return new Promise<never>(() => undefined);
    if (strike === 'pulled') return this.#pull(command);
    if (strike === 'break')
      throw new TerminalFault('reader.protocol', 'now', 'the contacts broke off');
    const answer = await this.#ask(card, command);
    // Pulled while the card was thinking: what it says afterwards reaches nobody.
    if (this.#card !== card || this.#gone) return empty;
    if (answer.length < 2) return this.#pull(command);
    this.#show({ type: 'apdu', command, response: answer });
    return answer;
  }

  setFault(fault: SlotFault): void {
    if ('chipBreaksOff' in fault) this.#breaksOff = true;
    else if ('noContact' in fault) this.#noContact = true;
    else if ('serviceDown' in fault) {
      this.#serviceDown = true;
      this.#tell('serviceDown', true);
    } else if ('readerGone' in fault) {
      if (!this.#gone) {
        this.#gone = true;
        this.#tell('readerGone', true);
      }
    } else if ('cardPulledAtApdu' in fault) {
      this.#countdown = { left: fault.cardPulledAtApdu, strike: 'pulled' };
    } else if ('cardMuteAtApdu' in fault) {
      this.#countdown = { left: fault.cardMuteAtApdu, strike: 'mute' };
    } else {
      this.#countdown = { left: fault.contactsBreakAtApdu, strike: 'break' };
    }
  }

  clearFaults(): void {
    this.#countdown = undefined;
    this.#breaksOff = false;
    this.#noContact = false;
    if (this.#gone || this.#serviceDown) {
      this.#gone = false;
      this.#serviceDown = false;
      this.#tell('readerBack');
    }
  }

  addCardFault(fault: CardFault): boolean {
    this.#card?.addFault(fault);
    return this.#card !== undefined;
  }

  renewCards(): void {
    for (const card of this.#cards.values()) card.renew();
  }

  async #ask(card: SimulatedCard, command: Uint8Array): Promise<Uint8Array> {
    try {
      return await card.transmit(command);
    } catch (fault) {
      this.#show({ type: 'apdu', command, response: undefined });
      throw fault;
    }
  }

  #reset(kind: 'cold' | 'warm'): Uint8Array {
    if (this.#card === undefined || this.#gone || this.#noContact) return empty;
    if (this.#breaksOff) this.#countdown = { left: dirtAtApdu, strike: 'break' };
    const atr = this.#card.reset(kind);
    this.#show({ type: 'reset', kind, atr });
    return atr;
  }

  #countDown(): 'pulled' | 'mute' | 'break' | undefined {
    if (this.#countdown === undefined || --this.#countdown.left > 0) return undefined;
    const { strike } = this.#countdown;
    this.#countdown = undefined;
    return strike;
  }

  #pull(command: Uint8Array): Uint8Array {
    this.#show({ type: 'apdu', command, response: undefined });
    this.remove();
    return empty;
  }

  #tell(type: SlotEvent['type'], evenIfGone = false): void {
    if (this.#gone && !evenIfGone) return;
    for (const listener of [...this.#listeners]) listener({ type });
  }

  #show(traffic: SlotTraffic): void {
    for (const watcher of [...this.#watchers]) watcher(traffic);
  }
}
