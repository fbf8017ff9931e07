import type { CodePart } from '#src/desk/view/handover.ts';
import type { Strip } from '#src/desk/view.ts';
import { h, type UiChild, type UiNode } from '../h.ts';
import type { Kit } from '../theme.ts';
import { column, row } from './basics.ts';
import { stripBar } from './strip.ts';

/** A code of version 7 and its quiet zone. */
const modulesPerSide = 45 + 8;

/** A module, in mm: what cheap scanners are sure of. */
const moduleMm = 0.75;
/** Where there is room, for a camera held further away. */
const roomyModuleMm = 1;

/** In whole pixels a module: 7 on `esign`, 11 on `smart`, 5 on `mobile`; the smallest panel has room for 4 (0.71 mm). */
export function codeSide({ panel }: Kit): number {
  const wanted = panel.pxPerMm * (panel.roomy ? roomyModuleMm : moduleMm);
  return (panel.tiny ? Math.floor(wanted) : Math.ceil(wanted)) * modulesPerSide;
}

/** The picture on its white card, in the dark theme too. */
export function codeCard(kit: Kit, { text: words }: CodePart): UiNode {
  const side = codeSide(kit);
  return row(
    { w: 'fill', align: 'center' },
    h('qr', { id: 'code', w: side, h: side, text: words, color: 0x0e1622 }),
  );
}

/** On the smallest panel: the picture beside the words, because it needs the whole height. */
export function besideCode(
  kit: Kit,
  strip: Strip,
  name: string,
  code: CodePart,
  ...words: readonly UiChild[]
): UiNode {
  const side = codeSide(kit);
  const size = { w: kit.panel.widthPx, h: kit.panel.heightPx };
  return h(
    'box',
    { ...size, key: name, style: 'ground' },
    h(
      'column',
      { ...size, x: 0, y: 0 },
      stripBar(kit, strip),
      row(
        { w: 'fill', grow: 1, cross: 'center' },
        column(
          {
            w: kit.panel.widthPx - side,
            cross: 'start',
            gap: kit.mm(1),
            pad: [0, kit.mm(1), 0, kit.mm(1.5)],
          },
          ...words,
        ),
        h('qr', { id: 'code', w: side, h: side, text: code.text, color: 0x0e1622 }),
      ),
    ),
  );
}
