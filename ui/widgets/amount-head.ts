import type { CashierAction } from '#src/desk/view.ts';
import { h, type UiNode } from '../h.ts';
import type { ColourName } from '../theme/colours.ts';
import type { Kit } from '../theme.ts';
import { amountText, row, text } from './basics.ts';
import { backButton } from './frame.ts';

/** Head of a keypad screen: way back, the question, and what is typed, right-aligned below it. */
export function amountHead(
  kit: Kit,
  question: string,
  typed: string,
  options: {
    readonly questionColour?: ColourName;
    readonly id?: string;
    readonly action?: CashierAction;
  } = {},
): UiNode {
  const { panel, mm } = kit;
  const height = mm(13.2);
  const width = panel.widthPx - mm(4) - mm(9.7);
  const touch = options.action !== undefined;
  return h(
    'box',
    { key: 'amount-head', w: 'fill', h: height },
    h(
      touch ? 'button' : 'row',
      {
        x: mm(9.7),
        y: 0,
        w: width,
        h: height,
        align: 'end',
        cross: 'end',
        ...(touch && { id: options.id ?? 'amount', onPress: options.action }),
      },
      row(
        { x: 0, y: mm(0.8), w: width, align: 'end' },
        text(kit, question, { step: 'caption', colour: options.questionColour ?? 'ink2' }),
      ),
      amountText(kit, typed, width, { line: 1.06 }),
    ),
    h('box', { x: 0, y: 0 }, backButton(kit)),
  );
}
