import type { BundleDone } from '../../care/bundle.ts';
import type { Check, CheckItem } from '../../care/check.ts';
import type { Contact } from '../../care/contacts.ts';
import type { DueTask } from '../../care/inspection.ts';
import type { Situation } from '../../care/plan.ts';
import type { FaultCode } from '../../fault.ts';
import type { Language, PrintState } from './common.ts';

/** A task of the inspection plan. */
export type TaskRow = {
  readonly task: string;
  /** Of a task of the shop's own. */
  readonly name?: Readonly<Record<Language, string>>;
  readonly everyDays: number;
  readonly state: DueTask['state'];
  /** Until it is due; 0 and less: it is. */
  readonly daysLeft: number;
  readonly lastMs?: number;
  readonly operator?: string;
};

export type CareScreen =
  | {
      readonly name: 'status';
      readonly checks: readonly Check[];
      /** A part is being repaired, for so many seconds. */
      readonly working?: { readonly item: CheckItem; readonly seconds: number };
    }
  | {
      /** What would leave for support, or what became of it. */
      readonly name: 'support';
      readonly seconds?: number;
      readonly end?:
        | ({ readonly type: 'done' } & BundleDone)
        | { readonly type: 'stopped'; readonly fault: FaultCode };
    }
  | { readonly name: 'inspection'; readonly rows: readonly TaskRow[] }
  | { readonly name: 'inspect-task'; readonly row: TaskRow }
  | { readonly name: 'emergency'; readonly situations: readonly Situation[] }
  | {
      readonly name: 'emergency-steps';
      readonly situation: Situation;
      readonly steps: Readonly<Record<Language, readonly string[]>>;
      readonly contacts: readonly Contact[];
      readonly print?: PrintState;
    }
  | { readonly name: 'emergency-phones'; readonly contacts: readonly Contact[] }
  | { readonly name: 'emergency-phone'; readonly contact: Contact; readonly digits: string };

export type CareAction =
  | { readonly type: 'fix'; readonly item: CheckItem }
  | { readonly type: 'inspect'; readonly task: string }
  /** The task that is looked at is not well. */
  | { readonly type: 'trouble' }
  /** Without one: the page of the trouble at hand. */
  | { readonly type: 'situation'; readonly situation: Situation }
  | { readonly type: 'phones' }
  | { readonly type: 'contact'; readonly contact: string };
