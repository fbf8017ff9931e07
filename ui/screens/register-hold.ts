import type { CashierAction, ScreenOf, Strip } from '#src/desk/view.ts';
import { h, type UiNode } from '../h.ts';
import type { Kit } from '../theme.ts';
import { column, gap, row, stretch, text } from '../widgets/basics.ts';
import { primary } from '../widgets/buttons.ts';
import { date } from '../widgets/format.ts';
import { body, foot, head, screen } from '../widgets/frame.ts';
import { keypad } from '../widgets/keypad.ts';

type Register = ScreenOf<'register-hold'>;

/** What stands on the slip of a hold that this terminal did not take. */
export function registerHold(kit: Kit, strip: Strip, state: Register): UiNode {
  const { register: words } = kit.texts;
  return screen(
    kit,
    strip,
    'register-hold',
    head(kit, words.title),
    body(
      kit,
      row(
        { w: 'fill', gap: kit.mm(1.4) },
        field(kit, state, 'code', state.code),
        field(kit, state, 'date', dateShown(state.date)),
        field(kit, state, 'last4', state.last4),
      ),
      gap(kit, 1.2),
      stretch(),
    ),
    keypad(kit, { doubleZero: false }),
    foot(kit, button(kit, state)),
  );
}

/** `1126` becomes `11-26` while it is typed. */
const dateShown = (digits: string): string =>
  digits.length > 2 ? `${digits.slice(0, 2)}-${digits.slice(2)}` : digits;

function field(kit: Kit, state: Register, name: Register['field'], value: string): UiNode {
  const { register: words } = kit.texts;
  const wrong = name === 'date' && state.problem !== undefined;
  return h(
    'button',
    {
      id: `field-${name}`,
      style: 'field',
      grow: 1,
      h: kit.mm(11),
      checked: state.field === name,
      align: 'start',
      pad: [kit.mm(0.8), kit.mm(0.6), kit.mm(0.8), kit.mm(1.4)],
      onPress: { type: 'field', field: name } satisfies CashierAction,
    },
    column(
      { h: 'fill', grow: 1, cross: 'start', align: 'between' },
      text(kit, words.field[name], { step: 'caption', bold: true }),
      value === ''
        ? text(kit, words.hint[name], { step: 'caption', colour: 'ink3' })
        : text(kit, value, { step: 'caption', bold: true, colour: wrong ? 'redText' : 'ink' }),
    ),
  );
}

function button(kit: Kit, state: Register): UiNode {
  const { register: words } = kit.texts;
  const height = kit.panel.primaryOnKeypadScreen;
  if (state.problem !== undefined)
    return primary(kit, words.problem[state.problem], { off: true, height });
  const { validUntilMs } = state;
  if (state.canContinue && validUntilMs !== undefined)
    return primary(kit, words.go, {
      height,
      step: 'body',
      hint: kit.texts.hold.until(date(kit, validUntilMs)),
    });
  const missing = state.code.length < 6 ? 'code' : state.date.length < 4 ? 'date' : 'last4';
  return primary(kit, words.missing[missing], { off: true, height });
}
