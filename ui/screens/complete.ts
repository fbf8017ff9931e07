import type { CashierAction, ScreenOf, Strip } from '#src/desk/view.ts';
import { h, type UiNode } from '../h.ts';
import type { Kit } from '../theme.ts';
import { amountHead } from '../widgets/amount-head.ts';
import { column, fitText, gap, row, stretch, text } from '../widgets/basics.ts';
import { primary } from '../widgets/buttons.ts';
import { money, nameOf } from '../widgets/format.ts';
import { foot, screen } from '../widgets/frame.ts';
import { keypad } from '../widgets/keypad.ts';

/** What is charged of a hold: the limit is said before the first key. */
export function complete(kit: Kit, strip: Strip, state: ScreenOf<'complete'>): UiNode {
  const { complete: words } = kit.texts;
  return screen(
    kit,
    strip,
    'complete',
    amountHead(kit, words.question(nameOf(kit, state) ?? ''), money(state.amount)),
    gap(kit, 1),
    limits(kit, state),
    gap(kit, 1.2),
    keypad(kit, { doubleZero: true }),
    stretch(),
    foot(kit, button(kit, state)),
  );
}

function button(kit: Kit, state: ScreenOf<'complete'>): UiNode {
  const { complete: words } = kit.texts;
  const height = kit.panel.primaryOnKeypadScreen;
  if (state.canSubmit) return primary(kit, words.button(money(state.amount)), { height });
  const missing = state.overLimit ? words.over(money(state.limit)) : words.missing;
  return primary(kit, missing, { off: true, height });
}

/** Characters of an amount that stand beside the limit. */
const longestBeside = 7;

function limits(kit: Kit, state: ScreenOf<'complete'>): UiNode {
  const { complete: words } = kit.texts;
  const limit = words.atMost(money(state.limit));
  const held = money(state.held).replace(/\.00$/, '');
  // The limit is never covered: beside a long one the button says only "all".
  const all = words.all(held.length > longestBeside ? '' : held).trim();
  const { advice } = state;
  const second =
    advice === undefined ? words.goesBack(money(state.goesBack)) : words.advice[advice];
  return row(
    { w: 'fill', gap: kit.mm(1), pad: [0, kit.mm(2), 0, kit.mm(4)] },
    column(
      { grow: 1, cross: 'start' },
      fitText(kit, limit, kit.panel.widthPx - kit.mm(4 + 2 + 1 + 16), ['caption', 'mark'], {
        bold: true,
        line: 1.25,
        colour: state.overLimit ? 'redText' : 'ink',
      }),
      text(kit, second, {
        step: 'caption',
        colour: state.advice === undefined ? 'ink2' : 'amberText',
        line: 1.25,
      }),
    ),
    h(
      'button',
      {
        id: 'all',
        style: 'chip',
        h: kit.mm(9.7),
        pad: [0, kit.mm(1.6), 0, kit.mm(1.6)],
        local: { minWidth: kit.mm(9.7) },
        onPress: { type: 'all' } satisfies CashierAction,
      },
      text(kit, all, { step: 'caption', bold: true }),
    ),
  );
}
