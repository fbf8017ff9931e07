import type { ScreenOf, Strip } from '#src/desk/view.ts';
import type { Money } from '#src/money.ts';
import { h, type UiChild, type UiNode } from '../h.ts';
import type { Kit } from '../theme.ts';
import { column, fitText, gap, icon, row, stretch, text } from '../widgets/basics.ts';
import { secondary, sideBySide } from '../widgets/buttons.ts';
import { money } from '../widgets/format.ts';
import { body, foot, head, line, screen } from '../widgets/frame.ts';
import { card, cardPad } from '../widgets/surfaces.ts';

type Report = ScreenOf<'report'>;

/** What was held, completed and cancelled; below it, why cards gave no number. */
export function report(kit: Kit, strip: Strip, state: Report): UiNode {
  const { report: words } = kit.texts;
  return screen(
    kit,
    strip,
    'report',
    head(kit, words.title),
    body(
      kit,
      card(
        { pad: cardPad(kit), gap: kit.mm(0.5) },
        total(kit, words.held, state.held),
        total(kit, words.completed, state.completed),
        total(kit, words.cancelled, state.cancelled),
      ),
      gap(kit, 1.4),
      ...causes(kit, state),
      stretch(),
    ),
    foot(
      kit,
      sideBySide(
        kit,
        secondary(kit, 'print', kit.texts.word.print, { type: 'print' }, printLook),
        secondary(kit, 'end-of-day', words.endOfDay, { type: 'go', to: 'endOfDay' }, endLook),
      ),
    ),
  );
}

const printLook = { icon: 'print', share: true } as const;
const endLook = { hotkey: 'enter', share: true } as const;

/** One line of a table of totals: what, how many, how much. */
export function total(
  kit: Kit,
  what: string,
  { count, total: sum }: { readonly count: number; readonly total: Money },
): UiNode {
  const width = kit.mm(19.6);
  const counted = kit.mm(kit.language === 'en' ? 4.4 : 8);
  return row(
    { w: 'fill' },
    text(kit, what, { step: 'label', grow: true }),
    fitText(kit, kit.texts.report.count(count), counted, ['caption', 'mark'], {
      colour: 'ink2',
      align: 'right',
      width: counted,
    }),
    fitText(kit, money(sum), width, ['label', 'caption', 'mark'], {
      bold: true,
      align: 'right',
      width,
    }),
  );
}

/** A hair line between the sums and what they leave. */
export const rule = (kit: Kit): UiNode =>
  h('box', {
    w: 'fill',
    h: Math.max(1, kit.mm(0.12)),
    local: { bgColor: kit.colours.line, bgOpa: 255 },
  });

const shownCauses = 6;

function causes(kit: Kit, state: Report): UiChild[] {
  const { report: words } = kit.texts;
  if (state.cases === 0) {
    return [
      line(
        kit,
        { gap: kit.mm(1.5) },
        icon(kit, 'check', 4, 'greenText'),
        text(kit, words.noCases, { step: 'label' }),
      ),
    ];
  }
  const rows = state.byCause.toSorted((a, b) => b.count - a.count).slice(0, shownCauses);
  const most = rows[0]?.count ?? 1;
  return [
    line(
      kit,
      { gap: kit.mm(1), cross: 'end' },
      text(kit, String(state.cases), { step: 'figure' }),
      column({ pad: [0, 0, kit.mm(0.7), 0] }, text(kit, words.cases)),
    ),
    gap(kit, 1),
    column(
      { w: 'fill', gap: kit.mm(1.4) },
      ...rows.map(({ cause, count }, index) =>
        causeBar(kit, kit.texts.cause[cause], count / most, String(count), index === 0),
      ),
    ),
  ];
}

function causeBar(kit: Kit, what: string, share: number, count: string, first: boolean): UiNode {
  const { mm } = kit;
  const room = kit.panel.widthPx - 2 * mm(4) - mm(20.6) - mm(3.4) - 2 * mm(0.8);
  return line(
    kit,
    { gap: mm(0.8) },
    text(kit, what, { step: 'caption', bold: first, line: 1.2, width: mm(20.6) }),
    h(
      'row',
      { grow: 1 },
      h('box', {
        w: Math.max(1, Math.round(room * share)),
        h: mm(2.6),
        local: {
          bgColor: first ? kit.colours.ink : kit.colours.edge,
          bgOpa: 255,
          radius: mm(0.6),
        },
      }),
    ),
    text(kit, count, { step: 'label', bold: true, align: 'right', width: mm(3.4), line: 1.1 }),
  );
}
