import type { BulletinRow } from '#src/desk/view/bulletin.ts';
import type { ScreenOf, Strip } from '#src/desk/view.ts';
import { h, type UiNode } from '../h.ts';
import { shorten } from '../theme/wrap.ts';
import type { Kit } from '../theme.ts';
import { column, fitText, gap, icon, paragraph, text } from '../widgets/basics.ts';
import { primary } from '../widgets/buttons.ts';
import { stamp } from '../widgets/format.ts';
import { foot, head, screen, textWidthPx } from '../widgets/frame.ts';
import { card, listRow, note, rowKey, tag } from '../widgets/surfaces.ts';

const icons: Readonly<Record<BulletinRow['kind'], string>> = {
  outage: 'bank',
  maintenance: 'clock',
  rules: 'list',
  newCards: 'card',
  news: 'info',
};

export const iconOf = ({ kind }: Pick<BulletinRow, 'kind'>): string => icons[kind];

/** 公告: newest first, and a look for new ones by hand. */
export function bulletins(kit: Kit, strip: Strip, state: ScreenOf<'bulletins'>): UiNode {
  const { bulletin: words } = kit.texts;
  const side = kit.mm(2);
  const said = sayingOf(kit, state);
  return screen(
    kit,
    strip,
    'bulletins',
    head(kit, words.title),
    h(
      'scroll',
      { id: 'rows', w: 'fill', grow: 1, pad: [kit.mm(0.4), side, kit.mm(2), side] },
      said !== undefined && said,
      said !== undefined && gap(kit, 1.2),
      state.rows.length > 0 &&
        card(
          { local: { clipCorner: true } },
          ...state.rows.map((row, at) => rowNode(kit, row, at)),
        ),
    ),
    foot(kit, primary(kit, words.look, { icon: 'retry', height: 12 })),
  );
}

function rowNode(kit: Kit, row: BulletinRow, index: number): UiNode {
  const { bulletin: words } = kit.texts;
  const unread = !row.read && (row.state === 'inForce' || row.state === 'ahead');
  const when = stamp(kit, row.fromMs);
  return listRow(
    kit,
    {
      id: `bulletin-${row.id}`,
      index,
      height: 12,
      action: { type: 'bulletin', id: row.id },
      ...rowKey(index),
    },
    icon(kit, iconOf(row), 4.8, row.state === 'inForce' ? 'amberText' : 'ink2'),
    column(
      { grow: 1, cross: 'start', gap: kit.mm(0.3) },
      titleOf(kit, row),
      unread
        ? tag(kit, 'amber', 'info', words.unread, { tight: true })
        : text(kit, `${words.state[row.state]}  ${when}`, { step: 'caption', colour: 'ink2' }),
    ),
  );
}

/** As large as the row has room for. */
function titleOf(kit: Kit, { title }: BulletinRow): UiNode {
  const room = textWidthPx(kit) - kit.mm(12.4);
  const look = { bold: true, line: 1.15 };
  return fitText(
    kit,
    shorten(title[kit.language], 10, 17),
    room,
    ['body', 'label', 'caption'],
    look,
  );
}

/** What is going on, how the last look ended, or the file that was not taken. */
function sayingOf(kit: Kit, state: ScreenOf<'bulletins'>): UiNode | undefined {
  const { bulletin: words, fault } = kit.texts;
  const { looking, looked, refused, rows } = state;
  const width = textWidthPx(kit) - kit.mm(4 + 1.6);
  const say = (tone: 'green' | 'amber' | 'off', sign: string, said: string): UiNode =>
    note(kit, tone, sign, [paragraph(kit, said, width, { step: 'label', colour: 'ink' })]);
  const notTaken = (file: { file: string; problem: keyof typeof words.problem }): UiNode =>
    say('amber', 'warning', words.refused(file.file, words.problem[file.problem]));
  if (looking !== undefined) return say('off', 'clock', words.looking(looking));
  if (looked?.refused !== undefined) return notTaken(looked.refused);
  if (looked?.fault !== undefined)
    return say('amber', 'network', words.failed(fault[looked.fault]));
  if (looked !== undefined)
    return say(looked.taken > 0 ? 'green' : 'off', 'check', words.looked(looked.taken));
  if (refused !== undefined) return notTaken(refused);
  return rows.length === 0 ? say('off', 'info', words.none) : undefined;
}
