import type { EvidenceOf } from '../recovery/evidence.ts';
import type { FingerSlip } from './number-check.ts';

/** What happened while a number was typed: no digit of it. */
export type Typing = {
  corrections: number;
  /** The last trouble, the gravest where there were several at once. */
  problem: EvidenceOf<'typed'>['problem'] | undefined;
};

export const beginTyping = (): Typing => ({ corrections: 0, problem: undefined });

/** Takes note of the trouble that the screen shows now, if any. */
export function noteProblem(
  typing: Typing,
  problem: string | undefined,
  slips: readonly FingerSlip[],
): void {
  if (slips.some(({ type }) => type === 'swapped')) typing.problem = 'transposition';
  else if (problem === 'luhn' && typing.problem !== 'transposition') typing.problem = 'luhn';
  else if (problem?.startsWith('expiry') && typing.problem === undefined) typing.problem = 'expiry';
}

/** For the diagnosis; undefined when the number went in without trouble. */
export const typedEvidence = ({ corrections, problem }: Typing): EvidenceOf<'typed'> | undefined =>
  problem === undefined ? undefined : { type: 'typed', problem, corrections };
