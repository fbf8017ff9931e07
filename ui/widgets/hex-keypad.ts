import type { HexLetter } from '#src/desk/view/keys.ts';
import type { CashierAction } from '#src/desk/view.ts';
import { h, type UiNode } from '../h.ts';
import type { Kit } from '../theme.ts';
import { text } from './basics.ts';
import { digitKey, functionKey, pad, unseenDigits } from './keypad.ts';

function letterKey(kit: Kit, letter: HexLetter, height: number): UiNode {
  const action: CashierAction = { type: 'hexLetter', letter };
  return h(
    'button',
    { id: `hex-${letter}`, style: 'key', grow: 1, h: kit.mm(height), onPress: action },
    text(kit, letter, { step: 'title', line: 1 }),
  );
}

/** Hex digits with Clear and Enter; Cancel is the way back in the head. The smallest panel leaves 0 to 9 to its real keys; letters take the arrows. */
export function hexKeypad(kit: Kit): UiNode {
  const height = kit.panel.tiny ? 9.6 : kit.panel.name === 'smart' ? 12 : kit.panel.keyHeight;
  const letter = (name: HexLetter) => letterKey(kit, name, height);
  const digit = (name: '0' | '1' | '2' | '3' | '4' | '5' | '6' | '7' | '8' | '9') =>
    digitKey(kit, name, height);
  const act = (name: 'clear' | 'enter') => functionKey(kit, name, height);
  const gapY = kit.mm(kit.panel.tiny ? 0.6 : 1);
  if (kit.panel.tiny)
    return pad(
      kit,
      gapY,
      [letter('A'), letter('B'), letter('C'), act('clear')],
      [letter('D'), letter('E'), letter('F'), act('enter')],
      [unseenDigits()],
    );
  return pad(
    kit,
    gapY,
    [digit('1'), digit('2'), digit('3'), letter('A')],
    [digit('4'), digit('5'), digit('6'), letter('B')],
    [digit('7'), digit('8'), digit('9'), letter('C')],
    [digit('0'), letter('D'), letter('E'), letter('F')],
    [act('clear'), act('enter')],
  );
}
