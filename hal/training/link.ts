import type { BankCounter } from '#hal/simulator/bank/counter.ts';
import type { Reaction } from '#hal/simulator/bank/reaction.ts';
import type { Endpoint, HostLink } from '../link/contract.ts';
import { LinkFault } from '../link/fault.ts';

type After = (ms: number, callback: () => void) => () => void;

type Options = {
  readonly counter: BankCounter;
  readonly address: Endpoint;
  readonly answerTimeoutMs: number;
  readonly after: After;
};

type Waiting = {
  readonly accepts: (answer: Uint8Array) => boolean;
  readonly resolve: (answer: Uint8Array) => void;
  readonly reject: (fault: LinkFault) => void;
  readonly stopTimer: () => void;
};

/**
 * The link of the training: it ends at a bank in this process. Its private fields make it a type of its own, so that no
 * other link can stand where a TrainingLink is asked for; and nothing that it imports, at any depth, knows a socket
 * (`npm run check` follows the imports).
 */
export class TrainingLink implements HostLink {
  readonly #options: Options;
  readonly #late: ((answer: Uint8Array) => void)[] = [];
  readonly #timers = new Set<() => void>();
  #waiting: Waiting | undefined;
  /** Nothing leaves the terminal, as with a cable pulled out. */
  dead = false;

  constructor(options: Options) {
    this.#options = options;
  }

  exchange(request: Uint8Array, accepts: (answer: Uint8Array) => boolean): Promise<Uint8Array> {
    if (this.#waiting !== undefined) throw new Error('one exchange at a time');
    if (this.dead) return Promise.reject(fault('link.unreachable', 'nothingSent'));
    return new Promise((resolve, reject) => {
      const stopTimer = this.#after(this.#options.answerTimeoutMs, () =>
        this.#fail('link.answerTimeout'),
      );
      this.#waiting = { accepts, resolve, reject, stopTimer };
      // As on a line, the answer comes after the request is gone.
      this.#after(0, () => this.#react(this.#options.counter.react(request)));
    });
  }

  onLate(listener: (answer: Uint8Array) => void): void {
    this.#late.push(listener);
  }

  async probe(): Promise<void> {
    if (this.dead) throw fault('link.unreachable', 'nothingSent');
  }

  useNext(): Endpoint {
    return this.#options.address;
  }

  async close(): Promise<void> {
    this.#fail('link.reset');
    for (const stop of this.#timers) stop();
    this.#timers.clear();
  }

  #react(reaction: Reaction): void {
    if (reaction.type === 'reset') this.#fail('link.reset');
    if (reaction.type === 'sendPart') this.#fail('link.badFrame');
    if (reaction.type !== 'send') return;
    const { frame, delayMs = 0, times = 1 } = reaction;
    this.#after(delayMs, () => {
      for (let i = 0; i < times; i++) this.#receive(frame);
    });
  }

  #receive(frame: Uint8Array): void {
    const waiting = this.#waiting;
    if (waiting?.accepts(frame)) {
      this.#end(waiting);
      waiting.resolve(frame);
    } else for (const listener of this.#late) listener(frame);
  }

  #fail(code: 'link.answerTimeout' | 'link.reset' | 'link.badFrame'): void {
    const waiting = this.#waiting;
    if (waiting === undefined) return;
    this.#end(waiting);
    waiting.reject(fault(code, 'maybeSent'));
  }

  #end({ stopTimer }: Waiting): void {
    this.#waiting = undefined;
    stopTimer();
  }

  #after(ms: number, callback: () => void): () => void {
    const stop = this.#options.after(ms, () => {
      this.#timers.delete(stop);
      callback();
    });
    this.#timers.add(stop);
    return stop;
  }
}

const fault = (code: ConstructorParameters<typeof LinkFault>[0], progress: LinkFault['progress']) =>
  new LinkFault(code, 'later', progress, 'the training bank, as the exercise wants it');
