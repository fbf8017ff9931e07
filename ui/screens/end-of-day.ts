import type { ScreenOf, Strip } from '#src/desk/view.ts';
import type { UiChild, UiNode } from '../h.ts';
import type { Kit } from '../theme.ts';
import { gap, stretch, text } from '../widgets/basics.ts';
import { primary } from '../widgets/buttons.ts';
import { today } from '../widgets/format.ts';
import { foot, head, screen, scrollBody } from '../widgets/frame.ts';
import { card, cardPad, note } from '../widgets/surfaces.ts';
import { dayLines, said } from './day-lines.ts';
import { rule, total } from './report.ts';

type EndOfDay = ScreenOf<'end-of-day'>;

/** 日结: what the day was, what must not be forgotten, and the button that closes it. */
export function endOfDay(kit: Kit, strip: Strip, state: EndOfDay): UiNode {
  const { report: columns, endOfDay: words } = kit.texts;
  const owed = state.owed > 0 ? said(kit, 'bank', true, words.owed(state.owed)) : [];
  return screen(
    kit,
    strip,
    'end-of-day',
    head(kit, words.title, { right: today(kit, strip.nowMs) }),
    scrollBody(
      kit,
      card(
        { pad: cardPad(kit), gap: kit.mm(0.5) },
        total(kit, columns.held, state.held),
        total(kit, columns.completed, state.completed),
        total(kit, columns.cancelled, state.cancelled),
        rule(kit),
        total(kit, words.open, state.open),
      ),
      gap(kit, 1.4),
      ...differing(kit, state.differing ?? 0),
      ...dayLines(kit, strip, state, ...owed),
      stretch(),
    ),
    foot(
      kit,
      primary(kit, state.begun ? words.goOn : words.settle, { icon: 'check', hint: words.hint }),
    ),
  );
}

/** Batches that a supervisor has to clear up with the bank. */
const differing = (kit: Kit, count: number): UiChild[] =>
  count === 0
    ? []
    : [
        note(
          kit,
          'amber',
          'bank',
          [text(kit, kit.texts.settlement.waiting(count), { step: 'label', bold: true })],
          { id: 'differing', action: { type: 'go', to: 'differing' }, height: 9.8 },
        ),
        gap(kit, 1.2),
      ];
