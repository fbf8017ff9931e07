import type { ScreenOf, Strip } from '#src/desk/view.ts';
import type { UiNode } from '../h.ts';
import type { Kit } from '../theme.ts';
import { column, fitText, gap, inlineIcon, paragraph, stretch } from '../widgets/basics.ts';
import { secondary } from '../widgets/buttons.ts';
import { nameOf } from '../widgets/format.ts';
import { body, foot, head, line, screen, textWidthPx } from '../widgets/frame.ts';
import { remedyIcon } from '../widgets/remedies.ts';
import { card, listRow, rowKey } from '../widgets/surfaces.ts';
import { otherWays } from './why.ts';

/** Only what is allowed here and now, each with its cost in words. */
export function ways(kit: Kit, strip: Strip, state: ScreenOf<'ways'>): UiNode {
  const { texts } = kit;
  const { finding, remedies } = state.diagnosis;
  const called = nameOf(kit, state, 'roomShort');
  const width = textWidthPx(kit) - kit.mm(4.8) - kit.mm(3.2) - 2 * kit.mm(1.4);
  const rows = otherWays(remedies).map((remedy, index) =>
    listRow(
      kit,
      {
        id: `way-${remedy.kind}`,
        index,
        height: 12.2,
        action: { type: 'way', remedy: remedy.kind },
        ...rowKey(index),
      },
      inlineIcon(kit, remedyIcon(remedy.kind, finding), 4.8, 'blueText'),
      column(
        { grow: 1, cross: 'start', gap: kit.mm(0.3) },
        fitText(kit, texts.way[remedy.kind], width, ['label', 'caption'], { bold: true }),
        fitText(kit, texts.wayCost(remedy), width, ['caption', 'mark'], { colour: 'ink2' }),
      ),
    ),
  );
  return screen(
    kit,
    strip,
    'ways',
    head(kit, texts.ways.title, called === undefined ? {} : { right: called }),
    body(
      kit,
      gap(kit, 0.4),
      rows.length > 0 && card({}, ...rows),
      gap(kit, 1),
      stretch(),
      state.typingRefused && refused(kit),
      gap(kit, 2),
    ),
    foot(
      kit,
      secondary(
        kit,
        'stop',
        texts.ways.stop,
        { type: 'way', remedy: 'stop' },
        { danger: true, hotkey: 'enter' },
      ),
    ),
  );
}

function refused(kit: Kit): UiNode {
  const width = textWidthPx(kit) - kit.mm(3.6) - kit.mm(1.5);
  return line(
    kit,
    { gap: kit.mm(1.5), cross: 'start' },
    inlineIcon(kit, 'info', 3.6, 'ink3'),
    paragraph(kit, kit.texts.ways.typingRefused, width, { step: 'caption', colour: 'ink2' }),
  );
}
