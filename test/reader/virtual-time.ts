import type { StartTimer } from '#hal/reader/patience.ts';

/** Time that passes when nobody has anything to do but wait: the timer that is due next rings at once. */
export class VirtualTime {
  nowMs = 0;
  readonly #timers = new Set<{ readonly atMs: number; readonly ring: () => void }>();
  #turning = false;

  readonly startTimer: StartTimer = (ms, ring) => {
    const timer = { atMs: this.nowMs + ms, ring };
    this.#timers.add(timer);
    this.#turn();
    return () => void this.#timers.delete(timer);
  };

  readonly wait = (ms: number): Promise<void> =>
    new Promise((resolve) => void this.startTimer(ms, resolve));

  #turn(): void {
    if (this.#turning) return;
    this.#turning = true;
    // Answers that need no time come first: they are promises.
    setImmediate(() => {
      this.#turning = false;
      const [next] = [...this.#timers].sort((a, b) => a.atMs - b.atMs);
      if (next === undefined) return;
      this.#timers.delete(next);
      this.nowMs = next.atMs;
      next.ring();
      this.#turn();
    });
  }
}
