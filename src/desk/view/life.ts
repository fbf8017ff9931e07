import type { Money } from '../../money.ts';

/** Screens of a hold's life that came after the first ones. */
export type LifeScreen =
  /** The bank holds less than was asked: keep the smaller hold, or undo it. Undone by itself when nobody answers. */
  {
    readonly name: 'partial';
    readonly note?: string;
    readonly last4?: string;
    readonly amount: Money;
    readonly asked: Money;
    readonly secondsLeft: number;
    readonly cardIn: boolean;
  };

export type LifeAction =
  | { readonly type: 'undoPart' }
  /** The customer is not here: the number is typed. */
  | { readonly type: 'cardAbsent' };
