import { brandOf } from '../card/brand.ts';
import type { Config } from '../config/schema.ts';
import type { Money } from '../money.ts';
import type { Hold } from './hold.ts';
import { transitions } from './machine.ts';

type Policies = Config['policies'];

const dayMs = 86_400_000;

/** Most that may be charged against a hold: `completionLimitPercent` of what is held, rounded down to the minor unit. */
export const completionLimit = (held: Money, policies: Policies): Money => ({
  ...held,
  minorUnits: Math.floor((held.minorUnits * policies.completionLimitPercent) / 100),
});

/** Days that a hold on this card lives: its scheme's own, else the merchant's. Six digits tell the brand. */
export function validityDaysOf(firstDigits: string | undefined, policies: Policies): number {
  const brand = firstDigits === undefined ? undefined : brandOf(firstDigits.slice(0, 6));
  const own = brand && policies.validityDaysByBrand[brand.name];
  return own ?? policies.validityDays;
}

/** End of validity of a hold that was approved at this moment, ms. */
export const validUntil = (
  approvedAtMs: number,
  policies: Policies,
  firstDigits?: string,
): number => approvedAtMs + validityDaysOf(firstDigits, policies) * dayMs;

/** A hold that was registered without its card: the end moves to what the scheme of its card gives. */
export function validUntilWithCard(
  hold: Hold,
  firstDigits: string,
  policies: Policies,
): number | undefined {
  const isFromSlip = hold.card === undefined && hold.history.at(-1)?.what === 'registered';
  if (hold.validUntilMs === undefined || !isFromSlip) return undefined;
  const more = validityDaysOf(firstDigits, policies) - policies.validityDays;
  return more === 0 ? undefined : hold.validUntilMs + more * dayMs;
}

/** Calendar days from now to the end of validity, in the shop's time zone; 0 = today, negative = past. */
export function daysLeft(
  validUntilMs: number,
  nowMs: number,
  dayOf: (ms: number) => number,
): number {
  return dayOf(validUntilMs) - dayOf(nowMs);
}

export type CompletionProblem = 'notHeld' | 'nothing' | 'overLimit' | 'numberMissing' | 'expired';

/** Nothing can be sent to the bank for it before somebody gives the number: never here, lost, or destroyed. */
export const lacksNumber = (hold: Hold): boolean =>
  hold.card === undefined || hold.shredded || hold.numberLost === true;

/** The number may be given where it is missing and the record still lives (`transitions`). */
export const mayGiveNumber = (hold: Hold): boolean =>
  lacksNumber(hold) && !hold.shredded && transitions[hold.state].numberGiven !== undefined;

/** Checked at the terminal before the host is asked. */
export function mayComplete(
  hold: Hold,
  amount: Money,
  policies: Policies,
  nowMs: number,
): CompletionProblem | 'ok' {
  if (hold.state !== 'held') return 'notHeld';
  if (hold.validUntilMs !== undefined && hold.validUntilMs <= nowMs) return 'expired';
  if (lacksNumber(hold)) return 'numberMissing';
  if (amount.minorUnits <= 0) return 'nothing';
  if (amount.minorUnits > completionLimit(hold.amount, policies).minorUnits) return 'overLimit';
  return 'ok';
}

const freed: readonly Hold['state'][] = ['held', 'voiceCharged'];

/** A cancellation frees the whole amount, while the hold lives; a charge by phone leaves it standing. */
export const isToFree = (hold: Hold): boolean => freed.includes(hold.state) && !hold.shredded;

export const mayCancel = (hold: Hold): boolean => isToFree(hold) && !lacksNumber(hold);

/** Charged on a voice authorisation (0220, F60.1 30): only what stands free of any other charge, and only once. */
export const mayChargeByVoice = (hold: Hold): boolean =>
  hold.state === 'held' && !lacksNumber(hold);

export const mayIncrement = (hold: Hold, policies: Policies): boolean =>
  policies.incrementAllowed && hold.state === 'held' && !lacksNumber(hold);

/** Only a completion of request type may be voided, in full, while its number is kept. */
export const mayVoid = (hold: Hold, policies: Policies, nowMs: number): boolean =>
  hold.state === 'completed' &&
  !hold.shredded &&
  hold.completion !== undefined &&
  !hold.completion.advice &&
  nowMs - hold.completion.atMs < policies.voidableHours * 3_600_000;
