import type { CashierAction, ScreenOf } from '#src/desk/view.ts';
import { h, type UiChild, type UiNode } from '../h.ts';
import type { ColourName } from '../theme/colours.ts';
import type { Kit } from '../theme.ts';
import { column, fitText, gap, icon, row, text } from '../widgets/basics.ts';
import { date } from '../widgets/format.ts';
import { head, line, textWidthPx } from '../widgets/frame.ts';
import { headButton, headHeight } from '../widgets/head-button.ts';
import { facts } from '../widgets/surfaces.ts';

type Report = ScreenOf<'report'>;

/** Width of the name before a bar, and of what stands behind it, in mm. */
const nameWidth = 20.6;
const countWidth = 3.4;

const box = (kit: Kit, width: number, height: number, colour: ColourName): UiNode =>
  h('box', {
    w: Math.max(1, Math.round(width)),
    h: kit.mm(height),
    local: { bgColor: kit.colours[colour], bgOpa: 255, radius: kit.mm(0.6) },
  });

/** One line of a chart: its name, a bar for its share, its count. */
export function causeBar(
  kit: Kit,
  what: string,
  share: number,
  count: string,
  first: boolean,
): UiNode {
  const { mm } = kit;
  const room = kit.panel.widthPx - 2 * mm(4) - mm(nameWidth) - mm(countWidth) - 2 * mm(0.8);
  return line(
    kit,
    { gap: mm(0.8) },
    fitText(kit, what, mm(nameWidth), ['caption', 'mark'], {
      bold: first,
      line: 1.2,
      width: mm(nameWidth),
    }),
    h('row', { grow: 1 }, box(kit, room * share, 2.6, first ? 'ink' : 'edge')),
    text(kit, count, {
      step: 'label',
      bold: true,
      align: 'right',
      width: mm(countWidth),
      line: 1.1,
    }),
  );
}

/** The days of the week that is looked at. */
function daysOf(kit: Kit, { week }: Report): string {
  const day = (text: string): string => date(kit, Date.parse(`${text}T12:00:00Z`));
  return kit.texts.reports.weekOf(day(week.fromDate), day(week.toDate));
}

/** Which week is looked at, and the ways to those around it; on the smallest panel they stand in the head. */
export function weekChoice(kit: Kit, state: Report): UiChild {
  if (kit.panel.tiny) return undefined;
  const room = kit.panel.widthPx - kit.mm(4 + 2 * 9.8 + 3);
  return [
    row(
      { w: 'fill', h: kit.mm(9.8), gap: kit.mm(1) },
      turn(kit, 'older', state),
      column(
        { grow: 1, cross: 'center' },
        fitText(kit, daysOf(kit, state), room, ['label', 'caption', 'mark'], { bold: true }),
      ),
      turn(kit, 'newer', state),
    ),
    gap(kit, 1),
  ];
}

/** The same in the head of the smallest panel. */
export const weekHead = (kit: Kit, state: Report): UiNode =>
  head(kit, daysOf(kit, state), {
    tools: (['older', 'newer'] as const).map((to) =>
      headButton(kit, signs[to], {
        id: to,
        hotkey: keys[to],
        disabled: !canTurn(state, to),
        action: { type: 'week', to },
      }),
    ),
    toolsWidth: 2 * headHeight,
  });

type Turn = 'older' | 'newer';

const signs: Readonly<Record<Turn, string>> = { older: 'back', newer: 'chevron' };
const keys: Readonly<Record<Turn, string>> = { older: '6', newer: '7' };

const canTurn = ({ week }: Report, to: Turn): boolean =>
  to === 'older' ? week.hasOlder : week.hasNewer;

const turn = (kit: Kit, to: Turn, state: Report): UiNode =>
  h(
    'button',
    {
      id: to,
      style: 'secondary',
      w: kit.mm(9.8),
      h: kit.mm(9.8),
      disabled: !canTurn(state, to),
      hotkey: keys[to],
      onPress: { type: 'week', to } satisfies CashierAction,
    },
    icon(kit, signs[to], 4),
  );

const numberOf = (week: string): string => week.slice(-2).replace(/^0/, '');

const shownOfGroup = 3;

/** Where, by whom and with which card numbers were missing in the week. */
export function devices(kit: Kit, state: Report): UiChild[] {
  const { reports } = kit.texts;
  const all = [state.byTerminal, state.byOperator, state.byBrand].flat();
  const most = Math.max(1, ...all.map(({ count }) => count));
  const people = state.byOperator.map(({ name, count, said }) => ({
    name: said?.[kit.language] ?? name,
    count,
  }));
  return [
    ...group(kit, reports.byTerminal, state.byTerminal, most),
    ...group(kit, reports.byOperator, people, most),
    ...group(kit, reports.byBrand, state.byBrand, most),
  ];
}

function group(
  kit: Kit,
  title: string,
  counted: readonly { readonly name: string; readonly count: number }[],
  most: number,
): UiChild[] {
  const { notKnown } = kit.texts.reports;
  return [
    line(kit, {}, text(kit, title, { step: 'caption', colour: 'ink2' })),
    ...counted
      .slice(0, shownOfGroup)
      .map(({ name, count }, index) =>
        causeBar(kit, name === '' ? notKnown : name, count / most, String(count), index === 0),
      ),
    gap(kit, 0.8),
  ];
}

/** Six weeks, the one that is looked at last and strongest: cases, those that were lost, and how long a way took. */
export function weeks(kit: Kit, state: Report): UiChild[] {
  const { reports, time } = kit.texts;
  const most = Math.max(1, ...state.weeks.map(({ count }) => count));
  const slowest = Math.max(1, ...state.weeks.map(({ medianSeconds = 0 }) => medianSeconds));
  const last = state.weeks.length - 1;
  return [
    column(
      { w: 'fill', gap: kit.mm(0.7) },
      ...state.weeks.map((week, index) =>
        weekBars(kit, week, { most, slowest, now: index === last }),
      ),
    ),
    gap(kit, 0.8),
    legend(kit),
    gap(kit, 0.8),
    facts(
      kit,
      [
        [reports.lost, String(state.lostHolds)],
        state.medianSeconds !== undefined && [reports.wayOut, time.took(state.medianSeconds)],
      ],
      0.3,
    ),
  ];
}

function weekBars(
  kit: Kit,
  { name, count, lost, medianSeconds }: Report['weeks'][number],
  scale: { readonly most: number; readonly slowest: number; readonly now: boolean },
): UiNode {
  const { mm } = kit;
  const room = textWidthPx(kit) - mm(nameWidth) - mm(countWidth) - 2 * mm(0.8);
  const long = (room * count) / scale.most;
  const red = count === 0 ? 0 : (long * lost) / count;
  return line(
    kit,
    { gap: mm(0.8) },
    text(kit, kit.texts.reports.week(numberOf(name)), {
      step: 'caption',
      bold: scale.now,
      line: 1.2,
      width: mm(nameWidth),
    }),
    column(
      { grow: 1, cross: 'start', gap: mm(0.3) },
      row(
        { h: mm(2.4) },
        long - red > 0 && box(kit, long - red, 2.4, scale.now ? 'ink' : 'edge'),
        red > 0 && box(kit, red, 2.4, 'red'),
      ),
      medianSeconds !== undefined &&
        box(kit, (room * medianSeconds) / scale.slowest, 0.8, 'yellow'),
    ),
    text(kit, String(count), {
      step: 'label',
      bold: true,
      align: 'right',
      width: mm(countWidth),
      line: 1.1,
    }),
  );
}

/** What the colours stand for, in words. */
function legend(kit: Kit): UiNode {
  const { legend: words } = kit.texts.reports;
  const entry = (colour: ColourName, said: string): UiNode =>
    row(
      { gap: kit.mm(0.7) },
      box(kit, kit.mm(2), 2, colour),
      text(kit, said, { step: kit.panel.roomy ? 'caption' : 'mark', colour: 'ink2', line: 1.2 }),
    );
  return line(
    kit,
    { gap: kit.mm(2) },
    entry('ink', words.cases),
    entry('red', words.lost),
    entry('yellow', words.wayOut),
  );
}
