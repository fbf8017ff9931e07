import { actionOf } from './amount.ts';
import { type Flow, show, wait } from './flow.ts';
import type { CaseChoice, CaseQuestion } from './view/case.ts';
import type { Saving } from './view/report.ts';
import type { Named } from './view.ts';

/** One row of a list, or undefined for the way back. */
export function* ask<C extends CaseChoice>(
  names: Named,
  question: CaseQuestion,
  choices: readonly C[],
  saving?: Saving,
): Flow<C | undefined> {
  for (;;) {
    const saved = saving === undefined ? {} : { saving };
    yield* show({ name: 'case-choice', ...names, question, choices, ...saved });
    const action = actionOf(yield* wait());
    if (action?.type === 'caseChoice') {
      const chosen = choices.find((choice) => choice === action.choice);
      if (chosen !== undefined) return chosen;
    }
    if (action?.type === 'back' || action?.type === 'cancel') return undefined;
  }
}

/** Asks for one of a list of words, and gives it without the word of its question. */
export function* askWord<P extends string, W extends string>(
  names: Named,
  question: CaseQuestion,
  prefix: P,
  list: readonly W[],
): Flow<W | undefined> {
  const rows = list.map((word) => `${prefix}:${word}` as CaseChoice);
  const chosen = yield* ask(names, question, rows);
  return list.find((word) => `${prefix}:${word}` === chosen);
}
