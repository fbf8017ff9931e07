import type { KeyProblem } from '#hal/keystore/contract.ts';

type Named = Readonly<Record<'zh-CN' | 'en', string>>;

/** How the loading of a key ended. */
export type KeyLoadEnd = 'loaded' | 'differs' | 'notKept' | 'tooLong' | KeyProblem;

/** A custodian's part, or the check value of the whole that stands on the bank's letter. */
export type KeyEntryStep = 'first' | 'second' | 'expected';

export type KeysScreen =
  | {
      readonly name: 'keys';
      /** Of the key in use, three bytes as hex. */
      readonly checkValue: string;
      /** Brought by two custodians; else the one that the simulator begins with. */
      readonly loaded: boolean;
      readonly atMs?: number;
      readonly by?: readonly [Named, Named];
      readonly signedIn: boolean;
      readonly end?: KeyLoadEnd;
    }
  | {
      readonly name: 'key-part';
      readonly step: KeyEntryStep;
      /** Whose part it is. */
      readonly who: Named;
      readonly digits: number;
      /** How many digits it may have. */
      readonly lengths: readonly number[];
      /** What may be seen of them: the last one of a part, all of a check value. */
      readonly shown: string;
      readonly problem?: KeyProblem;
    }
  /** Does the paper of the custodian say the same? */
  | {
      readonly name: 'key-check';
      readonly step: 'first' | 'second';
      readonly who: Named;
      readonly checkValue: string;
      /** False: all but a few of its bytes have one parity, as a mistyped digit leaves it. */
      readonly parity: boolean;
    };

export type HexLetter = 'A' | 'B' | 'C' | 'D' | 'E' | 'F';

export type KeysAction =
  | { readonly type: 'hexLetter'; readonly letter: HexLetter }
  /** The check value is another one: the part is typed again. */
  | { readonly type: 'typeAgain' };
