import type { TransactionKind } from '../journal/events.ts';
import type { Money } from '../money.ts';
import { type DeskEvent, type Flow, facts, show } from './flow.ts';
import type { Named, ScreenOf, Step } from './view.ts';

type StepName = Step['step'];

/** The steps of each purpose, in their order. */
const chipSteps: readonly StepName[] = ['readChip', 'sentToBank', 'bankAnswers', 'writeChip'];
const bankSteps: readonly StepName[] = ['sentToBank', 'bankAnswers'];

/** The screen that waits: which step is running and for how long, said anew each second. */
export class AskingBank {
  readonly amount: Money;
  readonly #named: Named;
  readonly #purpose: TransactionKind | 'signIn' | 'reversal' | 'download';
  readonly #steps: readonly StepName[];
  readonly #startedMs = new Map<StepName, number>();
  #running: StepName;
  #cardIn = true;
  #pinRight = false;

  constructor(
    wish: { readonly amount: Money; readonly note?: string; readonly last4?: string },
    purpose: TransactionKind | 'signIn' | 'reversal' | 'download' = 'preauth',
    chip = true,
  ) {
    this.amount = wish.amount;
    this.#named = {
      ...(wish.note === undefined ? {} : { note: wish.note }),
      ...(wish.last4 === undefined ? {} : { last4: wish.last4 }),
    };
    this.#purpose = purpose;
    this.#steps = chip ? chipSteps : bankSteps;
    this.#running = this.#steps[0] ?? 'sentToBank';
  }

  *step(step: StepName): Flow<void> {
    this.#running = step === 'sentToBank' ? 'bankAnswers' : step;
    const now = (yield* facts()).nowMs;
    if (step === 'sentToBank') this.#startedMs.set('sentToBank', now);
    yield* this.show();
  }

  /** The chip compared the PIN, and it was right: said until the bank is asked. */
  pinWasRight(): void {
    this.#pinRight = true;
  }

  *meanwhile(event: DeskEvent): Flow<void> {
    if (event.type === 'cardRemoved') this.#cardIn = false;
    yield* this.show();
  }

  *show(): Flow<void> {
    const { nowMs, config, cardIn } = yield* facts();
    if (!this.#startedMs.has(this.#running)) this.#startedMs.set(this.#running, nowMs);
    const since = this.#startedMs.get(this.#running) ?? nowMs;
    const screen: ScreenOf<'asking-bank'> = {
      name: 'asking-bank',
      ...this.#named,
      purpose: this.#purpose,
      amount: this.amount,
      elapsedSeconds: Math.max(0, Math.floor((nowMs - since) / 1_000)),
      limitSeconds: Math.ceil(config.acquirer.answerTimeoutMs / 1_000),
      steps: this.#steps.map((step) => this.#describe(step, nowMs)),
      cardIn: this.#cardIn && cardIn && this.#steps === chipSteps,
      ...(this.#pinRight ? { pinRight: true } : {}),
    };
    yield* show(screen);
  }

  #describe(step: StepName, nowMs: number): Step {
    const at = this.#steps.indexOf(step);
    const running = this.#steps.indexOf(this.#running);
    if (at > running) return { step, state: 'waiting' };
    const since = this.#startedMs.get(step) ?? nowMs;
    const nextStep = this.#steps[at + 1];
    const until = (nextStep === undefined ? undefined : this.#startedMs.get(nextStep)) ?? nowMs;
    const seconds = Math.max(0, Math.round(((at === running ? nowMs : until) - since) / 1_000));
    return { step, state: at === running ? 'running' : 'done', seconds };
  }
}
