import { AskingBank } from '../asking-bank.ts';
import { type BankReady, signIn } from '../bank.ts';
import type { Wish } from '../case.ts';
import { append, type DeskEvent, type Flow, facts, perform, withBank } from '../flow.ts';
import { waitForBank } from '../wait-for-bank.ts';
import { guide } from './guide.ts';
import type { Way, WayEnd } from './way.ts';

const waiting = (atOnce: boolean): Way =>
  function* (wish) {
    const waited = yield* waitForBank(wish, atOnce);
    if (waited === 'stop') return { type: 'stopped' };
    return waited === 'bankIsBack' ? { type: 'tryCard', ask: 'sameCard' } : { type: 'left' };
  };

export const waitUntilBack = waiting(false);
export const tryBankAgain = waiting(true);

/** 签到 with its progress on the screen. */
export function* signInSaid(wish: Wish): Flow<BankReady> {
  const screen = new AskingBank(wish, 'signIn', false);
  yield* screen.step('sentToBank');
  const repaint = (event: DeskEvent) => screen.meanwhile(event);
  return yield* withBank(() => signIn(repaint), repaint);
}

/** The code of the bank, or the fault, in figures. */
export const whyNotReady = (ready: BankReady): string =>
  ready.type === 'ready'
    ? '00'
    : ready.result.type === 'answered'
      ? ready.result.answer.responseCode
      : ready.result.fault;

/** The next address of the bank: switched to, asked there, and said which one it is. */
export const otherHost: Way = function* (wish) {
  const switched = yield* withBank(() => perform({ type: 'otherHost' }));
  if (switched.type !== 'otherHost') return { type: 'notHelped', detail: switched.fault };
  const { address } = switched;
  const { operator } = yield* facts();
  yield* append({ events: [{ kind: 'link.switched', to: address, operator }] });
  return yield* provedBySignIn(wish, 'hostSwitched', 'hostFailed', address);
};

/** Working keys and batch of the bank are fetched again; the download of tables takes its place when it is there. */
export const updateParameters: Way = function* (wish) {
  return yield* provedBySignIn(wish, 'parametersDone', 'parametersFailed');
};

function* provedBySignIn(
  wish: Wish,
  done: 'hostSwitched' | 'parametersDone',
  failed: 'hostFailed' | 'parametersFailed',
  figure?: string,
): Flow<WayEnd> {
  const ready = yield* signInSaid(wish);
  const detail = [figure, whyNotReady(ready)].filter(Boolean).join(' ');
  if (ready.type === 'notReady') {
    const end = yield* guide(wish, failed, { figure: figure ?? detail });
    return end === 'back' ? { type: 'left' } : { type: 'notHelped', detail };
  }
  const end = yield* guide(wish, done, figure === undefined ? {} : { figure });
  return end === 'back' ? { type: 'left' } : { type: 'tryCard', ask: 'sameCard' };
}
