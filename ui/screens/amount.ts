import type { CashierAction, ScreenOf, Strip } from '#src/desk/view.ts';
import { h, type UiNode } from '../h.ts';
import type { Kit } from '../theme.ts';
import { amountHead } from '../widgets/amount-head.ts';
import { gap, icon, row, stretch, text } from '../widgets/basics.ts';
import { primary } from '../widgets/buttons.ts';
import { money, nameOf, shortMoney } from '../widgets/format.ts';
import { foot, screen } from '../widgets/frame.ts';
import { keypad } from '../widgets/keypad.ts';

/** Big amount, presets, room, keypad: three taps to a hold. */
export function amount(kit: Kit, strip: Strip, state: ScreenOf<'amount'>): UiNode {
  const { amount: words } = kit.texts;
  const typingNote = state.field === 'note';
  const question = typingNote
    ? words.noteQuestion
    : state.tooMuch
      ? words.atMost(money(state.maximum))
      : words.question[state.purpose];
  return screen(
    kit,
    strip,
    'amount',
    amountHead(kit, question, typingNote ? (state.note ?? '') : money(state.amount), {
      questionColour: state.tooMuch && !typingNote ? 'redText' : 'ink2',
      id: 'amount',
      action: { type: 'field', field: 'amount' },
    }),
    gap(kit, 1.2),
    chips(kit, state),
    gap(kit, 1.2),
    keypad(kit, { doubleZero: !typingNote }),
    stretch(),
    foot(kit, button(kit, state)),
  );
}

function button(kit: Kit, state: ScreenOf<'amount'>): UiNode {
  const { amount: words } = kit.texts;
  const height = kit.panel.primaryOnKeypadScreen;
  if (state.canSubmit) {
    return primary(kit, words.button[state.purpose](money(state.amount)), { icon: 'hold', height });
  }
  const missing = state.tooMuch ? words.atMost(money(state.maximum)) : words.missing;
  return primary(kit, missing, { off: true, height });
}

function chips(kit: Kit, state: ScreenOf<'amount'>): UiNode {
  const typingNote = state.field === 'note';
  const presets = state.presets.slice(0, 3).map((preset) =>
    h(
      'button',
      {
        id: `preset-${preset.minorUnits}`,
        style: 'chip',
        grow: 20,
        h: kit.mm(9.7),
        checked: preset.minorUnits === state.amount.minorUnits && !typingNote,
        onPress: { type: 'preset', amount: preset } satisfies CashierAction,
      },
      text(kit, shortMoney(preset), { step: 'caption', bold: true }),
    ),
  );
  return row(
    { w: 'fill', gap: kit.mm(1), pad: [0, kit.mm(2), 0, kit.mm(2)] },
    ...presets,
    state.purpose === 'preauth' && noteChip(kit, state),
  );
}

function noteChip(kit: Kit, state: ScreenOf<'amount'>): UiNode {
  const typing = state.field === 'note';
  const action: CashierAction = { type: 'field', field: typing ? 'amount' : 'note' };
  return h(
    'button',
    {
      id: 'note',
      style: 'chip',
      grow: 31,
      h: kit.mm(9.7),
      gap: kit.mm(0.35),
      checked: typing,
      onPress: action,
    },
    icon(kit, 'note', 2.4),
    text(kit, nameOf(kit, state, 'roomShort') ?? kit.texts.word.note, {
      step: 'caption',
      bold: true,
    }),
  );
}
