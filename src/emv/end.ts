import { concat, toHex } from '../bytes.ts';
import { maskedHex } from '../tlv/mask.ts';
import type { KernelFailureCode, KernelOutcome } from './contract.ts';
import { limits } from './limits.ts';
import type { Session } from './state.ts';

/**
 * An expected end, thrown from wherever in the stages it happens and caught once, in
 * `transaction.ts`: between two yields there is nothing to undo, and no stage can forget to pass it
 * on.
 */
export class KernelEnd {
  readonly outcome: KernelOutcome;

  constructor(outcome: KernelOutcome) {
    this.outcome = outcome;
  }
}

export type Because = {
  /** The tag at fault. */
  readonly tag?: string;
  readonly sw?: string;
  /** What shows it; the card's last answer when nothing better is at hand. */
  readonly evidence?: Uint8Array;
};

/** Ends the transaction in `failed`, with the bytes that show why, masked. */
export function fail(session: Session, code: KernelFailureCode, because: Because = {}): never {
  const digits = session.card?.pan.reveal();
  const evidence =
    because.evidence === undefined
      ? maskedHex(session.lastResponse.slice(0, -2), limits.evidenceBytes - 2, digits) +
        toHex(session.lastResponse.slice(-2))
      : maskedHex(because.evidence, limits.evidenceBytes, digits);
  throw new KernelEnd({
    type: 'failed',
    failure: {
      code,
      step: session.step,
      ...(because.sw === undefined ? {} : { sw: because.sw }),
      ...(because.tag === undefined ? {} : { tag: because.tag }),
      evidence,
      ...(session.card === undefined ? {} : { card: session.card }),
      hostApproved: session.hostApproved,
    },
  });
}

/** SW1 SW2 of a response, `9000`. */
export const statusWords = (response: Uint8Array): string => toHex(response.slice(-2));

/** Evidence of a data object: its tag and value as the card wrote them. */
export function objectEvidence(tag: string, value: Uint8Array): Uint8Array {
  const tagBytes = Uint8Array.from(tag.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
  return concat(tagBytes, Uint8Array.of(Math.min(value.length, 0x7f)), value.slice(0, 0x7f));
}
