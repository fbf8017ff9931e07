import { expiryProblem, toMmyy, toYymm } from '../capture/number-entry.ts';
import { actionOf } from './amount.ts';
import type { Wish } from './case.ts';
import { type Flow, facts, show, wait } from './flow.ts';
import { bankOf } from './queries.ts';
import { localTime } from './time.ts';
import type { ScreenOf } from './view.ts';
import { namedOf } from './why.ts';

/** What was noted from the call. `expiry` is YYMM. */
export type Called = { readonly code: string; readonly expiry: string; readonly agent: string };

type Field = ScreenOf<'call-issuer'>['field'];

const lengths: Readonly<Record<Exclude<Field, 'none'>, number>> = { code: 6, expiry: 4, agent: 10 };
const following: Readonly<Record<Field, Field>> = {
  none: 'code',
  code: 'expiry',
  expiry: 'agent',
  agent: 'agent',
};

/** 打电话给发卡行: whom to call, what to say, three things to note. */
export function* callIssuer(wish: Wish, before?: Called): Flow<Called | undefined> {
  const typed = {
    code: before?.code ?? '',
    expiry: before === undefined ? '' : toMmyy(before.expiry),
    agent: before?.agent ?? '',
  };
  let field: Field = before === undefined || before.code === '' ? 'none' : 'agent';
  for (;;) {
    const now = yield* facts();
    const month = localTime(now.nowMs, now.config.timeZone).yymmdd.slice(0, 4);
    const expiryWrong = expiryProblem(typed.expiry, month) !== undefined;
    const canContinue =
      typed.code.length === lengths.code && typed.expiry.length === lengths.expiry && !expiryWrong;
    yield* show({
      name: 'call-issuer',
      ...namedOf(wish),
      amount: wish.later?.charge ?? wish.amount,
      ...bankOf(wish.card?.firstDigits, now),
      ...typed,
      field,
      expiryWrong,
      canContinue,
    });
    const action = actionOf(yield* wait());
    switch (action?.type) {
      case 'digit':
        if (field === 'none') field = 'code';
        typed[field] = (typed[field] + action.digit).slice(0, lengths[field]);
        if (field !== 'agent' && typed[field].length === lengths[field]) field = following[field];
        break;
      case 'clear':
        if (field !== 'none') typed[field] = typed[field].slice(0, -1);
        break;
      case 'field':
        if (action.field === 'code' || action.field === 'expiry' || action.field === 'agent')
          field = action.field;
        break;
      case 'primary':
      case 'enter':
        if (canContinue)
          return { code: typed.code, expiry: toYymm(typed.expiry), agent: typed.agent };
        field = typed.code.length < lengths.code ? 'code' : 'expiry';
        break;
      case 'back':
      case 'cancel':
        if (field === 'none') return undefined;
        field = 'none';
        break;
    }
  }
}
