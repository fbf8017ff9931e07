import type { CheckItem } from './check.ts';

/** What the care of the terminal leaves in the journal. */
export type CareEvent =
  /** The self-check found something else than before, or a day is over: everything that is not well now. */
  | {
      readonly kind: 'care.checked';
      readonly why: 'start' | 'changed' | 'daily';
      readonly found: readonly CheckItem[];
    }
  /** How the reads since the last such row ended, oldest first: a letter of `counters.ts` each. */
  | {
      readonly kind: 'care.counted';
      readonly chip: string;
      readonly stripe: string;
      /** Tracks that were weak, and where on the card, in whole centimetres from its leading edge. */
      readonly tracks: readonly number[];
      readonly placesCm: readonly number[];
    }
  /** Somebody looked at a part of the inspection plan. */
  | {
      readonly kind: 'care.inspected';
      readonly task: string;
      readonly result: 'well' | 'trouble';
      readonly operator: string;
    }
  /** A number of the emergency plan; `by` agreed. */
  | {
      readonly kind: 'care.phoneChanged';
      readonly contact: string;
      readonly phone: string;
      readonly operator: string;
      readonly by: string;
    }
  /** Data for the vendor left the terminal, or was stopped; `by` agreed. */
  | {
      readonly kind: 'care.bundled';
      readonly file: string;
      readonly bytes: number;
      readonly rows: number;
      readonly secondPlace: 'none' | 'done' | 'failed';
      readonly operator: string;
      readonly by: string;
    }
  | {
      readonly kind: 'care.bundleStopped';
      readonly fault: string;
      readonly operator: string;
      readonly by: string;
    }
  /** The reader was cleaned and a card tried in it: the counters begin anew. */
  | { readonly kind: 'care.cleaned'; readonly operator: string; readonly read: boolean };
