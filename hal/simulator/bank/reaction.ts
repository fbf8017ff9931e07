/** What becomes of one frame: bytes to send (without length), or an end of the connection. */
export type Reaction =
  | {
      readonly type: 'send';
      readonly frame: Uint8Array;
      readonly delayMs?: number;
      readonly times?: number;
    }
  | { readonly type: 'sendPart'; readonly frame: Uint8Array; readonly length: number }
  | { readonly type: 'nothing' }
  | { readonly type: 'reset' };
