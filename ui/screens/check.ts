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
  const { supervisor } = state;
  return screen(
    kit,
    strip,
    'check',
    head(kit, words.title, called === undefined ? {} : { right: called }),
    body(
      kit,
      line(kit, {}, text(kit, words.question)),
      lastFour(kit, state.typedLast4),
      gap(kit, 0.6),
      card(
        {},
        tick(kit, 0, 'lastFourMatch', words.match, undefined, state.lastFourMatch),
        tick(kit, 1, 'cardSeen', words.seen, words.seenHint, state.cardSeen),
        supervisor.needed &&
          tick(
            kit,
            2,
            'supervisor',
            words.supervisor,
            supervisorHint(kit, state),
            supervisor.atMs !== undefined,
          ),
      ),
      stretch(),
    ),
    foot(kit, button(kit, state)),
  );
}

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

function tick(
  kit: Kit,
  index: number,
  item: Item,
  title: string,
  hint: string | undefined,
  on: boolean,
): UiNode {
  const width = textWidthPx(kit) - kit.mm(5.6) - kit.mm(1.4);
  return h(
    'button',
    {
      id: `tick-${item}`,
      style: 'row',
      w: 'fill',
      h: kit.mm(10.4),
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
  const missing = !state.lastFourMatch ? 'match' : !state.cardSeen ? 'seen' : 'supervisor';
  return primary(kit, words.missing[missing], { off: true, hint });
}
