import type { Money } from '../money.ts';
import { type DeskEvent, type Facts, type Flow, facts, show, wait } from './flow.ts';
import { money } from './queries.ts';
import type { CashierAction, ScreenOf } from './view.ts';

export type AmountAnswer = { readonly amount: Money; readonly note?: string };

/** Amount typed on a keypad, at most twelve digits of minor units (field 4). */
export const typeDigits = (minorUnits: number, digits: string): number => {
  const typed = Number(`${minorUnits}${digits}`);
  return typed > 999_999_999_999 ? minorUnits : typed;
};

const noteLength = 10;

/** What a slip says is held already, however high; a new hold has its limit. */
const limitsOf = (purpose: ScreenOf<'amount'>['purpose'], { config }: Facts) =>
  purpose === 'registered'
    ? { maximumHoldMinorUnits: 999_999_999_999, presetMinorUnits: [] }
    : config.policies;

/** How much to hold, and for which room: undefined when the cashier went back. */
export function* askAmount(
  purpose: ScreenOf<'amount'>['purpose'],
  before?: AmountAnswer,
): Flow<AmountAnswer | undefined> {
  let typed = before?.amount.minorUnits ?? 0;
  let note = before?.note ?? '';
  let field = 'amount' as 'amount' | 'note';
  // The first digit after a preset starts a new amount: the cashier never has to clear it.
  let fresh = typed > 0;
  for (;;) {
    const now = yield* facts();
    const { maximumHoldMinorUnits, presetMinorUnits } = limitsOf(purpose, now);
    const tooMuch = typed > maximumHoldMinorUnits;
    const screen: ScreenOf<'amount'> = {
      name: 'amount',
      purpose,
      amount: money(typed, now),
      presets: presetMinorUnits.map((preset) => money(preset, now)),
      ...(note === '' ? {} : { note }),
      field,
      canSubmit: typed > 0 && !tooMuch,
      maximum: money(maximumHoldMinorUnits, now),
      tooMuch,
    };
    yield* show(screen);
    const action = actionOf(yield* wait());
    switch (action?.type) {
      case 'digit':
        if (field === 'note') note = `${note}${action.digit}`.slice(0, noteLength);
        else typed = typeDigits(fresh ? 0 : typed, action.digit);
        if (field === 'amount') fresh = false;
        break;
      case 'clear':
        if (field === 'note') note = note.slice(0, -1);
        else typed = fresh ? 0 : Math.floor(typed / 10);
        break;
      case 'preset':
        typed = action.amount.minorUnits;
        fresh = true;
        field = 'amount';
        break;
      case 'field':
        field = action.field === 'note' && field !== 'note' ? 'note' : 'amount';
        break;
      case 'primary':
      case 'enter':
        if (field === 'note') field = 'amount';
        if (screen.canSubmit && action.type === 'primary')
          return { amount: screen.amount, ...(note === '' ? {} : { note }) };
        if (screen.canSubmit && screen.field === 'amount')
          return { amount: screen.amount, ...(note === '' ? {} : { note }) };
        break;
      case 'back':
      case 'cancel':
        if (field === 'amount') return undefined;
        field = 'amount';
        break;
    }
  }
}

/** What leaves a screen that only tells. */
export const leaves = (action: CashierAction | undefined): boolean =>
  action?.type === 'primary' || action?.type === 'back' || action?.type === 'enter';

export const actionOf = (event: DeskEvent): CashierAction | undefined =>
  event.type === 'action' ? event.action : undefined;
