import { tablesWanted } from '../../acquirer/header-request.ts';
import { AskingBank } from '../asking-bank.ts';
import { type BankReady, signIn } from '../bank.ts';
import type { Wish } from '../case.ts';
import { type Downloaded, download } from '../download.ts';
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
  return yield* provedBySignIn(wish, address);
};

type Fetched =
  | { readonly type: 'fetched'; readonly version?: string }
  | { readonly type: 'notFetched'; readonly why: string };

/** Fresh working keys, then all tables of the bank, or none of them. */
export function* fetchTables(wish: Wish): Flow<Fetched> {
  const ready = yield* signInSaid(wish);
  if (ready.type === 'notReady') return { type: 'notFetched', why: whyNotReady(ready) };
  const end = yield* downloadSaid(wish);
  if (end.type === 'notTaken') return { type: 'notFetched', why: end.fault ?? end.problem };
  for (const digit of tablesWanted.keys()) yield { type: 'obeyed', digit };
  const version = end.tables.parameters?.version;
  return { type: 'fetched', ...(version === undefined ? {} : { version }) };
}

/** 更新参数: everything that the bank has for this terminal; then the card once more. */
export const updateParameters: Way = function* (wish) {
  const end = yield* fetchTables(wish);
  if (end.type === 'fetched') return yield* said(wish, 'parametersDone', end.version);
  yield* guide(wish, 'parametersFailed', { figure: end.why });
  return { type: 'notHelped', detail: end.why };
};

function* downloadSaid(wish: Wish): Flow<Downloaded> {
  const screen = new AskingBank(wish, 'download', false);
  yield* screen.step('sentToBank');
  const repaint = (event: DeskEvent) => screen.meanwhile(event);
  const all = ['parameters', 'caPublicKeys', 'applications'] as const;
  return yield* withBank(() => download(all, 'byHand', repaint), repaint);
}

function* provedBySignIn(wish: Wish, address: string): Flow<WayEnd> {
  const ready = yield* signInSaid(wish);
  if (ready.type === 'ready') return yield* said(wish, 'hostSwitched', address);
  yield* guide(wish, 'hostFailed', { figure: address });
  return { type: 'notHelped', detail: `${address} ${whyNotReady(ready)}` };
}

/** It worked: said, and on to the card, unless the cashier goes back to the reasons. */
function* said(
  wish: Wish,
  page: 'hostSwitched' | 'parametersDone',
  figure: string | undefined,
): Flow<WayEnd> {
  const end = yield* guide(wish, page, figure === undefined ? {} : { figure });
  return end === 'back' ? { type: 'told' } : { type: 'tryCard', ask: 'sameCard' };
}
