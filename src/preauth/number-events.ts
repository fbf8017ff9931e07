import type { Original } from '../acquirer/contract.ts';
import type { CardOnFile } from '../journal/events.ts';
import type { Money } from '../money.ts';

/** What a slip, or another terminal's book, says of a card whose number is not here. */
export type KnownOfCard = {
  readonly last4?: string;
  /** YYMM. */
  readonly expiry?: string;
};

/** How a number came to a hold after its beginning. */
export type NumberHow = 'chip' | 'stripe' | 'typed' | 'phone';

/** 补录卡号: holds that are here without their number, and how they got it, on the same record. */
export type NumberEvent =
  /** A hold of another terminal, of paper or of a voice authorisation enters this book. */
  | {
      readonly kind: 'hold.registered';
      readonly holdId: string;
      /** Typed from a slip or a call, or read from the code on the slip. */
      readonly source: 'slip' | 'slipCode';
      readonly amount: Money;
      readonly original: Original;
      readonly validUntilMs: number;
      readonly known: KnownOfCard;
      readonly note?: string;
      readonly operator: string;
    }
  /** The record is here and its number cannot be opened: the key stayed in another device, or was destroyed. */
  | { readonly kind: 'hold.numberLost'; readonly holdId: string }
  | {
      readonly kind: 'hold.numberGiven';
      readonly holdId: string;
      /** Its number is sealed in the transaction of this row; a lost one comes back under its old token. */
      readonly card: CardOnFile;
      readonly how: NumberHow;
      readonly operator: string;
      /** Who confirmed it besides the operator, where the rules want two. */
      readonly agreedBy?: string;
      /** The customer said yes on the phone and heard the last four read back. */
      readonly consent?: 'lastFourReadBack';
      /** The scheme of the card gives a registered hold another end. */
      readonly validUntilMs?: number;
    };
