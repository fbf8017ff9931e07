import type { Money } from '../../money.ts';

/** Which limit of the charges that wait for the bank is meant. */
export type AdviceLimit = 'count' | 'amount' | 'age';

/** Said of the line to the bank and of what waits for it. */
export type LinkNotice =
  /** So many charges wait for the bank: near the limit, or no more of them. */
  | {
      readonly type: 'adviceLimit';
      readonly state: 'near' | 'full';
      readonly limit: AdviceLimit;
      readonly count: number;
      readonly amount: Money;
    }
  /** A charge could not be delivered in its tries: kept, and shown to the supervisor. */
  | { readonly type: 'adviceSuspended'; readonly amount: Money; readonly ticket: string };
