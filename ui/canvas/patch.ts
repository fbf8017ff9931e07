/** Makes an object show what its node says, touching only what differs from before. */
import * as lvgl from 'lvgl-bindings';
import type { UiNode, UiNodeType } from '../h.ts';
import type { Mounted, Stage } from './mounted.ts';
import type { Resolved } from './resolve.ts';
import { type LvglValues, STATES } from './styles.ts';

export const CLASSES: Record<UiNodeType, lvgl.ClassName> = {
  box: 'box',
  row: 'box',
  column: 'box',
  scroll: 'box',
  label: 'label',
  button: 'button',
  icon: 'image',
  image: 'image',
  qr: 'qrcode',
  arc: 'arc',
  bar: 'bar',
  line: 'line',
  textarea: 'textarea',
};

const REPORTED: readonly lvgl.EventType[] = ['pressed', 'clicked', 'released', 'press-lost'];
/** The value a bar or arc gets while a held button fills it. */
export const PROGRESS_MAX = 1000;

/** Room for a child's focus outline outside of a row that is as high as the child. */
const OVERFLOW_PX = 16;

/** What never changes in the life of an object of this type. */
export function prepare(handle: lvgl.ObjectHandle, type: UiNodeType): void {
  lvgl.setFlag(handle, 'state-trickle', true);
  if (type === 'scroll') {
    lvgl.setFlag(handle, 'scrollable', true);
    lvgl.setFlag(handle, 'scroll-elastic', false);
    lvgl.setScrollDirection(handle, 'vertical');
    lvgl.listen(handle, 'scroll-begin');
    lvgl.listen(handle, 'scroll');
  }
  if (type === 'textarea') lvgl.setTextAreaMode(handle, true, false);
}

export function patch(
  stage: Stage,
  mounted: Mounted,
  before: { node: UiNode; resolved: Resolved } | undefined,
): void {
  const { handle, node, resolved } = mounted;
  patchStyles(stage, handle, resolved.styles, before?.resolved.styles ?? []);
  patchValues(handle, 'main', fonted(stage, mounted), before && fonted(stage, before));
  patchValues(handle, 'indicator', resolved.indicator, before?.resolved.indicator);
  patchLayout(mounted, before);
  patchContent(stage, mounted, before?.node);
  patchSize(stage, mounted);
  patchFlags(handle, node, resolved, before);
  if (node.type === 'icon') tint(stage, mounted);
}

/** The font is a handle, which only the stage knows. */
function fonted(stage: Stage, of: { node: UiNode; resolved: Resolved }): LvglValues {
  const { font } = of.node.props;
  return font ? { ...of.resolved.main, font: stage.assets.font(font) } : of.resolved.main;
}

function patchStyles(
  stage: Stage,
  handle: lvgl.ObjectHandle,
  next: readonly string[],
  old: readonly string[],
): void {
  if (next.length === old.length && next.every((name, i) => name === old[i])) return;
  for (const name of old) stage.styles.remove(handle, name);
  for (const name of next) stage.styles.add(handle, name);
}

function patchValues(
  handle: lvgl.ObjectHandle,
  part: lvgl.PartName,
  next: LvglValues,
  old: LvglValues = {},
): void {
  for (const name of Object.keys(old) as lvgl.StyleProperty[]) {
    if (next[name] === undefined) lvgl.removeLocalStyle(handle, name, part);
  }
  for (const [name, value] of Object.entries(next) as [lvgl.StyleProperty, number][]) {
    if (old[name] !== value) lvgl.setLocalStyle(handle, name, value, part);
  }
}

function patchLayout(mounted: Mounted, before: { resolved: Resolved } | undefined): void {
  const { handle, resolved } = mounted;
  const { flow, align, cross } = resolved.context;
  const old = before?.resolved.context;
  if (flow !== 'none' && (old?.align !== align || old.cross !== cross)) {
    const across = cross === 'stretch' ? 'start' : cross;
    lvgl.setFlex(handle, flow, align, across, across);
  }
  if (before?.resolved.grow !== resolved.grow) lvgl.setFlexGrow(handle, resolved.grow);
  if (before?.resolved.absolute !== resolved.absolute) {
    lvgl.setFlag(handle, 'ignore-layout', resolved.absolute);
  }
  if (before?.resolved.place.join() !== resolved.place.join()) {
    lvgl.setAlign(handle, ...resolved.place);
  }
}

/** An ellipsis needs a box that text can run out of: one line, if no height is asked. */
function patchSize(stage: Stage, { handle, node, resolved }: Mounted): void {
  if (node.type === 'qr') return;
  let { height } = resolved;
  if (resolved.longMode === 'dots' && height === lvgl.CONTENT) {
    if (!node.props.font) throw new Error(`ellipsis without a font: ${node.props.text}`);
    height = lvgl.fontLineHeight(stage.assets.font(node.props.font));
  }
  lvgl.setSize(handle, resolved.width, height);
}

function patchContent(stage: Stage, mounted: Mounted, before: UiNode | undefined): void {
  const { handle, node } = mounted;
  const { props } = node;
  const old = before?.props;
  switch (node.type) {
    case 'label': {
      const mode = mounted.resolved.longMode;
      if (!before || old?.wrap !== props.wrap || old?.ellipsis !== props.ellipsis) {
        lvgl.setLongMode(handle, mode);
      }
      if (!before || old?.text !== props.text) lvgl.setText(handle, drawable(props.text));
      break;
    }
    case 'textarea':
      if (!before || old?.text !== props.text) lvgl.setText(handle, drawable(props.text));
      break;
    case 'icon':
      if (old?.icon !== props.icon || old?.iconSize !== props.iconSize) {
        lvgl.setImage(handle, stage.assets.icon(props.icon ?? '', props.iconSize ?? 24));
      }
      break;
    case 'image':
      if (old?.image !== props.image) lvgl.setImage(handle, stage.assets.image(props.image ?? ''));
      break;
    case 'qr':
      if (old?.text !== props.text || old?.w !== props.w || old?.color !== props.color) {
        const size = typeof props.w === 'number' ? props.w : 200;
        lvgl.setQr(handle, drawable(props.text), size, props.color ?? 0, 0xffffff);
      }
      break;
    case 'line':
      if (old?.points?.join() !== props.points?.join()) {
        lvgl.setPoints(handle, props.points ?? []);
      }
      break;
    case 'arc':
    case 'bar':
      patchValue(handle, node, before);
      break;
  }
}

/** Longer texts are no texts for a screen. */
const TEXT_MAX = 4000;

/** Names come from cards and people: what no font draws must not stop the screen. */
function drawable(text = ''): string {
  return text.slice(0, TEXT_MAX).replace(/(?!\n)\p{Cc}/gu, '\ufffd');
}

/** While a held button fills it, its value is the renderer's and not the screen's. */
function patchValue(handle: lvgl.ObjectHandle, node: UiNode, before: UiNode | undefined): void {
  const { value = 0, max = 100, progressOf } = node.props;
  if (progressOf !== undefined) {
    if (before?.props.progressOf !== progressOf) lvgl.setValue(handle, 0, 0, PROGRESS_MAX);
    return;
  }
  const old = before?.props;
  const same = before && (old?.value ?? 0) === value && (old?.max ?? 100) === max;
  if (same && old?.progressOf === undefined) return;
  const top = Math.max(1, Math.round(max));
  lvgl.setValue(handle, Math.max(0, Math.min(top, Math.round(value))), 0, top);
}

function overflowOf({ type, props }: UiNode): number {
  const holds = type === 'box' || type === 'row' || type === 'column';
  return holds && !props.local?.clipCorner ? OVERFLOW_PX : 0;
}

function patchFlags(
  handle: lvgl.ObjectHandle,
  node: UiNode,
  next: Resolved,
  before: { node: UiNode; resolved: Resolved } | undefined,
): void {
  const { props } = node;
  const old = before?.node.props;
  const hidden = props.hidden ?? false;
  if (hidden !== (old?.hidden ?? false)) lvgl.setFlag(handle, 'hidden', hidden);
  if (next.clickable !== before?.resolved.clickable) {
    lvgl.setFlag(handle, 'clickable', next.clickable);
    if (next.clickable) for (const type of REPORTED) lvgl.listen(handle, type);
  }
  // States of a parent are laid on its children, and taken off with it: say them again.
  for (const state of ['disabled', 'checked'] as const) {
    if (next[state] || before?.resolved[state]) lvgl.setState(handle, state, next[state]);
  }
  const overflow = overflowOf(node);
  if (overflow !== (before ? overflowOf(before.node) : 0)) lvgl.setOverflow(handle, overflow);
  const extend = props.extendTouch ?? 0;
  if (extend !== (old?.extendTouch ?? 0)) lvgl.setExtendedTouch(handle, extend);
  if (props.id !== undefined && props.id !== old?.id) lvgl.setName(handle, props.id);
}

/** An icon without a colour follows the text colour around it, in each state. */
export function tint(stage: Stage, icon: Mounted): void {
  const { node, handle } = icon;
  const given = node.props.color ?? node.props.local?.imageColor;
  let source: Mounted | undefined = given === undefined ? icon : undefined;
  while (source && textColor(stage, source, 'default') === undefined) source = source.parent;
  const colors = STATES.map((state) => source && textColor(stage, source, state));
  const old = icon.tint ?? [];
  icon.tint = colors;
  STATES.forEach((state, i) => {
    const color = colors[i];
    if (color === old[i]) return;
    if (color !== undefined) lvgl.setLocalStyle(handle, 'imageColor', color, 'main', state);
    else if (state !== 'default' || given === undefined) {
      lvgl.removeLocalStyle(handle, 'imageColor', 'main', state);
    }
  });
}

function textColor(
  stage: Stage,
  { node, resolved }: Mounted,
  state: (typeof STATES)[number],
): number | undefined {
  const own = node.type === 'icon' ? undefined : resolved.main.textColor;
  if (own !== undefined && state === 'default') return own;
  for (const name of resolved.styles.toReversed()) {
    const color = stage.styles.textColor(name, state);
    if (color !== undefined) return color;
  }
  return undefined;
}
