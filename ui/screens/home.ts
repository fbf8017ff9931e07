import type { CashierAction, HoldRow, ScreenOf, Strip } from '#src/desk/view.ts';
import { h, type UiNode } from '../h.ts';
import { shorten } from '../theme/wrap.ts';
import type { Kit } from '../theme.ts';
import { column, gap, icon, inlineIcon, row, stretch, text } from '../widgets/basics.ts';
import { primary } from '../widgets/buttons.ts';
import { clock, money, nameOf, today } from '../widgets/format.ts';
import { body, foot, line, screen } from '../widgets/frame.ts';
import { endingTag, numberOrTag } from '../widgets/holds.ts';
import { card, listRow, note } from '../widgets/surfaces.ts';
import { wanting } from '../widgets/wanting.ts';

/** What ends first stands above everything; the large button takes a new hold. */
export function home(kit: Kit, strip: Strip, state: ScreenOf<'home'>): UiNode {
  const small = kit.panel.hardwareKeys;
  const { home: words } = kit.texts;
  const warn = state.expiring !== undefined && !small;
  return screen(
    kit,
    strip,
    'home',
    body(
      kit,
      gap(kit, small ? 0.4 : 1),
      shop(kit, strip, state),
      gap(kit, small ? 1 : 1.6),
      warn && expiring(kit, state.expiring),
      warn && gap(kit, 1.4),
      !warn && !small && wanting(kit, state),
      openHolds(kit, state),
      kit.panel.roomy && state.next.length > 0 && gap(kit, 1.4),
      kit.panel.roomy && state.next.length > 0 && next(kit, state.next),
      gap(kit, small ? 1 : 1.4),
      tiles(kit, state),
      stretch(),
    ),
    foot(
      kit,
      primary(kit, words.preauth, {
        id: 'preauth',
        action: { type: 'go', to: 'preauth' },
        icon: 'hold',
        iconSize: small ? 6 : 7.5,
        hint: small ? words.preauthHintShort : words.preauthHint,
        height: kit.panel.primaryHome,
        boxed: '1',
      }),
    ),
  );
}

function shop(kit: Kit, strip: Strip, state: ScreenOf<'home'>): UiNode {
  const who = kit.texts.home.where(state.desk, state.operatorName[kit.language]);
  const { call } = state;
  const day = call === undefined ? today(kit, strip.nowMs) : kit.texts.fraud.call(call);
  const large = { step: 'title', line: 1.05 } as const;
  return line(
    kit,
    { align: 'between', cross: 'end' },
    column(
      { cross: 'start' },
      text(kit, state.merchantName[kit.language], { bold: true }),
      text(kit, who, { step: 'caption', colour: 'ink2' }),
    ),
    column(
      { cross: 'end' },
      text(kit, clock(kit, strip.nowMs), {
        bold: true,
        ...(!kit.panel.hardwareKeys && large),
      }),
      text(kit, day, { step: 'caption', colour: 'ink2' }),
    ),
  );
}

function expiring(kit: Kit, { count, first }: { count: number; first: HoldRow }): UiNode {
  const name = nameOf(kit, first);
  const detail =
    name === undefined ? money(first.amount) : kit.texts.name.listed(name, money(first.amount));
  return note(
    kit,
    'red',
    'warning',
    [
      text(kit, kit.texts.home.expiresToday(count), { bold: true, line: 1.15 }),
      text(kit, detail, { step: 'caption', colour: 'ink' }),
    ],
    {
      id: 'expiring',
      action:
        count === 1 ? { type: 'openHold', holdId: first.holdId } : { type: 'go', to: 'holds' },
      height: 11.6,
    },
  );
}

function openHolds(kit: Kit, state: ScreenOf<'home'>): UiNode {
  const small = kit.panel.hardwareKeys;
  const { home: words } = kit.texts;
  return h(
    'button',
    {
      id: 'holds',
      style: 'tile',
      w: 'fill',
      h: kit.mm(14),
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

/** The next holds to end, on panels with room. */
function next(kit: Kit, rows: readonly HoldRow[]): UiNode {
  return card(
    {},
    ...rows.slice(0, 2).map((hold, index) =>
      listRow(
        kit,
        {
          id: `hold-${hold.holdId}`,
          index,
          height: 12,
          action: { type: 'openHold', holdId: hold.holdId },
        },
        column(
          { grow: 1, cross: 'start' },
          text(kit, nameOf(kit, hold) ?? numberOf(kit, hold), { bold: true }),
          numberOrTag(kit, hold, {}),
        ),
        column(
          { cross: 'end', gap: kit.mm(0.4) },
          text(kit, money(hold.amount), { bold: true }),
          endingTag(kit, hold.daysLeft),
        ),
      ),
    ),
  );
}

const numberOf = (kit: Kit, hold: HoldRow): string =>
  hold.last4 === undefined ? kit.texts.word.noNumber : kit.texts.name.card(hold.last4);

function tiles(kit: Kit, state: ScreenOf<'home'>): UiNode {
  const { home: words } = kit.texts;
  return row(
    { w: 'fill', gap: kit.mm(kit.panel.hardwareKeys ? 1 : 1.4) },
    tile(kit, 'cases', 'case', casesWords(kit, state), '3', state.openCases),
    tile(kit, 'reports', 'report', words.reports, '4', 0),
    tile(kit, 'settings', 'settings', words.settings, '5', state.care?.count ?? 0),
  );
}

/** Cases that waited long enough are said in place of the tile's name. */
const casesWords = (kit: Kit, { dueCases }: ScreenOf<'home'>): string =>
  dueCases > 0 ? kit.texts.caseFollow.dueTile(dueCases) : kit.texts.home.cases;

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
