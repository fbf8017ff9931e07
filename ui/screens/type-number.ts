import type { CashierAction, ScreenOf, Strip } from '#src/desk/view.ts';
import { h, type UiNode } from '../h.ts';
import type { ColourName } from '../theme/colours.ts';
import { type TypeStep, textWidth } from '../theme/type.ts';
import type { Kit } from '../theme.ts';
import { column, gap, inlineIcon, paragraph, row, stretch, text } from '../widgets/basics.ts';
import { primary } from '../widgets/buttons.ts';
import { nameOf } from '../widgets/format.ts';
import { foot, head, screen, textWidthPx } from '../widgets/frame.ts';
import { keypad } from '../widgets/keypad.ts';
import { expiryShown } from './call-issuer.ts';

type TypeNumber = ScreenOf<'type-number'>;

/** The number in its groups, checked while it is typed; the button says what it becomes. */
export function typeNumber(kit: Kit, strip: Strip, state: TypeNumber): UiNode {
  const { type: words } = kit.texts;
  const called = nameOf(kit, state, 'roomShort');
  const title = state.becomes === 'numberLater' ? kit.texts.number.title : words.title;
  const { mm } = kit;
  return screen(
    kit,
    strip,
    'type-number',
    head(kit, title, called === undefined ? {} : { right: called }),
    column({ key: 'number', w: 'fill', pad: [0, mm(4), 0, mm(4)] }, groups(kit, state)),
    gap(kit, 0.4),
    row(
      { key: 'known', w: 'fill', h: mm(9.7), align: 'between', pad: [0, mm(2), 0, mm(4)] },
      known(kit, state),
      expiryField(kit, state),
    ),
    gap(kit, 0.7),
    keypad(kit, { doubleZero: false }),
    stretch(),
    foot(kit, button(kit, state)),
  );
}

function groups(kit: Kit, state: TypeNumber): UiNode {
  let from = 0;
  const parts = state.groups.map((size) => {
    const part = { digits: state.digits.slice(from, from + size), size, from };
    from += size;
    return part;
  });
  const gaps = (parts.length - 1) * kit.mm(1.6) + kit.mm(1);
  const steps: readonly TypeStep[] = ['cardNumber', 'body', 'label', 'caption'];
  const longest = '0'.repeat(from);
  const step =
    steps.find((one) => textWidth(longest, kit.font(one).size, 700) + gaps <= textWidthPx(kit)) ??
    'caption';
  const cursor = state.field === 'number' ? state.digits.length : -1;
  return h(
    'button',
    {
      id: 'field-number',
      w: 'fill',
      h: kit.mm(5.2),
      gap: kit.mm(1.6),
      extendTouch: kit.mm(2.3),
      onPress: { type: 'field', field: 'number' } satisfies CashierAction,
    },
    ...parts.map((part) => group(kit, part, cursor, step)),
  );
}

function group(
  kit: Kit,
  { digits, size, from }: { digits: string; size: number; from: number },
  cursor: number,
  step: TypeStep,
): UiNode {
  const here = cursor >= from && cursor < from + size;
  const colour: ColourName = here ? 'blue' : digits.length === size ? 'ink' : 'edge';
  return row(
    {
      grow: size,
      h: kit.mm(5.2),
      align: here ? 'start' : 'center',
      local: {
        borderColor: kit.colours[colour],
        borderOpa: 255,
        borderSide: 1,
        borderWidth: kit.mm(here ? 0.5 : 0.35),
      },
    },
    text(kit, digits, { step, bold: true, line: 1 }),
    here &&
      h('box', {
        w: kit.mm(0.35),
        h: kit.mm(4.2),
        local: { bgColor: kit.colours.blue, bgOpa: 255, translateX: kit.mm(0.3) },
      }),
  );
}

function known(kit: Kit, state: TypeNumber): UiNode {
  const { type: words, number } = kit.texts;
  if (state.reading) return mark(kit, 'chip', 'ink2', number.reading, undefined);
  if (state.problem !== undefined) {
    const slip = state.slips.length > 0 ? number.slip(state.slips) : undefined;
    return mark(kit, 'warning', 'amberText', slip ?? words.problem[state.problem], undefined);
  }
  if (state.cardToo && state.digits === '')
    return mark(kit, 'card', 'ink2', number.cardToo, undefined);
  const bank = state.bank?.[kit.language];
  const first = bank ?? state.brand;
  if (first === undefined) return h('box', { grow: 1, h: kit.mm(9.7) });
  return mark(kit, 'check', 'greenText', first, bank === undefined ? undefined : state.brand);
}

/** Left of the expiry. */
const knownWidth = (kit: Kit): number =>
  kit.panel.widthPx - kit.mm(4) - kit.mm(2) - kit.mm(14.8) - kit.mm(3.8) - 2 * kit.mm(1);

const mark = (
  kit: Kit,
  iconName: string,
  colour: ColourName,
  first: string,
  second: string | undefined,
): UiNode =>
  row(
    { gap: kit.mm(1), grow: 1 },
    inlineIcon(kit, iconName, 3.8, colour),
    column(
      { cross: 'start' },
      paragraph(kit, first, knownWidth(kit), { step: 'caption', bold: true, line: 1.2 }),
      second !== undefined && text(kit, second, { step: 'caption', colour: 'ink2', line: 1.2 }),
    ),
  );

function expiryField(kit: Kit, state: TypeNumber): UiNode {
  const { call: words } = kit.texts;
  return h(
    'button',
    {
      id: 'field-expiry',
      style: 'field',
      w: kit.mm(14.8),
      h: kit.mm(9.7),
      checked: state.field === 'expiry',
      align: 'start',
      pad: [0, kit.mm(1), 0, kit.mm(1.6)],
      onPress: { type: 'field', field: 'expiry' } satisfies CashierAction,
    },
    column(
      { cross: 'start' },
      text(kit, words.expiry, { step: 'caption', bold: true }),
      state.expiry === ''
        ? text(kit, words.expiryHint, { step: 'caption', colour: 'ink3' })
        : text(kit, expiryShown(state.expiry), { step: 'caption', bold: true }),
    ),
  );
}

function button(kit: Kit, state: TypeNumber): UiNode {
  const { type: words } = kit.texts;
  const height = kit.panel.primaryOnKeypadScreen;
  const hint = words.becomes[state.becomes];
  if (state.canContinue) return primary(kit, words.complete, { height, hint, step: 'body' });
  const missing =
    state.problem === undefined
      ? words.missing(state.missingDigits, state.expiryMissing)
      : words.problemShort[state.problem];
  return primary(kit, missing, { off: true, height, hint });
}
