import type { CashierAction, ScreenOf } from '#src/desk/view.ts';
import { h, type UiNode } from '../h.ts';
import { shorten } from '../theme/wrap.ts';
import type { Kit } from '../theme.ts';
import { column, icon, inlineIcon, row, text } from '../widgets/basics.ts';
import { money } from '../widgets/format.ts';

/** Of the tiles on the smallest panel, in mm: home must hold all of them above its button. */
const lowTile = 9.8;

/** 未完成: how many, what they come to, and what about them cannot wait. */
export function openHolds(kit: Kit, state: ScreenOf<'home'>): UiNode {
  const small = kit.panel.hardwareKeys;
  const { home: words } = kit.texts;
  return h(
    'button',
    {
      id: 'holds',
      style: 'tile',
      w: 'fill',
      h: kit.mm(kit.panel.tiny ? lowTile : 14),
      align: 'start',
      gap: kit.mm(1.4),
      pad: [0, kit.mm(2) - (small ? 0 : kit.mm(0.6)), 0, kit.mm(2)],
      onPress: { type: 'go', to: 'holds' } satisfies CashierAction,
      hotkey: '2',
    },
    inlineIcon(kit, 'list', small ? 5 : 5.6, 'blueText'),
    column(
      { grow: 1, cross: 'start' },
      text(kit, words.open, { bold: true, line: 1.15, colour: 'ink' }),
      openHint(kit, state),
    ),
    text(kit, String(state.open.count), {
      step: small && state.open.count > 9 ? 'title' : 'figure',
      colour: 'ink',
    }),
    small ? keyBox(kit, '2') : inlineIcon(kit, 'chevron', 3.2, 'blueText'),
  );
}

function openHint(kit: Kit, state: ScreenOf<'home'>): UiNode {
  const { home: words, word } = kit.texts;
  const small = kit.panel.hardwareKeys;
  const mark = (iconName: string, said: string, colour: 'redText' | 'amberText'): UiNode =>
    row(
      { gap: kit.mm(0.5) },
      icon(kit, iconName, 2.4, colour),
      text(kit, said, { step: 'caption', bold: true, colour }),
    );
  if (state.expiring !== undefined && small) {
    return mark('warning', words.expiresTodayShort(state.expiring.count), 'redText');
  }
  if (state.owed > 0) {
    const said = small ? words.owedShort(state.owed) : words.owed(state.owed);
    return mark('bank', said, 'amberText');
  }
  if (state.withoutNumber > 0) {
    const { number } = kit.texts;
    const say = small ? number.withoutNumberShort : number.withoutNumber;
    return mark('keypad', say(state.withoutNumber), 'amberText');
  }
  if (state.bulletin !== undefined) {
    const said = shorten(state.bulletin[kit.language], small ? 5 : 7, small ? 9 : 13);
    return mark('info', said, 'amberText');
  }
  return text(kit, word.total(money(state.open.total)), { step: 'caption', colour: 'ink2' });
}

/** 待处理, reports, settings. */
export function tiles(kit: Kit, state: ScreenOf<'home'>): UiNode {
  const { home: words } = kit.texts;
  return row(
    { w: 'fill', gap: kit.mm(kit.panel.hardwareKeys ? 1 : 1.4) },
    tile(kit, 'cases', 'case', casesWords(kit, state), '3', state.openCases),
    tile(kit, 'reports', 'report', words.reports, '4', 0),
    tile(kit, 'settings', 'settings', words.settings, '5', state.care?.count ?? 0),
  );
}

/** Cases that waited long enough are said in place of the tile's name. */
function casesWords(kit: Kit, { dueCases, answeredCases = 0 }: ScreenOf<'home'>): string {
  const { caseFollow, home } = kit.texts;
  if (dueCases > 0) return caseFollow.dueTile(dueCases);
  return answeredCases > 0 ? caseFollow.answeredTile : home.cases;
}

const destinations = { cases: 'cases', reports: 'report', settings: 'settings' } as const;

function tile(
  kit: Kit,
  id: keyof typeof destinations,
  iconName: string,
  words: string,
  key: string,
  count: number,
): UiNode {
  const { hardwareKeys: small, roomy } = kit.panel;
  const between = kit.mm(small ? 1 : 1.4);
  const width = Math.ceil((kit.panel.widthPx - 2 * (kit.mm(4) - kit.mm(2)) - 2 * between) / 3);
  if (kit.panel.tiny) return lowTileOf(kit, id, words, key, count);
  return h(
    'button',
    {
      id,
      style: 'tile',
      grow: 1,
      h: kit.mm(small ? 13 : roomy ? 17 : 14),
      onPress: { type: 'go', to: destinations[id] } satisfies CashierAction,
      hotkey: key,
    },
    column(
      { cross: 'center', gap: kit.mm(0.5) },
      icon(kit, iconName, small ? 4.2 : 5),
      text(kit, words, { step: roomy ? 'body' : 'caption', bold: true, line: 1.1 }),
    ),
    count > 0 && badge(kit, count, width),
    small && h('box', { x: kit.mm(1), y: kit.mm(0.8) }, keyName(kit, key)),
  );
}

/** On the smallest panel: the key that opens it, its word, and a mark where something waits. */
function lowTileOf(
  kit: Kit,
  id: keyof typeof destinations,
  words: string,
  key: string,
  count: number,
): UiNode {
  const { mm, colours } = kit;
  const dot = { bgColor: colours.ink, bgOpa: 255, radius: mm(2.2) };
  return h(
    'button',
    {
      id,
      style: 'tile',
      grow: 1,
      h: mm(lowTile),
      gap: mm(0.8),
      onPress: { type: 'go', to: destinations[id] } satisfies CashierAction,
      hotkey: key,
    },
    text(kit, key, { step: 'caption', bold: true, colour: 'ink3' }),
    text(kit, words, { step: count > 0 ? 'mark' : 'caption', bold: true }),
    count > 0 && h('box', { w: mm(1.6), h: mm(1.6), local: dot }),
  );
}

function badge(kit: Kit, count: number, tileWidth: number): UiNode {
  const side = kit.mm(4.4);
  const border = Math.max(1, kit.mm(0.15));
  return h(
    'box',
    {
      x: tileWidth - 2 * border - kit.mm(0.8) - side,
      y: kit.mm(0.8),
      w: side,
      h: side,
      align: 'center',
      cross: 'center',
      local: { bgColor: kit.colours.ink, bgOpa: 255, radius: kit.mm(2.2) },
    },
    text(kit, count > 9 ? '9+' : String(count), {
      step: 'caption',
      bold: true,
      colour: 'bg',
      line: 1,
    }),
  );
}

const keyName = (kit: Kit, key: string): UiNode =>
  text(kit, key, { step: 'caption', bold: true, colour: 'ink3', line: 1.2 });

function keyBox(kit: Kit, key: string): UiNode {
  const side = kit.mm(4.4);
  return h(
    'box',
    {
      w: side,
      h: side,
      align: 'center',
      cross: 'center',
      local: {
        borderColor: kit.colours.ink3,
        borderOpa: 255,
        borderSide: 15,
        borderWidth: Math.max(1, kit.mm(0.2)),
        radius: kit.mm(0.8),
      },
    },
    text(kit, key, { step: 'caption', bold: true, colour: 'ink3', line: 1 }),
  );
}
