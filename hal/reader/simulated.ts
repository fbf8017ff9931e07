import { isAcceptedAtr } from '#src/emv/atr.ts';
import { TerminalFault } from '#src/fault.ts';
import { Announcer } from './announcer.ts';
import { protocolOfAtr, unresponsive } from './atr.ts';
import type { CardConnection, CardReader } from './contract.ts';
import { answerOf, answerPatienceMs, type StartTimer, Turns } from './patience.ts';
import type { SimulatedSlot, SlotEvent } from './simulated-slot.ts';

type Options = {
  readonly name?: string;
  /** How long a card may take over one answer. */
  readonly answerTimeoutMs?: number;
  /** How that time is counted: virtual in tests. */
  readonly startTimer?: StartTimer;
};

/** A reader whose contacts end in the simulated world. Never throws; a dead world shows as `gone`. */
export function openSimulatedReader(slot: SimulatedSlot, options: Options = {}): CardReader {
  return new SimulatedReader(slot, options);
}

class SimulatedReader implements CardReader {
  readonly name: string;
  readonly #slot: SimulatedSlot;
  readonly #answerTimeoutMs: number;
  readonly #startTimer: StartTimer | undefined;
  readonly #announcer: Announcer;
  readonly #stopListening: () => void;
  /** Ends whatever waits for the card; replaced at each insertion, so that an old connection stays dead. */
  #presence = new AbortController();

  constructor(slot: SimulatedSlot, options: Options) {
    this.name = options.name ?? 'Simulated reader';
    this.#slot = slot;
    this.#answerTimeoutMs = options.answerTimeoutMs ?? answerPatienceMs;
    this.#startTimer = options.startTimer;
    this.#announcer = new Announcer(slot.status());
    this.#stopListening = slot.listen((event) => this.#take(event));
  }

  get status() {
    return this.#announcer.status;
  }

  listen(...[listener]: Parameters<CardReader['listen']>) {
    return this.#announcer.listen(listener);
  }

  async connect(): Promise<CardConnection> {
    if (this.status === 'serviceDown') throw new TerminalFault('reader.serviceDown', 'later');
    if (this.status === 'gone') throw new TerminalFault('reader.gone', 'later');
    if (this.status === 'empty') throw new TerminalFault('reader.cardRemoved', 'now');
    const presence = this.#presence.signal;
    const { atr, invalid } = await this.#reset(presence);
    const protocol = protocolOfAtr(atr);
    if (protocol === undefined) {
      if (!presence.aborted) this.#announcer.become('unresponsiveCard');
      throw unresponsive(invalid);
    }
    this.#announcer.become('card');
    return new SimulatedConnection(this.#slot, atr, protocol, (work) => this.#wait(work, presence));
  }

  /**
   * EMV 4.3 Book 1 §8: a card whose answer to the cold reset the book does not accept gets one warm reset. Where that
   * leads to nothing and the first answer named a protocol, the card is powered up anew and taken as it is.
   */
  async #reset(
    presence: AbortSignal,
  ): Promise<{ readonly atr: Uint8Array; readonly invalid: Uint8Array }> {
    const mute = async (atr: Promise<Uint8Array>) => {
      try {
        return await this.#wait(atr, presence);
      } catch (fault) {
        if (fault instanceof TerminalFault && fault.code === 'reader.cardMute')
          return new Uint8Array();
        throw fault;
      }
    };
    const cold = await mute(this.#slot.powerOn());
    if (isAcceptedAtr(cold, 'cold')) return { atr: cold, invalid: cold };
    const warm = await mute(this.#slot.warmReset());
    if (protocolOfAtr(warm) === undefined && protocolOfAtr(cold) !== undefined) {
      const again = await mute(this.#slot.powerOn());
      return { atr: again, invalid: again.length > 0 ? again : cold };
    }
    return { atr: warm, invalid: warm.length > 0 ? warm : cold };
  }

  async close(): Promise<void> {
    this.#stopListening();
    this.#announcer.stop();
    this.#presence.abort(new TerminalFault('reader.gone', 'never', 'the reader is closed'));
    await this.#slot.powerOff().catch(() => undefined);
  }

  #take(event: SlotEvent): void {
    const leaving = event.type !== 'inserted' && event.type !== 'readerBack';
    if (leaving) {
      const code = event.type === 'removed' ? 'reader.cardRemoved' : 'reader.gone';
      this.#presence.abort(new TerminalFault(code, event.type === 'removed' ? 'now' : 'later'));
      this.#presence = new AbortController();
    }
    if (event.type === 'inserted') this.#announcer.become('card');
    if (event.type === 'removed') this.#announcer.become('empty');
    if (event.type === 'readerGone') this.#announcer.become('gone');
    if (event.type === 'serviceDown') this.#announcer.become('serviceDown');
    if (event.type === 'readerBack') this.#announcer.become(this.#slot.status());
  }

  #wait(work: Promise<Uint8Array>, presence: AbortSignal): Promise<Uint8Array> {
    return answerOf(
      work,
      presence,
      this.#answerTimeoutMs,
      (cause) => new TerminalFault('reader.gone', 'later', 'the slot failed', cause),
      this.#startTimer,
    );
  }
}

class SimulatedConnection implements CardConnection {
  readonly protocol: 'T=0' | 'T=1';
  readonly #slot: SimulatedSlot;
  readonly #wait: (work: Promise<Uint8Array>) => Promise<Uint8Array>;
  #atr: Uint8Array;
  readonly #turns = new Turns();
  #dead: TerminalFault | undefined;

  constructor(
    slot: SimulatedSlot,
    atr: Uint8Array,
    protocol: 'T=0' | 'T=1',
    wait: (work: Promise<Uint8Array>) => Promise<Uint8Array>,
  ) {
    this.#slot = slot;
    this.#atr = atr;
    this.protocol = protocol;
    this.#wait = wait;
  }

  get atr(): Uint8Array {
    return this.#atr;
  }

  transmit(commandApdu: Uint8Array): Promise<Uint8Array> {
    return this.#turns.take(async () => {
      if (this.#dead !== undefined) throw this.#dead;
      const answer = await this.#wait(this.#slot.transmit(commandApdu)).catch((fault: unknown) => {
        // An answer that comes after its time would be taken for the next one: only a reset heals that.
        if (fault instanceof TerminalFault) this.#dead = fault;
        throw fault;
      });
      if (answer.length < 2) {
        this.#dead = new TerminalFault('reader.cardRemoved', 'now');
        throw this.#dead;
      }
      return answer;
    });
  }

  warmReset(): Promise<Uint8Array> {
    return this.#turns.take(async () => {
      if (this.#dead !== undefined && this.#dead.code !== 'reader.cardMute') throw this.#dead;
      const atr = await this.#wait(this.#slot.warmReset());
      if (protocolOfAtr(atr) === undefined) {
        throw unresponsive(atr);
      }
      this.#dead = undefined;
      this.#atr = atr;
      return atr;
    });
  }

  async disconnect(): Promise<void> {
    await this.#turns
      .take(async () => {
        if (this.#dead === undefined || this.#dead.code === 'reader.cardMute') {
          this.#dead = new TerminalFault('reader.cardRemoved', 'now', 'the card is off');
          await this.#wait(this.#slot.powerOff().then(() => new Uint8Array(2)));
        }
      })
      .catch(() => undefined);
  }
}
