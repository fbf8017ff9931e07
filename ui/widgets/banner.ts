import type { UiChild, UiNode } from '../h.ts';
import type { ColourName } from '../theme/colours.ts';
import type { Kit } from '../theme.ts';
import { column, disc, icon, row } from './basics.ts';
import { textWidthPx } from './frame.ts';

type Tone = 'good' | 'differs' | 'off';

const looks: Readonly<
  Record<Tone, { readonly style: string; readonly fill: ColourName; readonly sign: ColourName }>
> = {
  good: { style: 'noteGreen', fill: 'green', sign: 'onGreen' },
  differs: { style: 'noteAmber', fill: 'yellow', sign: 'onYellow' },
  off: { style: 'noteOff', fill: 'ink2', sign: 'surface' },
};

/** Width in pixels of what is said beside the sign. */
export const bannerWidth = (kit: Kit): number => textWidthPx(kit) - kit.mm(9) - kit.mm(1.6);

/** How something ended: sign, tone, and words beside it. */
export const banner = (
  kit: Kit,
  tone: Tone,
  iconName: string,
  ...words: readonly UiChild[]
): UiNode => {
  const { style, fill, sign } = looks[tone];
  return row(
    {
      style,
      w: 'fill',
      gap: kit.mm(1.6),
      pad: [kit.mm(1.5), kit.mm(2), kit.mm(1.5), kit.mm(2)],
    },
    disc(kit, 9, { fill }, icon(kit, iconName, 5.6, sign)),
    column({ grow: 1, cross: 'start' }, ...words),
  );
};
