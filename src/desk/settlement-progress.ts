import { type DeskEvent, type Flow, facts, show } from './flow.ts';
import type { Step } from './view.ts';

type StepName = 'owedFirst' | 'compare' | 'upload' | 'backUp';

const steps: readonly StepName[] = ['owedFirst', 'compare', 'upload', 'backUp'];

/** The steps of the end of day, which one runs and for how long. */
export class SettlementProgress {
  #running = 0;
  #skipped = new Set<StepName>(['upload']);
  readonly #startedMs = new Map<StepName, number>();

  /** The next step that runs; the batch upload stands in the list only when it is needed. */
  *step(name: StepName): Flow<void> {
    this.#skipped.delete(name);
    this.#running = steps.indexOf(name);
    if (!this.#startedMs.has(name)) this.#startedMs.set(name, (yield* facts()).nowMs);
    yield* this.show();
  }

  *meanwhile(_event: DeskEvent): Flow<void> {
    yield* this.show();
  }

  *show(): Flow<void> {
    const { nowMs, config } = yield* facts();
    const running = steps[this.#running] ?? 'owedFirst';
    const since = this.#startedMs.get(running) ?? nowMs;
    yield* show({
      name: 'asking-bank',
      purpose: 'settlement',
      elapsedSeconds: Math.max(0, Math.floor((nowMs - since) / 1_000)),
      limitSeconds: Math.ceil(config.acquirer.answerTimeoutMs / 1_000),
      steps: steps.filter((step) => !this.#skipped.has(step)).map((step) => this.#describe(step)),
      cardIn: false,
    });
  }

  #describe(step: StepName): Step {
    const at = steps.indexOf(step);
    if (at === this.#running) return { step, state: 'running' };
    return { step, state: at < this.#running ? 'done' : 'waiting' };
  }
}
