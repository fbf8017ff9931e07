import type { CodePart } from '#src/desk/view/handover.ts';
import type { Strip } from '#src/desk/view.ts';
import { h, type UiChild, type UiNode } from '../h.ts';
import type { Kit } from '../theme.ts';
import { column, row } from './basics.ts';
import { stripBar } from './strip.ts';

/** A code of version 10 and its quiet zone. */
const modulesPerSide = 57 + 8;

/** As large as the panel has room for, in whole pixels a module. */
export function codeSide(kit: Kit): number {
  const { widthPx, hardwareKeys, roomy } = kit.panel;
  const share = hardwareKeys ? 3 : roomy ? 7 : 5;
  return Math.min(share, Math.floor(widthPx / modulesPerSide)) * modulesPerSide;
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
