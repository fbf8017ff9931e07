import type { Agreeing, Finding, Remedy, RemedyKind, Risk } from './evidence.ts';

/** What must be so before a way may be offered; `remedies.ts` knows how each is seen. */
export type Need =
  /** The reader has a head, and either the card has no chip or the fallback is allowed now. */
  | 'stripe'
  /** Not known to be a card without a chip. */
  | 'chip'
  /** The chip named more than one application that this terminal takes. */
  | 'otherApplication'
  | 'voicePermission'
  /** A charge is wanted; of a hold that stands: nothing else charges it, and nothing is under way. */
  | 'chargeWanted'
  | 'cardAbsentPermission'
  | 'cashPermission'
  | 'paperPermission'
  /** A second address of the bank is configured. */
  | 'secondHost'
  /** Reader and PIN pad stand apart from the terminal. */
  | 'separateParts'
  /** Signals alone, that a supervisor may let pass; not the word of a bank. */
  | 'suspectedOnly'
  /** Another terminal of the shop is paired with this one. */
  | 'pairedDevice'
  /** The issuer has not decided: no blocked or expired card, no refusal; a referral is no decision. */
  | 'issuerUndecided'
  /** Neither lost, stolen, to be kept nor suspected. */
  | 'noFraud'
  /** A hold stands already. */
  | 'standingHold'
  /** What failed last is a number that was typed. */
  | 'typed';

type Rule = {
  readonly seconds: number;
  readonly risk: Risk;
  readonly agrees: readonly Agreeing[];
  readonly becomes?: NonNullable<Remedy['becomes']>;
  readonly needs: readonly Need[];
  /** Offered first again after it did not help; the others step back behind what was not tried yet. */
  readonly repeats: boolean;
};

const rule = (
  seconds: number,
  risk: Risk,
  agrees: readonly Agreeing[] = [],
  needs: readonly Need[] = [],
  more: { readonly becomes?: NonNullable<Remedy['becomes']>; readonly repeats?: boolean } = {},
): Rule => ({ seconds, risk, agrees, needs, repeats: false, ...more });

const repeats = { repeats: true };

/** A row a way: its cost (time, who carries the risk, who must agree), what it becomes and what it needs. */
export const waysRules: Readonly<Record<RemedyKind, Rule>> = {
  readAgain: rule(15, 'asAnyHold', [], ['noFraud'], repeats),
  insertChip: rule(10, 'asAnyHold', [], ['chip', 'noFraud'], repeats),
  swipe: rule(10, 'asAnyHold', [], ['stripe', 'noFraud'], repeats),
  otherApplication: rule(20, 'asAnyHold', ['customer'], ['otherApplication', 'noFraud']),
  otherCard: rule(60, 'asAnyHold', ['customer'], ['noFraud'], repeats),
  cleanReader: rule(180, 'asAnyHold', [], ['noFraud']),
  pinAgain: rule(15, 'asAnyHold', ['customer'], ['noFraud'], repeats),
  otherAmount: rule(20, 'asAnyHold', ['customer'], ['noFraud'], repeats),
  typeAgain: rule(40, 'asAnyHold', [], ['typed', 'noFraud'], repeats),
  tryBankAgain: rule(15, 'asAnyHold', [], ['noFraud']),
  waitForBank: rule(40, 'asAnyHold', [], ['noFraud'], repeats),
  checkLine: rule(60, 'asAnyHold', [], ['noFraud'], repeats),
  checkParts: rule(60, 'asAnyHold', [], ['separateParts', 'noFraud'], repeats),
  otherHost: rule(30, 'asAnyHold', [], ['secondHost', 'noFraud']),
  askHotline: rule(240, 'asAnyHold', [], ['noFraud']),
  callIssuer: rule(
    300,
    'shop',
    ['issuer', 'supervisor'],
    ['voicePermission', 'chargeWanted', 'issuerUndecided', 'noFraud'],
    { becomes: 'offlineSale' },
  ),
  cardAbsent: rule(
    120,
    'shop',
    ['customer', 'supervisor'],
    ['cardAbsentPermission', 'issuerUndecided', 'noFraud'],
    { becomes: 'cardAbsentHold' },
  ),
  numberLater: rule(90, 'asAnyHold', ['customer'], ['standingHold', 'noFraud'], repeats),
  repairSettings: rule(120, 'asAnyHold', ['technician'], ['noFraud']),
  updateParameters: rule(60, 'asAnyHold', [], ['noFraud']),
  updateSoftware: rule(86_400, 'none', ['technician'], ['noFraud']),
  compareOriginal: rule(60, 'none', [], ['noFraud']),
  handOver: rule(60, 'asAnyHold', [], ['pairedDevice', 'noFraud']),
  paperSlip: rule(120, 'shop', ['customer'], ['paperPermission', 'noFraud']),
  cashDeposit: rule(120, 'none', ['customer', 'supervisor'], ['cashPermission', 'noFraud']),
  callSupervisor: rule(120, 'none', ['supervisor'], ['suspectedOnly']),
  keepCard: rule(60, 'none'),
  refuse: rule(30, 'none'),
  stop: rule(0, 'none'),
};

/** The issuer has said its last word on this card: no phone call and no typed number changes it. */
export const finalFindings: ReadonlySet<Finding> = new Set([
  'keepCard',
  'askSupervisor',
  'cardExpired',
  'cardBlocked',
  'refused',
]);

export const everyRemedy = Object.keys(waysRules) as readonly RemedyKind[];
