import type {
  Entry,
  MessageIdentity,
  ReversalEntry,
  SignInEntry,
  TransactionEntry,
} from './entries.ts';
import { comesAfter } from './running-number.ts';

export type HoldState = 'held' | 'completed' | 'cancelled' | 'reversed';

/** A pre-authorisation as the bank sees it. */
export type BookedHold = {
  readonly opened: TransactionEntry;
  /** With increments. */
  amountMinorUnits: number;
  state: HoldState;
  completion: TransactionEntry | undefined;
};

export type BookedTransaction = {
  readonly entry: TransactionEntry;
  state: 'approved' | 'declined' | 'reversed' | 'voided';
};

const requestKey = (mti: string, { terminalId, batch, stan }: MessageIdentity) =>
  `${terminalId}.${batch}.${stan}.${mti}`;

const reversalKey = ({ terminalId, batch, stan }: MessageIdentity) =>
  `${terminalId}.${batch}.${stan}`;

/** The bank's book in memory: nothing but the sum of its entries. */
export class Book {
  readonly transactions: BookedTransaction[] = [];
  readonly reversals: ReversalEntry[] = [];
  /** By RRN of the pre-authorisation. */
  readonly holds = new Map<string, BookedHold>();
  readonly #byRequest = new Map<string, BookedTransaction>();
  readonly #byRrn = new Map<string, BookedTransaction>();
  readonly #reversed = new Map<string, ReversalEntry>();
  readonly #keys = new Map<string, SignInEntry>();
  readonly #batches = new Map<string, { settled: number; current: number; lastStan: number }>();
  /** Transactions of each message of a batch upload. */
  readonly #uploads = new Map<string, number>();
  #lastDayEnded = 0;
  #count = 0;

  apply(entry: Entry): void {
    if (entry.type === 'transaction') this.#applyTransaction(entry);
    else if (entry.type === 'reversal') this.#applyReversal(entry);
    else if (entry.type === 'signIn') this.#applySignIn(entry);
    else if (entry.type === 'signOff') this.#keys.delete(entry.terminalId);
    else if (entry.type === 'upload')
      this.#uploads.set(`${entry.terminalId}.${entry.batch}.${entry.stan}`, entry.count);
    else if (entry.type === 'dayEnd') this.#lastDayEnded = entry.day;
    else {
      const batches = this.#batchesOf(entry.terminalId);
      if (comesAfter(Number(entry.batch), batches.settled)) batches.settled = Number(entry.batch);
    }
  }

  /** The last accounting day that ended before its midnight, as days since 1970; 0 when none did. */
  get lastDayEnded(): number {
    return this.#lastDayEnded;
  }

  /** Numbers every message that gets an RRN. */
  get nextNumber(): number {
    return this.#count + 1;
  }

  /** The last sign-in of a terminal, until it signs off. */
  signIn(terminalId: string): SignInEntry | undefined {
    return this.#keys.get(terminalId);
  }

  /** Transactions that came in the upload of a batch. */
  uploaded(terminalId: string, batch: string): number {
    const ofBatch = [...this.#uploads].filter(([key]) => key.startsWith(`${terminalId}.${batch}.`));
    return ofBatch.reduce((sum, [, count]) => sum + count, 0);
  }

  /** The batch settled last, the latest batch, and its latest trace number, as the bank has seen them of a terminal. */
  batches(terminalId: string): {
    readonly settled: number;
    readonly current: number;
    readonly lastStan: number;
  } {
    return this.#batches.get(terminalId) ?? { settled: 0, current: 0, lastStan: 0 };
  }

  repeated(mti: string, identity: MessageIdentity): BookedTransaction | undefined {
    return this.#byRequest.get(requestKey(mti, identity));
  }

  reversalOf(identity: MessageIdentity): ReversalEntry | undefined {
    return this.#reversed.get(reversalKey(identity));
  }

  transaction(rrn: string): BookedTransaction | undefined {
    return this.#byRrn.get(rrn);
  }

  /** The request that a reversal names, whatever its MTI. */
  original(identity: MessageIdentity): BookedTransaction | undefined {
    return (
      this.repeated('0100', identity) ??
      this.repeated('0200', identity) ??
      this.repeated('0220', identity)
    );
  }

  /** Holds of a merchant under an authorisation code, newest first. */
  holdsByCode(merchantId: string, authorisationCode: string): readonly BookedHold[] {
    return [...this.holds.values()]
      .filter(
        ({ opened }) =>
          opened.merchantId === merchantId && opened.authorisationCode === authorisationCode,
      )
      .reverse();
  }

  #batchesOf(terminalId: string) {
    const batches = this.#batches.get(terminalId) ?? { settled: 0, current: 0, lastStan: 0 };
    this.#batches.set(terminalId, batches);
    return batches;
  }

  #sawStan({ terminalId, batch, stan }: MessageIdentity): void {
    const batches = this.#batchesOf(terminalId);
    if (comesAfter(Number(batch), batches.current)) {
      batches.current = Number(batch);
      batches.lastStan = 0;
    }
    if (Number(batch) === batches.current && comesAfter(Number(stan), batches.lastStan))
      batches.lastStan = Number(stan);
  }

  #applySignIn(entry: SignInEntry): void {
    const { terminalId, batch } = entry;
    this.#keys.set(terminalId, entry);
    this.#sawStan({ merchantId: '', terminalId, batch, stan: '0' });
  }

  #applyTransaction(entry: TransactionEntry): void {
    this.#count++;
    this.#sawStan(entry);
    const transaction: BookedTransaction = {
      entry,
      state: entry.approved ? 'approved' : 'declined',
    };
    this.transactions.push(transaction);
    this.#byRequest.set(requestKey(entry.mti, entry), transaction);
    this.#byRrn.set(entry.rrn, transaction);
    if (entry.approved) this.#book(entry);
  }

  #book(entry: TransactionEntry): void {
    if (entry.kind === 'preauth' || entry.kind === 'cardAbsentPreauth') {
      const { amountMinorUnits } = entry;
      this.holds.set(entry.rrn, {
        opened: entry,
        amountMinorUnits,
        state: 'held',
        completion: undefined,
      });
      return;
    }
    const original = entry.originalRrn ?? '';
    if (entry.kind === 'saleVoid' || entry.kind === 'completionVoid') {
      const voided = this.#byRrn.get(original);
      if (voided !== undefined) voided.state = 'voided';
    }
    const hold = this.#holdOf(entry);
    if (hold === undefined) return;
    if (entry.kind === 'increment') hold.amountMinorUnits += entry.amountMinorUnits;
    if (entry.kind === 'cancellation') hold.state = 'cancelled';
    if (entry.kind === 'completion' || entry.kind === 'completionAdvice') {
      hold.state = 'completed';
      hold.completion = entry;
    }
    if (entry.kind === 'completionVoid') {
      hold.state = 'held';
      hold.completion = undefined;
    }
  }

  /**
   * The hold that a transaction opened or changed; a void names the completion, which names the
   * hold.
   */
  #holdOf(entry: TransactionEntry): BookedHold | undefined {
    const original = this.holds.get(entry.originalRrn ?? entry.rrn);
    if (original !== undefined || entry.originalRrn === undefined) return original;
    const between = this.#byRrn.get(entry.originalRrn)?.entry.originalRrn;
    return between === undefined ? undefined : this.holds.get(between);
  }

  #applyReversal(entry: ReversalEntry): void {
    this.#count++;
    this.reversals.push(entry);
    this.#reversed.set(reversalKey(entry), entry);
    const undone = entry.undid === undefined ? undefined : this.#byRrn.get(entry.undid);
    if (undone === undefined || undone.state !== 'approved') return;
    undone.state = 'reversed';
    this.#undo(undone.entry);
  }

  #undo(entry: TransactionEntry): void {
    const hold = this.#holdOf(entry);
    const original = this.#byRrn.get(entry.originalRrn ?? '');
    if (entry.kind === 'saleVoid' && original !== undefined) original.state = 'approved';
    if (hold === undefined) return;
    if (entry.kind === 'preauth' || entry.kind === 'cardAbsentPreauth') hold.state = 'reversed';
    if (entry.kind === 'increment') hold.amountMinorUnits -= entry.amountMinorUnits;
    if (entry.kind === 'cancellation') hold.state = 'held';
    if (entry.kind === 'completion') {
      hold.state = 'held';
      hold.completion = undefined;
    }
    if (entry.kind === 'completionVoid' && original !== undefined) {
      original.state = 'approved';
      hold.state = 'completed';
      hold.completion = original.entry;
    }
  }
}
