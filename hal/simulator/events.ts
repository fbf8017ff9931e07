import type { BankEvent } from './bank/counter.ts';
import type { FaultView } from './faults.ts';
import type { ArrivedMessage } from './phones.ts';
import type { Patch } from './picture.ts';
import type { TerminalState } from './process.ts';
import type { TimelineLine } from './wire.ts';

/** One line of the timeline, numbered; lines of the world itself are in both languages. */
export type TimelineEntry = TimelineLine & { readonly n: number; readonly zh?: string };

/** What a watcher of `/api/live` hears; frames go out as binary messages. */
export type LiveEvent =
  | { readonly type: 'terminal'; readonly state: TerminalState; readonly why?: string }
  | { readonly type: 'frame'; readonly patches: readonly Patch[] }
  | { readonly type: 'tone'; readonly tone: string }
  | { readonly type: 'timeline'; readonly line: TimelineEntry }
  | { readonly type: 'reader'; readonly card: string | null; readonly unplugged: boolean }
  | { readonly type: 'paper'; readonly n: number; readonly atMs: number; readonly text: string }
  | { readonly type: 'faults'; readonly faults: readonly FaultView[] }
  | { readonly type: 'bank'; readonly event: BankEvent }
  /** It came to a customer. */
  | { readonly type: 'message'; readonly message: ArrivedMessage }
  | { readonly type: 'clock'; readonly offsetMs: number };

/** The last lines of what happened, oldest first. */
export class Timeline {
  readonly #lines: TimelineEntry[] = [];
  readonly #keep: number;
  #n = 0;

  constructor(keep = 2000) {
    this.#keep = keep;
  }

  add(line: TimelineLine & { readonly zh?: string }): TimelineEntry {
    const entry = { ...line, n: ++this.#n };
    this.#lines.push(entry);
    if (this.#lines.length > this.#keep) this.#lines.shift();
    return entry;
  }

  after(n: number): readonly TimelineEntry[] {
    return this.#lines.filter((line) => line.n > n);
  }
}
