/**
 * The tree of a screen: plain values that a screen makes from state and `ui/canvas` lays onto
 * LVGL. Lengths are pixels (`ui/theme.ts` turns millimetres into them), colours 0xRRGGBB,
 * opacities 0..255.
 */

/** A size and weight of Noto Sans SC. `lineHeight` replaces the font's own 1.448 em line box. */
export type FontRef = {
  readonly size: number;
  readonly weight: 400 | 700;
  readonly lineHeight?: number;
};

export type StyleValues = {
  bgColor: number;
  bgOpa: number;
  /** Second stop of a vertical gradient that starts with `bgColor`. */
  bgGradientColor: number;
  textColor: number;
  textOpa: number;
  opa: number;
  /** `RADIUS_CIRCLE` makes the ends round. */
  radius: number;
  /** Children are cut off at the rounded corner. */
  clipCorner: boolean;
  borderColor: number;
  borderWidth: number;
  borderOpa: number;
  /** Sides that carry the border: 1 bottom, 2 top, 4 left, 8 right, added up; 15 is all. */
  borderSide: number;
  outlineColor: number;
  outlineWidth: number;
  outlinePad: number;
  padTop: number;
  padRight: number;
  padBottom: number;
  padLeft: number;
  /** Gap between the children of a row and of a column. */
  gapX: number;
  gapY: number;
  minWidth: number;
  maxWidth: number;
  minHeight: number;
  maxHeight: number;
  translateX: number;
  translateY: number;
  lineColor: number;
  lineWidth: number;
  lineRounded: boolean;
  arcColor: number;
  arcWidth: number;
  arcRounded: boolean;
  /** Colour of icons (A8) and tint of images. */
  imageColor: number;
};

/** One shared style. The parts are laid over `normal` in this order while the state holds. */
export type SharedStyle = {
  readonly normal?: Partial<StyleValues>;
  readonly checked?: Partial<StyleValues>;
  readonly focused?: Partial<StyleValues>;
  readonly pressed?: Partial<StyleValues>;
  readonly disabled?: Partial<StyleValues>;
  /** The filled part of a bar or an arc. */
  readonly indicator?: Partial<StyleValues>;
};

export const RADIUS_CIRCLE = 0x7fff;

/**
 * What holds children and how:
 * `box` lays them over each other (each at its `x`,`y`, else by the box's `align` and `cross`);
 * `row`, `column` and `button` (a row, centred) side by side; `scroll` is a column that scrolls.
 */
export type UiNodeType =
  | 'box'
  | 'row'
  | 'column'
  | 'label'
  | 'button'
  | 'icon'
  | 'qr'
  | 'arc'
  | 'bar'
  | 'line'
  | 'image'
  | 'scroll'
  | 'textarea';

export type UiProps = {
  /** Stable name: the widget tree and a touch by id use it. Unique on a screen. */
  id?: string;
  /** Absolute inside the parent; takes the node out of the parent's layout. */
  x?: number;
  y?: number;
  /** `fill` takes the rest along the parent's direction and all of it across. Default `content`. */
  w?: number | 'fill' | 'content';
  h?: number | 'fill' | 'content';
  /** Share of the space left over along the parent's direction. */
  grow?: number;
  gap?: number;
  /** All sides, or top, right, bottom, left. */
  pad?: number | readonly [number, number, number, number];
  /** Along the direction of the layout (box: horizontally). Default `start`; button: `center`. */
  align?: 'start' | 'center' | 'end' | 'between';
  /**
   * Across it (box: vertically). Default: column and scroll `stretch`, row and button `center`,
   * box `start`.
   */
  cross?: 'start' | 'center' | 'end' | 'stretch';
  /** Names of shared styles registered with the renderer; later ones win. */
  style?: string | readonly string[];
  local?: Partial<StyleValues>;
  /** Text of a label, text area or QR code; on a button a short form for one label in it. */
  text?: string;
  font?: FontRef;
  textAlign?: 'left' | 'center' | 'right';
  /** Default true: text breaks when the width is not `content`. False cuts it off. */
  wrap?: boolean;
  /** One line that ends in an ellipsis when it does not fit. */
  ellipsis?: boolean;
  lineSpace?: number;
  /** Name given to `registerIcon`, drawn at `iconSize` px in `color`. */
  icon?: string;
  iconSize?: number;
  /** Colour of text, icon, QR modules or line. */
  color?: number;
  /** Bar and arc: 0..max (default 100). An arc starts at the top and runs clockwise. */
  value?: number;
  max?: number;
  /** Bar and arc: filled by the renderer while the node of this id is held (`onHold`). */
  progressOf?: string;
  /** Line: x0, y0, x1, y1, ... */
  points?: readonly number[];
  /** Name given to `registerImage`. */
  image?: string;
  hidden?: boolean;
  disabled?: boolean;
  checked?: boolean;
  /** Takes the keyboard's focus when it appears or when this turns true. */
  focused?: boolean;
  /** Hardware key that presses this node: '0'..'9', 'enter', 'clear', 'cancel'. */
  hotkey?: string;
  /** Pixels around the node that are touched with it. */
  extendTouch?: number;
  /** Reported through `onAction` as it is. */
  onPress?: unknown;
  onHold?: { readonly ms: number; readonly action: unknown };
  /** Scroll: id of the node inside that is brought into view when this changes. */
  scrollTo?: string;
};

export type UiNode = {
  readonly type: UiNodeType;
  readonly key?: string;
  readonly props: Readonly<UiProps>;
  readonly children: readonly UiNode[];
};

/** What may stand as a child: `false` and `undefined` leave it out, lists are laid flat. */
export type UiChild = UiNode | false | null | undefined | readonly UiChild[];

/**
 * Makes a node. `key` (default: `id`) keeps a node the same one when its siblings change.
 * Nodes are plain values and never changed after.
 */
export function h(
  type: UiNodeType,
  props: (UiProps & { key?: string }) | null = null,
  ...children: readonly UiChild[]
): UiNode {
  const { key = props?.id, ...rest } = props ?? {};
  const node = { type, props: rest, children: flatten(children) };
  return key === undefined ? node : { ...node, key };
}

function flatten(children: readonly UiChild[]): UiNode[] {
  const flat: UiNode[] = [];
  for (const child of children) {
    if (!child) continue;
    if (isList(child)) flat.push(...flatten(child));
    else flat.push(child);
  }
  return flat;
}

function isList(child: UiNode | readonly UiChild[]): child is readonly UiChild[] {
  return Array.isArray(child);
}
