import type { UiNode } from '../h.ts';
import type { ColourName } from '../theme/colours.ts';
import type { TypeStep } from '../theme/type.ts';
import type { Kit } from '../theme.ts';
import { icon, inlineIcon, paragraph } from './basics.ts';
import { line, textWidthPx } from './frame.ts';

/** Side of the sign before a sentence and the room up to it, in mm. */
const signSide = 3.8;
const signGap = 1.5;

type Look = {
  readonly colour?: ColourName;
  readonly step?: TypeStep;
  readonly bold?: boolean;
  /** The sign stands on the base line of the first words. */
  readonly onLine?: boolean;
};

/** Width in pixels of the sentence behind its sign. */
export const pointWidth = (kit: Kit): number => textWidthPx(kit) - kit.mm(signSide + signGap);

/** A sentence with a sign before it: what became of the money, what to know, what comes next. */
export function point(kit: Kit, iconName: string, words: string, look: Look = {}): UiNode {
  const { colour = 'ink2', step = 'label', bold = false, onLine = false } = look;
  const sign = onLine
    ? inlineIcon(kit, iconName, signSide, colour)
    : icon(kit, iconName, signSide, colour);
  return line(
    kit,
    { gap: kit.mm(signGap), cross: 'start' },
    sign,
    paragraph(kit, words, pointWidth(kit), { step, bold }),
  );
}
