/** The screen in words: for tests, for the simulator's page and for whoever drives it. */
import * as lvgl from 'lvgl-bindings';
import type { UiNodeType } from '../h.ts';
import { findById, isEnabled, isShown, type Mounted, type Stage, textOf, walk } from './mounted.ts';

export type TreeNode = {
  readonly type: UiNodeType;
  readonly id?: string;
  readonly text?: string;
  /** Absolute pixels. */
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly states: readonly lvgl.StateName[];
  readonly clickable: boolean;
  readonly hidden: boolean;
  readonly children: readonly TreeNode[];
};

export type ScreenAction = {
  readonly id: string;
  readonly text: string;
  /** Has to be held, not tapped. */
  readonly hold: boolean;
};

export function treeOf(stage: Stage): TreeNode | undefined {
  if (!stage.root) return undefined;
  const dumped = new Map(lvgl.dump(stage.root.handle).map((node) => [node.handle, node]));
  return toTree(stage.root, dumped);
}

function toTree(mounted: Mounted, dumped: Map<number, lvgl.TreeNode>): TreeNode {
  const { type, props } = mounted.node;
  const found = dumped.get(mounted.handle);
  const { x = 0, y = 0, width = 0, height = 0, states = [] } = found ?? {};
  return {
    type,
    ...(props.id === undefined ? {} : { id: props.id }),
    ...(props.text === undefined ? {} : { text: props.text }),
    x,
    y,
    width,
    height,
    states,
    clickable: mounted.resolved.clickable,
    hidden: !isShown(mounted),
    children: mounted.children.map((child) => toTree(child, dumped)),
  };
}

/** What a person can read now, in order. */
export function visibleTexts(stage: Stage): string[] {
  const texts: string[] = [];
  for (const mounted of walk(stage.root)) {
    const { type, props } = mounted.node;
    if ((type !== 'label' && type !== 'textarea') || !props.text) continue;
    if (isShown(mounted)) texts.push(props.text);
  }
  return texts;
}

/** What can be pressed now. A node without an id is named by its text. */
export function actions(stage: Stage): ScreenAction[] {
  const found = [...walk(stage.root)].filter(isEnabled);
  return found.map((mounted) => {
    const text = textOf(mounted);
    const { id, onHold } = mounted.node.props;
    return { id: id ?? text, text, hold: onHold !== undefined };
  });
}

/**
 * The node with this id, else the one that can be pressed and shows this text (the whole of it,
 * one of its lines, or a part, in this order), else any that shows it.
 */
export function find(stage: Stage, idOrText: string): Mounted | undefined {
  const byId = findById(stage, idOrText);
  if (byId) return isShown(byId) ? byId : undefined;
  const enabled = [...walk(stage.root)].filter(isEnabled);
  const lines = (mounted: Mounted): (string | undefined)[] =>
    [...walk(mounted)].map(({ node }) => node.props.text);
  return (
    enabled.find((mounted) => textOf(mounted) === idOrText) ??
    enabled.find((mounted) => lines(mounted).includes(idOrText)) ??
    enabled.find((mounted) => idOrText !== '' && textOf(mounted).includes(idOrText)) ??
    [...walk(stage.root)].find(
      (mounted) => mounted.node.props.text === idOrText && isShown(mounted),
    )
  );
}
