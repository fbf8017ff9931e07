import type { Pan } from '#src/card/pan.ts';
import type { OfflinePinMethod } from '#src/emv/contract.ts';

export type PinEntry =
  | { readonly type: 'pinBlock'; readonly pinBlock: Uint8Array }
  | { readonly type: 'bypassed' }
  | { readonly type: 'cancelled' }
  | { readonly type: 'timedOut' };

export type PinRequest = {
  readonly minDigits: number;
  readonly maxDigits: number;
  readonly timeoutMs: number;
  readonly bypassAllowed: boolean;
  readonly onDigits: (count: number) => void;
};

/** A certified PIN pad: the application sees the count of digits and the sealed block, never a digit. */
export interface PinPad {
  /** Known without asking: whether its line is there. */
  readonly present: boolean;
  /** Online PIN: ISO 9564-1 format 0 (X9.8) under the PIN working key. Throws `pinPad.gone`, `keystore.missingKey`. */
  enterOnlinePin(request: PinRequest & { readonly pan: Pan }): Promise<PinEntry>;
  /**
   * Offline PIN: `pinBlock` is the whole VERIFY command (EMV 4.4 Book 3 §6.5.12), for the card and for nothing else;
   * the caller wipes it. Throws `pinPad.gone`, also when the card's key cannot encipher.
   */
  enterOfflinePin(request: PinRequest & { readonly method: OfflinePinMethod }): Promise<PinEntry>;
  /** A touch or hardware key that the desk passes on while the pad shares the screen: digits stay in the pad. */
  key(key: PinPadKey): void;
  close(): Promise<void>;
}

export type PinPadKey =
  | '0'
  | '1'
  | '2'
  | '3'
  | '4'
  | '5'
  | '6'
  | '7'
  | '8'
  | '9'
  | 'cancel'
  | 'clear'
  | 'enter';
