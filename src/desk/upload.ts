import { type AnswerFamily, answerCode } from '../acquirer/answer-codes.ts';
import type { BatchUpload, UploadRecord } from '../acquirer/contract.ts';
import { type BatchTransaction, debitsOf, isForeign } from '../settlement/batch.ts';
import { uploadedChipData } from '../settlement/chip-data.ts';
import type { OpenSettlement } from '../settlement/projector.ts';
import { type Flow, facts, openNumber } from './flow.ts';
import { counter } from './queries.ts';
import { ask, batchOf, type Stopped } from './settle.ts';
import type { SettlementProgress } from './settlement-progress.ts';

/** Records that one message of the upload takes. */
const recordsAtOnce = 8;

export type Sent = {
  readonly type: 'sent';
  /** Charges, as far as their numbers are here. */
  readonly uploaded: number;
  readonly withoutNumber: number;
};

type Uploading = {
  readonly batch: number;
  readonly balanced: boolean;
  readonly progress: SettlementProgress;
};

/** Refusals that another try may not get: the bank's computer, the keys or the settings are in the way. */
const mayPass = new Set<AnswerFamily>(['bankSide', 'signInAgain', 'settings']);

/**
 * 批上送. Totals that differ: every charge, eight a message (201), and every chip transaction (205), then the end
 * (202). Totals that agree: the chip transactions alone (203), then the end (207). What the bank has got already is
 * not sent again. What it refuses for good (95 at the end: it counts otherwise) is noted and stops nothing: the batch
 * closes as one that differs.
 */
export function* upload(
  batch: number,
  balanced: boolean,
  progress: SettlementProgress,
): Flow<Sent | Stopped> {
  const what: Uploading = { batch, balanced, progress };
  const { uploaded = [], refused = [] } =
    counter<OpenSettlement>(yield* facts(), 'settlement') ?? {};
  const already = [...uploaded, ...refused];
  const all = batchOf(batch, yield* facts());
  const debits = balanced ? [] : debitsOf(all);
  const records: UploadRecord[] = [];
  let withoutNumber = 0;
  for (const charge of debits) {
    const { stan, amount, card } = charge;
    if (already.includes(stan)) continue;
    const pan = card === undefined ? undefined : yield* openNumber(card.token);
    if (pan === undefined) withoutNumber++;
    else
      records.push({
        stan,
        pan,
        minorUnits: amount.minorUnits,
        foreignCard: isForeign(charge),
      });
  }
  for (let at = 0; at < records.length; at += recordsAtOnce) {
    const part = records.slice(at, at + recordsAtOnce);
    const stans = part.map(({ stan }) => stan);
    const stopped = yield* send(what, { type: 'stripe', records: part }, stans);
    if (stopped !== undefined) return stopped;
  }
  for (const transaction of all) {
    if (transaction.chip === undefined || already.includes(transaction.stan)) continue;
    const chip = yield* chipUpload(transaction);
    if (chip === undefined) continue;
    const stopped = yield* send(what, chip, [transaction.stan]);
    if (stopped !== undefined) return stopped;
  }
  const count = counter<OpenSettlement>(yield* facts(), 'settlement')?.uploaded.length ?? 0;
  const stopped = yield* send(what, { type: 'end', count }, []);
  if (stopped !== undefined) return stopped;
  return { type: 'sent', uploaded: debits.length - withoutNumber, withoutNumber };
}

/** Undefined when the number is not here any more: the bank has it from the transaction itself. */
function* chipUpload({ amount, card, chip }: BatchTransaction): Flow<BatchUpload | undefined> {
  const pan = card === undefined ? undefined : yield* openNumber(card.token);
  if (card === undefined || pan === undefined || chip === undefined) return undefined;
  const { panSequenceNumber } = card;
  return {
    type: 'chip',
    transaction: {
      amount,
      posEntryMode: chip.posEntryMode,
      card: {
        pan,
        chipData: uploadedChipData(chip.lines),
        ...(panSequenceNumber === undefined ? {} : { panSequenceNumber }),
      },
    },
  };
}

/** `fault` is a code of the bank when it has two characters. */
const isFinal = (fault: string): boolean =>
  fault.length === 2 && !mayPass.has(answerCode(fault).family);

function* send(
  { batch, balanced, progress }: Uploading,
  upload: BatchUpload,
  stans: readonly number[],
): Flow<Stopped | undefined> {
  const sent = yield* ask(
    (stan) => ({ kind: 'upload', batch, balanced, stan, upload }),
    [],
    () => (stans.length === 0 ? [] : [{ kind: 'settlement.uploaded', batch, stans }]),
    progress,
    {
      unansweredStan: counter<OpenSettlement>(yield* facts(), 'settlement')?.unansweredStan,
      refused: (responseCode) =>
        isFinal(responseCode) ? [{ kind: 'settlement.notTaken', batch, stans, responseCode }] : [],
    },
  );
  return sent.type === 'stopped' && !isFinal(sent.fault) ? sent : undefined;
}
