type Due = { readonly atMs: number; readonly order: number; readonly work: () => void };

/** Lets every promise that can go on go on: nothing in the world waits for anything but promises and this clock. */
const settled = () => new Promise<void>((resolve) => setImmediate(resolve));

/**
 * Virtual time. What is due runs in order of time, then of arrival, and everything that follows from it runs before
 * the next: so a seed always gives the same course of events, and an hour takes milliseconds.
 */
export class VirtualTime {
  #nowMs = 0;
  #order = 0;
  #steps = 0;
  readonly #due: Due[] = [];

  /** Milliseconds since the world began; never set back. */
  get nowMs(): number {
    return this.#nowMs;
  }

  /** How many things were due so far. */
  get steps(): number {
    return this.#steps;
  }

  /** Calls once after so many ms; the answer takes it back. */
  after(ms: number, work: () => void): () => void {
    const due = { atMs: this.#nowMs + Math.max(0, ms), order: this.#order++, work };
    const before = (other: Due) => other.atMs < due.atMs || other.atMs === due.atMs;
    let low = 0;
    let high = this.#due.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (before(this.#due[middle] as Due)) low = middle + 1;
      else high = middle;
    }
    this.#due.splice(low, 0, due);
    return () => {
      const at = this.#due.indexOf(due);
      if (at >= 0) this.#due.splice(at, 1);
    };
  }

  /** One thing that is due within the time, and all that follows from it; false when nothing is. */
  async step(untilMs: number): Promise<boolean> {
    const [first] = this.#due;
    if (first === undefined || first.atMs > untilMs) return false;
    this.#due.shift();
    this.#nowMs = first.atMs;
    this.#steps++;
    first.work();
    await settled();
    return true;
  }

  /** Moves to a moment at which nothing is due. */
  reach(ms: number): void {
    this.#nowMs = Math.max(this.#nowMs, ms);
  }

  settle(): Promise<void> {
    return settled();
  }
}
