import { isKnownTask } from '#src/care/inspection.ts';
import type { TaskRow } from '#src/desk/view/care.ts';
import type { ScreenOf, Strip } from '#src/desk/view.ts';
import { h, type UiNode } from '../h.ts';
import type { Kit } from '../theme.ts';
import { column, fitText, gap, icon, paragraph, stretch, text } from '../widgets/basics.ts';
import { primary, secondary } from '../widgets/buttons.ts';
import { stamp } from '../widgets/format.ts';
import { body, foot, head, line, screen, textWidthPx } from '../widgets/frame.ts';
import { card, listRow, rowKey } from '../widgets/surfaces.ts';

const nameOf = (kit: Kit, { task, name }: TaskRow): string =>
  name?.[kit.language] ?? (isKnownTask(task) ? kit.texts.inspection.task[task] : task);

const lastOf = (kit: Kit, { lastMs, operator }: TaskRow): string =>
  lastMs === undefined
    ? kit.texts.inspection.never
    : kit.texts.inspection.last(stamp(kit, lastMs), operator ?? '');

/** 巡检: what waits for somebody stands first. */
export function inspection(kit: Kit, strip: Strip, state: ScreenOf<'inspection'>): UiNode {
  const side = kit.mm(2);
  return screen(
    kit,
    strip,
    'inspection',
    head(kit, kit.texts.inspection.title),
    h(
      'scroll',
      { id: 'rows', w: 'fill', grow: 1, pad: [kit.mm(0.4), side, kit.mm(2), side] },
      card(
        { local: { clipCorner: true } },
        ...state.rows.map((row, index) => taskRow(kit, row, index)),
      ),
    ),
  );
}

function taskRow(kit: Kit, row: TaskRow, index: number): UiNode {
  const width = textWidthPx(kit) - kit.mm(4 + 3.2 + 3 * 1.4);
  const waits = row.state !== 'later';
  return listRow(
    kit,
    {
      id: `task-${row.task}`,
      index,
      height: 10.4,
      action: { type: 'inspect', task: row.task },
      ...rowKey(index),
    },
    icon(kit, waits ? 'warning' : 'check', 4, waits ? 'amberText' : 'greenText'),
    column(
      { grow: 1, cross: 'start' },
      fitText(kit, nameOf(kit, row), width, ['label', 'caption'], { bold: true, line: 1.2 }),
      fitText(kit, kit.texts.inspection.when(row), width, ['caption', 'mark'], {
        colour: waits ? 'amberText' : 'ink2',
        line: 1.15,
      }),
    ),
  );
}

/** One task: how it is looked at, who looked last, and the answer. */
export function inspectTask(kit: Kit, strip: Strip, state: ScreenOf<'inspect-task'>): UiNode {
  const { inspection: words } = kit.texts;
  const { row } = state;
  const width = textWidthPx(kit);
  const how = isKnownTask(row.task) ? words.how[row.task] : words.ownHow;
  return screen(
    kit,
    strip,
    'inspect-task',
    head(kit, nameOf(kit, row)),
    body(
      kit,
      !kit.panel.tiny && gap(kit, 1),
      line(kit, {}, paragraph(kit, how, width, { step: kit.panel.tiny ? 'caption' : 'body' })),
      gap(kit, 1),
      line(kit, {}, text(kit, lastOf(kit, row), { step: 'caption', colour: 'ink2' })),
      stretch(),
    ),
    foot(
      kit,
      secondary(
        kit,
        'trouble',
        words.trouble,
        { type: 'trouble' },
        { danger: true, hotkey: '0', share: kit.panel.tiny },
      ),
      primary(kit, row.task === 'cleanReader' ? words.clean : words.well, {
        icon: 'check',
        height: kit.panel.primaryOnKeypadScreen,
      }),
    ),
  );
}
