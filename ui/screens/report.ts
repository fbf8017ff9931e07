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
import { card, cardPad, facts } from '../widgets/surfaces.ts';
import { dayLines } from './day-lines.ts';

type Report = ScreenOf<'report'>;

/** One tab a question: the money, and where cards gave no number: why, on which device, in which week. */
export function report(kit: Kit, strip: Strip, state: Report): UiNode {
  const { report: words, reports } = kit.texts;
  const title = state.tab === 'totals' ? words.title : reports.title(state.month);
  return screen(
    kit,
    strip,
    'report',
    head(kit, title),
    (state.tab === 'totals' ? scrollBody : body)(
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
  const { report: words, reports, endOfDay } = kit.texts;
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
    case 'device': {
      const all = [state.byTerminal, state.byOperator, state.byBrand].flat();
      if (all.length === 0) return [noCases(kit)];
      const most = Math.max(...all.map(({ count }) => count));
      return [
        ...group(kit, reports.byTerminal, state.byTerminal, most),
        ...group(kit, reports.byOperator, state.byOperator, most),
        ...group(kit, reports.byBrand, state.byBrand, most),
      ];
    }
    case 'week':
      return weeks(kit, state);
  }
}

const shownOfGroup = 3;

function group(
  kit: Kit,
  title: string,
  counted: readonly { readonly name: string; readonly count: number }[],
  most: number,
): UiChild[] {
  return [
    line(kit, {}, text(kit, title, { step: 'caption', colour: 'ink2' })),
    ...counted
      .slice(0, shownOfGroup)
      .map(({ name, count }, index) =>
        causeBar(
          kit,
          name === '' ? kit.texts.reports.notKnown : name,
          count / most,
          String(count),
          index === 0,
        ),
      ),
    gap(kit, 0.8),
  ];
}

/** The last weeks, this one last and strongest; below it what the week cost. */
function weeks(kit: Kit, state: Report): UiChild[] {
  const { reports } = kit.texts;
  const most = Math.max(1, ...state.weeks.map(({ count }) => count));
  const last = state.weeks.length - 1;
  return [
    column(
      { w: 'fill', gap: kit.mm(0.8) },
      ...state.weeks.map(({ name, count }, index) =>
        causeBar(
          kit,
          reports.week(name.slice(-2).replace(/^0/, '')),
          count / most,
          String(count),
          index === last,
        ),
      ),
    ),
    gap(kit, 1),
    facts(
      kit,
      [
        [reports.lost, String(state.lostHolds)],
        state.medianSeconds !== undefined && [
          reports.wayOut,
          kit.texts.time.took(state.medianSeconds),
        ],
      ],
      0.3,
    ),
  ];
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

function causeBar(kit: Kit, what: string, share: number, count: string, first: boolean): UiNode {
  const { mm } = kit;
  const room = kit.panel.widthPx - 2 * mm(4) - mm(20.6) - mm(3.4) - 2 * mm(0.8);
  return line(
    kit,
    { gap: mm(0.8) },
    fitText(kit, what, mm(20.6), ['caption', 'mark'], {
      bold: first,
      line: 1.2,
      width: mm(20.6),
    }),
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
