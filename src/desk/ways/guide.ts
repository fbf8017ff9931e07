import { actionOf } from '../amount.ts';
import type { Wish } from '../case.ts';
import { type Flow, facts, show, wait } from '../flow.ts';
import { incidentOf } from '../queries.ts';
import type { GuideAnswer, GuidePage, WaysScreen } from '../view/ways.ts';
import { namedOf } from '../why.ts';

type Guide = Extract<WaysScreen, { name: 'guide' }>;

/** What a page says beside its words. */
export type GuideFacts = Partial<
  Pick<Guide, 'step' | 'answers' | 'bank' | 'hotline' | 'figure' | 'dueAtMs'>
>;

export type GuideEnd = 'next' | 'back' | GuideAnswer;

export function* showGuide(
  wish: Wish,
  page: GuidePage,
  said: GuideFacts = {},
  printable: boolean = false,
): Flow<void> {
  const now = yield* facts();
  const ticket = incidentOf(now, wish.incidentId ?? '')?.ticket;
  yield* show({
    name: 'guide',
    ...namedOf(wish),
    page,
    amount: wish.amount,
    answers: [],
    ...said,
    printable,
    cause: wish.diagnosis?.cause ?? 'unknown',
    ...(ticket === undefined ? {} : { ticket }),
    cardIn: now.cardIn,
  });
}

/** One page until it is answered: by a row, by the large button where there are no rows, or by the way back. */
export function* guide(
  wish: Wish,
  page: GuidePage,
  said: GuideFacts = {},
  print?: () => Flow<void>,
): Flow<GuideEnd> {
  const answers = said.answers ?? [];
  for (;;) {
    yield* showGuide(wish, page, said, print !== undefined);
    const action = actionOf(yield* wait());
    switch (action?.type) {
      case 'answer':
        if (answers.includes(action.answer)) return action.answer;
        break;
      case 'primary':
      case 'enter':
        if (answers.length === 0) return 'next';
        break;
      case 'print':
        if (print !== undefined) yield* print();
        break;
      case 'back':
      case 'cancel':
        return 'back';
    }
  }
}
