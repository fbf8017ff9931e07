import { isFault } from '../fault.ts';
import type { EventOf } from '../journal/events.ts';

type SlipEnd = EventOf<'slip.printed' | 'slip.failed'>;

type SlipQueueParts = {
  readonly printSlip: (slipId: string) => Promise<void>;
  /** Writes the end of a slip; throws TerminalFault of the journal. */
  readonly write: (end: SlipEnd) => void;
  /** The end is written, and may be shown. */
  readonly ended: (slipId: string, ok: boolean) => void;
};

/** Slips print one after the other; each end is journalled, so that none is lost and none forgotten. */
export class SlipQueue {
  readonly #parts: SlipQueueParts;
  readonly #waiting = new Set<string>();
  /** On paper, and the disk would not take the row: told when it does, and never printed twice for it. */
  readonly #untold = new Map<string, SlipEnd>();
  #last: Promise<void> = Promise.resolve();
  #stopped = false;

  constructor(parts: SlipQueueParts) {
    this.#parts = parts;
  }

  /** A slip that waits for its turn already is not taken a second time. */
  print(slipId: string): void {
    if (this.#waiting.has(slipId)) return;
    this.#waiting.add(slipId);
    this.#last = this.#last.then(async () => {
      const end = this.#untold.get(slipId) ?? (await this.#onPaper(slipId));
      this.#waiting.delete(slipId);
      if (!this.#stopped) this.#tell(end);
    });
  }

  stop(): void {
    this.#stopped = true;
  }

  async #onPaper(slipId: string): Promise<SlipEnd> {
    try {
      await this.#parts.printSlip(slipId);
      return { kind: 'slip.printed', slipId };
    } catch (error) {
      const fault = error instanceof Error ? error.message : String(error);
      return { kind: 'slip.failed', slipId, fault };
    }
  }

  #tell(end: SlipEnd): void {
    const { slipId } = end;
    try {
      this.#parts.write(end);
      this.#untold.delete(slipId);
    } catch (error) {
      if (!isFault(error)) throw error;
      this.#untold.set(slipId, end);
      return;
    }
    this.#parts.ended(slipId, end.kind === 'slip.printed');
  }
}
