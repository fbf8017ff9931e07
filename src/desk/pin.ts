import type { Pan } from '../card/pan.ts';
import type { Money } from '../money.ts';
import { type DeskEvent, type Flow, facts, type PinResult, perform, show } from './flow.ts';
import type { ScreenOf } from './view.ts';

type Purpose = ScreenOf<'pin'>['purpose'];

/**
 * The customer types the PIN into the PIN pad. Where the pad shares the screen, touches are passed on to it:
 * the desk knows how many digits there are, never which.
 */
export function* enterPin(
  amount: Money,
  purpose: Purpose,
  pan: Pan,
  wrongBefore = false,
): Flow<PinResult | { readonly type: 'gone' }> {
  const { config } = yield* facts();
  const bypassAllowed = config.policies.pinBypassAllowed;
  let digits = 0;
  const screen = (): ScreenOf<'pin'> => ({
    name: 'pin',
    amount,
    purpose,
    digits,
    wrongBefore,
    bypassAllowed,
  });
  yield* show(screen());
  function* meanwhile(event: DeskEvent): Flow<void> {
    if (event.type === 'pinDigits') {
      digits = event.count;
      yield* show(screen());
    } else if (event.type === 'action') yield* passOn(event);
  }
  const done = yield* perform({ type: 'pin', pan, bypassAllowed }, meanwhile);
  return done.type === 'pin' ? done.entry : { type: 'gone' };
}

function* passOn({ action }: Extract<DeskEvent, { type: 'action' }>): Flow<void> {
  switch (action.type) {
    case 'digit':
      if (action.digit !== '00') yield { type: 'pinPad', input: action.digit };
      return;
    case 'clear':
      yield { type: 'pinPad', input: 'clear' };
      return;
    case 'enter':
    case 'primary':
      yield { type: 'pinPad', input: 'enter' };
      return;
    case 'cancel':
    case 'back':
      yield { type: 'pinPad', input: 'cancel' };
      return;
  }
}
