import { parseAtr } from '#src/emv/atr.ts';
import { TerminalFault } from '#src/fault.ts';

const maximumLength = 33;

/**
 * The protocol to speak with a card that answered its reset so, or `undefined` when the terminal cannot take it (EMV
 * 4.3 Book 1 §8): no answer to reset, a wrong check character, another protocol first than T=0 or T=1. What departs
 * from the book after the warm reset too and can be spoken with is spoken with; `src/emv/atr.ts` puts it into words.
 */
export function protocolOfAtr(atr: Uint8Array): 'T=0' | 'T=1' | undefined {
  const protocol = offeredFirst(atr);
  return protocol !== undefined && parseAtr(atr)?.checkCharacter === 'wrong' ? undefined : protocol;
}

/** The first TDi names it, none means T=0 (ISO/IEC 7816-3 §8.2). */
function offeredFirst(atr: Uint8Array): 'T=0' | 'T=1' | undefined {
  const [ts, t0] = atr;
  if (t0 === undefined || (ts !== 0x3b && ts !== 0x3f) || atr.length > maximumLength)
    return undefined;
  const historicalCount = t0 & 0x0f;
  let present = t0 >> 4;
  let at = 2;
  let first: number | undefined;
  while (present !== 0) {
    at += ((present >> 0) & 1) + ((present >> 1) & 1) + ((present >> 2) & 1);
    if ((present & 8) === 0) break;
    const td = atr[at++];
    if (td === undefined) return undefined;
    first ??= td & 0x0f;
    present = td >> 4;
  }
  if (at + historicalCount > atr.length) return undefined;
  if (first === undefined || first === 0) return 'T=0';
  return first === 1 ? 'T=1' : undefined;
}

/** The card that gave `answer` for an answer to reset: nothing, or something that is none. */
export const unresponsive = (
  answer: Uint8Array,
  message?: string,
  cause?: unknown,
): TerminalFault =>
  new TerminalFault(
    'reader.cardUnresponsive',
    'now',
    message,
    cause,
    answer.length === 0 ? undefined : answer,
  );
