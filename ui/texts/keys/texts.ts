import type { KeyEntryStep, KeyLoadEnd } from '#src/desk/view/keys.ts';

type By<K extends string> = Readonly<Record<K, string>>;

/** Words for the master key and its two custodians. */
export type KeysTexts = {
  readonly title: string;
  readonly checkValue: string;
  readonly broughtBy: string;
  readonly since: string;
  readonly simulatorKey: string;
  readonly bank: string;
  readonly load: string;
  readonly signIn: string;
  /** What it takes. */
  readonly idle: string;
  readonly end: By<KeyLoadEnd>;
  readonly step: By<KeyEntryStep>;
  readonly expectedFrom: string;
  readonly counted: (digits: number, of: string) => string;
  readonly or: string;
  readonly problem: By<'length' | 'plain' | 'weak' | 'same' | 'test'>;
  readonly check: By<'first' | 'second'>;
  readonly sameOnPaper: string;
  readonly parity: string;
  readonly same: string;
  readonly again: string;
};
