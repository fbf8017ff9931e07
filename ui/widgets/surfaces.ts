import type { CashierAction } from '#src/desk/view.ts';
import { h, type UiChild, type UiNode, type UiProps } from '../h.ts';
import type { ColourName } from '../theme/colours.ts';
import { textWidth } from '../theme/type.ts';
import type { Kit } from '../theme.ts';
import { column, icon, inlineIcon, row, text } from './basics.ts';

export type Tone = 'red' | 'amber' | 'green' | 'off';

const noteStyles = { red: 'noteRed', amber: 'noteAmber', green: 'noteGreen', off: 'noteOff' };
const tagStyles = { red: 'tagRed', amber: 'tagAmber', green: 'tagGreen', off: 'tagOff' };
const iconColours: Readonly<Record<Tone, ColourName>> = {
  red: 'redText',
  amber: 'amberText',
  green: 'greenText',
  off: 'ink2',
};

/** A white surface with a hair line around it. */
export const card = (props: UiProps & { key?: string }, ...children: UiChild[]): UiNode =>
  h('column', { style: 'card', w: 'fill', ...props }, ...children);

/** Padding of a card that is read. */
export const cardPad = (kit: Kit): [number, number, number, number] => [
  kit.mm(1.6),
  kit.mm(2),
  kit.mm(1.6),
  kit.mm(2),
];

/** A tinted panel with an icon: tells, or (with an action) leads on. */
export function note(
  kit: Kit,
  tone: Tone,
  iconName: string,
  words: readonly UiChild[],
  options: {
    readonly id?: string;
    readonly action?: CashierAction;
    readonly height?: number;
    readonly hotkey?: string;
  } = {},
): UiNode {
  const touch = options.action !== undefined;
  const vertical = options.height === undefined ? kit.mm(kit.panel.tiny ? 0.8 : 1.5) : 0;
  return h(
    touch ? 'button' : 'row',
    {
      ...(options.id !== undefined && { id: options.id }),
      ...(touch && { onPress: options.action }),
      ...(options.hotkey !== undefined && { hotkey: options.hotkey }),
      style: noteStyles[tone],
      w: 'fill',
      ...(options.height !== undefined && { h: kit.mm(options.height) }),
      pad: [vertical, kit.mm(2), vertical, kit.mm(2)],
      gap: kit.mm(1.6),
      align: 'start',
      cross: touch || options.height !== undefined ? 'center' : 'start',
    },
    icon(kit, iconName, touch ? 5 : 4, iconColours[tone]),
    column({ grow: 1, cross: 'start' }, ...words),
    touch && icon(kit, 'chevron', 3.4, iconColours[tone]),
  );
}

/** A word that must be seen: icon, word and tone together. */
export function tag(
  kit: Kit,
  tone: Tone,
  iconName: string,
  words: string,
  options: {
    readonly tight?: boolean;
    readonly iconSize?: number;
    readonly step?: 'caption' | 'mark';
  } = {},
): UiNode {
  const vertical = kit.mm(options.tight === true ? 0.15 : 0.35);
  return row(
    {
      style: tagStyles[tone],
      gap: kit.mm(0.6),
      pad: [vertical, kit.mm(1.1), vertical, kit.mm(1.1)],
    },
    // The smallest step is for rows that have no room for the sign.
    options.step !== 'mark' && icon(kit, iconName, options.iconSize ?? 2.6),
    text(kit, words, { step: options.step ?? 'caption', bold: true, line: 1.2 }),
  );
}

/** Names on the left, answers in bold on the right. */
export function facts(
  kit: Kit,
  rows: readonly (readonly [string, string] | undefined | false)[],
  gapMm: number,
): UiNode {
  const room = kit.panel.widthPx - 2 * kit.mm(4) - kit.mm(1);
  const { size } = kit.font('label');
  const lines = rows.flatMap((entry) => {
    if (!entry) return [];
    const [name, value] = entry;
    const wide = textWidth(name, size, 400) + textWidth(value, size, 700) > room;
    const step = wide ? 'caption' : 'label';
    return [
      row(
        { w: 'fill', align: 'between' },
        text(kit, name, { step: 'label', colour: 'ink2' }),
        text(kit, value, { step, bold: true }),
      ),
    ];
  });
  return card({ pad: cardPad(kit), gap: kit.mm(gapMm) }, ...lines);
}

/** A line between the rows of a list: all but the first one carry it. */
export function divider(kit: Kit, index: number): Pick<UiProps, 'local'> {
  if (index === 0) return {};
  return {
    local: {
      borderColor: kit.colours.line,
      borderOpa: 255,
      borderSide: 2,
      borderWidth: Math.max(1, kit.mm(0.12)),
    },
  };
}

/** What is touched in a list: a row with a chevron at its end. */
export function listRow(
  kit: Kit,
  props: {
    readonly id: string;
    readonly index: number;
    readonly height: number;
    readonly action: CashierAction;
    readonly hotkey?: string;
  },
  ...children: readonly UiChild[]
): UiNode {
  return h(
    'button',
    {
      id: props.id,
      style: 'row',
      w: 'fill',
      h: kit.mm(props.height),
      align: 'start',
      gap: kit.mm(1.4),
      pad: [0, kit.mm(2) - kit.mm(0.6), 0, kit.mm(2)],
      onPress: props.action,
      ...(props.hotkey !== undefined && { hotkey: props.hotkey }),
      ...divider(kit, props.index),
    },
    ...children,
    inlineIcon(kit, 'chevron', 3.2, 'blueText'),
  );
}

/**
 * A scrolling list on a card, in the `room` (pixels) that is left of the screen. A long one runs out of it at the
 * bottom: there is more to scroll to.
 */
export function listCard(
  kit: Kit,
  look: { readonly room: number; readonly rowHeight: number; readonly toTheEdge: boolean },
  rows: readonly UiNode[],
): UiNode {
  const clip = { clipCorner: true };
  if (rows.length * kit.mm(look.rowHeight) + kit.mm(1) < look.room) {
    return card({ local: clip }, h('column', { id: 'rows', w: 'fill' }, ...rows));
  }
  const beyond = look.toTheEdge ? kit.mm(2) : 0;
  return h(
    'column',
    { w: 'fill', grow: 1, pad: [0, 0, -beyond, 0] },
    card(
      { grow: 1, local: clip },
      h('scroll', { id: 'rows', w: 'fill', grow: 1, pad: [0, 0, beyond, 0] }, ...rows),
    ),
  );
}

/** `1` to `9` for the first nine rows of a list: hardware keys choose them. */
export const rowKey = (index: number): { hotkey: string } | Record<string, never> =>
  index < 9 ? { hotkey: String(index + 1) } : {};
