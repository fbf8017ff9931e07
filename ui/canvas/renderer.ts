/**
 * The screen: takes trees of nodes, shows them through LVGL, and reports what was pressed after
 * the press has been painted. It has no timers: the host calls `tick` when it says.
 */
import * as lvgl from 'lvgl-bindings';
import type { UiNode } from '../h.ts';
import { createAssets } from './assets.ts';
import { Focus } from './focus.ts';
import { Holds } from './hold.ts';
import {
  actions,
  find,
  type ScreenAction,
  type TreeNode,
  treeOf,
  visibleTexts,
} from './inspect.ts';
import { Keys } from './keys.ts';
import { findById, isEnabled, type Mounted, type Stage, walk } from './mounted.ts';
import type { Action, Located, RendererOptions } from './options.ts';
import { tint } from './patch.ts';
import { PRESS_SHOWN_MS, PressQueue } from './press.ts';
import { reconcileRoot } from './reconcile.ts';
import { Scrollbars, scrollWishes } from './scrollbar.ts';
import { StyleBook, type StyleSheet } from './styles.ts';

/** How far a finger may stray from a button and still mean it. */
const STRAY_PX = 24;

export class Renderer {
  /** width * height * 4 bytes: blue, green, red, 255. */
  readonly frame: Uint8Array;
  readonly width: number;
  readonly height: number;
  readonly #options: RendererOptions;
  readonly #stage: Stage;
  readonly #presses = new PressQueue();
  readonly #holds: Holds;
  readonly #focus: Focus;
  readonly #keys: Keys;
  readonly #scrollbars: Scrollbars;
  #events: lvgl.LvglEvent[] = [];
  #actions: Action[] = [];
  #nowMs = 0;
  #at = { x: 0, y: 0 };
  #underFinger: lvgl.ObjectHandle | undefined;
  #busy = false;

  constructor(options: RendererOptions) {
    const { width, height } = options;
    this.#options = options;
    this.width = width;
    this.height = height;
    this.frame = new Uint8Array(width * height * 4);
    const rootHandle = lvgl.createDisplay({
      width,
      height,
      frame: this.frame,
      onFlush: (rectangles) => options.onFlush?.(rectangles, this.frame),
      onEvent: (event) => this.#events.push(event),
      ...(options.onWake ? { onWake: options.onWake } : {}),
    });
    const styles = new StyleBook();
    const context = { disabled: false, checked: false, definiteW: true, definiteH: true } as const;
    this.#stage = {
      assets: createAssets(options.fonts, options.rasterise),
      styles,
      byHandle: new Map(),
      rootHandle,
      rootContext: { flow: 'none', align: 'start', cross: 'start', ...context },
      root: undefined,
    };
    lvgl.setLocalStyle(rootHandle, 'bgOpa', 255);
    lvgl.setLocalStyle(rootHandle, 'font', this.#stage.assets.font(options.font));
    this.theme(options.styles, options.ground);
    this.#focus = new Focus(this.#stage);
    this.#holds = new Holds(this.#stage, (id, progress) => options.onHoldProgress?.(id, progress));
    this.#keys = new Keys(this.#stage, this.#focus, this.#holds);
    this.#scrollbars = new Scrollbars(this.#stage, width, options.scrollThumbPx ?? 0);
  }

  registerIcon(name: string, size: number, alpha: Uint8Array): void {
    this.#stage.assets.registerIcon(name, size, alpha);
  }

  registerImage(name: string, width: number, height: number, bgra: Uint8Array): void {
    this.#stage.assets.registerImage(name, width, height, bgra);
  }

  /** New values for the shared styles, and a new ground: light, dark, training. */
  theme(styles: StyleSheet, ground: number): void {
    this.#stage.styles.use(styles);
    lvgl.setLocalStyle(this.#stage.rootHandle, 'bgColor', ground);
    for (const mounted of walk(this.#stage.root)) {
      if (mounted.node.type === 'icon') tint(this.#stage, mounted);
    }
  }

  /** Lays a tree onto the display; it is painted by the next `tick`. */
  render(tree: UiNode): void {
    const before = scrollWishes(this.#stage);
    reconcileRoot(this.#stage, tree);
    this.#focus.settle();
    for (const [scroll, id] of scrollWishes(this.#stage)) {
      const target = before.get(scroll) === id ? undefined : findById(this.#stage, id);
      if (target) lvgl.scrollIntoView(target.handle, false);
    }
    this.#scrollbars.settle();
  }

  /** Moves the clock and does what is due. The wait until the next call, -1 for none. */
  tick(nowMs: number): number {
    const wait = this.#advance(Math.max(nowMs, this.#nowMs));
    this.#settle();
    return this.#soonest(wait);
  }

  /** A finger at x, y. What is pressed looks so at once. */
  pointer(x: number, y: number, pressed: boolean): void {
    this.#catchUp();
    this.#presses.add(x, y, pressed);
    this.#deliver();
    this.#settle();
    this.#options.onWake?.();
  }

  /**
   * A hardware key: '0'..'9', 'enter', 'clear', 'cancel' or an arrow. Without `pressed` it is
   * pressed and let go; a node that must be held then fills until another key comes.
   */
  key(key: string, pressed?: boolean): void {
    this.#catchUp();
    this.#keys.add(key, pressed);
    this.#deliver();
    this.#settle();
    this.#options.onWake?.();
  }

  /**
   * A real press and release in the middle of a node, scrolled into view first. False when there
   * is no such node. `heldMs` keeps the finger down that long.
   */
  tap(idOrText: string, heldMs: number = PRESS_SHOWN_MS): boolean {
    const place = this.locate(idOrText);
    if (!place) return false;
    this.#catchUp();
    const [x, y] = [place.x + (place.width >> 1), place.y + (place.height >> 1)];
    this.#presses.add(x, y, true);
    this.#presses.add(x, y, false, Math.max(heldMs, PRESS_SHOWN_MS));
    this.#deliver();
    this.#settle();
    this.#options.onWake?.();
    return true;
  }

  /** True when every touch and key has been answered. */
  get isIdle(): boolean {
    const waits = [this.#keys.waitMs(this.#nowMs), this.#presses.waitMs(this.#nowMs)];
    return waits.every((wait) => wait === -1) && !this.#presses.isDown;
  }

  /** Where a node stands, by id or by the text on it; it is scrolled into view first. */
  locate(idOrText: string): Located | undefined {
    const found = find(this.#stage, idOrText);
    if (!found) return undefined;
    lvgl.scrollIntoView(found.handle, false);
    this.#scrollbars.settle();
    const [x, y, width, height] = lvgl.place(found.handle);
    return { id: found.node.props.id, x, y, width, height, enabled: isEnabled(found) };
  }

  tree(): TreeNode | undefined {
    return treeOf(this.#stage);
  }

  visibleTexts(): string[] {
    return visibleTexts(this.#stage);
  }

  actions(): ScreenAction[] {
    return actions(this.#stage);
  }

  /** The id of the node that has the keyboard's focus. */
  get focused(): string | undefined {
    return this.#focus.current?.node.props.id;
  }

  dispose(): void {
    lvgl.dispose();
  }

  #catchUp(): void {
    const now = this.#options.now?.();
    if (now !== undefined && now > this.#nowMs) this.#advance(now);
  }

  #advance(nowMs: number): number {
    const wait = lvgl.tick(nowMs);
    this.#nowMs = nowMs;
    this.#deliver();
    const full = this.#holds.step(nowMs);
    if (full) {
      lvgl.refresh();
      this.#actions.push({ id: full.node.props.id ?? '', action: full.node.props.onHold?.action });
    }
    return lvgl.woken() ? lvgl.tick(nowMs) : wait;
  }

  #soonest(lvglWait: number): number {
    const waits = [
      lvgl.woken() ? 0 : lvglWait,
      this.#presses.waitMs(this.#nowMs),
      this.#keys.waitMs(this.#nowMs),
      this.#holds.waitMs(),
    ];
    const due = waits.filter((wait) => wait >= 0);
    return due.length === 0 ? -1 : Math.min(...due);
  }

  #deliver(): void {
    this.#presses.deliver(this.#nowMs, (x, y, pressed) => {
      this.#at = { x, y };
      if (pressed) this.#touched();
      this.#takeEvents();
    });
    this.#takeEvents();
    this.#keys.deliver(this.#nowMs, (mounted) => this.#act(mounted));
  }

  /** A finger takes the keyboard's focus away, and straying from a held button lets it go. */
  #touched(): void {
    this.#focus.set(undefined);
    const held = this.#holds.held;
    const mounted = held === undefined ? undefined : this.#stage.byHandle.get(held);
    if (mounted && !this.#isNear(mounted)) this.#holds.letGo(this.#nowMs);
  }

  #takeEvents(): void {
    const events = this.#events;
    this.#events = [];
    for (const { target, type } of events) {
      const mounted = this.#stage.byHandle.get(target);
      if (!mounted) continue;
      if (type === 'pressed') this.#pressed(mounted);
      else if (type === 'clicked') this.#clicked(mounted);
      else if (type === 'scroll-begin') this.#scrolled();
      else if (type === 'scroll') this.#scrollbars.settle();
      else this.#holds.letGo(this.#nowMs);
    }
  }

  #pressed(mounted: Mounted): void {
    this.#underFinger = mounted.handle;
    this.#holds.start(mounted, this.#nowMs);
  }

  /** A finger that moves a list means no row of it. */
  #scrolled(): void {
    this.#holds.letGo(this.#nowMs);
    const row = this.#underFinger;
    if (row !== undefined && this.#stage.byHandle.has(row)) lvgl.setState(row, 'pressed', false);
  }

  #clicked(mounted: Mounted): void {
    if (this.#isNear(mounted) && !this.#holds.wasFull(mounted.handle)) this.#act(mounted);
  }

  #act(mounted: Mounted): void {
    const { id = '', onPress } = mounted.node.props;
    if (onPress !== undefined) this.#actions.push({ id, action: onPress });
  }

  #isNear(mounted: Mounted): boolean {
    const [x, y, width, height] = lvgl.place(mounted.handle);
    const slack = STRAY_PX + (mounted.node.props.extendTouch ?? 0);
    const across = this.#at.x >= x - slack && this.#at.x < x + width + slack;
    return across && this.#at.y >= y - slack && this.#at.y < y + height + slack;
  }

  /** Hands out what was pressed; a handler may render, tick or press again. */
  #settle(): void {
    if (this.#busy) return;
    this.#busy = true;
    try {
      for (let next = this.#actions.shift(); next; next = this.#actions.shift()) {
        this.#options.onAction?.(next);
      }
    } finally {
      this.#busy = false;
    }
  }
}

/** Opens the one display of this process; `dispose` gives it back. */
export function createRenderer(options: RendererOptions): Renderer {
  return new Renderer(options);
}
