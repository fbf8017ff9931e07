/**
 * Touches in the order in which they came. A press is shown at once and stays at least
 * `PRESS_SHOWN_MS`: an earlier release, and all that follows it, waits for that.
 */
import * as lvgl from 'lvgl-bindings';

export const PRESS_SHOWN_MS = 80;
/** More than this many waiting touches come from no finger: the rest is dropped. */
const WAITING_MAX = 256;

type Touch = { x: number; y: number; pressed: boolean; heldMs: number };

export class PressQueue {
  readonly #waiting: Touch[] = [];
  #down = false;
  #downAtMs = 0;

  /** `heldMs`: a release waits until the press has lasted this long. */
  add(x: number, y: number, pressed: boolean, heldMs = PRESS_SHOWN_MS): void {
    const last = this.#waiting.at(-1);
    const slides = last?.pressed && pressed;
    if (slides) Object.assign(last, { x, y });
    else if (this.#waiting.length < WAITING_MAX) this.#waiting.push({ x, y, pressed, heldMs });
  }

  /** Gives LVGL what is due at this time; `each` hears of every touch that was given. */
  deliver(nowMs: number, each: (x: number, y: number, pressed: boolean) => void): void {
    for (;;) {
      const [touch] = this.#waiting;
      if (!touch || this.waitMs(nowMs) !== 0) return;
      this.#waiting.shift();
      if (touch.pressed && !this.#down) this.#downAtMs = nowMs;
      this.#down = touch.pressed;
      lvgl.pointer(touch.x, touch.y, touch.pressed);
      each(touch.x, touch.y, touch.pressed);
    }
  }

  /** Milliseconds until the next touch is due; -1 when none waits. */
  waitMs(nowMs: number): number {
    const [touch] = this.#waiting;
    if (!touch) return -1;
    if (touch.pressed || !this.#down) return 0;
    return Math.max(0, Math.ceil(this.#downAtMs + touch.heldMs - nowMs));
  }

  get isDown(): boolean {
    return this.#down;
  }
}
