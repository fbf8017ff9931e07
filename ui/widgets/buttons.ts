import type { CashierAction } from '#src/desk/view.ts';
import { h, type UiNode } from '../h.ts';
import { type TypeStep, textWidth } from '../theme/type.ts';
import type { Kit } from '../theme.ts';
import { column, fitText, gap, icon, inlineIcon, row, text } from './basics.ts';

export type PrimaryOptions = {
  readonly id?: string;
  readonly icon?: string;
  /** In mm; 6 elsewhere. */
  readonly iconSize?: number;
  readonly hint?: string;
  /** Says what is missing instead of what it does. */
  readonly off?: boolean;
  /** Height in mm; that of the panel's primary elsewhere. */
  readonly height?: number;
  readonly step?: TypeStep;
  readonly action?: CashierAction;
  /** Key named on the button of a panel with hardware keys; the green tick elsewhere. */
  readonly boxed?: string;
};

const primaryAction: CashierAction = { type: 'primary' };

/** The answer to the screen's question: the largest button, at the bottom. A line break makes two lines. */
export function primary(kit: Kit, words: string, options: PrimaryOptions = {}): UiNode {
  const { hardwareKeys, tiny } = kit.panel;
  if (tiny) return primaryOfOneLine(kit, words, options);
  const height = options.height ?? kit.panel.primary;
  // A low button holds two lines of small type, a high one the question's answer and a line below it.
  const tight = height < 11 && options.hint !== undefined;
  const step = tight ? 'label' : (options.step ?? (options.off === true ? 'body' : 'title'));
  const keyed = hardwareKeys && options.off !== true;
  const room =
    kit.panel.widthPx -
    kit.mm(options.icon === undefined ? 8 : 16) -
    // The key in its corner, and as much on the other side: the words stand in the middle.
    (keyed ? kit.mm(options.icon === undefined ? 8 : 5) : 0);
  return h(
    'button',
    {
      id: options.id ?? 'primary',
      style: 'primary',
      w: 'fill',
      h: kit.mm(height),
      gap: kit.mm(2.2),
      disabled: options.off === true,
      hotkey: hardwareKeys ? (options.boxed ?? 'enter') : 'enter',
      onPress: options.action ?? primaryAction,
    },
    options.icon !== undefined &&
      icon(kit, options.icon, options.iconSize ?? (hardwareKeys ? 4.8 : 6)),
    column(
      { cross: 'start' },
      words.includes('\n')
        ? text(kit, words, { step, bold: true, line: step === 'title' ? 1.16 : 1.5 })
        : fitText(kit, words, room, [step, 'body', 'label', 'caption', 'mark'], {
            bold: true,
            line: tight ? 1.1 : step === 'title' ? 1.16 : 1.5,
          }),
      options.hint !== undefined && !tight && gap(kit, 0.6),
      options.hint !== undefined &&
        fitText(kit, options.hint, room, tight ? ['mark'] : ['caption', 'mark'], {
          ...(tight && { line: 1.2 }),
        }),
    ),
    keyed && boxed(kit, options.boxed),
  );
}

/** The largest that fits half of the row, for it is mostly shared; words that never do have it for themselves. */
function tinyStep(kit: Kit, words: string): TypeStep {
  const half = kit.panel.widthPx / 2 - kit.mm(2 + 2);
  const steps: readonly TypeStep[] = ['label', 'caption', 'mark'];
  return steps.find((step) => textWidth(words, kit.font(step).size, 700) <= half) ?? 'label';
}

/** On the smallest panel: it shares its row, one line of words and nothing else. */
function primaryOfOneLine(kit: Kit, words: string, options: PrimaryOptions): UiNode {
  const wide = /[\u2e80-\uffff]/.test(words);
  const said = words.replace('\n', wide ? '' : ' ');
  return h(
    'button',
    {
      id: options.id ?? 'primary',
      style: 'primary',
      w: 'fill',
      h: kit.mm(kit.panel.primary),
      disabled: options.off === true,
      hotkey: options.boxed ?? 'enter',
      onPress: options.action ?? primaryAction,
    },
    text(kit, said, { step: tinyStep(kit, said), bold: true }),
  );
}

/** The hardware key that presses the button, in its corner: its digit, or the tick of the green Enter. */
function boxed(kit: Kit, key: string | undefined): UiNode {
  const side = kit.mm(4.4);
  return h(
    'box',
    {
      x: kit.panel.widthPx - 2 * kit.mm(2) - kit.mm(1.2) - side,
      y: kit.mm(1.2),
      w: side,
      h: side,
      align: 'center',
      cross: 'center',
      local: {
        borderColor: kit.colours.onBlue,
        borderOpa: 255,
        borderSide: 15,
        borderWidth: Math.max(1, kit.mm(0.2)),
        radius: kit.mm(0.8),
      },
    },
    key === undefined
      ? icon(kit, 'check', 2.8, 'onBlue')
      : text(kit, key, { step: 'caption', bold: true, colour: 'onBlue', line: 1 }),
  );
}

export type SecondaryOptions = {
  readonly icon?: string;
  readonly danger?: boolean;
  readonly hotkey?: string;
  /** In a row: shares the width with the others. */
  readonly share?: boolean;
  readonly height?: number;
  /** In mm; as wide as the row when it does not share. */
  readonly width?: number;
  readonly disabled?: boolean;
};

export function secondary(
  kit: Kit,
  id: string,
  words: string,
  action: CashierAction,
  options: SecondaryOptions = {},
): UiNode {
  return h(
    'button',
    {
      id,
      style: options.danger === true ? 'danger' : 'secondary',
      ...(options.share === true
        ? { grow: 1 }
        : { w: options.width === undefined ? ('fill' as const) : kit.mm(options.width) }),
      h: kit.mm(kit.panel.tiny ? kit.panel.primary : (options.height ?? 9.8)),
      gap: kit.mm(1.2),
      onPress: action,
      ...(options.disabled === true && { disabled: true }),
      ...(options.hotkey !== undefined && { hotkey: options.hotkey }),
    },
    options.icon !== undefined && !kit.panel.tiny && icon(kit, options.icon, 3.6),
    text(kit, words, { step: kit.panel.tiny ? 'caption' : 'label', bold: true }),
  );
}

/** Buttons side by side, 1.4 mm apart. */
export const sideBySide = (kit: Kit, ...buttons: readonly (UiNode | false | undefined)[]): UiNode =>
  row({ w: 'fill', gap: kit.mm(1.4) }, ...buttons);

/** A panel that tells and cannot be touched: pale, 12 mm, no chevron. */
export function tellPanel(
  kit: Kit,
  style: 'noteAmber' | 'noteOff',
  iconName: string,
  words: string,
): UiNode {
  const mark =
    style === 'noteAmber'
      ? inlineIcon(kit, iconName, 6, 'amberText')
      : icon(kit, iconName, 5.6, 'ink');
  return row(
    {
      key: 'tell',
      style,
      w: 'fill',
      h: kit.mm(kit.panel.tiny ? 9.8 : 12),
      gap: kit.mm(2),
      align: 'center',
    },
    !kit.panel.tiny && mark,
    text(kit, words, { step: kit.panel.tiny ? 'label' : 'title', bold: true, colour: 'ink' }),
  );
}
