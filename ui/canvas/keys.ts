/**
 * Hardware keys: a key presses the node that names it (`hotkey`), Enter the one that has the
 * focus first. The press is painted at once, shown `PRESS_SHOWN_MS`, then it acts.
 */
import * as lvgl from 'lvgl-bindings';
import type { Focus } from './focus.ts';
import type { Holds } from './hold.ts';
import { isEnabled, type Mounted, type Stage, walk } from './mounted.ts';
import { PRESS_SHOWN_MS } from './press.ts';

const ARROWS = ['up', 'down', 'left', 'right'] as const;
/** Typed ahead; what comes beyond is dropped. */
const WAITING_MAX = 64;

type Stroke = { readonly key: string; readonly pressed: boolean | undefined };
type Shown = {
  readonly target: lvgl.ObjectHandle;
  readonly untilMs: number;
  readonly acts: boolean;
};

export class Keys {
  readonly #waiting: Stroke[] = [];
  #shown: Shown | undefined;
  readonly #stage: Stage;
  readonly #focus: Focus;
  readonly #holds: Holds;

  constructor(stage: Stage, focus: Focus, holds: Holds) {
    this.#stage = stage;
    this.#focus = focus;
    this.#holds = holds;
  }

  add(key: string, pressed: boolean | undefined): void {
    if (this.#waiting.length < WAITING_MAX) this.#waiting.push({ key, pressed });
  }

  /** Ends and begins presses that are due; `act` gets each node that has been pressed. */
  deliver(nowMs: number, act: (mounted: Mounted) => void): void {
    this.#release(nowMs, act);
    while (!this.#shown) {
      const stroke = this.#waiting.shift();
      if (!stroke) return;
      this.#stroke(stroke, nowMs);
    }
  }

  /** Milliseconds until something is due; -1 when nothing is. */
  waitMs(nowMs: number): number {
    if (this.#shown) return Math.max(0, this.#shown.untilMs - nowMs);
    return this.#waiting.length > 0 ? 0 : -1;
  }

  #release(nowMs: number, act: (mounted: Mounted) => void): void {
    const shown = this.#shown;
    if (!shown || nowMs < shown.untilMs) return;
    this.#shown = undefined;
    const mounted = this.#stage.byHandle.get(shown.target);
    if (!mounted) return;
    lvgl.setState(shown.target, 'pressed', false);
    if (shown.acts && isEnabled(mounted)) act(mounted);
  }

  #stroke({ key, pressed }: Stroke, nowMs: number): void {
    const arrow = ARROWS.find((name) => name === key);
    const target = arrow || pressed === false ? undefined : this.#target(key);
    const wasHeld = target !== undefined && this.#holds.held === target.handle;
    this.#holds.letGo(nowMs);
    if (arrow && pressed !== false) this.#focus.move(arrow);
    if (!target || wasHeld) return;
    lvgl.setState(target.handle, 'pressed', true);
    lvgl.refresh();
    const holds = target.node.props.onHold !== undefined;
    if (holds) this.#holds.start(target, nowMs);
    this.#shown = { target: target.handle, untilMs: nowMs + PRESS_SHOWN_MS, acts: !holds };
  }

  #target(key: string): Mounted | undefined {
    if (key === 'enter' && this.#focus.current) return this.#focus.current;
    const named = [...walk(this.#stage.root)].filter(
      (mounted) => mounted.node.props.hotkey === key && isEnabled(mounted),
    );
    return named.at(-1);
  }
}
