import { randomBytes, randomUUID } from 'node:crypto';
import type { ReceiptPrinter } from '#hal/printer/contract.ts';
import { TrainingRoom } from '#hal/training/room.ts';
import { loadConfig } from '#src/config/load.ts';
import type { CashierAction, Screen, ScreenName, ScreenOf, View } from '#src/desk/view.ts';
import { scryptPins } from '#src/security/pin-hash.ts';
import type { Played } from '#src/training/contract.ts';
import { type ExerciseId, exerciseOf } from '#src/training/exercises.ts';
import { type Grade, gradeExercise } from '#src/training/grade.ts';

const inTraining: View = {
  language: 'en',
  theme: 'light',
  strip: { nowMs: 0, network: 'ok', paper: 'ok', reader: 'ok', training: true, simulated: true },
  screen: { name: 'in-training' },
};

/** Somebody at the glass of a training room: plays one exercise by what the screens offer. */
export class Trainee {
  readonly room: TrainingRoom;
  readonly paper: Uint8Array[] = [];
  readonly touchedReal: CashierAction[] = [];
  #view: View | undefined;
  #playing: Promise<Played> | undefined;

  constructor(config: unknown = {}) {
    const loaded = loadConfig({ language: 'en' }, config);
    if (!('merchant' in loaded)) throw new Error(JSON.stringify(loaded));
    const printer: ReceiptPrinter = {
      name: 'paper of a test',
      columns: 32,
      print: async (bytes) => void this.paper.push(bytes),
      status: async () => 'ok',
      close: async () => undefined,
    };
    this.room = new TrainingRoom({
      config: loaded,
      printer,
      version: '0.0.0',
      simulated: true,
      tone: () => undefined,
      paper: () => 'ok',
      now: Date.now,
      after: (ms, callback) => {
        const timer = setTimeout(callback, ms);
        return () => clearTimeout(timer);
      },
      random: (length) => new Uint8Array(randomBytes(length)),
      uuid: randomUUID,
      pins: scryptPins,
      present: (view) => {
        this.#view = view;
      },
      act: (action) => void this.touchedReal.push(action),
      guestMs: 1,
    });
  }

  begin(exercise: ExerciseId): void {
    this.showReal(inTraining.screen);
    this.#playing = this.room.play({
      exercise,
      trainee: { 'zh-CN': '学员', en: 'Trainee' },
      language: 'en',
      theme: 'light',
    });
  }

  showReal(screen: Screen): void {
    this.room.present({ ...inTraining, screen });
  }

  get view(): View {
    if (this.#view === undefined) throw new Error('nothing is shown yet');
    return this.#view;
  }

  tap(action: CashierAction): void {
    this.room.act(action);
  }

  type(digits: string): void {
    for (const digit of digits) this.tap({ type: 'digit', digit: digit as '0' });
  }

  async until<N extends ScreenName>(
    name: N,
    fits: (screen: ScreenOf<N>) => boolean = () => true,
    withinMs = 12_000,
  ): Promise<ScreenOf<N>> {
    const end = performance.now() + withinMs;
    for (;;) {
      const screen = this.#view?.screen;
      if (screen?.name === name && fits(screen as ScreenOf<N>)) return screen as ScreenOf<N>;
      if (performance.now() > end)
        throw new Error(`waited for ${name}, but the screen is ${JSON.stringify(screen)}`);
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
  }

  /** From home to the question for a card. */
  async ask(minorUnits = 50_000): Promise<void> {
    await this.until('home');
    this.tap({ type: 'go', to: 'preauth' });
    await this.until('amount');
    this.tap({ type: 'preset', amount: { minorUnits, currency: '156' } });
    this.tap({ type: 'primary' });
  }

  /** Takes the best way of `why`, or the named one. */
  async way(remedy?: Parameters<typeof wayAction>[0]): Promise<void> {
    await this.until('why');
    this.tap(remedy === undefined ? { type: 'primary' } : wayAction(remedy));
  }

  /** Ends the result screen; the exercise is over then. */
  async done(): Promise<Played> {
    await this.until('result');
    this.tap({ type: 'primary' });
    return this.played();
  }

  async played(): Promise<Played> {
    if (this.#playing === undefined) throw new Error('nothing is played');
    return this.#playing;
  }
}

const wayAction = (remedy: Extract<CashierAction, { type: 'way' }>['remedy']): CashierAction => ({
  type: 'way',
  remedy,
});

export const gradeOf = (exercise: ExerciseId, played: Played): Grade =>
  gradeExercise(exerciseOf(exercise), played);
