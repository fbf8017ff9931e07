import { setImmediate } from 'node:timers/promises';

/** Long work in slices of some milliseconds; what it yields is of no account, what it returns is its result. */
export type Slices<T> = Generator<undefined, T>;

/** All of it now: at the start, and by commands. */
export function atOnce<T>(slices: Slices<T>): T {
  for (;;) {
    const slice = slices.next();
    if (slice.done === true) return slice.value;
  }
}

/** A slice at a time, so that the terminal answers its cashier meanwhile. */
export async function gently<T>(slices: Slices<T>): Promise<T> {
  for (;;) {
    const slice = slices.next();
    if (slice.done === true) return slice.value;
    await setImmediate();
  }
}
