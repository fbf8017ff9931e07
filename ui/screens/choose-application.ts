import type { ScreenOf, Strip } from '#src/desk/view.ts';
import type { UiNode } from '../h.ts';
import type { Kit } from '../theme.ts';
import { gap, icon, stretch, text } from '../widgets/basics.ts';
import { tellPanel } from '../widgets/buttons.ts';
import { money } from '../widgets/format.ts';
import { body, foot, head, line, screen } from '../widgets/frame.ts';
import { card, listRow, rowKey } from '../widgets/surfaces.ts';

const longestLabel = 16;

/** The card holds more than one account, and asks which. */
export function chooseApplication(
  kit: Kit,
  strip: Strip,
  state: ScreenOf<'choose-application'>,
): UiNode {
  const { choose: words, word } = kit.texts;
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
      text(kit, label.slice(0, longestLabel), { bold: true, grow: true, ellipsis: true }),
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
        text(kit, words.question, { step: 'caption', colour: 'ink2' }),
        text(kit, money(state.amount), { step: 'label', bold: true }),
      ),
      gap(kit, 1.2),
      card({}, ...rows),
      stretch(),
    ),
    foot(kit, tellPanel(kit, 'noteAmber', 'warning', word.leaveCard)),
  );
}
