/** Turns the mounted tree into the new one: keeps what has the same key and type, moves, patches. */
import * as lvgl from 'lvgl-bindings';
import { h, type UiNode } from '../h.ts';
import type { Mounted, Stage } from './mounted.ts';
import { walk } from './mounted.ts';
import { CLASSES, patch, prepare } from './patch.ts';
import { type Context, resolve } from './resolve.ts';

/** Lays the whole tree onto the display; the root fills it unless it says otherwise. */
export function reconcileRoot(stage: Stage, screen: UiNode): void {
  const tree = { ...screen, props: { w: 'fill', h: 'fill', ...screen.props } as const };
  const old = stage.root;
  if (old && old.node.type === tree.type && old.node.key === tree.key) {
    update(stage, old, tree, stage.rootContext);
    return;
  }
  stage.root = undefined;
  if (old) unmount(stage, old);
  stage.root = mount(stage, tree, undefined);
}

function mount(stage: Stage, node: UiNode, parent: Mounted | undefined): Mounted {
  const handle = lvgl.create(CLASSES[node.type], parent?.handle ?? stage.rootHandle);
  const within = parent?.resolved.context ?? stage.rootContext;
  const resolved = resolve(node, within);
  const mounted: Mounted = { node, resolved, within, handle, parent, children: [] };
  stage.byHandle.set(handle, mounted);
  prepare(handle, node.type);
  patch(stage, mounted, undefined);
  mounted.children = childNodes(node).map((child) => mount(stage, child, mounted));
  return mounted;
}

function unmount(stage: Stage, mounted: Mounted): void {
  for (const { handle } of walk(mounted)) stage.byHandle.delete(handle);
  lvgl.destroy(mounted.handle);
}

function update(stage: Stage, mounted: Mounted, node: UiNode, within: Context): void {
  if (node === mounted.node && equalContexts(within, mounted.within)) return;
  const before = { node: mounted.node, resolved: mounted.resolved };
  mounted.node = node;
  mounted.within = within;
  mounted.resolved = resolve(node, within);
  patch(stage, mounted, before);
  updateChildren(stage, mounted);
}

function equalContexts(a: Context, b: Context): boolean {
  return (Object.keys(a) as (keyof Context)[]).every((name) => a[name] === b[name]);
}

/** A button's own text is short for a label in it, which takes its looks from the button. */
function childNodes(node: UiNode): readonly UiNode[] {
  const { text, wrap } = node.props;
  if (node.type !== 'button' || text === undefined) return node.children;
  const wrapped = wrap === undefined ? {} : { wrap };
  return [...node.children, h('label', { key: ' text', text, ...wrapped })];
}

/** Keys tell siblings apart; without one, a node is the nth of its type. */
function keysOf(nodes: readonly UiNode[]): string[] {
  const counts = new Map<string, number>();
  return nodes.map(({ key, type }) => {
    const base = key === undefined ? `${type}#` : `${type}=${key}`;
    const count = counts.get(base) ?? 0;
    counts.set(base, count + 1);
    return `${base}#${count}`;
  });
}

function updateChildren(stage: Stage, parent: Mounted): void {
  const nodes = childNodes(parent.node);
  const oldKeys = keysOf(parent.children.map(({ node }) => node));
  const old = new Map(parent.children.map((child, i) => [oldKeys[i], child]));
  const keys = keysOf(nodes);
  const wanted = new Set(keys);
  const order: Mounted[] = [];
  for (const [key, child] of old) {
    if (key !== undefined && wanted.has(key)) order.push(child);
    else unmount(stage, child);
  }
  parent.children = nodes.map((node, i) => {
    const kept = old.get(keys[i]);
    if (kept) update(stage, kept, node, parent.resolved.context);
    const child = kept ?? mount(stage, node, parent);
    if (!kept) order.push(child);
    return child;
  });
  reorder(order, parent.children);
}

/** `order` is how LVGL has them now; only what stands wrong is moved. */
function reorder(order: Mounted[], wanted: readonly Mounted[]): void {
  wanted.forEach((child, i) => {
    if (order[i] === child) return;
    order.splice(order.indexOf(child), 1);
    order.splice(i, 0, child);
    lvgl.moveToIndex(child.handle, i);
  });
}
