import { type ReportTab, reportTabs } from '#src/desk/view/report.ts';
import type { CashierAction, ScreenOf, Strip } from '#src/desk/view.ts';
import type { Money } from '#src/money.ts';
import { h, type UiChild, type UiNode } from '../h.ts';
import type { Kit } from '../theme.ts';
import { column, fitText, gap, icon, row, stretch, text } from '../widgets/basics.ts';
import { secondary, sideBySide } from '../widgets/buttons.ts';
import { money } from '../widgets/format.ts';
import { body, foot, head, line, screen, scrollBody } from '../widgets/frame.ts';
import { saved } from '../widgets/saved.ts';
import { card, cardPad } from '../widgets/surfaces.ts';
import { dayLines } from './day-lines.ts';
import { causeBar, devices, weekChoice, weekHead, weeks } from './report-weeks.ts';

type Report = ScreenOf<'report'>;

/** One tab a question: the money, and where cards gave no number: why, on which device, in which week. */
export function report(kit: Kit, strip: Strip, state: Report): UiNode {
  const { report: words, reports } = kit.texts;
  const title = state.tab === 'cause' ? reports.title(state.month) : words.title;
  return screen(
    kit,
    strip,
    'report',
    kit.panel.tiny && (state.tab === 'device' || state.tab === 'week')
      ? weekHead(kit, state)
      : head(kit, title),
    (state.tab === 'cause' ? body : scrollBody)(
      kit,
      kit.panel.tiny && state.saving !== undefined && saved(kit, state.saving),
      tabs(kit, state.tab),
      gap(kit, 1.4),
      ...content(kit, strip, state),
      stretch(),
    ),
    foot(kit, ...buttons(kit, state)),
  );
}

const tabs = (kit: Kit, chosen: ReportTab): UiNode =>
  row(
    { w: 'fill', gap: kit.mm(0.8) },
    ...reportTabs.map((tab, index) =>
      h(
        'button',
        {
          id: `tab-${tab}`,
          style: 'chip',
          grow: 1,
          h: kit.mm(9.7),
          checked: tab === chosen,
          hotkey: String(index + 1),
          onPress: { type: 'tab', tab } satisfies CashierAction,
        },
        text(kit, kit.texts.reports.tab[tab], { step: 'caption', bold: true }),
      ),
    ),
  );

function buttons(kit: Kit, state: Report): UiChild[] {
  const { report: words, reports, word } = kit.texts;
  const print = secondary(kit, 'print', word.print, { type: 'print' }, printLook);
  const other =
    state.tab === 'totals'
      ? secondary(kit, 'end-of-day', words.endOfDay, { type: 'go', to: 'endOfDay' }, endLook)
      : secondary(kit, 'export', reports.export, { type: 'export' }, exportLook);
  return [
    state.saving !== undefined && !kit.panel.tiny && saved(kit, state.saving),
    sideBySide(kit, print, other),
  ];
}

function content(kit: Kit, strip: Strip, state: Report): UiChild[] {
  const { report: words, endOfDay } = kit.texts;
  switch (state.tab) {
    case 'totals':
      return [
        card(
          { pad: cardPad(kit), gap: kit.mm(0.5) },
          total(kit, words.held, state.held),
          total(kit, words.completed, state.completed),
          total(kit, words.cancelled, state.cancelled),
          rule(kit),
          total(kit, endOfDay.open, state.day.open),
        ),
        gap(kit, 1.4),
        ...dayLines(kit, strip, state.day),
      ];
    case 'cause':
      return causes(kit, state);
    case 'device':
      return [
        weekChoice(kit, state),
        ...(state.byTerminal.length === 0 ? [noCases(kit)] : devices(kit, state)),
      ];
    case 'week':
      return [weekChoice(kit, state), ...weeks(kit, state)];
  }
}

const printLook = { icon: 'print', share: true, hotkey: '8' } as const;
const endLook = { hotkey: 'enter', share: true } as const;
const exportLook = { icon: 'download', hotkey: 'enter', share: true } as const;

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

const shownCauses = 7;

const noCases = (kit: Kit): UiNode =>
  line(
    kit,
    { gap: kit.mm(1.5) },
    icon(kit, 'check', 4, 'greenText'),
    text(kit, kit.texts.report.noCases, { step: 'label' }),
  );

function causes(kit: Kit, state: Report): UiChild[] {
  if (state.cases === 0) return [noCases(kit), gap(kit, 1), compared(kit, state)];
  const rows = state.byCause.toSorted((a, b) => b.count - a.count).slice(0, shownCauses);
  const most = rows[0]?.count ?? 1;
  return [
    line(
      kit,
      { gap: kit.mm(1), cross: 'end' },
      text(kit, String(state.cases), { step: 'figure' }),
      column(
        { pad: [0, 0, kit.mm(0.7), 0], grow: 1, cross: 'start' },
        text(kit, kit.texts.reports.cards(state.cases), { step: 'label' }),
      ),
      column({ pad: [0, 0, kit.mm(0.7), 0] }, compared(kit, state)),
    ),
    gap(kit, 0.6),
    column(
      { w: 'fill', gap: kit.mm(0.9) },
      ...rows.map(({ cause, count }, index) =>
        causeBar(kit, kit.texts.cause[cause], count / most, String(count), index === 0),
      ),
    ),
  ];
}

/** Against the month before: fewer is good. */
function compared(kit: Kit, { cases, casesBefore, month }: Report): UiNode {
  const before = month === 1 ? 12 : month - 1;
  const said = kit.texts.reports.compared(cases - casesBefore, before);
  const colour = cases < casesBefore ? 'greenText' : cases > casesBefore ? 'amberText' : 'ink2';
  return text(kit, said, { step: 'caption', bold: true, colour });
}
