import type { Role } from '../people/permissions.ts';
import type { Cause, RemedyKind } from '../recovery/evidence.ts';

export type ExerciseId =
  | 'dirtyChip'
  | 'unknownCard'
  | 'pulledCard'
  | 'deadLine'
  | 'bankDown'
  | 'refusedTerminal'
  | 'looseReader'
  | 'noCard'
  | 'lostCard';

/** What is wrong in the world of an exercise: cards and faults of the simulator, at the bytes. */
export type Trouble = {
  /** Of the tray, in the order in which the guest offers them; none: the guest gives no card. */
  readonly cards: readonly string[];
  /** The bank refuses holds with this code, so many times. */
  readonly bank?: { readonly code: string; readonly times: number };
  /** From the first question for a card on: nothing leaves the terminal, or the reader is away. */
  readonly broken?: 'line' | 'reader';
  /** Beginning one of these repairs what is broken. */
  readonly mendedBy?: readonly RemedyKind[];
};

/** Where the money may be when the exercise has ended well. */
export type MoneyEnd = 'held' | 'nothing' | 'deposit';

export type Exercise = {
  readonly id: ExerciseId;
  readonly cause: Cause;
  /** Whose assessment may draw it; everybody may practise it. */
  readonly roles: readonly Role[];
  readonly amountMinorUnits: number;
  readonly goalSeconds: number;
  readonly trouble: Trouble;
  /** Ways that are right when they end well, and ways that are allowed but not the best. */
  readonly good: readonly RemedyKind[];
  readonly fair: readonly RemedyKind[];
  /** Beginning one of these spoils everything else. */
  readonly forbidden: readonly RemedyKind[];
  readonly money: readonly MoneyEnd[];
  /** The case is left for the supervisor. */
  readonly leavesCaseOpen?: true;
};

const everybody: readonly Role[] = ['cashier', 'supervisor', 'technician', 'vendor'];
const shop: readonly Role[] = ['cashier', 'supervisor'];
const lastResort = ['cashDeposit', 'paperSlip'] as const;

const exercise = (
  id: ExerciseId,
  cause: Cause,
  goalSeconds: number,
  more: Pick<Exercise, 'trouble' | 'good'> & Partial<Exercise>,
): Exercise => ({
  id,
  cause,
  roles: shop,
  amountMinorUnits: 50_000,
  goalSeconds,
  fair: [],
  forbidden: [],
  money: ['held'],
  ...more,
});

/** A cause each, in the order of the list. One more exercise: one more row, and its words in both languages. */
export const exercises: readonly Exercise[] = [
  exercise('dirtyChip', 'damagedOrExpired', 90, {
    trouble: { cards: ['dirty-chip', 'unionpay-debit'] },
    good: ['readAgain'],
    fair: ['otherCard', 'swipe', 'cleanReader'],
  }),
  exercise('unknownCard', 'unsupportedCard', 60, {
    trouble: { cards: ['unsupported', 'unionpay-debit'] },
    good: ['otherCard'],
    fair: lastResort,
    money: ['held', 'deposit', 'nothing'],
  }),
  exercise('pulledCard', 'operator', 60, {
    trouble: { cards: ['pulled-half-way'] },
    good: ['readAgain'],
    fair: ['otherCard'],
  }),
  exercise('deadLine', 'network', 90, {
    trouble: {
      cards: ['unionpay-credit'],
      broken: 'line',
      mendedBy: ['waitForBank', 'tryBankAgain'],
    },
    good: ['waitForBank', 'tryBankAgain'],
    fair: ['callIssuer', ...lastResort],
    money: ['held', 'deposit', 'nothing'],
    roles: everybody,
  }),
  exercise('bankDown', 'bankSide', 120, {
    trouble: { cards: ['unionpay-credit'], bank: { code: '91', times: 1 } },
    good: ['waitForBank', 'askHotline'],
    fair: ['callIssuer', ...lastResort],
    money: ['held', 'deposit', 'nothing'],
  }),
  exercise('refusedTerminal', 'settings', 120, {
    trouble: { cards: ['unionpay-credit'], bank: { code: '03', times: 1 } },
    good: ['updateParameters', 'repairSettings'],
    fair: lastResort,
    money: ['held', 'deposit', 'nothing'],
    roles: everybody,
  }),
  exercise('looseReader', 'deviceFault', 90, {
    trouble: { cards: ['unionpay-credit'], broken: 'reader', mendedBy: ['readAgain'] },
    good: ['readAgain'],
    fair: ['callIssuer', ...lastResort],
    money: ['held', 'deposit', 'nothing'],
    roles: everybody,
  }),
  exercise('noCard', 'withheld', 90, {
    trouble: { cards: [] },
    good: ['cashDeposit', 'refuse'],
    fair: [],
    forbidden: ['cardAbsent', 'callIssuer'],
    money: ['deposit', 'nothing'],
  }),
  exercise('lostCard', 'suspectedFraud', 60, {
    trouble: { cards: ['lost', 'unionpay-debit'] },
    good: ['keepCard'],
    forbidden: ['otherCard', 'callIssuer', 'cardAbsent', 'handOver', 'cashDeposit', 'readAgain'],
    money: ['nothing'],
    leavesCaseOpen: true,
  }),
];

export function exerciseOf(id: ExerciseId): Exercise {
  const found = exercises.find((one) => one.id === id);
  if (found === undefined) throw new Error(`no exercise ${id}`);
  return found;
}
