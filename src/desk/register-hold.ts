import type { Hold } from '../preauth/hold.ts';
import { validUntil } from '../preauth/rules.ts';
import type { SlipCode } from '../receipt/slip-code.ts';
import { type AmountAnswer, actionOf, askAmount } from './amount.ts';
import { append, type Facts, type Flow, facts, show, wait } from './flow.ts';
import { mayBegin, money } from './queries.ts';
import { localTime } from './time.ts';
import type { CashierAction, ScreenOf } from './view.ts';

type Field = ScreenOf<'register-hold'>['field'];

type Slip = { code: string; date: string; last4: string; field: Field };

const lengths: Readonly<Record<Field, number>> = { code: 6, date: 4, last4: 4 };
const following: Readonly<Record<Field, Field>> = { code: 'date', date: 'last4', last4: 'last4' };
const dayMs = 86_400_000;

/**
 * 登记: a hold that another terminal, paper or a call with the bank began, from its slip. It enters the book without
 * its number; one that is there already is found again. The id, or undefined when the cashier went back.
 */
export function* registerHold(scanned?: SlipCode): Flow<string | undefined> {
  if (!mayBegin('registerHold', yield* facts())) return undefined;
  const slip = slipOf(scanned);
  let amount: AmountAnswer | undefined = yield* amountOf(scanned);
  // The slip's code says it all: only amount and room are left to look at.
  let asked = scanned !== undefined && isWhole(slip);
  for (;;) {
    const now = yield* facts();
    const moment = dateOf(slip.date, now);
    const screen = screenOf(slip, moment, now);
    if (asked && screen.canContinue && moment !== undefined) {
      const before = sameHold(now, slip);
      if (before !== undefined) return before.holdId;
      amount = yield* askAmount('registered', amount);
      if (amount !== undefined) return yield* enter(slip, moment, scanned, amount);
    }
    asked = false;
    yield* show(screen);
    const action = actionOf(yield* wait());
    if (action?.type === 'back' || action?.type === 'cancel') return undefined;
    if (action?.type === 'primary' || action?.type === 'enter') {
      asked = screen.canContinue;
      if (!asked) slip.field = firstMissing(slip);
    } else if (action !== undefined) press(slip, action);
  }
}

function* amountOf(scanned: SlipCode | undefined): Flow<AmountAnswer | undefined> {
  const minorUnits = scanned?.minorUnits;
  return minorUnits === undefined ? undefined : { amount: money(minorUnits, yield* facts()) };
}

/** The id of a hold names terminal, day and trace number. */
function slipOf(scanned: SlipCode | undefined): Slip {
  const date = /-\d\d(\d{4})-\d{6}$/.exec(scanned?.holdId ?? '')?.[1] ?? '';
  const { authorisationCode: code = '', last4 = '' } = scanned ?? {};
  const slip: Slip = { code, date, last4, field: 'code' };
  slip.field = firstMissing(slip);
  return slip;
}

const isWhole = ({ code, date, last4 }: Slip): boolean =>
  code.length === lengths.code && date.length === lengths.date && [0, 4].includes(last4.length);

const firstMissing = ({ code, date }: Slip): Field => {
  if (code.length < lengths.code) return 'code';
  return date.length < lengths.date ? 'date' : 'last4';
};

function press(slip: Slip, action: CashierAction): void {
  if (action.type === 'field') {
    const { field } = action;
    if (field === 'code' || field === 'date' || field === 'last4') slip.field = field;
  }
  const { field } = slip;
  if (action.type === 'clear') slip[field] = slip[field].slice(0, -1);
  if (action.type !== 'digit') return;
  slip[field] = (slip[field] + action.digit).slice(0, lengths[field]);
  if (slip[field].length === lengths[field]) slip.field = following[field];
}

/** The last day of this name that is not ahead: its moment at this hour, ms; undefined when there is none. */
function dateOf(mmdd: string, { nowMs, config }: Facts): number | undefined {
  if (mmdd.length < 4) return undefined;
  for (let days = 0; days <= 366; days++) {
    const ms = nowMs - days * dayMs;
    if (localTime(ms, config.timeZone).date === mmdd) return ms;
  }
  return undefined;
}

function screenOf(slip: Slip, moment: number | undefined, now: Facts): ScreenOf<'register-hold'> {
  const until = moment === undefined ? undefined : validUntil(moment, now.config.policies);
  const ranOut = until !== undefined && until <= now.nowMs;
  const noSuchDate = slip.date.length === lengths.date && until === undefined;
  const problem = noSuchDate ? 'noSuchDate' : ranOut ? 'ranOut' : undefined;
  return {
    name: 'register-hold',
    ...slip,
    ...(until === undefined ? {} : { validUntilMs: until }),
    ...(problem === undefined ? {} : { problem }),
    canContinue: isWhole(slip) && problem === undefined,
  };
}

function* enter(
  { code, date, last4 }: Slip,
  moment: number,
  scanned: SlipCode | undefined,
  { amount, note }: AmountAnswer,
): Flow<string> {
  const now = yield* facts();
  const { yymmdd } = localTime(moment, now.config.timeZone);
  const holdId = scanned?.holdId ?? ['SLIP', yymmdd, code, last4].filter(Boolean).join('-');
  const stan = Number(/-(\d{6})$/.exec(scanned?.holdId ?? '')?.[1] ?? 0);
  yield* append({
    events: [
      {
        kind: 'hold.registered',
        holdId,
        source: scanned === undefined ? 'slip' : 'slipCode',
        amount,
        original: { batch: scanned?.batch ?? 0, stan, date, authorisationCode: code },
        validUntilMs: validUntil(moment, now.config.policies),
        known: last4 === '' ? {} : { last4 },
        ...(note === undefined ? {} : { note }),
        operator: now.operator,
      },
    ],
  });
  return holdId;
}

/** The same code of the same day is the same hold, unless the slip says another card. */
function sameHold(now: Facts, { code, date, last4 }: Slip): Hold | undefined {
  return now.documents
    .find('hold', code)
    .map(({ body }) => body as Hold)
    .find(({ original, state, card, known }) => {
      const ends = card?.last4 ?? known?.last4 ?? last4;
      const sameCard = last4 === '' || ends === last4;
      return original?.date === date && sameCard && state !== 'refused';
    });
}
