import type { StripeTexts } from '#hal/simulator/swipes.ts';
import { passesLuhn } from '#src/card/pan.ts';

/** A number that is obviously a test number, with its check digit. */
export function testNumber(serial: number): string {
  const digits = `62220000${String(serial % 10_000_000).padStart(7, '0')}`;
  for (let check = 0; check < 10; check++) {
    if (passesLuhn(`${digits}${check}`)) return `${digits}${check}`;
  }
  throw new Error('one of ten check digits is right');
}

export const number = testNumber(0);

/** What stands on the three tracks of a card. */
export function textsOf(pan: string, tail = '0000000000'): Required<StripeTexts> {
  return {
    track1: `B${pan}^TEST/CARD ONE^3012201${tail}`,
    track2: `${pan}=3012201${tail}`,
    track3: `99${pan}=1561560000000000000003000000000000`,
  };
}
