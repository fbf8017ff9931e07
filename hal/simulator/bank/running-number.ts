/** Trace and batch numbers run 000001…999999 and begin again: 0 is none of them. */
const last = 999_999;

/** The number that follows; after none (0) comes 1. */
export const after = (number: number): number => (number >= last ? 1 : number + 1);

/**
 * Does one come after the other? Of two numbers less than half a round apart the later one is known, also where
 * 000001 follows 999999. None (0) is before every number.
 */
export function comesAfter(number: number, other: number): boolean {
  if (number === 0 || other === 0) return number > other;
  const steps = stepsBetween(other, number);
  return steps > 0 && steps < last / 2;
}

/** How often one counts on from a number to reach the other. */
export const stepsBetween = (from: number, to: number): number => (to - from + last) % last;
