import type { HoldRow, ScreenOf, Strip } from '#src/desk/view.ts';
import { h, type UiChild, type UiNode } from '../h.ts';
import { textWidth } from '../theme/type.ts';
import type { Kit } from '../theme.ts';
import { column, gap, icon, row, stretch, text } from '../widgets/basics.ts';
import { money, nameOf } from '../widgets/format.ts';
import { head, screen, textInset, textWidthPx } from '../widgets/frame.ts';
import { headButton, headHeight } from '../widgets/head-button.ts';
import { endingTone, endingWords, numberOrTag, rowAmount } from '../widgets/holds.ts';
import { keypad } from '../widgets/keypad.ts';
import { listCard, listRow, rowKey } from '../widgets/surfaces.ts';

type Holds = ScreenOf<'holds'>;

/** All open holds, the one that ends first on top. */
export function holds(kit: Kit, strip: Strip, state: Holds): UiNode {
  const searching = state.search !== undefined;
  return screen(
    kit,
    strip,
    'holds',
    head(kit, kit.texts.holds.title(state.rows.length + (state.more ?? 0)), {
      tools: [registerButton(kit, searching), searchButton(kit)],
      toolsWidth: 2 * headHeight,
    }),
    searching ? searchField(kit, state.search) : summary(kit, state),
    h(
      'column',
      { key: 'list', w: 'fill', grow: 1, pad: [0, kit.mm(2), 0, kit.mm(2)] },
      state.rows.length === 0 ? nothing(kit, searching) : list(kit, state, searching),
    ),
    searching && gap(kit, 1),
    searching && keypad(kit, { doubleZero: false }),
    searching && gap(kit, 1.4),
  );
}

/** A hold that another terminal or paper began. */
const registerButton = (kit: Kit, searching: boolean): UiNode =>
  headButton(
    kit,
    'plus',
    {
      id: 'register',
      action: { type: 'registerHold' },
      ...(!searching && { hotkey: '0' }),
    },
    4.2,
  );

const searchButton = (kit: Kit): UiNode =>
  headButton(kit, 'search', { id: 'search', action: { type: 'search' } }, 4.2);

/** The order, and what all come to; a long sum stands alone. */
function summary(kit: Kit, state: Holds): UiNode {
  const { soonestFirst } = kit.texts.holds;
  const total = kit.texts.word.total(money(state.total));
  const { size } = kit.font('caption');
  const both = textWidth(soonestFirst, size, 400) + textWidth(total, size, 400) + kit.mm(2);
  return row(
    { w: 'fill', align: 'between', pad: [0, kit.mm(4), kit.mm(1), kit.mm(4)] },
    text(kit, both > textWidthPx(kit) ? '' : soonestFirst, { step: 'caption', colour: 'ink2' }),
    text(kit, total, { step: 'caption', colour: 'ink2' }),
  );
}

function searchField(kit: Kit, typed: string): UiNode {
  return column(
    { w: 'fill', pad: [0, kit.mm(2), kit.mm(1), kit.mm(2)] },
    row(
      {
        style: 'field',
        w: 'fill',
        h: kit.mm(8),
        gap: kit.mm(1),
        pad: [0, textInset(kit), 0, textInset(kit)],
        checked: true,
      },
      icon(kit, 'search', 3.6, 'ink2'),
      typed === ''
        ? text(kit, kit.texts.holds.searchHint, { step: 'caption', colour: 'ink3' })
        : text(kit, typed, { bold: true }),
    ),
  );
}

const nothing = (kit: Kit, searching: boolean): UiChild => [
  gap(kit, 6),
  column(
    { w: 'fill', cross: 'center', gap: kit.mm(1.4) },
    icon(kit, searching ? 'search' : 'list', 9, 'ink3'),
    text(kit, searching ? kit.texts.holds.nothingFound : kit.texts.holds.empty, { colour: 'ink2' }),
  ),
  stretch(),
];

/** The card runs out of the screen at the bottom: there is more to scroll to. */
const list = (kit: Kit, { rows, more }: Holds, searching: boolean): UiNode =>
  listCard(kit, { room: listRoom(kit, searching), rowHeight, toTheEdge: !searching }, [
    ...rows.map((hold, index) => holdRow(kit, hold, index, searching)),
    ...(more === undefined ? [] : [moreRow(kit, more, rows.length)]),
  ]);

const moreRow = (kit: Kit, more: number, index: number): UiNode =>
  listRow(
    kit,
    { id: 'more', index, height: rowHeight, action: { type: 'page' }, hotkey: 'enter' },
    text(kit, kit.texts.holds.more(more), { grow: true, colour: 'blueText', ellipsis: true }),
  );

/** Between the summary and the end of the screen, or the keypad, in pixels. */
function listRoom(kit: Kit, searching: boolean): number {
  const { keyHeight, keyGapY } = kit.panel;
  const keypadMm = searching ? 4 * keyHeight + 3 * keyGapY + 2.4 + 4.2 : 0;
  return kit.panel.heightPx - kit.mm(19 + keypadMm);
}

/** In mm. */
const rowHeight = 11.6;

const barColours = { red: 'red', amber: 'yellow' } as const;

function holdRow(kit: Kit, hold: HoldRow, index: number, searching: boolean): UiNode {
  const tone = endingTone(hold.daysLeft);
  const name = nameOf(kit, hold, 'roomShort') ?? kit.texts.word.noNote;
  const touched = listRow(
    kit,
    {
      id: `hold-${hold.holdId}`,
      index,
      height: rowHeight,
      action: { type: 'openHold', holdId: hold.holdId },
      // While searching, the digits write into the field.
      ...(searching ? {} : rowKey(index)),
    },
    column(
      { grow: 1, cross: 'start', gap: kit.mm(0.5) },
      text(kit, name, { bold: true, line: 1.15, ellipsis: true }),
      numberOrTag(kit, hold, { tight: true }),
    ),
    column(
      { cross: 'end', gap: kit.mm(0.5) },
      rowAmount(kit, money(hold.amount)),
      endingWords(kit, hold),
    ),
  );
  if (tone === 'off') return touched;
  const side = h('box', {
    x: 0,
    y: 0,
    w: kit.mm(0.8),
    h: kit.mm(rowHeight),
    local: { bgColor: kit.colours[barColours[tone]], bgOpa: 255 },
  });
  return h('box', { key: hold.holdId, w: 'fill', h: kit.mm(rowHeight) }, touched, side);
}
