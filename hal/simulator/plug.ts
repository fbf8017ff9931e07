import { faultCodes, TerminalFault } from '#src/fault.ts';
import type { SimulatedPanel } from '../display/simulated.ts';
import type { SimulatedHead } from '../head/simulated.ts';
import type { ModemPort } from '../modem/contract.ts';
import type { PaperStatus } from '../printer/contract.ts';
import type { SimulatedSlot, SlotEvent } from '../reader/simulated-slot.ts';
import type {
  FromTerminal,
  TerminalQuestion,
  TimelineLine,
  ToTerminal,
  WorldQuestion,
} from './wire.ts';

/** The channel to the world, as a child process has it. */
export type Channel = {
  readonly send: (message: FromTerminal) => void;
  readonly listen: (listener: (message: ToTerminal) => void) => void;
  readonly closed: (listener: () => void) => void;
};

/** The IPC channel of this process to the world that started it; undefined when there is none. */
export function worldChannel(): Channel | undefined {
  if (process.send === undefined) return undefined;
  return {
    send: (message) => {
      if (process.connected) process.send?.(message, undefined, undefined, () => undefined);
    },
    listen: (listener) => void process.on('message', (message) => listener(message as ToTerminal)),
    closed: (listener) => void process.once('disconnect', listener),
  };
}

/** What a simulated printer is connected to. */
export type SimulatedPaperPort = {
  readonly print: (escPos: Uint8Array) => Promise<void>;
  readonly status: () => Promise<PaperStatus>;
};

type Message<T extends ToTerminal['type']> = Extract<ToTerminal, { type: T }>;
type Listener = (message: ToTerminal) => void;

/** A fault keeps its code across the wire; anything else is an error of the simulator. */
function faultOf(error: string): Error {
  const code = faultCodes.find((each) => each === error);
  return code === undefined ? new Error(error) : new TerminalFault(code, 'later');
}

/** The terminal's plug: the world's hardware behind the byte-level ports of the simulated drivers. */
export class Plug {
  readonly #channel: Channel;
  readonly #listeners = new Map<ToTerminal['type'], Listener[]>();
  readonly #waiting = new Map<
    number,
    { readonly resolve: (value: unknown) => void; readonly reject: (error: Error) => void }
  >();
  #nextId = 1;
  #slot: 'empty' | 'card' | 'gone' | 'serviceDown' = 'empty';
  #paper: PaperStatus = 'ok';
  clockOffsetMs = 0;
  /** Troubles of the terminal's own parts that are on now: `diskFull`, `networkDown`. */
  readonly faults = new Set<string>();

  private constructor(channel: Channel) {
    this.#channel = channel;
  }

  /** Resolves when the world has said how it stands: the clock, the slot, the paper. */
  static async in(channel: Channel): Promise<Plug> {
    const plug = new Plug(channel);
    const greeted = new Promise<void>((resolve) => plug.on('hello', () => resolve()));
    channel.listen((message) => plug.#take(message));
    await greeted;
    // The rest of the greeting is already on its way: it came in the same breath.
    await new Promise((resolve) => setImmediate(resolve));
    return plug;
  }

  on<T extends ToTerminal['type']>(type: T, listener: (message: Message<T>) => void): () => void {
    const added = listener as Listener;
    this.#listeners.set(type, [...(this.#listeners.get(type) ?? []), added]);
    return () => {
      const others = this.#listeners.get(type)?.filter((each) => each !== added);
      this.#listeners.set(type, others ?? []);
    };
  }

  tell(message: Exclude<FromTerminal, { type: 'call' }>): void {
    this.#channel.send(message);
  }

  ask(question: WorldQuestion): Promise<unknown> {
    const id = this.#nextId++;
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject });
      this.#channel.send({ type: 'call', id, ask: question });
    });
  }

  /** Answers the world's questions; a thrown error is its answer too. */
  answerWith(answer: (question: TerminalQuestion) => unknown): void {
    this.on('call', ({ id, ask }) => void this.#reply(id, async () => answer(ask)));
  }

  async #reply(id: number, answer: () => Promise<unknown>): Promise<void> {
    try {
      this.tell({ type: 'reply', id, value: await answer() });
    } catch (error) {
      const said = error instanceof Error ? error.message : String(error);
      this.tell({ type: 'reply', id, error: said });
    }
  }

  get paper(): PaperStatus {
    return this.#paper;
  }

  /** The contacts of the chip slot. */
  slot(): SimulatedSlot {
    const bytes = async (question: WorldQuestion): Promise<Uint8Array> =>
      new Uint8Array((await this.ask(question)) as Uint8Array);
    return {
      listen: (listener: (event: SlotEvent) => void) =>
        this.on('slot', ({ event }) => listener({ type: event })),
      status: () => this.#slot,
      powerOn: () => bytes({ type: 'slot.powerOn' }),
      warmReset: () => bytes({ type: 'slot.warmReset' }),
      transmit: (apdu) => bytes({ type: 'slot.transmit', apdu }),
      powerOff: async () => void (await this.ask({ type: 'slot.powerOff' })),
    };
  }

  /** Swipes as the head's edges. */
  head(): SimulatedHead {
    return {
      listen: (listener) => this.on('swipe', ({ swipe }) => listener(swipe)),
      present: () => !this.faults.has('headUnplugged'),
    };
  }

  /** The printer's cable: bytes out, paper status back. */
  printer(): SimulatedPaperPort {
    return {
      print: async (bytes) => void (await this.ask({ type: 'printer.print', bytes })),
      status: async () => (await this.ask({ type: 'printer.status' })) as PaperStatus,
    };
  }

  /** The modem's AT port: bytes both ways. */
  modem(): ModemPort {
    return {
      write: async (bytes) => this.tell({ type: 'modem', bytes }),
      listen: (listener) => this.on('modem', ({ bytes }) => listener(new Uint8Array(bytes))),
      close: async () => undefined,
    };
  }

  /** The glass of the panel. */
  panel(): SimulatedPanel {
    return {
      ready: (width, height) => this.tell({ type: 'ready', screen: { width, height } }),
      frame: (rectangles) => this.tell({ type: 'frame', rectangles }),
      tone: (tone) => this.tell({ type: 'tone', tone }),
      listen: (listener) => this.on('input', ({ input }) => listener(input)),
    };
  }

  /** A line of the timeline, numbers masked by who writes it. */
  trace(source: TimelineLine['source'], text: string, atMs: number): void {
    this.tell({ type: 'timeline', line: { atMs, source, text } });
  }

  #take(message: ToTerminal): void {
    if (message.type === 'reply') {
      const waiting = this.#waiting.get(message.id);
      this.#waiting.delete(message.id);
      if (message.error === undefined) waiting?.resolve(message.value);
      else waiting?.reject(faultOf(message.error));
      return;
    }
    if (message.type === 'hello') this.clockOffsetMs = message.clockOffsetMs;
    if (message.type === 'clock') this.clockOffsetMs = message.offsetMs;
    if (message.type === 'paper') this.#paper = message.status;
    if (message.type === 'fault' && message.on) this.faults.add(message.name);
    if (message.type === 'fault' && !message.on) this.faults.delete(message.name);
    if (message.type === 'slot') {
      const states = {
        inserted: 'card',
        removed: 'empty',
        readerGone: 'gone',
        serviceDown: 'serviceDown',
        readerBack: 'empty',
      } as const;
      this.#slot = states[message.event];
    }
    for (const listener of this.#listeners.get(message.type) ?? []) listener(message);
  }
}
