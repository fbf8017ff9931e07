import { requireMandatoryData } from './card-data.ts';
import type {
  CardData,
  KernelInput,
  KernelOutcome,
  KernelRequest,
  KernelResponse,
} from './contract.ts';
import { KernelEnd } from './end.ts';
import { readApplicationData } from './read-records.ts';
import { beginSession } from './state.ts';
import { selectAndInitiate } from './transaction.ts';

export type NumberRead =
  | { readonly type: 'numberRead'; readonly card: CardData }
  | Extract<KernelOutcome, { type: 'cancelled' | 'failed' }>;

/**
 * The number of a card and nothing else: selection, GET PROCESSING OPTIONS and the records (EMV 4.4 Book 3 §10.1,
 * §10.2). The card is asked for no cryptogram, so nothing is held, charged or even requested by it.
 */
export function* readNumber(
  input: KernelInput,
): Generator<KernelRequest, NumberRead, KernelResponse> {
  const session = beginSession(input);
  try {
    const tx = yield* selectAndInitiate(session);
    yield* readApplicationData(tx);
    return { type: 'numberRead', card: requireMandatoryData(tx) };
  } catch (end) {
    if (!(end instanceof KernelEnd)) throw end;
    const { outcome } = end;
    if (outcome.type === 'failed' || outcome.type === 'cancelled') return outcome;
    throw new Error(`reading a number ended in ${outcome.type}`);
  }
}
