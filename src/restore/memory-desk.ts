import type { Config } from '../config/schema.ts';
import { leaves } from '../desk/amount.ts';
import type { CashierAction, View } from '../desk/view.ts';
import { type FaultCode, takesNoRow } from '../fault.ts';
import { bareView } from './bare-view.ts';

/** The disk takes no row: what may be done is to look again. */
type MemoryParts = {
  readonly config: Config;
  readonly simulated: boolean;
  readonly fault: FaultCode;
  readonly present: (view: View) => void;
  readonly now: () => number;
  readonly after: (ms: number, callback: () => void) => () => void;
  /** Writes to the disk. Throws TerminalFault of the journal while it takes nothing. */
  readonly tryDisk: () => void;
  /** The terminal may start again, from its journal. */
  readonly over: () => void;
};

/** How often the disk is tried by itself: room comes back while nobody stands there. */
const tryAgainMs = 15_000;

/** The terminal without a disk that takes its rows: nothing is begun, by a touch or by itself the disk is tried again. */
export class MemoryDesk {
  readonly #parts: MemoryParts;
  #fault: FaultCode;
  #tries = 0;
  #isOver = false;
  #stopTimer: (() => void) | undefined;

  constructor(parts: MemoryParts) {
    this.#parts = parts;
    this.#fault = parts.fault;
  }

  begin(): void {
    const { present, after, config } = this.#parts;
    present(
      bareView(this.#parts, {
        name: 'notice',
        notice: {
          type: 'memoryFault',
          hotline: config.defaultHotline,
          full: this.#fault === 'journal.diskFull',
          tries: this.#tries,
        },
        primary: 'tryAgain',
        cardIn: false,
      }),
    );
    this.#stopTimer?.();
    this.#stopTimer = after(tryAgainMs, () => this.#tryAgain());
  }

  act(action: CashierAction): void {
    if (leaves(action)) this.#tryAgain();
  }

  stop(): void {
    this.#isOver = true;
    this.#stopTimer?.();
  }

  #tryAgain(): void {
    if (this.#isOver) return;
    try {
      this.#parts.tryDisk();
      this.stop();
      this.#parts.over();
    } catch (error) {
      if (!takesNoRow(error)) throw error;
      this.#fault = error.code;
      this.#tries += 1;
      this.begin();
    }
  }
}
