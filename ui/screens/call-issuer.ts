import type { CashierAction, ScreenOf, Strip } from '#src/desk/view.ts';
import { h, type UiChild, type UiNode } from '../h.ts';
import type { Kit } from '../theme.ts';
import { column, gap, inlineIcon, richParagraph, row, stretch, text } from '../widgets/basics.ts';
import { primary } from '../widgets/buttons.ts';
import { money } from '../widgets/format.ts';
import { body, foot, head, line, screen, textWidthPx } from '../widgets/frame.ts';
import { keypad } from '../widgets/keypad.ts';
import { card } from '../widgets/surfaces.ts';

type Call = ScreenOf<'call-issuer'>;

/** Whom to call, what to say, and the three things to note; the keypad comes with the first field. */
export function callIssuer(kit: Kit, strip: Strip, state: Call): UiNode {
  const typing = state.field !== 'none';
  const { call: words } = kit.texts;
  return screen(
    kit,
    strip,
    'call-issuer',
    head(kit, typing ? state.hotline : words.title),
    typing
      ? body(kit, fields(kit, state), gap(kit, 1.2), stretch())
      : body(kit, ...talking(kit, state), fields(kit, state), stretch()),
    typing && keypad(kit, { doubleZero: false }),
    foot(kit, button(kit, state)),
  );
}

function talking(kit: Kit, state: Call): UiChild[] {
  const { call: words } = kit.texts;
  const { mm } = kit;
  const bank = state.bank?.[kit.language];
  const said = words.say(money(state.amount), state.last4);
  return [
    card(
      { pad: [mm(1.4), mm(2), mm(1.4), mm(2)] },
      row(
        { gap: mm(2) },
        inlineIcon(kit, 'phone', 6.4, 'blueText'),
        column(
          { grow: 1, cross: 'start' },
          text(kit, bank === undefined ? words.anyHotline : words.hotline(bank), {
            step: 'caption',
            colour: 'ink2',
          }),
          text(kit, state.hotline, { step: 'title' }),
        ),
      ),
    ),
    gap(kit, 2),
    line(kit, {}, text(kit, words.sayTitle, { step: 'caption', colour: 'ink3' })),
    line(kit, {}, richParagraph(kit, said, textWidthPx(kit), { step: 'label' })),
    gap(kit, 2),
    line(kit, {}, text(kit, words.noteThese, { step: 'caption', colour: 'ink3' })),
    gap(kit, 0.4),
  ];
}

function fields(kit: Kit, state: Call): UiNode {
  const { call: words } = kit.texts;
  const expiry = expiryShown(state.expiry);
  return row(
    { w: 'fill', gap: kit.mm(1.4) },
    field(kit, state, 'code', words.code, words.codeHint, state.code),
    field(kit, state, 'expiry', words.expiry, words.expiryHint, expiry),
    field(kit, state, 'agent', words.agent, words.agentHint, state.agent),
  );
}

/** `1026` becomes `10/26` while it is typed. */
export const expiryShown = (digits: string): string =>
  digits.length > 2 ? `${digits.slice(0, 2)}/${digits.slice(2)}` : digits;

function field(
  kit: Kit,
  state: Call,
  name: 'code' | 'expiry' | 'agent',
  title: string,
  hint: string,
  value: string,
): UiNode {
  // Before the call the first one is marked: it is what the large button opens.
  const marked = state.field === name || (state.field === 'none' && name === 'code');
  const wrong = name === 'expiry' && state.expiryWrong;
  return h(
    'button',
    {
      id: `field-${name}`,
      style: 'field',
      grow: 1,
      h: kit.mm(11),
      checked: marked,
      align: 'start',
      pad: [kit.mm(0.8), kit.mm(0.6), kit.mm(0.8), kit.mm(1.4)],
      onPress: { type: 'field', field: name } satisfies CashierAction,
    },
    column(
      { h: 'fill', grow: 1, cross: 'start', align: 'between' },
      text(kit, title, { step: 'caption', bold: true }),
      value === ''
        ? text(kit, hint, { step: 'caption', colour: 'ink3' })
        : text(kit, value, { step: 'caption', bold: true, colour: wrong ? 'redText' : 'ink' }),
    ),
  );
}

function button(kit: Kit, state: Call): UiNode {
  const { call: words } = kit.texts;
  if (state.field === 'none' && !state.canContinue) {
    return primary(kit, words.enterCode, { icon: 'keypad' });
  }
  const height = state.field === 'none' ? kit.panel.primary : kit.panel.primaryOnKeypadScreen;
  if (state.canContinue) return primary(kit, words.go, { icon: 'check', height });
  const missing = state.expiryWrong
    ? words.expiryWrong
    : state.code.length < codeDigits
      ? words.missingCode
      : words.missingExpiry;
  return primary(kit, missing, { off: true, height });
}

/** Field 38 is six characters. */
const codeDigits = 6;
