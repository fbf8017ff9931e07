/** A node that stands on the display: its place in the tree and the object that shows it. */
import type * as lvgl from 'lvgl-bindings';
import type { UiNode } from '../h.ts';
import type { Assets } from './assets.ts';
import type { Context, Resolved } from './resolve.ts';
import type { StyleBook } from './styles.ts';

export type Mounted = {
  node: UiNode;
  resolved: Resolved;
  /** What the parent said when it was resolved. */
  within: Context;
  /** An icon's colours by state, where it follows the text around it. */
  tint?: readonly (number | undefined)[];
  readonly handle: lvgl.ObjectHandle;
  readonly parent: Mounted | undefined;
  children: Mounted[];
};

/** What every part of the renderer works on. */
export type Stage = {
  readonly assets: Assets;
  readonly styles: StyleBook;
  readonly byHandle: Map<lvgl.ObjectHandle, Mounted>;
  readonly rootHandle: lvgl.ObjectHandle;
  readonly rootContext: Context;
  root: Mounted | undefined;
};

/** The node and everything inside it, parents first. */
export function* walk(mounted: Mounted | undefined): Generator<Mounted> {
  if (!mounted) return;
  yield mounted;
  for (const child of mounted.children) yield* walk(child);
}

export function findById(stage: Stage, id: string): Mounted | undefined {
  for (const mounted of walk(stage.root)) if (mounted.node.props.id === id) return mounted;
  return undefined;
}

/** Neither it nor anything around it is hidden. */
export function isShown(mounted: Mounted): boolean {
  for (let at: Mounted | undefined = mounted; at; at = at.parent) {
    if (at.node.props.hidden) return false;
  }
  return true;
}

/** Can be pressed now. */
export function isEnabled(mounted: Mounted): boolean {
  const { onPress, onHold } = mounted.node.props;
  const acts = onPress !== undefined || onHold !== undefined;
  return acts && !mounted.resolved.disabled && isShown(mounted);
}

/** What a reader sees on the node: all texts inside it, in order. */
export function textOf(mounted: Mounted): string {
  const texts: string[] = [];
  for (const { node } of walk(mounted)) {
    if (node.props.hidden || node.type === 'qr' || node.type === 'button') continue;
    if (node.props.text) texts.push(node.props.text);
  }
  return texts.join(' ');
}
