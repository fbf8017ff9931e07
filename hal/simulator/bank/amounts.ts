import type { BankBehaviour } from './behaviour.ts';

/**
 * Amounts that say how they want to be answered, so that everything can be provoked from the
 * keypad: 9000.NN is answered with code NN (9000.00 is an ordinary amount), 9001.NN with a code that
 * has a letter, 9002.NN breaks the line.
 */
const approvals: Record<number, BankBehaviour> = {
  10: { mode: 'partial', amountMinorUnits: 500_000 },
  11: { mode: 'approve', code: '11' },
};
const lettered: Record<number, string> = { 0: 'A0', 1: 'C1' };

const lines: Record<number, BankBehaviour> = {
  1: { mode: 'silent', when: 'beforeBooking' },
  2: { mode: 'silent', when: 'afterBooking' },
  3: { mode: 'late', delayMs: 3_000 },
  4: { mode: 'garbage' },
  5: { mode: 'reset', when: 'before' },
  6: { mode: 'reset', when: 'after' },
  7: { mode: 'wrongMac' },
  8: { mode: 'wrongStan' },
  9: { mode: 'truncated' },
  10: { mode: 'duplicate' },
  11: { mode: 'partial', amountMinorUnits: 500_000 },
  12: { mode: 'late', delayMs: 45_000 },
  13: { mode: 'approve', issuerAuthentication: 'wrong' },
  14: { mode: 'approve', issuerAuthentication: 'none' },
  15: { mode: 'forgedRefusal', code: '51' },
};

/** What an amount asks for; undefined for every ordinary one. */
export function behaviourByAmount(minorUnits: number): BankBehaviour | undefined {
  const cents = minorUnits % 100;
  const whole = (minorUnits - cents) / 100;
  if (whole === 9000 && cents > 0)
    return approvals[cents] ?? { mode: 'decline', code: String(cents).padStart(2, '0') };
  const letters = whole === 9001 ? lettered[cents] : undefined;
  if (letters !== undefined) return { mode: 'decline', code: letters };
  return whole === 9002 ? lines[cents] : undefined;
}
