import type { Config } from '#src/config/schema.ts';
import type { CashierAction, View } from '#src/desk/view.ts';
import type { Incident } from '#src/incident/incident.ts';
import type { Append, Journal } from '#src/journal/port.ts';
import type { Hold } from '#src/preauth/hold.ts';
import { slipPrinter } from '#src/slip-printer.ts';
import type { TerminalParts } from '#src/terminal.ts';
import {
  nothingKept,
  nothingReported,
  openTrainingBooks,
  type TrainingBooks,
} from '#src/training/books.ts';
import type { Played, Trainer, Training } from '#src/training/contract.ts';
import { type Exercise, exerciseOf } from '#src/training/exercises.ts';
import { type GuestAct, guestAct } from '#src/training/guest.ts';
import { trainingConfig } from '#src/training/terminal-config.ts';
import { memoryKeyFolder } from '../keystore/key-folder.ts';
import { personalUnder } from '../keystore/personal.ts';
import type { ReceiptPrinter } from '../printer/contract.ts';
import { TrainingTerminal } from './terminal.ts';
import { TrainingWorld } from './world.ts';

type Shared = Pick<
  TerminalParts,
  'version' | 'simulated' | 'tone' | 'paper' | 'now' | 'after' | 'random' | 'uuid' | 'pins'
>;

export type RoomOptions = Shared & {
  readonly config: Config;
  readonly printer: ReceiptPrinter;
  /** The glass. */
  readonly present: (view: View) => void;
  /** Touches that are the real terminal's. */
  readonly act: (action: CashierAction) => void;
  /** How long the guest takes over each thing it does. */
  readonly guestMs?: number;
};

const usualGuestMs = 900;
/** An exercise ends by itself after so many times its goal. */
const patience = 5;

/**
 * The training room: stands between the real terminal and its glass. While the real terminal shows `in-training`, the
 * exercise's own terminal is seen and touched; every other screen of the real one lies on top.
 */
export class TrainingRoom implements Trainer {
  readonly #options: RoomOptions;
  #real: View | undefined;
  #lesson: Lesson | undefined;

  constructor(options: RoomOptions) {
    this.#options = options;
  }

  /** A view of the real terminal. */
  present(view: View): void {
    this.#real = view;
    this.#paint();
  }

  /** A view that knows no records: in the language and the light of the one before. */
  presentBare(view: View): void {
    const { language, theme } = this.#real ?? view;
    this.present({ ...view, language, theme });
  }

  act(action: CashierAction): void {
    if (action.type === 'leaveTraining' && this.#lesson !== undefined) this.#lesson.end('left');
    else if (this.#seesLesson) this.#lesson?.act(action);
    else this.#options.act(action);
  }

  clockChanged(): void {
    this.#lesson?.clockChanged();
  }

  async play(training: Training): Promise<Played> {
    const lesson = new Lesson(this.#options, training, () => this.#paint());
    this.#lesson = lesson;
    try {
      return await lesson.played;
    } finally {
      this.#lesson = undefined;
      await lesson.close();
    }
  }

  get #seesLesson(): boolean {
    return this.#real?.screen.name === 'in-training' && this.#lesson?.view !== undefined;
  }

  #paint(): void {
    const view = this.#seesLesson ? this.#lesson?.view : this.#real;
    if (view !== undefined) this.#options.present(view);
  }
}

/** One exercise, from its empty terminal to what it left behind. */
class Lesson {
  readonly #exercise: Exercise;
  readonly #options: RoomOptions;
  readonly #world: TrainingWorld;
  readonly #books: TrainingBooks;
  readonly #terminal: TrainingTerminal;
  readonly #repaint: () => void;
  readonly #beganMs: number;
  readonly #stopTimers: (() => void)[] = [];
  readonly #done = Promise.withResolvers<Played>();
  #taps = 0;
  #ended = false;
  #guest: { readonly key: string; readonly stop: () => void } | undefined;
  view: View | undefined;

  constructor(options: RoomOptions, training: Training, repaint: () => void) {
    const config = trainingConfig(options.config, training);
    this.#exercise = exerciseOf(training.exercise);
    this.#options = options;
    this.#repaint = repaint;
    this.#beganMs = options.now();
    this.#world = new TrainingWorld(config, this.#exercise, options);
    this.#books = openTrainingBooks(options);
    const { documents } = this.#books;
    const { printer, simulated, version } = options;
    const { tone, paper, now, after, random, uuid, pins } = options;
    this.#terminal = new TrainingTerminal({
      ...{ tone, paper, now, after, random, uuid, pins, version, simulated, config },
      reader: this.#world.reader,
      head: this.#world.head,
      pinPad: this.#world.pinPad,
      masterKeys: this.#world.masterKeys,
      acquirer: this.#world.acquirer,
      prober: this.#world.prober,
      ...this.#books,
      journal: heard(this.#books.journal, (events) => this.#heed(events)),
      operator: config.people[0]?.id ?? '01',
      safekeeping: nothingKept,
      reports: nothingReported,
      // No way to a customer leads out of a training.
      messengers: {},
      personal: personalUnder(memoryKeyFolder()),
      printSlip: slipPrinter({ printer, documents, config, simulated, training: true }),
      present: (view) => this.#see(view),
      trace: () => undefined,
    });
    const limitMs = this.#exercise.goalSeconds * patience * 1_000;
    this.#stopTimers.push(options.after(limitMs, () => this.end('outOfTime')));
    this.#terminal.begin();
  }

  get played(): Promise<Played> {
    return this.#done.promise;
  }

  act(action: CashierAction): void {
    this.#taps += 1;
    this.#terminal.act(action);
  }

  clockChanged(): void {
    this.#terminal.clockChanged();
  }

  end(end: Played['end']): void {
    if (this.#ended) return;
    this.#ended = true;
    const bodies = (table: 'hold' | 'incident') =>
      this.#books.documents.list(table).map(({ body }) => body);
    this.#done.resolve({
      end,
      seconds: Math.max(0, Math.round((this.#options.now() - this.#beganMs) / 1_000)),
      taps: this.#taps,
      holds: bodies('hold') as readonly Hold[],
      incidents: bodies('incident') as readonly Incident[],
      heldAtBank: this.#world.held,
    });
  }

  async close(): Promise<void> {
    this.#guest?.stop();
    for (const stop of this.#stopTimers) stop();
    this.#terminal.stop();
    await this.#world.close();
  }

  #see(view: View): void {
    this.view = { ...view, strip: { ...view.strip, training: true, leavable: true } };
    if (this.#ended) return;
    if (view.screen.name === 'present-card') this.#world.breakDown();
    if (view.screen.name === 'home' && !this.#world.cardIn && this.#somethingHappened) {
      // The terminal finishes what it is at before its parts are looked at.
      this.#stopTimers.push(this.#options.after(0, () => this.end('finished')));
    }
    this.#moveGuest(view);
    this.#repaint();
  }

  get #somethingHappened(): boolean {
    const { documents } = this.#books;
    return documents.count('hold') + documents.count('incident') > 0;
  }

  /** What the trainee begins may be what mends the world. */
  #heed(events: Append['events']): void {
    const { mendedBy = [] } = this.#exercise.trouble;
    for (const event of events)
      if (event.kind === 'incident.remedyStarted' && mendedBy.includes(event.remedy))
        this.#world.mend();
  }

  /** The guest does one thing at a time, and begins anew when the screen asks for another. */
  #moveGuest({ screen }: View): void {
    const { cards } = this.#exercise.trouble;
    const { reader, cardIn } = this.#world;
    const readerReady = reader.status !== 'gone' && reader.status !== 'serviceDown';
    const othersAsked = this.#othersAsked;
    const act = guestAct(screen, { cards, othersAsked, cardIn, readerReady });
    const key = act === undefined ? '' : JSON.stringify([screen.name, act]);
    if (key === (this.#guest?.key ?? '')) return;
    this.#guest?.stop();
    this.#guest = act === undefined ? undefined : { key, stop: this.#later(act) };
  }

  #later(act: GuestAct): () => void {
    return this.#options.after(this.#options.guestMs ?? usualGuestMs, () => {
      this.#guest = undefined;
      if (!this.#ended) this.#world.perform(act);
    });
  }

  get #othersAsked(): number {
    const incidents = this.#books.documents.list('incident').map(({ body }) => body as Incident);
    return incidents
      .flatMap(({ timeline }) => timeline)
      .filter(({ remedy, end }) => remedy === 'otherCard' && end === undefined).length;
  }
}

const heard = (journal: Journal, heed: (events: Append['events']) => void): Journal => ({
  append: (change) => {
    const rows = journal.append(change);
    heed(change.events);
    return rows;
  },
  read: (afterSeq, limit) => journal.read(afterSeq, limit),
});
