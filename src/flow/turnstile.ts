/** One at a time, in order: the bank answers one request after the other, and so do the flows that ask it. */
export class Turnstile {
  #taken = false;
  readonly #queue: (() => void)[] = [];

  take(granted: () => void): void {
    if (this.#taken) this.#queue.push(granted);
    else {
      this.#taken = true;
      granted();
    }
  }

  release(): void {
    const next = this.#queue.shift();
    if (next === undefined) this.#taken = false;
    else next();
  }

  get taken(): boolean {
    return this.#taken;
  }
}
