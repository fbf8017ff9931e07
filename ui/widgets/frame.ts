import type { CashierAction, Strip } from '#src/desk/view.ts';
import { h, type UiChild, type UiNode } from '../h.ts';
import { textWidth } from '../theme/type.ts';
import type { Kit } from '../theme.ts';
import { column, row, text } from './basics.ts';
import { headButton, headHeight, inHead } from './head-button.ts';
import { stripBar } from './strip.ts';

/** Surfaces sit this far from the edge, in pixels; what is read starts one `textInset` further in. */
const surfaceInset = (kit: Kit): number => kit.mm(4) - kit.mm(2);

export const textInset = (kit: Kit): number => kit.mm(2);

/** Width of what is read. */
export const textWidthPx = (kit: Kit): number => kit.panel.widthPx - 2 * kit.mm(4);

const backAction: CashierAction = { type: 'back' };

export const backButton = (kit: Kit): UiNode =>
  headButton(kit, 'back', { id: 'back', action: backAction, hotkey: 'cancel' });

/** Way back, name of the screen, one quiet fact on the right. */
export function head(
  kit: Kit,
  title: string,
  options: {
    readonly right?: string;
    readonly tools?: UiChild;
    /** Width of the tools in mm: a title with an amount steps down beside them, for no digit of it may be cut. */
    readonly toolsWidth?: number;
  } = {},
): UiNode {
  const beside =
    options.right === undefined
      ? 0
      : textWidth(options.right, kit.font('caption').size, 400) / kit.panel.pxPerMm + 2.6;
  // Names that people wrote may be cut; beside tools of unknown width nothing else can be done.
  const width = options.toolsWidth ?? (options.tools === undefined ? 0 : undefined);
  return row(
    { key: 'head', w: 'fill', h: kit.mm(headHeight), pad: [0, kit.mm(2), 0, 0] },
    backButton(kit),
    inHead(
      kit,
      width === undefined
        ? text(kit, title, { bold: true, ellipsis: true })
        : fitted(kit, title, width + beside),
      true,
    ),
    options.tools,
    options.right !== undefined &&
      inHead(
        kit,
        row(
          { pad: [0, kit.mm(2), 0, 0] },
          text(kit, options.right, { step: 'caption', colour: 'ink2' }),
        ),
      ),
  );
}

/** As large as fits beside what stands at the right, cut only when nothing does. */
function fitted(kit: Kit, title: string, rightMm: number): UiNode {
  const room = kit.panel.widthPx - kit.mm(headHeight + rightMm + 2 + 0.6);
  const steps = (['body', 'label', 'caption', 'mark'] as const).filter(
    (step) => textWidth(title, kit.font(step).size, 700) <= room,
  );
  return text(kit, title, { step: steps[0] ?? 'caption', bold: true, ellipsis: true });
}

/** The content between head and foot; children are as wide as a surface. */
export function body(kit: Kit, ...children: readonly UiChild[]): UiNode {
  const side = surfaceInset(kit);
  const holder = kit.panel.hardwareKeys ? 'scroll' : 'column';
  return h(holder, { key: 'body', w: 'fill', grow: 1, pad: [0, side, 0, side] }, ...children);
}

/** The same where the content may be longer than the panel. */
export function scrollBody(kit: Kit, ...children: readonly UiChild[]): UiNode {
  const side = surfaceInset(kit);
  return h('scroll', { id: 'rows', w: 'fill', grow: 1, pad: [0, side, 0, side] }, ...children);
}

/** A line of the content that is read: text margin on both sides. */
export function line(
  kit: Kit,
  props: Parameters<typeof row>[0],
  ...children: readonly UiChild[]
): UiNode {
  const side = textInset(kit);
  return row({ w: 'fill', pad: [0, side, 0, side], ...props }, ...children);
}

/** At most one row of secondary buttons, and the primary. */
export function foot(kit: Kit, ...children: readonly UiChild[]): UiNode {
  return h(
    kit.panel.tiny ? 'row' : 'column',
    {
      key: 'foot',
      w: 'fill',
      pad: kit.panel.tiny
        ? [kit.mm(0.8), kit.mm(2), kit.mm(1.2), kit.mm(2)]
        : [kit.mm(1.2), kit.mm(2), kit.mm(2), kit.mm(2)],
      gap: kit.mm(1.4),
    },
    ...children,
  );
}

/** A whole screen: strip, then what is given, from top to bottom; a violet frame while training. */
export function screen(kit: Kit, strip: Strip, name: string, ...parts: readonly UiChild[]): UiNode {
  const size = { w: kit.panel.widthPx, h: kit.panel.heightPx };
  const bar = stripBar(kit, strip);
  const one = kit.panel.tiny && hasHead(parts[0]);
  const content = h('column', { ...size, x: 0, y: 0 }, !one && bar, ...parts);
  const frame = kit.training && {
    ...h('box', {
      ...size,
      x: 0,
      y: 0,
      local: {
        borderColor: kit.colours.violet,
        borderOpa: 255,
        borderSide: 15,
        borderWidth: kit.mm(0.9),
      },
    }),
  };
  return h(
    'box',
    { ...size, key: name, style: 'ground' },
    one && column({ x: 0, y: 0, w: size.w }, bar),
    content,
    frame,
  );
}

const hasHead = (part: UiChild): boolean =>
  part !== undefined && part !== null && part !== false && 'key' in part && part.key === 'head';

/** 应急预案 for what happened here: in the head where there is room. */
export const planButton = (kit: Kit): UiNode =>
  headButton(kit, 'info', { id: 'emergency', action: planAction });

const planAction: CashierAction = { type: 'go', to: 'emergency' };
