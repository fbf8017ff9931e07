import type { CashierAction, ScreenOf, Strip } from '#src/desk/view.ts';
import { h, type UiNode } from '../h.ts';
import type { Kit } from '../theme.ts';
import { amountHead } from '../widgets/amount-head.ts';
import { amountText, gap, icon, row, stretch, text } from '../widgets/basics.ts';
import { primary } from '../widgets/buttons.ts';
import { money, nameOf, shortMoney } from '../widgets/format.ts';
import { body, foot, head, line, screen, textWidthPx } from '../widgets/frame.ts';
import { keypad, unseenKeypad } from '../widgets/keypad.ts';

/** Big amount, presets, room, keypad: three taps to a hold. */
export function amount(kit: Kit, strip: Strip, state: ScreenOf<'amount'>): UiNode {
  const { amount: words } = kit.texts;
  const { hardwareKeys, tiny } = kit.panel;
  if (hardwareKeys && !tiny && !kit.keypadOpen) return besideKeys(kit, strip, state);
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
    !kit.keypadOpen && chips(kit, state),
    !kit.keypadOpen && gap(kit, 1.2),
    keypad(kit, { doubleZero: !typingNote }),
    stretch(),
    foot(kit, button(kit, state)),
  );
}

/** Beside real keys: larger chips, and the drawn keypad comes over them when the amount is touched. */
function besideKeys(kit: Kit, strip: Strip, state: ScreenOf<'amount'>): UiNode {
  const { amount: words } = kit.texts;
  const { mm } = kit;
  const typed = state.field === 'note' ? (state.note ?? '') : money(state.amount);
  const typing: CashierAction = { type: 'field', field: 'amount' };
  const all = chipList(kit, state, 10.4);
  const pairs = [all.slice(0, 2), all.slice(2, 4)].map((pair) =>
    row({ w: 'fill', gap: mm(2) }, ...pair, pair.length === 1 && h('box', { grow: 1, h: 1 })),
  );
  return screen(
    kit,
    strip,
    'amount',
    head(kit, state.field === 'note' ? words.noteQuestion : words.question[state.purpose]),
    body(
      kit,
      h(
        'button',
        {
          id: 'amount',
          w: 'fill',
          h: mm(10),
          align: 'end',
          pad: [0, mm(2), 0, 0],
          onPress: typing,
        },
        amountText(kit, typed, textWidthPx(kit)),
      ),
      gap(kit, 1.4),
      h('column', { w: 'fill', gap: mm(1) }, ...pairs),
      gap(kit, 1.4),
      line(
        kit,
        { gap: mm(1) },
        icon(kit, 'keypad', 3.4, 'ink2'),
        text(kit, words.keysHint, { step: 'caption', colour: 'ink2' }),
      ),
      h('box', { h: 0, w: 0 }, unseenKeypad()),
    ),
    foot(kit, button(kit, state, kit.panel.primary)),
  );
}

function button(
  kit: Kit,
  state: ScreenOf<'amount'>,
  height: number = kit.panel.primaryOnKeypadScreen,
): UiNode {
  const { amount: words } = kit.texts;
  if (state.canSubmit) {
    return primary(kit, words.button[state.purpose](money(state.amount)), {
      ...(!kit.panel.hardwareKeys && { icon: 'hold' }),
      height,
    });
  }
  const missing = state.tooMuch ? words.atMost(money(state.maximum)) : words.missing;
  return primary(kit, missing, { off: true, height });
}

const chips = (kit: Kit, state: ScreenOf<'amount'>): UiNode =>
  row(
    { w: 'fill', gap: kit.mm(kit.panel.hardwareKeys ? 0.5 : 1), pad: [0, kit.mm(2), 0, kit.mm(2)] },
    ...chipList(kit, state),
  );

/** Presets, and for a new hold the room; in a row, or (with a height) larger in pairs. */
function chipList(kit: Kit, state: ScreenOf<'amount'>, height?: number): UiNode[] {
  const typingNote = state.field === 'note';
  const step = height === undefined ? 'caption' : 'label';
  const presets = state.presets.slice(0, 3).map((preset) =>
    h(
      'button',
      {
        id: `preset-${preset.minorUnits}`,
        style: 'chip',
        grow: 20,
        h: kit.mm(height ?? 9.7),
        checked: preset.minorUnits === state.amount.minorUnits && !typingNote,
        onPress: { type: 'preset', amount: preset } satisfies CashierAction,
      },
      text(kit, shortMoney(preset), { step, bold: true }),
    ),
  );
  if (state.purpose !== 'preauth') return presets;
  const action: CashierAction = { type: 'field', field: typingNote ? 'amount' : 'note' };
  const room = h(
    'button',
    {
      id: 'note',
      style: 'chip',
      grow: height === undefined ? 31 : 20,
      h: kit.mm(height ?? 9.7),
      gap: kit.mm(height === undefined ? 0.35 : 0.6),
      checked: typingNote,
      onPress: action,
    },
    icon(kit, 'note', height === undefined ? 2.4 : 3),
    text(kit, nameOf(kit, state, 'roomShort') ?? kit.texts.word.note, { step, bold: true }),
  );
  return [...presets, room];
}
