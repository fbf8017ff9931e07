import type { ScreenOf, Strip } from '#src/desk/view.ts';
import type { UiNode } from '../h.ts';
import type { Kit } from '../theme.ts';
import { amountText, gap, paragraph, stretch, text } from '../widgets/basics.ts';
import { primary, secondary } from '../widgets/buttons.ts';
import { money } from '../widgets/format.ts';
import { body, foot, line, screen, textWidthPx } from '../widgets/frame.ts';
import { note } from '../widgets/surfaces.ts';

const tight = { line: 1 };

/** A part of the amount was approved: what is held, what was asked, and the question. */
export function partial(kit: Kit, strip: Strip, state: ScreenOf<'partial'>): UiNode {
  const { partial: words } = kit.texts.life;
  const width = textWidthPx(kit);
  const { hardwareKeys: small, tiny } = kit.panel;
  const undoneIn = text(kit, words.undoneIn(state.secondsLeft), {
    step: 'caption',
    colour: 'ink2',
  });
  const undo = { danger: true, icon: 'cross', hotkey: 'cancel' } as const;
  return screen(
    kit,
    strip,
    'partial',
    body(
      kit,
      gap(kit, small ? 0 : 1.2),
      line(
        kit,
        {},
        paragraph(kit, words.title, width, { step: tiny ? 'body' : 'title', bold: true }),
      ),
      !tiny && gap(kit, 0.6),
      line(kit, { align: 'end' }, amountText(kit, money(state.amount), width, tiny ? tight : {})),
      line(
        kit,
        { align: tiny ? 'between' : 'end' },
        tiny && undoneIn,
        text(kit, words.asked(money(state.asked)), { step: 'caption', colour: 'ink2' }),
      ),
      gap(kit, small ? 0.6 : 1.2),
      note(kit, 'amber', 'warning', [
        paragraph(kit, words.hint, width - kit.mm(4 + 1.6), { step: 'label', bold: true }),
      ]),
      !tiny && gap(kit, 0.8),
      !tiny && line(kit, {}, undoneIn),
      stretch(),
    ),
    foot(
      kit,
      secondary(kit, 'undo', words.undo, { type: 'undoPart' }, undo),
      primary(kit, words.keep, { icon: 'check' }),
    ),
  );
}
