import type { Check, CheckItem } from '../../care/check.ts';

export type CareScreen = {
  readonly name: 'status';
  readonly checks: readonly Check[];
  /** A part is being repaired, for so many seconds. */
  readonly working?: { readonly item: CheckItem; readonly seconds: number };
};

export type CareAction = { readonly type: 'fix'; readonly item: CheckItem };
