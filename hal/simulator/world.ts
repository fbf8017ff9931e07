import type { Swipe } from '../head/contract.ts';
import type { Bank } from './bank/bank.ts';
import type { BankBehaviour } from './bank/behaviour.ts';
import type { BankEvent } from './bank/counter.ts';
import { type CardSlot, createCardSlot } from './cards/slot.ts';
import type { PrintedSlip } from './darkroom.ts';
import { Devices, type Slip } from './devices.ts';
import { type LiveEvent, Timeline } from './events.ts';
import { FaultDesk } from './fault-desk.ts';
import type { FaultRequest, FaultView } from './faults.ts';
import { Hands } from './hands.ts';
import { Phones } from './phones.ts';
import { Picture } from './picture.ts';
import { type Both, customerRefuses, notSimulated, terminalOff } from './problem.ts';
import { type TerminalNews, TerminalProcess, type TerminalState } from './process.ts';
import type { Relay } from './relay.ts';
import type { Stick } from './stick.ts';
import type { ToTerminal } from './wire.ts';

export type WorldOptions = {
  /** The terminal's program and the arguments it is started with. */
  readonly program: string;
  readonly argv: readonly string[];
  readonly reader: 'simulated' | 'pcsc';
  readonly head: 'simulated' | 'gpio';
  /** `simulated`, or the path of a device that takes ESC/POS. */
  readonly printer: string;
  /** Undefined: the terminal talks to a bank outside. */
  readonly bank: Bank | undefined;
  readonly relay: Relay | undefined;
  /** A host on the network that is not the bank's. */
  readonly others: Relay | undefined;
  /** The USB stick in the terminal's side. */
  readonly stick: Stick;
  /** Writes the configuration that the terminal starts with next, spoilt by these faults. */
  readonly spoil: (faults: readonly FaultRequest['name'][]) => void;
  readonly render: (escPos: Uint8Array) => PrintedSlip;
  /** Of the shop, `Asia/Shanghai`. */
  readonly timeZone: string;
  /** The simulated clock is ahead of the machine's by so much. */
  readonly clockOffsetMs: number;
  readonly saveClock: (offsetMs: number) => void;
  /** How long the customer waits at the PIN pad until it asks. */
  readonly pinPromptMs?: number;
};

const bankEventsKept = 300;

/** A line that is stuck has no edges and no clock; the swipe is noticed, and carries nothing. */
const stuck = (swipe: Swipe): Swipe => ({
  ...swipe,
  edges: swipe.edges.map(({ track }) => ({ track, timestampsNs: new BigInt64Array(0) })),
  bits: swipe.bits.map(({ track }) => ({ track, bits: new Uint8Array(0) })),
});

/** Everything around the terminal: cards, paper, line, clock, power. The REST calls and the page drive this. */
export class World {
  readonly options: WorldOptions;
  readonly terminal: TerminalProcess;
  readonly hands: Hands;
  /** The customers' phones and mail boxes. */
  readonly phones: Phones;
  readonly timeline = new Timeline();
  /** What happened at the built-in bank, oldest first. */
  readonly #bankEvents: BankEvent[] = [];
  readonly #slot: CardSlot = createCardSlot();
  readonly #devices: Devices;
  readonly #faults: FaultDesk;
  readonly #listeners = new Set<(event: LiveEvent) => void>();
  #picture: Picture | undefined;
  #clockOffsetMs: number;

  constructor(options: WorldOptions) {
    this.options = options;
    this.#clockOffsetMs = options.clockOffsetMs;
    this.#devices = new Devices({
      slot: this.#slot,
      now: () => this.now(),
      render: options.render,
      printed: ({ n, atMs, text }) => this.emit({ type: 'paper', n, atMs, text }),
      struck: (name) => void this.#faults.struck(name),
    });
    this.terminal = new TerminalProcess({
      program: options.program,
      argv: options.argv,
      greet: () => this.#greeting(),
      take: (news) => this.#take(news),
      answer: (question) => this.#devices.answer(question),
      changed: (state, why) => this.#terminalIs(state, why),
    });
    this.#faults = new FaultDesk({
      options,
      slot: this.#slot,
      devices: this.#devices,
      tell: (message) => this.terminal.tell(message),
      changed: () => this.emit({ type: 'faults', faults: this.faults() }),
      now: () => this.now(),
      clockOffsetMs: () => this.#clockOffsetMs,
      restart: async (spoiltBy) => {
        options.spoil(spoiltBy);
        await this.cutPower();
        await this.powerOn();
      },
    });
    this.phones = new Phones({
      now: () => this.now(),
      has: (name) => this.#faults.has(name),
      toTerminal: (bytes) => this.terminal.tell({ type: 'modem', bytes }),
      arrived: (message) => this.emit({ type: 'message', message }),
    });
    this.hands = new Hands(this.terminal, () => this.picture, options.pinPromptMs);
    this.#slot.listen(({ type }) => {
      this.terminal.tell({ type: 'slot', event: type });
      // A reader that comes back finds the card that was left in it.
      if (type === 'readerBack' && this.#slot.status() === 'card') {
        this.terminal.tell({ type: 'slot', event: 'inserted' });
      }
      this.emit(this.reader());
    });
    options.bank?.listen((event) => {
      this.#bankEvents.push(event);
      if (this.#bankEvents.length > bankEventsKept) this.#bankEvents.shift();
      this.emit({ type: 'bank', event });
    });
  }

  now(): number {
    return Date.now() + this.#clockOffsetMs;
  }

  listen(listener: (event: LiveEvent) => void): () => void {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  }

  emit(event: LiveEvent): void {
    for (const listener of [...this.#listeners]) listener(event);
  }

  /** A line of the world's own on the timeline. */
  say({ en, zh }: Both): void {
    const line = this.timeline.add({ atMs: this.now(), source: 'terminal', text: en, zh });
    this.emit({ type: 'timeline', line });
  }

  /** What the panel shows. Throws the problem `terminalOff` when it shows nothing. */
  get picture(): Picture {
    if (this.#picture === undefined || this.terminal.state === 'off') throw terminalOff();
    return this.#picture;
  }

  reader(): Extract<LiveEvent, { type: 'reader' }> {
    const card = this.#slot.inserted ?? null;
    return { type: 'reader', card, unplugged: this.#slot.status() === 'gone' };
  }

  /** The slot of the simulated reader. Throws `notSimulated` with a real one. */
  get slot(): CardSlot {
    if (this.options.reader === 'simulated') return this.#slot;
    throw notSimulated({
      en: 'The terminal reads real cards now (--reader pcsc): put a card into that reader.',
      zh: '终端现在用真实读卡器（--reader pcsc）：请把卡插进那个读卡器。',
    });
  }

  swipe(swipe: Swipe): void {
    if (this.options.head !== 'simulated') {
      throw notSimulated({
        en: 'The terminal listens to a real magnetic head now (--head gpio).',
        zh: '终端现在用真实磁头（--head gpio）。',
      });
    }
    if (this.#faults.has('headUnplugged')) return;
    this.terminal.tell({
      type: 'swipe',
      swipe: this.#faults.has('headStuck') ? stuck(swipe) : swipe,
    });
  }

  /** Throws the problem `customerRefuses` while the customer gives no card. */
  mustBeWilling(): void {
    if (this.#faults.has('customerRefuses')) throw customerRefuses();
  }

  get headDirty(): boolean {
    return this.#faults.has('headDirty');
  }

  /** A file on the stick; the terminal finds it within moments. */
  putOnStick(file: string): void {
    this.options.stick.put(file);
    this.terminal.tell({ type: 'stick' });
  }

  slips(): readonly Slip[] {
    if (this.options.printer === 'simulated') return this.#devices.slips;
    throw notSimulated({
      en: `The slips go to ${this.options.printer} now (--printer).`,
      zh: `小票现在打到 ${this.options.printer}（--printer）。`,
    });
  }

  get bank(): Bank {
    if (this.options.bank !== undefined) return this.options.bank;
    throw notSimulated({
      en: 'The terminal talks to a bank outside now (--acquirer, or addresses in --config): its ledger is not here.',
      zh: '终端现在连外部银行（--acquirer 或 --config 里的地址）：这里没有它的账。',
    });
  }

  bankMessages(): readonly BankEvent[] {
    return this.bank && this.#bankEvents;
  }

  /** All cards as they came from their banks, wrong PINs forgotten. */
  renewCards(): void {
    this.slot.renewCards();
    this.options.bank?.unblockPins();
  }

  async setBankBehaviour(behaviour: BankBehaviour): Promise<void> {
    await this.bank.setBehaviour(behaviour);
    await this.#faults.applyToLine();
  }

  faults(): readonly FaultView[] {
    return this.#faults.view();
  }

  async setFault(fault: FaultRequest): Promise<void> {
    await this.#faults.set(fault);
  }

  async clearFaults(name?: FaultRequest['name']): Promise<void> {
    await this.#faults.clear(name);
  }

  get clockOffsetMs(): number {
    return this.#clockOffsetMs;
  }

  /** Moves the world's and the terminal's clock. */
  advanceClock(advanceMs: number): void {
    this.#clockOffsetMs += advanceMs;
    this.options.saveClock(this.#clockOffsetMs);
    this.terminal.tell({ type: 'clock', offsetMs: this.#clockOffsetMs });
    this.emit({ type: 'clock', offsetMs: this.#clockOffsetMs });
  }

  /** Pulls the plug: the terminal's process is killed in the middle of whatever it does. */
  async cutPower(): Promise<void> {
    this.say({ en: 'The power is cut.', zh: '断电。' });
    await this.terminal.cut();
    await this.#slot.powerOff();
  }

  /** Switches on, when it is off; resolves when the terminal is ready, or not after `withinMs`. */
  async powerOn(withinMs = 15_000): Promise<void> {
    if (this.terminal.state === 'ready') return;
    const ready = new Promise<void>((resolve, reject) => {
      const end = (work: () => void) => {
        clearTimeout(timer);
        stopListening();
        work();
      };
      const timer = setTimeout(() => end(() => reject(terminalOff())), withinMs);
      const stopListening = this.listen((event) => {
        if (event.type !== 'terminal') return;
        if (event.state === 'ready') end(resolve);
        // A crash is followed by a new start at once, or by nothing.
        queueMicrotask(() => {
          if (this.terminal.state === 'off') end(() => reject(terminalOff()));
        });
      });
    });
    this.terminal.start();
    await ready;
  }

  async stop(): Promise<void> {
    await this.terminal.stop();
  }

  /** What a terminal that has just been switched on finds: its clock, its slot, its paper, its troubles. */
  #greeting(): readonly ToTerminal[] {
    const messages: ToTerminal[] = [{ type: 'hello', clockOffsetMs: this.#clockOffsetMs }];
    if (this.options.reader === 'simulated') {
      const status = this.#slot.status();
      if (status === 'gone') messages.push({ type: 'slot', event: 'readerGone' });
      if (status === 'card') messages.push({ type: 'slot', event: 'inserted' });
    }
    if (this.options.printer === 'simulated') {
      messages.push({ type: 'paper', status: this.#devices.paper });
    }
    return [...messages, ...this.#faults.greeting()];
  }

  #take(news: TerminalNews): void {
    if (news.type === 'ready') {
      const { width, height } = news.screen;
      if (this.#picture?.width !== width || this.#picture.height !== height) {
        this.#picture = new Picture(width, height);
      }
    } else if (news.type === 'frame') {
      this.hands.frameSeen();
      const patches = news.rectangles.filter((patch) => this.#picture?.apply(patch));
      if (patches.length > 0) this.emit({ type: 'frame', patches });
    } else if (news.type === 'modem') this.phones.fromTerminal(news.bytes);
    else if (news.type === 'timeline') {
      const line = this.timeline.add(news.line);
      this.emit({ type: 'timeline', line });
    } else {
      this.emit(news);
    }
  }

  #terminalIs(state: TerminalState, why?: string): void {
    if (why !== undefined) {
      process.stderr.write(`holdfast: the terminal ended by itself (${why})\n`);
      this.say({ en: `The terminal ended by itself (${why}).`, zh: `终端自己退出了（${why}）。` });
    }
    if (state === 'ready') this.say({ en: 'The terminal is on.', zh: '终端已开机。' });
    this.emit(why === undefined ? { type: 'terminal', state } : { type: 'terminal', state, why });
  }
}
