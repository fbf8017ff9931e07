import type { Pan } from '../card/pan.ts';
import type { OfflinePinMethod } from '../emv/contract.ts';
import type { FaultCode } from '../fault.ts';
import type { Money } from '../money.ts';
import {
  type DeskEvent,
  type Flow,
  facts,
  type OfflinePinResult,
  type PinResult,
  perform,
  show,
} from './flow.ts';
import type { Language, ScreenOf } from './view.ts';

type Asked = {
  readonly amount: Money;
  readonly purpose: ScreenOf<'pin'>['purpose'];
  readonly triesLeft?: number;
  readonly wrongBefore?: boolean;
  /** The customer's. */
  readonly language?: Language;
};

type Gone = { readonly type: 'gone' };

/**
 * The customer types the PIN into the PIN pad. Where the pad shares the screen, touches are passed on to it:
 * the desk knows how many digits there are, never which.
 */
export function* enterPin(
  amount: Money,
  purpose: Asked['purpose'],
  pan: Pan,
  language?: Language,
): Flow<PinResult | Gone> {
  const { bypassAllowed, meanwhile } = yield* askPin({
    amount,
    purpose,
    ...(language === undefined ? {} : { language }),
  });
  const done = yield* perform({ type: 'pin', pan, bypassAllowed }, meanwhile);
  return done.type === 'pin' ? done.entry : { type: 'gone' };
}

/** The bank changed its keys in the middle: asks once more, and shows the waiting screen again. */
export function* pinAgain(
  amount: Money,
  purpose: Asked['purpose'],
  pan: Pan,
  waiting: { show(): Flow<void> },
  language?: Language,
): Flow<Uint8Array | undefined> {
  const entry = yield* enterPin(amount, purpose, pan, language);
  yield* waiting.show();
  return entry.type === 'pinBlock' ? entry.pinBlock : undefined;
}

/** The PIN goes to the card, which compares it: its answer comes back, never the block. */
export function* enterOfflinePin(
  asked: Asked,
  method: OfflinePinMethod,
): Flow<OfflinePinResult | Gone | { readonly type: 'cardFault'; readonly fault: FaultCode }> {
  const { bypassAllowed, meanwhile } = yield* askPin(asked);
  const done = yield* perform({ type: 'offlinePin', method, bypassAllowed }, meanwhile);
  if (done.type === 'offlinePin') return done.entry;
  return done.fault === 'pinPad.gone' ? { type: 'gone' } : { type: 'cardFault', fault: done.fault };
}

function* askPin({ amount, purpose, triesLeft, wrongBefore = false, language }: Asked) {
  const { config } = yield* facts();
  const bypassAllowed = config.policies.pinBypassAllowed;
  let digits = 0;
  const paint = () =>
    show(
      {
        name: 'pin',
        amount,
        purpose,
        digits,
        ...(triesLeft === undefined ? {} : { triesLeft }),
        wrongBefore,
        bypassAllowed,
      },
      language,
    );
  yield* paint();
  function* meanwhile(event: DeskEvent): Flow<void> {
    if (event.type === 'pinDigits') {
      digits = event.count;
      yield* paint();
    } else if (event.type === 'action') yield* passOn(event);
  }
  return { bypassAllowed, meanwhile };
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
