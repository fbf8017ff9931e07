/** The keyboard's focus: arrows move it to the nearest node in their direction. */
import * as lvgl from 'lvgl-bindings';
import { isEnabled, type Mounted, type Stage, walk } from './mounted.ts';
import { scrollByArrow } from './scrollbar.ts';

export type Direction = 'up' | 'down' | 'left' | 'right';

type Centre = { x: number; y: number };

export class Focus {
  #held: lvgl.ObjectHandle | undefined;
  /** Nodes that asked for the focus already, so that they get it once. */
  #asked = new Set<lvgl.ObjectHandle>();
  readonly #stage: Stage;

  constructor(stage: Stage) {
    this.#stage = stage;
  }

  get current(): Mounted | undefined {
    const mounted = this.#held === undefined ? undefined : this.#stage.byHandle.get(this.#held);
    return mounted && isEnabled(mounted) ? mounted : undefined;
  }

  move(direction: Direction): void {
    const from = this.current;
    const candidates = this.#candidates();
    const others = candidates.filter((mounted) => mounted !== from);
    const forwards = direction === 'down' || direction === 'right';
    const next = from ? nearest(from, others, direction) : others.at(forwards ? 0 : -1);
    if (scrollByArrow(this.#stage, direction, from, next, candidates)) return;
    if (next) this.set(next);
  }

  set(mounted: Mounted | undefined): void {
    const old = this.#held;
    if (old === mounted?.handle) return;
    this.#held = mounted?.handle;
    if (old !== undefined && this.#stage.byHandle.has(old)) lvgl.setState(old, 'focused', false);
    if (!mounted) return;
    lvgl.setState(mounted.handle, 'focused', true);
    lvgl.scrollIntoView(mounted.handle, false);
  }

  /** After a new tree: who newly asks for the focus gets it, and what is gone loses it. */
  settle(): void {
    const asking = new Set<lvgl.ObjectHandle>();
    for (const mounted of walk(this.#stage.root)) {
      if (!mounted.node.props.focused) continue;
      asking.add(mounted.handle);
      if (!this.#asked.has(mounted.handle)) this.set(mounted);
    }
    this.#asked = asking;
    if (this.#held !== undefined && !this.current) this.set(undefined);
  }

  #candidates(): Mounted[] {
    return [...walk(this.#stage.root)].filter(isEnabled);
  }
}

function centre(mounted: Mounted): Centre {
  const [x, y, width, height] = lvgl.place(mounted.handle);
  return { x: x + width / 2, y: y + height / 2 };
}

/** Sideways distance counts twice: the eye looks straight along the arrow first. */
function nearest(from: Mounted, others: Mounted[], direction: Direction): Mounted | undefined {
  const origin = centre(from);
  let best: { mounted: Mounted; distance: number } | undefined;
  for (const mounted of others) {
    const { x, y } = centre(mounted);
    const [dx, dy] = [x - origin.x, y - origin.y];
    const along = { up: -dy, down: dy, left: -dx, right: dx }[direction];
    const aside = Math.abs(direction === 'up' || direction === 'down' ? dx : dy);
    if (along <= 0 || aside > 4 * along) continue;
    const distance = along + 2 * aside;
    if (!best || distance < best.distance) best = { mounted, distance };
  }
  return best?.mounted;
}
