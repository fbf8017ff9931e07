import type { HostLink } from '#hal/link/contract.ts';
import { LinkFault } from '#hal/link/fault.ts';
import type { Chance } from './chance.ts';
import type { VirtualTime } from './time.ts';

/** How often a line fails, each between 0 and 1, for one frame on its way. */
export type LineQuality = {
  readonly refused: number;
  readonly dropped: number;
  readonly duplicated: number;
  readonly late: number;
  readonly corrupted: number;
  readonly reset: number;
};

export const goodLine: LineQuality = {
  refused: 0,
  dropped: 0,
  duplicated: 0,
  late: 0,
  corrupted: 0,
  reset: 0,
};

/** A line as bad as the seed has it: most are fine most of the time, some are awful. */
export function lineOf(chance: Chance): LineQuality {
  const worst = chance.pick([0, 0.05, 0.15, 0.4]);
  const draw = () => (chance.is(0.6) ? chance.next() * worst : 0);
  return {
    refused: draw(),
    dropped: draw(),
    duplicated: draw(),
    late: draw(),
    corrupted: draw() / 2,
    reset: draw(),
  };
}

type Waiting = {
  readonly accepts: (frame: Uint8Array) => boolean;
  readonly answered: (frame: Uint8Array) => void;
};

type Parts = {
  readonly time: VirtualTime;
  readonly chance: Chance;
  /** One frame at the bank; undefined when it says nothing. */
  readonly bank: (frame: Uint8Array) => Uint8Array | undefined;
  readonly answerTimeoutMs: number;
  readonly trace: (text: string) => void;
};

/**
 * The network between any number of starts of the terminal and one bank: frames are lost, doubled, late, in
 * another order, or with a byte changed; connections break. What is on its way arrives though the terminal died.
 */
export class Network {
  quality: LineQuality = goodLine;
  /** Nobody reaches the bank. */
  down = false;
  readonly #parts: Parts;
  #waiting: Waiting | undefined;
  #late: (frame: Uint8Array) => void = () => undefined;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  /** The link of one start; the one before it is dead. `alive` says whether the power is still there. */
  link(alive: () => boolean): HostLink {
    this.#waiting = undefined;
    this.#late = () => undefined;
    return {
      exchange: (request, accepts) =>
        alive() ? this.#exchange(request, accepts) : new Promise<never>(() => undefined),
      onLate: (listener) => {
        this.#late = (frame) => alive() && listener(frame);
      },
      useNext: () => ({ host: 'seeds', port: 1 }),
      probe: async () => {
        if (this.down) throw new LinkFault('link.connectTimeout', 'later', 'nothingSent', 'down');
      },
      close: async () => undefined,
    };
  }

  #exchange(request: Uint8Array, accepts: Waiting['accepts']): Promise<Uint8Array> {
    const { time, chance, answerTimeoutMs } = this.#parts;
    if (this.#waiting !== undefined) throw new Error('one exchange at a time');
    return new Promise((resolve, reject) => {
      const timers: (() => void)[] = [];
      const end = (then: () => void) => {
        for (const stop of timers) stop();
        if (this.#waiting === waiting) this.#waiting = undefined;
        then();
      };
      const waiting: Waiting = { accepts, answered: (frame) => end(() => resolve(frame)) };
      const failAfter = (ms: number, ...[code, progress]: Fault) =>
        timers.push(
          time.after(ms, () => end(() => reject(new LinkFault(code, 'later', progress, code)))),
        );
      this.#waiting = waiting;
      if (this.down || chance.is(this.quality.refused)) {
        this.#say('no way to the bank');
        failAfter(chance.between(1, 5_000), 'link.connectRefused', 'nothingSent');
        return;
      }
      failAfter(answerTimeoutMs, 'link.answerTimeout', 'maybeSent');
      if (chance.is(this.quality.reset))
        failAfter(chance.between(1, 2_000), 'link.reset', 'maybeSent');
      this.#carry('request', request, (frame) => {
        const answer = this.#parts.bank(frame);
        if (answer !== undefined) this.#carry('answer', answer, (back) => this.#arrived(back));
      });
    });
  }

  #arrived(frame: Uint8Array): void {
    if (this.#waiting?.accepts(frame)) this.#waiting.answered(frame);
    else this.#late(frame);
  }

  /** One frame in one direction, with what the line does to it. */
  #carry(what: 'request' | 'answer', frame: Uint8Array, arrive: (frame: Uint8Array) => void): void {
    const { time, chance } = this.#parts;
    const { dropped, duplicated, late, corrupted } = this.quality;
    if (chance.is(dropped)) {
      this.#say(`${what} lost`);
      return;
    }
    const damaged = chance.is(corrupted);
    // A line that doubles frames does not also change one of the copies: nothing could tell their answers apart.
    const copies = !damaged && chance.is(duplicated) ? chance.between(2, 3) : 1;
    for (let copy = 0; copy < copies; copy++) {
      const isLate = chance.is(late);
      const ms = isLate ? chance.between(1_000, 180_000) : chance.between(20, 800);
      const bytes = frame.slice();
      if (damaged) {
        bytes[chance.between(0, bytes.length - 1)] = chance.between(0, 255);
        this.#say(`${what} corrupted`);
      }
      if (isLate || copies > 1) this.#say(`${what} ${copy + 1} of ${copies}, in ${ms} ms`);
      time.after(ms, () => arrive(bytes));
    }
  }

  #say(text: string): void {
    this.#parts.trace(`network: ${text}`);
  }
}

type Fault = readonly [
  code: 'link.connectRefused' | 'link.answerTimeout' | 'link.reset',
  progress: 'nothingSent' | 'maybeSent',
];
