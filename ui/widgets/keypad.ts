import type { CashierAction } from '#src/desk/view.ts';
import { h, type UiNode } from '../h.ts';
import type { Kit } from '../theme.ts';
import { icon, row, text } from './basics.ts';

type Digit = Extract<CashierAction, { type: 'digit' }>['digit'];

const digitRows: readonly (readonly Digit[])[] = [
  ['1', '2', '3'],
  ['4', '5', '6'],
  ['7', '8', '9'],
];

const digitActions = new Map<Digit, CashierAction>();

function digitAction(digit: Digit): CashierAction {
  const known = digitActions.get(digit);
  if (known !== undefined) return known;
  const action: CashierAction = { type: 'digit', digit };
  digitActions.set(digit, action);
  return action;
}

export function digitKey(kit: Kit, digit: Digit, height: number): UiNode {
  return h(
    'button',
    {
      id: `digit-${digit}`,
      style: 'key',
      grow: 1,
      h: kit.mm(height),
      onPress: digitAction(digit),
      ...(digit !== '00' && { hotkey: digit }),
    },
    text(kit, digit, { step: 'title', line: 1 }),
  );
}

const functions = {
  cancel: { style: 'keyCancel', icon: 'cross', action: { type: 'cancel' } },
  clear: { style: 'keyClear', icon: 'backspace', action: { type: 'clear' } },
  enter: { style: 'keyEnter', icon: 'check', action: { type: 'enter' } },
} as const;

export function functionKey(kit: Kit, id: keyof typeof functions, height: number): UiNode {
  const { style, icon: iconName, action } = functions[id];
  return h(
    'button',
    { id, style, grow: 1, h: kit.mm(height), hotkey: id, onPress: action },
    h(
      'column',
      { cross: 'center', gap: kit.mm(0.5) },
      icon(kit, iconName, 3.6),
      text(kit, kit.texts.key[id], {
        step: kit.panel.hardwareKeys && !kit.panel.tiny ? 'caption' : 'label',
        bold: true,
        line: 1,
      }),
    ),
  );
}

const empty = (kit: Kit, height: number): UiNode => h('box', { grow: 1, h: kit.mm(height) });

export function pad(kit: Kit, gapY: number, ...rows: readonly UiNode[][]): UiNode {
  return h(
    'column',
    { key: 'keypad', w: 'fill', gap: gapY, pad: [0, kit.mm(2), 0, kit.mm(2)] },
    ...rows.map((keys) => row({ w: 'fill', gap: kit.mm(kit.panel.hardwareKeys ? 1 : 2) }, ...keys)),
  );
}

const unseen = (id: string, hotkey: string, action: CashierAction): UiNode =>
  h('box', { id, x: 0, y: 0, w: 0, h: 0, hotkey, onPress: action });

/** Nodes that cannot be seen: the keys beside the panel press them. */
export function unseenDigits(...others: readonly UiNode[]): UiNode {
  const digits = [...digitRows.flat(), '0' as const];
  return h(
    'box',
    { key: 'unseen', w: 0, h: 0 },
    ...digits.map((digit) => unseen(`digit-${digit}`, digit, digitAction(digit))),
    ...others,
  );
}

/** Digits and Clear for the real keys alone. */
export const unseenKeypad = (): UiNode =>
  unseenDigits(unseen('clear', 'clear', functions.clear.action));

/**
 * Three columns of digits; the last row holds 00 (for amounts), 0 and Clear. Beside a keypad of real keys it is
 * smaller, in four columns; the smallest panel leaves it to the real keys.
 */
export function keypad(kit: Kit, options: { readonly doubleZero: boolean }): UiNode {
  if (kit.panel.tiny) return unseenKeypad();
  const height = kit.panel.keyHeight;
  const digits = digitRows.map((keys) => keys.map((digit) => digitKey(kit, digit, height)));
  const doubleZero = options.doubleZero ? digitKey(kit, '00', height) : empty(kit, height);
  const zero = digitKey(kit, '0', height);
  const clear = functionKey(kit, 'clear', height);
  const gapY = kit.mm(kit.panel.keyGapY);
  if (!kit.panel.hardwareKeys) return pad(kit, gapY, ...digits, [doubleZero, zero, clear]);
  const last = [clear, zero, doubleZero];
  return pad(kit, gapY, ...digits.map((keys, index) => [...keys, last[index] ?? zero]));
}

/** Digits for a secret number, with Cancel, Clear and Enter, always in this order. */
export function pinKeypad(kit: Kit): UiNode {
  const height = kit.panel.pinKeyHeight;
  const last = (['cancel', 'clear', 'enter'] as const).map((id) => functionKey(kit, id, height));
  const gapY = kit.mm(kit.panel.keyGapY);
  if (kit.panel.tiny) return pad(kit, gapY, last, [unseenDigits()]);
  const digits = digitRows.map((keys) => keys.map((digit) => digitKey(kit, digit, height)));
  const zero = [empty(kit, height), digitKey(kit, '0', height), empty(kit, height)];
  if (!kit.panel.hardwareKeys) return pad(kit, gapY, ...digits, zero, last);
  const beside = digits.map((keys, index) => [...keys, last[index] ?? empty(kit, height)]);
  return pad(kit, gapY, ...beside, [...zero, empty(kit, height)]);
}
