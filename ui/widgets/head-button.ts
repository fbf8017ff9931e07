import type { CashierAction } from '#src/desk/view.ts';
import { h, type UiChild, type UiNode } from '../h.ts';
import type { ColourName } from '../theme/colours.ts';
import type { Kit } from '../theme.ts';
import { column, icon, text } from './basics.ts';

/** Height of the head and of whatever is touched in it, in mm. */
export const headHeight = 9.7;

/**
 * Height of the strip of device states, in mm. On the smallest panel the head begins at the upper edge and what it
 * says stands below the strip: the two are one line there, and a finger still finds the whole of a button.
 */
export const stripHeight = (kit: Kit): number => (kit.panel.tiny ? 3.6 : 4.4);

/** Of the head, above what it says, in pixels. */
export const underStrip = (kit: Kit): number => (kit.panel.tiny ? kit.mm(stripHeight(kit)) : 0);

type HeadButton = {
  readonly id: string;
  readonly action: CashierAction;
  readonly hotkey?: string;
  readonly disabled?: boolean;
};

const button = (kit: Kit, props: HeadButton, side: number, ...shown: UiChild[]): UiNode =>
  h(
    'button',
    {
      id: props.id,
      style: 'headButton',
      h: kit.mm(headHeight),
      ...(side === 0 ? { w: kit.mm(headHeight) } : {}),
      pad: [underStrip(kit), side, 0, side],
      local: { minWidth: kit.mm(headHeight) },
      onPress: props.action,
      ...(props.hotkey !== undefined && { hotkey: props.hotkey }),
      ...(props.disabled === true && { disabled: true }),
    },
    ...shown,
  );

/** A sign in the head; 4.6 mm, as the way back. */
export const headButton = (
  kit: Kit,
  iconName: string,
  props: HeadButton,
  size: number = 4.6,
  colour?: ColourName,
): UiNode => button(kit, props, 0, icon(kit, iconName, size, colour));

/** A word in the head that is touched. */
export const headWord = (kit: Kit, words: string, props: HeadButton): UiNode =>
  button(kit, props, kit.mm(1.6), text(kit, words, { step: 'label', bold: true }));

/** What is read in the head: below the strip where that lies over it. */
export const inHead = (kit: Kit, node: UiNode, grow: boolean = false): UiNode =>
  kit.panel.tiny
    ? column(
        {
          h: kit.mm(headHeight),
          pad: [underStrip(kit), 0, 0, 0],
          align: 'center',
          ...(grow && { grow: 1 }),
        },
        node,
      )
    : grow
      ? column({ grow: 1 }, node)
      : node;
