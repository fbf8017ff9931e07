import type { CashierAction, HoldRow, ScreenOf, Strip } from '#src/desk/view.ts';
import { h, type UiChild, type UiNode } from '../h.ts';
import type { Kit } from '../theme.ts';
import { column, fitText, gap, icon, row, stretch, text } from '../widgets/basics.ts';
import { primary } from '../widgets/buttons.ts';
import { clock, money, nameOf, today } from '../widgets/format.ts';
import { body, foot, line, screen, textWidthPx } from '../widgets/frame.ts';
import { headHeight, headWord, inHead } from '../widgets/head-button.ts';
import { endingTag, numberOrTag } from '../widgets/holds.ts';
import { card, listRow, note } from '../widgets/surfaces.ts';
import { isWanting, wanting, wantingSign, wantingSquare } from '../widgets/wanting.ts';
import { openHolds, tiles } from './home-tiles.ts';

/** What ends first stands above everything; the large button takes a new hold. */
export function home(kit: Kit, strip: Strip, state: ScreenOf<'home'>): UiNode {
  const { hardwareKeys: small, tiny } = kit.panel;
  const { home: words } = kit.texts;
  return screen(
    kit,
    strip,
    'home',
    tiny && tinyShop(kit, strip, state),
    body(
      kit,
      !tiny && gap(kit, small ? 0.4 : 1),
      !tiny && shop(kit, strip, state),
      !tiny && gap(kit, small ? 1 : 1.6),
      !tiny && first(kit, state),
      openHolds(kit, state),
      kit.panel.roomy && state.next.length > 0 && gap(kit, 1.4),
      kit.panel.roomy && state.next.length > 0 && next(kit, state.next),
      gap(kit, tiny ? 0.8 : small ? 1 : 1.4),
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
        // The note above takes it from the button where there is nothing to spare.
        height: kit.panel.primaryHome - (small && !tiny ? takenBy(state) : 0),
        boxed: '1',
      }),
    ),
  );
}

/** What a note and a call leave less for the button, in mm. */
const takenBy = (state: ScreenOf<'home'>): number =>
  (isWanting(state) ? 1.6 : 0) + (state.call === undefined ? 0 : 2.4);

function shop(kit: Kit, strip: Strip, state: ScreenOf<'home'>): UiNode {
  const who = kit.texts.home.where(state.desk, state.operatorName[kit.language]);
  const large = { step: 'title', line: 1.05 } as const;
  const { call } = state;
  const name = text(kit, state.merchantName[kit.language], { bold: true, ellipsis: true });
  const whose = text(kit, who, { step: 'caption', colour: 'ink2', ellipsis: true });
  const time = text(kit, clock(kit, strip.nowMs), {
    bold: true,
    ...(!kit.panel.hardwareKeys && large),
  });
  const ends = { w: 'fill', align: 'between', cross: 'end', gap: kit.mm(1) } as const;
  const day = text(kit, today(kit, strip.nowMs), { step: 'caption', colour: 'ink2' });
  return line(
    kit,
    {},
    column(
      { grow: 1 },
      row(ends, column({ grow: 1 }, name), time),
      row(ends, column({ grow: 1 }, whose), call === undefined ? day : callButton(kit, call)),
    ),
  );
}

const callAction: CashierAction = { type: 'go', to: 'calls' };

/** 内线: a number that says nothing to a customer; touched, it asks for the supervisor. */
const callButton = (kit: Kit, call: number): UiNode =>
  h(
    'button',
    {
      id: 'call',
      style: 'headButton',
      h: kit.mm(6),
      extendTouch: kit.mm(1.9),
      gap: kit.mm(0.6),
      hotkey: '7',
      onPress: callAction,
    },
    icon(kit, 'phone', 3.4),
    text(kit, kit.texts.fraud.call(call), { step: 'label', bold: true, line: 1 }),
  );

/** On the smallest panel shop, call and clock share one line, as every head does. */
function tinyShop(kit: Kit, strip: Strip, state: ScreenOf<'home'>): UiNode {
  const { call } = state;
  return row(
    { key: 'head', w: 'fill', h: kit.mm(headHeight), pad: [0, kit.mm(4), 0, kit.mm(4)] },
    inHead(kit, text(kit, state.merchantName[kit.language], { bold: true, ellipsis: true }), true),
    wantingSign(kit, state),
    call !== undefined &&
      headWord(kit, kit.texts.fraud.call(call), { id: 'call', action: callAction, hotkey: '7' }),
    inHead(kit, text(kit, clock(kit, strip.nowMs), { bold: true })),
  );
}

/** What ends today stands above everything; beside it, or in its place, what the device lacks. */
function first(kit: Kit, state: ScreenOf<'home'>): UiChild {
  const { expiring: ending } = state;
  if (ending === undefined || kit.panel.hardwareKeys) return wanting(kit, state);
  return column(
    { w: 'fill' },
    row(
      { w: 'fill', gap: kit.mm(1.4) },
      column({ grow: 1 }, expiring(kit, ending, isWanting(state))),
      wantingSquare(kit, state),
    ),
    gap(kit, 1.4),
  );
}

/** An amount above it stands alone where the note shares its row. */
const longestShared = 9_999_999;

function expiring(
  kit: Kit,
  { count, first }: { count: number; first: HoldRow },
  shared: boolean,
): UiNode {
  const width = textWidthPx(kit) - kit.mm(5 + 1.6 + 1.6 + 3.4 + (shared ? 13.4 : 0.6));
  const { expiresToday, expiresTodayShort } = kit.texts.home;
  const said = (shared ? expiresTodayShort : expiresToday)(count);
  const name = nameOf(kit, first);
  const detail =
    name === undefined || (shared && first.amount.minorUnits > longestShared)
      ? money(first.amount)
      : kit.texts.name.listed(name, money(first.amount));
  return note(
    kit,
    'red',
    'warning',
    [
      fitText(kit, said, width, ['body', 'label', 'caption', 'mark'], {
        bold: true,
        line: 1.15,
      }),
      fitText(kit, detail, width, ['caption', 'mark'], { colour: 'ink' }),
    ],
    {
      id: 'expiring',
      action:
        count === 1 ? { type: 'openHold', holdId: first.holdId } : { type: 'go', to: 'holds' },
      height: 11.6,
    },
  );
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
