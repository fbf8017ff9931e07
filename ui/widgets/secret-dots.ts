import { h, type UiNode } from '../h.ts';
import type { Kit } from '../theme.ts';
import { disc, text } from './basics.ts';

const usualDigits = 6;
const longestDigits = 12;

/** A field of drawn circles: filled ones are typed. A hint stands there until the first digit. */
export function secretDots(kit: Kit, digits: number, hint?: string): UiNode {
  const shown = Math.min(longestDigits, Math.max(usualDigits, digits));
  const crowded = shown > usualDigits;
  const dots = Array.from({ length: shown }, (_, index) =>
    disc(
      kit,
      crowded ? 2.2 : 3.2,
      index < digits ? { fill: 'ink' } : { ring: 'edge', ringWidth: 0.3 },
    ),
  );
  return h(
    'row',
    {
      key: 'dots',
      style: 'card',
      w: 'fill',
      h: kit.mm(8),
      gap: kit.mm(crowded ? 1.4 : 3),
      align: 'center',
      local: { borderColor: kit.colours.ink, borderWidth: kit.mm(0.3) },
    },
    ...(hint !== undefined && digits === 0
      ? [text(kit, hint, { step: 'label', colour: 'ink2' })]
      : dots),
  );
}
