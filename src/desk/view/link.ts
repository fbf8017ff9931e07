import type { TableProblem } from '../../downloads/validate.ts';
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

/** What may be done with the line by hand. */
export type LineJob = 'test' | 'update' | 'signIn' | 'signOff';

/** How the last one ended; `fault` is a code of the bank or a fault of the line. */
export type LineResult =
  | { readonly job: LineJob; readonly ok: true; readonly tookMs: number }
  | {
      readonly job: LineJob;
      readonly ok: false;
      readonly fault?: string;
      readonly table?: { readonly item: string; readonly problem: TableProblem };
    };

export type LinkScreen =
  /** The line to the bank: how it stands, what it brought, and what may be done by hand. */
  {
    readonly name: 'bank-line';
    readonly jobs: readonly LineJob[];
    readonly running?: { readonly job: LineJob; readonly seconds: number };
    readonly last?: LineResult;
    readonly signedInSinceMs?: number;
    /** Tables that the bank gave: when, under which version, how many entries. */
    readonly tables?: {
      readonly atMs: number;
      readonly version?: string;
      readonly keys: number;
      readonly applications: number;
    };
  };

export type LinkAction = { readonly type: 'lineJob'; readonly job: LineJob };
