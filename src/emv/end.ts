import { concat, toHex } from '../bytes.ts';
import { maskedHex } from '../tlv/mask.ts';
import type { KernelFailure, KernelFailureCode, KernelOutcome } from './contract.ts';
import { flawOf, type KernelFlaw } from './flaws.ts';
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

  /** The same end, with what the bank is to be told of the chip. */
  withChipData(data: Pick<KernelFailure, 'chipData' | 'scriptReport'>): KernelEnd {
    if (this.outcome.type !== 'failed') return this;
    return new KernelEnd({ type: 'failed', failure: { ...this.outcome.failure, ...data } });
  }
}

export type Because = {
  /** The tag at fault. */
  readonly tag?: string;
  readonly sw?: string;
  /** Where tag and step do not tell it. */
  readonly flaw?: KernelFlaw;
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
  const { step } = session;
  const flaw = because.flaw ?? flawOf({ code, step, ...tagOf(because) });
  throw new KernelEnd({
    type: 'failed',
    failure: {
      code,
      step,
      ...(because.sw === undefined ? {} : { sw: because.sw }),
      ...tagOf(because),
      ...(flaw === undefined ? {} : { flaw }),
      evidence,
      ...(session.card === undefined ? {} : { card: session.card }),
      hostApproved: session.hostApproved,
    },
  });
}

const tagOf = ({ tag }: Because): { readonly tag?: string } => (tag === undefined ? {} : { tag });

/** SW1 SW2 of a response, `9000`. */
export const statusWords = (response: Uint8Array): string => toHex(response.slice(-2));

/** Evidence of a data object: its tag and value as the card wrote them. */
export function objectEvidence(tag: string, value: Uint8Array): Uint8Array {
  const tagBytes = Uint8Array.from(tag.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
  return concat(tagBytes, Uint8Array.of(Math.min(value.length, 0x7f)), value.slice(0, 0x7f));
}
