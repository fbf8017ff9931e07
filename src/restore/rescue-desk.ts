import type { Config } from '../config/schema.ts';
import type { DeskEvent, DeskRequest, Facts, Task, TaskResult } from '../desk/flow.ts';
import type { CashierAction, View } from '../desk/view.ts';
import { isFault } from '../fault.ts';
import { Conversation } from '../flow/conversation.ts';
import type { DocumentReader, StoredDocument } from '../journal/documents.ts';
import type { Journal } from '../journal/port.ts';
import { type Tries, triesUntilLockOut } from '../people/person.ts';
import { isPinOf, type Pins } from '../people/pin.ts';
import { bareView } from './bare-view.ts';
import type { Restoring } from './contract.ts';
import { rescue } from './flow.ts';

/** Wrong PINs, kept apart from the records while these cannot be read: durable when `write` returns. */
export type TriesNote = {
  read(): { readonly count: number; readonly lastMs: number };
  write(tries: { readonly count: number; readonly lastMs: number }): void;
};

type RescueParts = {
  readonly config: Config;
  readonly simulated: boolean;
  readonly why: 'damaged' | 'wanted';
  /** Who agreed, where it was wanted from the settings. */
  readonly agreedBy?: string;
  readonly restoring: Restoring;
  readonly tries: TriesNote;
  readonly present: (view: View) => void;
  readonly tone: (tone: 'ok' | 'warning' | 'remove' | 'off') => void;
  readonly now: () => number;
  readonly after: (ms: number, callback: () => void) => () => void;
  readonly pins: Pins;
  /** The terminal may start again. */
  readonly over: () => void;
};

/** The terminal without its records: it can do one thing, which is to get them back. */
export class RescueDesk {
  readonly #parts: RescueParts;
  readonly #conversation: Conversation;

  constructor(parts: RescueParts) {
    this.#parts = parts;
    this.#conversation = new Conversation(rescue(parts.why, parts.agreedBy), {
      answer: (request) => this.#answer(request),
      start: (task, id, done) => {
        void this.#run(task, done).then((result) =>
          this.#post({ type: 'taskDone', task: id, result }),
        );
      },
      now: parts.now,
      after: parts.after,
    });
  }

  begin(): void {
    this.#conversation.begin();
  }

  act(action: CashierAction): void {
    this.#post({ type: 'action', action });
  }

  clockChanged(): void {
    this.#conversation.clockChanged();
  }

  #post(event: DeskEvent): void {
    if (this.#conversation.ended) return;
    this.#conversation.post(event);
    if (this.#conversation.ended) this.#parts.over();
  }

  async #run(task: Task, done: (event: DeskEvent) => void): Promise<TaskResult> {
    if (task.type === 'checkPin')
      return { type: 'checkPin', right: await isPinOf(task.person, task.typed, this.#parts.pins) };
    if (task.type === 'restore') return await this.#restore(task.by, done);
    throw new Error(`without its records: ${task.type}`);
  }

  async #restore(by: string, done: (event: DeskEvent) => void): Promise<TaskResult> {
    try {
      const progress = (share: number) => done({ type: 'progress', share });
      return { type: 'restore', done: await this.#parts.restoring.restore(by, progress) };
    } catch (error) {
      if (isFault(error)) return { type: 'fault', fault: error.code };
      throw error;
    }
  }

  #answer(request: Exclude<DeskRequest, { type: 'wait' | 'start' }>): unknown {
    const { tries, tone, now, restoring } = this.#parts;
    switch (request.type) {
      case 'show':
        return this.#parts.present(bareView(this.#parts, request.screen));
      case 'facts':
        return this.#facts();
      case 'backups':
        return restoring.backups();
      case 'tone':
        return tone(request.tone);
      case 'append':
        for (const event of request.append.events) {
          if (event.kind === 'operator.tried') tries.write({ count: event.attempt, lastMs: now() });
          if (event.kind === 'operator.approved') tries.write({ count: 0, lastMs: 0 });
        }
        return [];
      default:
        throw new Error(`without its records: ${request.type}`);
    }
  }

  #facts(): Facts {
    const { config, now, tries } = this.#parts;
    return {
      nowMs: now(),
      config,
      documents: onlyTries(tries),
      signedIn: false,
      cardIn: false,
      readerReady: false,
      devices: { pinPad: true, head: 'none', messages: [] },
      network: 'ok',
      paper: 'ok',
      operator: '',
      channels: [],
      atHome: false,
      canTrain: false,
      quietSinceMs: now(),
      bankWants: new Set(),
      lineChecks: [],
      reaches: () => false,
    };
  }
}

const none: readonly StoredDocument[] = [];

/** Records that cannot be read. */
export const noDocuments: DocumentReader = {
  get: () => undefined,
  list: () => none,
  listUpTo: () => none,
  find: () => none,
  count: () => 0,
};

export const noJournal: Journal = { append: () => [], read: () => [] };

/**
 * No record can be read; the wrong PINs stand apart, for all people together: so they cost time, but lock nobody out
 * whom nobody could unlock.
 */
function onlyTries(tries: TriesNote): DocumentReader {
  return {
    ...noDocuments,
    get: (table, id) =>
      table === 'counter' && id.startsWith('tries-')
        ? { id, state: '', sort: 0, keys: [], body: withoutLockOut(tries.read()) }
        : undefined,
  };
}

const withoutLockOut = ({ count, lastMs }: Tries): Tries => ({
  count: Math.min(count, triesUntilLockOut - 1),
  lastMs,
});
