import type { CheckItem } from '../../care/check.ts';
import type { Situation } from '../../care/plan.ts';
import type { Money } from '../../money.ts';
import type { Language } from './common.ts';
import type { HoldRow } from './life.ts';

export type HomeScreen = {
  readonly name: 'home';
  readonly merchantName: Readonly<Record<Language, string>>;
  readonly desk: string;
  readonly operatorName: Readonly<Record<Language, string>>;
  /** Holds that end today; the first one is named. */
  readonly expiring?: { readonly count: number; readonly first: HoldRow };
  readonly open: { readonly count: number; readonly total: Money };
  /** Of these, how many wait for their card number. */
  readonly withoutNumber: number;
  /** The next to end, for panels that have room. */
  readonly next: readonly HoldRow[];
  readonly openCases: number;
  /** Of these, how many waited long enough. */
  readonly dueCases: number;
  /** Cases whose customer wrote, and nobody has done anything since. */
  readonly answeredCases?: number;
  /** What the device itself lacks now: the emergency plan has a page for it. */
  readonly trouble?: Situation;
  /** What the self-check found, the first of it by name; absent when all is well. */
  readonly care?: { readonly count: number; readonly first: CheckItem };
  /** Reversals and advices that the bank has not answered yet. */
  readonly owed: number;
  /** Somebody is wanted on the internal line: a number that says nothing to a customer. */
  readonly call?: number;
  /** Title of the newest bulletin that holds now. */
  readonly bulletin?: Readonly<Record<Language, string>>;
};
