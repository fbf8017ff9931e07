import type { Ask } from '../../capture/policy.ts';
import type { TransactionKind } from '../../journal/events.ts';
import type { Money } from '../../money.ts';
import type { Language, Named, PrintState } from './common.ts';

export type Step = {
  readonly step:
    | 'readChip'
    | 'sentToBank'
    | 'bankAnswers'
    | 'writeChip'
    | 'undo'
    | 'signIn'
    | 'owedFirst'
    | 'compare'
    | 'upload'
    | 'backUp';
  readonly state: 'done' | 'running' | 'waiting' | 'failed';
  readonly seconds?: number;
};

export type TakeScreen =
  | {
      readonly name: 'amount';
      readonly purpose: 'preauth' | 'increment' | 'registered';
      readonly amount: Money;
      readonly presets: readonly Money[];
      readonly note?: string;
      /** What the keypad writes into. */
      readonly field: 'amount' | 'note';
      readonly canSubmit: boolean;
      readonly maximum: Money;
      readonly tooMuch: boolean;
    }
  | (Named & {
      readonly name: 'present-card';
      readonly amount: Money;
      readonly ask: Ask;
      readonly attempt: number;
      /** A card is in and powers up. */
      readonly reading: boolean;
      /** The merchant may take a hold without the card. */
      readonly typing?: boolean;
      /** What the bank announced for now: said before anybody tries. */
      readonly bulletin?: Readonly<Record<Language, string>>;
    })
  | {
      readonly name: 'choose-application';
      readonly amount: Money;
      readonly applications: readonly string[];
    }
  | {
      readonly name: 'pin';
      readonly amount: Money;
      readonly purpose: 'preauth' | 'completion' | 'cancellation' | 'completionVoid' | 'increment';
      readonly digits: number;
      readonly triesLeft?: number;
      readonly wrongBefore: boolean;
      readonly bypassAllowed: boolean;
    }
  | (Named & {
      readonly name: 'asking-bank';
      readonly purpose: TransactionKind | 'signIn' | 'reversal' | 'settlement' | 'download';
      readonly amount?: Money;
      readonly elapsedSeconds: number;
      readonly limitSeconds: number;
      readonly steps: readonly Step[];
      readonly cardIn: boolean;
      /** The chip compared the PIN, and it was right. */
      readonly pinRight?: boolean;
    })
  | (Named & {
      readonly name: 'held';
      readonly amount: Money;
      /** Smaller than asked: the bank approved a part. */
      readonly asked?: Money;
      readonly validUntilMs: number;
      readonly days: number;
      readonly authorisationCode: string;
      /** The customer signs the slip. */
      readonly signatureWanted?: boolean;
      readonly print: PrintState;
      readonly cardIn: boolean;
    });

export type TakeAction =
  | { readonly type: 'preset'; readonly amount: Money }
  | { readonly type: 'choose'; readonly index: number };
