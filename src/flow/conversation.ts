import type { DeskEvent, DeskRequest, Flow } from '../desk/flow.ts';
import { isFault } from '../fault.ts';

/** What a conversation leaves to others: requests that are answered at once, and tasks that answer later. */
export type Performer = {
  /** Every request but `wait` and `start`; the answer goes back into the flow. */
  readonly answer: (request: Exclude<DeskRequest, { type: 'wait' | 'start' }>) => unknown;
  readonly start: (
    task: Extract<DeskRequest, { type: 'start' }>['task'],
    id: number,
    done: (event: DeskEvent) => void,
  ) => void;
  readonly now: () => number;
  /** Calls back once after so many ms; the answer takes it back. */
  readonly after: (ms: number, callback: () => void) => () => void;
};

const longestTimerMs = 60_000;

/**
 * Runs one flow: the only place that turns its requests into effects. Events wait in order until the flow asks for
 * the next one.
 */
export class Conversation {
  readonly #flow: Flow<unknown>;
  readonly #performer: Performer;
  readonly #events: DeskEvent[] = [];
  #waiting: { readonly untilMs: number | undefined } | undefined;
  #stopTimer: (() => void) | undefined;
  #nextTask = 1;
  #running = false;
  #ended = false;

  constructor(flow: Flow<unknown>, performer: Performer) {
    this.#flow = flow;
    this.#performer = performer;
  }

  get ended(): boolean {
    return this.#ended;
  }

  begin(): void {
    this.#advance(undefined);
  }

  /** An event for the flow; the flow may run before this returns. */
  post(event: DeskEvent): void {
    if (this.#ended) return;
    this.#events.push(event);
    this.#pump();
  }

  /** Nothing more is done: events and answers that still come are ignored. */
  stop(): void {
    this.#ended = true;
    this.#disarm();
  }

  /** The clock was set: a wait for a moment ends, because that moment may be a day away now or long past. */
  clockChanged(): void {
    if (this.#waiting?.untilMs !== undefined) this.post({ type: 'time' });
  }

  #pump(): void {
    if (this.#running || this.#waiting === undefined) return;
    const event = this.#events.shift();
    if (event === undefined) return;
    this.#waiting = undefined;
    this.#disarm();
    this.#advance(event);
  }

  #advance(input: unknown): void {
    this.#running = true;
    try {
      let next = this.#flow.next(input);
      while (next.done !== true) {
        const request = next.value;
        if (request.type === 'wait') {
          const event = this.#events.shift();
          if (event === undefined) {
            this.#waiting = { untilMs: request.untilMs };
            this.#arm(request.untilMs);
            return;
          }
          next = this.#flow.next(event);
        } else if (request.type === 'start') {
          const id = this.#nextTask++;
          this.#performer.start(request.task, id, (event) => this.post(event));
          next = this.#flow.next(id);
        } else next = this.#answer(request);
      }
      this.#ended = true;
    } finally {
      this.#running = false;
    }
  }

  /** A fault of the world goes back into the flow, which may say it; our own bugs go up. */
  #answer(
    request: Exclude<DeskRequest, { type: 'wait' | 'start' }>,
  ): IteratorResult<DeskRequest, unknown> {
    let answer: unknown;
    try {
      answer = this.#performer.answer(request);
    } catch (error) {
      if (!isFault(error)) throw error;
      return this.#flow.throw(error);
    }
    return this.#flow.next(answer);
  }

  #arm(untilMs: number | undefined): void {
    this.#disarm();
    if (untilMs === undefined) return;
    const ms = Math.min(Math.max(0, untilMs - this.#performer.now()), longestTimerMs);
    this.#stopTimer = this.#performer.after(ms, () => this.post({ type: 'time' }));
  }

  #disarm(): void {
    this.#stopTimer?.();
    this.#stopTimer = undefined;
  }
}
