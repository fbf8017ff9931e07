import type { CashierAction } from '#src/desk/view.ts';
import { Terminal, type TerminalParts } from '#src/terminal.ts';
import type { TrainingAcquirer } from './acquirer.ts';

/** The parts of a terminal, with the one acquirer that reaches no host; it trains nobody in its turn. */
type TrainingParts = Omit<TerminalParts, 'acquirer' | 'trainer'> & {
  readonly acquirer: TrainingAcquirer;
};

/** The very terminal that takes holds, over parts that cannot: what is practised is what is done. */
export class TrainingTerminal {
  readonly #terminal: Terminal;

  constructor(parts: TrainingParts) {
    this.#terminal = new Terminal(parts);
  }

  begin(): void {
    this.#terminal.begin();
  }

  act(action: CashierAction): void {
    this.#terminal.act(action);
  }

  clockChanged(): void {
    this.#terminal.clockChanged();
  }

  stop(): void {
    this.#terminal.stop();
  }
}
