import type { CaseRow, ScreenOf, Strip } from '#src/desk/view.ts';
import { h, type UiNode } from '../h.ts';
import type { Kit } from '../theme.ts';
import { column, gap, icon, row, stretch, text } from '../widgets/basics.ts';
import { clock, date, money, nameOf } from '../widgets/format.ts';
import { head, screen } from '../widgets/frame.ts';
import { rowAmount } from '../widgets/holds.ts';
import { listCard, listRow, rowKey, type Tone, tag } from '../widgets/surfaces.ts';

/** Every card that gave no number, and how it ended. */
export function cases(kit: Kit, strip: Strip, state: ScreenOf<'cases'>): UiNode {
  const { cases: words } = kit.texts;
  return screen(
    kit,
    strip,
    'cases',
    head(kit, words.title),
    state.rows.length > 0 &&
      row(
        { w: 'fill', pad: [0, kit.mm(4), kit.mm(1), kit.mm(4)] },
        text(kit, words.newestFirst, { step: 'caption', colour: 'ink2' }),
      ),
    h(
      'column',
      { key: 'list', w: 'fill', grow: 1, pad: [0, kit.mm(2), 0, kit.mm(2)] },
      ...(state.rows.length === 0 ? nothing(kit) : [list(kit, state.rows)]),
    ),
  );
}

const nothing = (kit: Kit): UiNode[] => [
  gap(kit, 6),
  column(
    { w: 'fill', cross: 'center', gap: kit.mm(1.4) },
    icon(kit, 'case', 9, 'ink3'),
    text(kit, kit.texts.cases.empty, { colour: 'ink2' }),
  ),
  stretch(),
];

const list = (kit: Kit, rows: readonly CaseRow[]): UiNode =>
  listCard(
    kit,
    { room: kit.panel.heightPx - kit.mm(19), rowHeight, toTheEdge: true },
    rows.map((one, index) => caseRow(kit, one, index)),
  );

/** In mm. */
const rowHeight = 12.2;

const tones: Readonly<Record<CaseRow['state'], readonly [Exclude<Tone, 'red'>, string]>> = {
  open: ['amber', 'clock'],
  waiting: ['off', 'calendar'],
  resolved: ['green', 'check'],
  reported: ['green', 'check'],
  closed: ['off', 'check'],
};

/** How it stands; for a case that waits, until when or since when it is overdue. */
function rowTag(kit: Kit, { state, due, answered }: CaseRow): UiNode {
  if (answered === true)
    return tag(kit, 'amber', 'phone', kit.texts.caseFollow.answered, { tight: true });
  const [tone, iconName] = tones[state];
  if (due === undefined)
    return tag(kit, tone, iconName, kit.texts.cases.state[state], { tight: true });
  const said = kit.texts.caseFollow.dueShort(due, clock(kit, due.atMs), date(kit, due.atMs));
  return due.overdue
    ? tag(kit, 'red', 'warning', said, { tight: true })
    : tag(kit, tone, iconName, said, { tight: true });
}

function caseRow(kit: Kit, one: CaseRow, index: number): UiNode {
  const { texts } = kit;
  return listRow(
    kit,
    {
      id: `case-${one.incidentId}`,
      index,
      height: rowHeight,
      action: { type: 'openCase', incidentId: one.incidentId },
      ...rowKey(index),
    },
    column(
      { grow: 1, cross: 'start', gap: kit.mm(0.5) },
      text(kit, nameOf(kit, one, 'roomShort') ?? one.ticket, {
        bold: true,
        line: 1.15,
        ellipsis: true,
      }),
      text(kit, texts.findingShort[one.finding], {
        step: 'caption',
        colour: 'ink2',
        line: 1.2,
        ellipsis: true,
      }),
    ),
    column(
      { cross: 'end', gap: kit.mm(0.5) },
      rowAmount(kit, money(one.amount), 'label'),
      rowTag(kit, one),
    ),
  );
}
