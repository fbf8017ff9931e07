import type { TreeNode } from '#ui/canvas/inspect.ts';
import type { UiNode } from '#ui/h.ts';
import type { Panel } from '#ui/theme/panels.ts';
import { lineHeightPerEm, textWidth } from '#ui/theme/type.ts';

type Box = { x: number; y: number; width: number; height: number };
type Placed = {
  readonly node: UiNode;
  readonly box: Box;
  readonly parents: readonly Placed[];
  readonly clickable: boolean;
};

/** Measured widths leave out kerning. */
const kerningPx = 3;
/** Line boxes are tighter than the letters: they may touch by so much. */
const touchPx = 4;

function* pair(node: UiNode, tree: TreeNode, parents: readonly Placed[]): Generator<Placed> {
  const { x, y, width, height, clickable } = tree;
  const placed: Placed = { node, box: { x, y, width, height }, parents, clickable };
  yield placed;
  for (const [index, child] of node.children.entries()) {
    const inside = tree.children[index];
    if (inside !== undefined) yield* pair(child, inside, [...parents, placed]);
  }
}

const nameOf = ({ node }: Placed): string =>
  node.props.id ?? JSON.stringify(node.props.text ?? node.props.icon ?? node.type);

const overlap = (a: Box, b: Box, slack: number): boolean =>
  a.x + slack < b.x + b.width &&
  b.x + slack < a.x + a.width &&
  a.y + slack < b.y + b.height &&
  b.y + slack < a.y + a.height;

/** Where the letters are: the label without the air above and below them. */
function inked({ node, box }: Placed): Box {
  const size = node.props.font?.size ?? 0;
  const air = Math.round(((lineHeightPerEm - 0.8) / 2) * size);
  return { ...box, y: box.y + air, height: box.height - 2 * air };
}

function widest({ node }: Placed): number {
  const { text = '', font } = node.props;
  if (font === undefined) return 0;
  return Math.max(...text.split('\n').map((line) => textWidth(line, font.size, font.weight)));
}

const inScroll = (placed: Placed): boolean =>
  placed.parents.some(({ node }) => node.type === 'scroll');

const inStrip = (placed: Placed): boolean =>
  placed.parents.some(({ node }) => node.key === 'strip');

const isText = ({ node }: Placed): boolean => node.type === 'label' && node.props.text !== '';

function* badText(text: Placed, panel: Panel): Generator<string> {
  const { box } = text;
  const letters = inked(text);
  const fixed = text.node.props.w !== undefined && text.node.props.ellipsis !== true;
  if (fixed && widest(text) > box.width * 1.02 + kerningPx) {
    yield `${nameOf(text)} is cut: ${Math.round(widest(text))} px in ${box.width}`;
  }
  for (const parent of text.parents) {
    const { x, width, y, height } = parent.box;
    if (box.x < x - 1 || box.x + box.width > x + width + 1) {
      yield `${nameOf(text)} leaves ${nameOf(parent)} sideways`;
    }
    if (inScroll(text)) continue;
    if (letters.y < y - touchPx || letters.y + letters.height > y + height + touchPx) {
      yield `${nameOf(text)} leaves ${nameOf(parent)} above or below`;
    }
  }
  const edge = panel.pxPerMm * 0.9;
  const seen = text.node.props.ellipsis === true ? Math.min(box.width, widest(text)) : widest(text);
  if (box.x < edge || box.x + seen > panel.widthPx - edge) {
    yield `${nameOf(text)} stands at the edge`;
  }
}

/** Content that ends below the foot where nobody scrolls: sentences, not lists. */
export function cutBelow(node: UiNode, tree: TreeNode, panel: Panel): string[] {
  const all = [...pair(node, tree, [])];
  const holder = all.find(({ node: { key } }) => key === 'body');
  if (holder === undefined) return [];
  const end = holder.box.y + holder.box.height + touchPx;
  return all
    .filter((one) => isText(one) && one.parents.includes(holder))
    .filter((one) => inked(one).y + inked(one).height > Math.min(end, panel.heightPx))
    .map((one) => `${nameOf(one)} ends below the body`);
}

const isTall = (text: Placed, scroll: Placed): boolean => text.box.height > scroll.box.height / 2;

/** Texts that stand whole between head and foot now. */
export function inSight(node: UiNode, tree: TreeNode, panel: Panel): string[] {
  const all = [...pair(node, tree, [])];
  const scroll = all.find(({ node: { type } }) => type === 'scroll');
  if (scroll === undefined) return [];
  const end = Math.min(scroll.box.y + scroll.box.height, panel.heightPx) + touchPx;
  return (
    all
      .filter((one) => isText(one) && one.parents.includes(scroll))
      // A text longer than half of the window is read line by line: its end counts.
      .filter((one) => inked(one).y >= scroll.box.y - touchPx || isTall(one, scroll))
      .filter((one) => inked(one).y + inked(one).height <= end)
      .map(nameOf)
  );
}

/** What a careful eye would find on a drawn screen: cut or overlapping words, keys too small to hit. */
export function lint(node: UiNode, tree: TreeNode, panel: Panel): string[] {
  const all = [...pair(node, tree, [])];
  const found: string[] = [];
  const texts = all.filter(isText);
  for (const text of texts) found.push(...badText(text, panel));
  for (const [index, one] of texts.entries()) {
    for (const other of texts.slice(index + 1)) {
      if (inScroll(one) !== inScroll(other)) continue;
      if (overlap(inked(one), inked(other), touchPx)) {
        found.push(`${nameOf(one)} lies over ${nameOf(other)}`);
      }
    }
  }
  const smallest = 9.6 * panel.pxPerMm - 0.6;
  // Without a size it is there for the real keys alone.
  const targets = all.filter(({ clickable, box }) => clickable && box.width + box.height > 0);
  for (const target of targets) {
    const extend = 2 * (target.node.props.extendTouch ?? 0);
    const { width, height } = target.box;
    if (width + extend < smallest || height + extend < smallest) {
      found.push(`${nameOf(target)} is too small: ${width + extend} x ${height + extend} px`);
    }
    for (const text of texts) {
      // The smallest panel has its strip over the head: a button there is touched through it.
      const overHead = inStrip(text) && target.box.y === 0;
      const mine = text.parents.includes(target) || inScroll(text) || inScroll(target) || overHead;
      if (!mine && overlap(inked(text), target.box, touchPx)) {
        found.push(`${nameOf(text)} lies over ${nameOf(target)}`);
      }
    }
  }
  const last = Math.max(
    ...all.filter((one) => !inScroll(one)).map(({ box }) => box.y + box.height),
  );
  if (last > panel.heightPx + 2.5 * panel.pxPerMm) found.push(`something ends at ${last} px`);
  return [...new Set(found)];
}
