import type { ScreenOf, Strip } from '#src/desk/view.ts';
import type { UiNode } from '../h.ts';
import type { Kit } from '../theme.ts';
import { fitText, gap, icon, stretch, text } from '../widgets/basics.ts';
import { tellPanel } from '../widgets/buttons.ts';
import { money } from '../widgets/format.ts';
import { body, foot, head, line, screen, textWidthPx } from '../widgets/frame.ts';
import { card, listRow, rowKey } from '../widgets/surfaces.ts';

const longestLabel = 16;

/** The card holds more than one account, and asks which. */
export function chooseApplication(
  kit: Kit,
  strip: Strip,
  state: ScreenOf<'choose-application'>,
): UiNode {
  const { choose: words, word } = kit.texts;
  const labelWidth = textWidthPx(kit) - kit.mm(15);
  const rows = state.applications.map((label, index) =>
    listRow(
      kit,
      {
        id: `choose-${index}`,
        index,
        height: 11.6,
        action: { type: 'choose', index },
        ...rowKey(index),
      },
      icon(kit, 'card', 4.8, 'blueText'),
      fitText(kit, label.slice(0, longestLabel), labelWidth, ['body', 'label', 'caption'], {
        bold: true,
        grow: true,
      }),
    ),
  );
  return screen(
    kit,
    strip,
    'choose-application',
    head(kit, words.title),
    body(
      kit,
      line(
        kit,
        { align: 'between' },
        text(kit, kit.panel.tiny ? word.leaveCard : words.question, {
          step: 'caption',
          colour: 'ink2',
        }),
        text(kit, money(state.amount), { step: 'label', bold: true }),
      ),
      gap(kit, 1.2),
      card({}, ...rows),
      stretch(),
    ),
    // On a low panel the accounts need the place of the foot.
    !kit.panel.tiny && foot(kit, tellPanel(kit, 'noteAmber', 'warning', word.leaveCard)),
  );
}
