import type { CashierAction, ScreenOf, Strip } from '#src/desk/view.ts';
import { h, type UiNode } from '../h.ts';
import type { Kit } from '../theme.ts';
import { column, disc, fitText, gap, icon, row, stretch, text } from '../widgets/basics.ts';
import { primary } from '../widgets/buttons.ts';
import { clock, nameOf } from '../widgets/format.ts';
import { body, foot, head, line, screen, textWidthPx } from '../widgets/frame.ts';
import { card, divider, rowKey } from '../widgets/surfaces.ts';

type Check = ScreenOf<'check'>;
type Item = Extract<CashierAction, { type: 'tick' }>['item'];

/** What makes a typed number trustworthy: read aloud, seen, and agreed to where the rules ask. */
export function check(kit: Kit, strip: Strip, state: Check): UiNode {
  const { check: words } = kit.texts;
  const called = nameOf(kit, state, 'roomShort');
  const rows = ticks(kit, state);
  const tall = isTall(kit, rows.length);
  return screen(
    kit,
    strip,
    'check',
    head(kit, words.title, called === undefined ? {} : { right: called }),
    body(
      kit,
      !state.compared && !tall && line(kit, {}, text(kit, words.question)),
      (!tall || state.compared) && lastFour(kit, state.typedLast4),
      gap(kit, 0.6),
      card({}, ...rows.map((row, index) => tick(kit, index, row))),
      stretch(),
    ),
    foot(kit, button(kit, state)),
  );
}

/** With so many rows the digits stand in the first of them. */
const isTall = (kit: Kit, rows: number): boolean =>
  rows > (kit.panel.tiny ? 1 : kit.panel.hardwareKeys ? 2 : 3);

function lastFour(kit: Kit, last4: string): UiNode {
  const dots = [0, 1, 2, 3].map(() => disc(kit, 2, { fill: 'edge' }));
  return line(
    kit,
    { gap: kit.mm(2), align: 'center' },
    row({ gap: kit.mm(1.2) }, ...dots),
    text(kit, last4, { step: 'amount' }),
  );
}

function supervisorHint(kit: Kit, { supervisor }: Check): string {
  const { check: words } = kit.texts;
  if (supervisor.atMs === undefined) return words.supervisorAsked;
  return words.supervisorGave(supervisor.name?.[kit.language] ?? '', clock(kit, supervisor.atMs));
}

type Tick = {
  readonly item: Item;
  readonly title: string;
  readonly hint?: string;
  readonly on: boolean;
};

/** Only what is still for a person to say; with four rows the digits stand in their row. */
function ticks(kit: Kit, state: Check): readonly Tick[] {
  const { check: words, number } = kit.texts;
  const { compared, cardSeen, onPhone, supervisor, typedLast4 } = state;
  const title = onPhone === true ? number.readBack : words.match;
  const match: Tick = { item: 'lastFourMatch', title, on: state.lastFourMatch };
  const rows = [
    ...(cardSeen === undefined
      ? []
      : [{ item: 'cardSeen', title: words.seen, hint: words.seenHint, on: cardSeen } as const]),
    ...(onPhone === undefined
      ? []
      : [
          {
            item: 'onPhone',
            title: number.onPhone,
            hint: number.onPhoneHint,
            on: onPhone,
          } as const,
        ]),
    ...(supervisor.needed
      ? [
          {
            item: 'supervisor',
            title: words.supervisor,
            hint: supervisorHint(kit, state),
            on: supervisor.atMs !== undefined,
          } as const,
        ]
      : []),
  ];
  if (compared) return rows;
  const tall = isTall(kit, rows.length + 1);
  return [tall ? { ...match, hint: typedLast4 } : match, ...rows];
}

function tick(kit: Kit, index: number, { item, title, hint, on }: Tick): UiNode {
  const width = textWidthPx(kit) - kit.mm(5.6) - kit.mm(1.4);
  return h(
    'button',
    {
      id: `tick-${item}`,
      style: 'row',
      w: 'fill',
      h: kit.mm(kit.panel.tiny ? 9.8 : 10.4),
      align: 'start',
      gap: kit.mm(1.4),
      pad: [0, kit.mm(2), 0, kit.mm(2)],
      onPress: { type: 'tick', item } satisfies CashierAction,
      ...rowKey(index),
      ...divider(kit, index),
    },
    box(kit, on),
    column(
      { grow: 1, cross: 'start' },
      text(kit, title, { step: 'label', bold: true, line: 1.2 }),
      hint !== undefined && fitText(kit, hint, width, ['caption', 'mark'], { colour: 'ink2' }),
    ),
  );
}

function box(kit: Kit, on: boolean): UiNode {
  const side = kit.mm(5.6);
  const { colours: c } = kit;
  return h(
    'box',
    {
      w: side,
      h: side,
      align: 'center',
      cross: 'center',
      local: on
        ? { bgColor: c.blue, bgOpa: 255, radius: kit.mm(1) }
        : {
            borderColor: c.edge,
            borderOpa: 255,
            borderSide: 15,
            borderWidth: kit.mm(0.3),
            radius: kit.mm(1),
          },
    },
    on && icon(kit, 'check', 4, 'onBlue'),
  );
}

function button(kit: Kit, state: Check): UiNode {
  const { check: words } = kit.texts;
  const hint = words.becomes[state.becomes];
  if (state.canContinue) return primary(kit, words.go, { icon: 'check', hint });
  return primary(kit, words.missing[missingOf(state)], { off: true, hint });
}

function missingOf(state: Check): 'match' | 'seen' | 'seenOrPhone' | 'phone' | 'supervisor' {
  const { cardSeen, onPhone, lastFourMatch } = state;
  if (cardSeen === undefined && onPhone === false) return 'phone';
  if (cardSeen === false && onPhone === false) return 'seenOrPhone';
  if (!lastFourMatch) return 'match';
  return cardSeen === false && onPhone === undefined ? 'seen' : 'supervisor';
}
