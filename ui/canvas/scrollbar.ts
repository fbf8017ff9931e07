/** Lists that are longer than their window: a thumb beside them says so, arrows move what has nothing to focus. */
import * as lvgl from 'lvgl-bindings';
import type { Direction } from './focus.ts';
import { isShown, type Mounted, type Stage, walk } from './mounted.ts';

/** Of the window, for one press of an arrow: some lines stay to read on from. */
const stepShare = 0.7;
/** Style of the thumb. */
const styleName = 'scrollThumb';

type Thumb = { readonly handle: lvgl.ObjectHandle; at: string };

export class Scrollbars {
  readonly #thumbs = new Map<lvgl.ObjectHandle, Thumb>();
  readonly #stage: Stage;
  readonly #screenWidth: number;
  readonly #thumbWidth: number;

  constructor(stage: Stage, screenWidth: number, thumbWidth: number) {
    this.#stage = stage;
    this.#screenWidth = screenWidth;
    this.#thumbWidth = thumbWidth;
  }

  /** Puts the thumbs where the windows stand now. */
  settle(): void {
    if (this.#thumbWidth === 0) return;
    const wanted = new Map(longOnes(this.#stage).map((one) => [one.mounted.handle, one]));
    for (const [scroll, { handle }] of this.#thumbs) {
      if (wanted.has(scroll)) continue;
      lvgl.destroy(handle);
      this.#thumbs.delete(scroll);
    }
    for (const [scroll, { mounted, above, below }] of wanted) {
      this.#place(this.#thumbs.get(scroll) ?? this.#add(scroll), mounted, above, below);
    }
  }

  #add(scroll: lvgl.ObjectHandle): Thumb {
    const thumb = { handle: lvgl.create('box', this.#stage.rootHandle), at: '' };
    this.#stage.styles.add(thumb.handle, styleName);
    lvgl.setFlag(thumb.handle, 'ignore-layout', true);
    this.#thumbs.set(scroll, thumb);
    return thumb;
  }

  #place(thumb: Thumb, mounted: Mounted, above: number, below: number): void {
    const [x, y, width, height] = lvgl.place(mounted.handle);
    const gap = Math.max(1, this.#thumbWidth >> 1);
    const left = Math.min(x + width + gap, this.#screenWidth - this.#thumbWidth - gap);
    const window = height - 2 * gap;
    const whole = above + height + below;
    const long = Math.max(4 * this.#thumbWidth, Math.round((window * height) / whole));
    const top = y + gap + Math.round(((window - long) * above) / (above + below));
    const at = [left, top, long].join();
    if (thumb.at === at) return;
    thumb.at = at;
    lvgl.setPosition(thumb.handle, left, top);
    lvgl.setSize(thumb.handle, this.#thumbWidth, long);
  }
}

/** Lists that ask for one of their nodes to be seen, and which. */
export function scrollWishes(stage: Stage): Map<Mounted, string> {
  const asked = [...walk(stage.root)].flatMap((mounted) => {
    const id = mounted.node.props.scrollTo;
    return id === undefined ? [] : [[mounted, id] as const];
  });
  return new Map(asked);
}

type Long = { readonly mounted: Mounted; readonly above: number; readonly below: number };

function longOnes(stage: Stage): Long[] {
  return [...walk(stage.root)].flatMap((mounted) => {
    if (mounted.node.type !== 'scroll' || !isShown(mounted)) return [];
    const [, above, , below] = lvgl.scrollPosition(mounted.handle);
    const [scrolled, left] = [Math.max(0, above), Math.max(0, below)];
    return scrolled + left > 0 ? [{ mounted, above: scrolled, below: left }] : [];
  });
}

/**
 * Moves what an arrow cannot focus: sentences beyond the edge of a window without buttons, below the last one, or
 * between two that stand far apart.
 * `from` has the focus, `next` would get it. True when something moved.
 */
export function scrollByArrow(
  stage: Stage,
  direction: Direction,
  from: Mounted | undefined,
  next: Mounted | undefined,
  candidates: readonly Mounted[],
): boolean {
  if (direction !== 'up' && direction !== 'down') return false;
  for (const { mounted, above, below } of longOnes(stage)) {
    const room = direction === 'down' ? below : above;
    const isInside = (one: Mounted | undefined): boolean =>
      one !== undefined && within(one, mounted);
    const [, y, , height] = lvgl.place(mounted.handle);
    const far = next !== undefined && isInside(next) && beyond(next, y, height);
    if (room <= 0 || (isInside(next) && !far)) continue;
    const leads = next !== undefined && !isInside(from) && candidates.some(isInside);
    if (leads && !far) continue;
    const step = Math.min(room, Math.round(height * stepShare));
    lvgl.scrollTo(mounted.handle, 0, direction === 'down' ? above + step : above - step, false);
    return true;
  }
  return false;
}

/** So far outside of the window that what lies between would never be read. */
function beyond(one: Mounted, windowTop: number, windowHeight: number): boolean {
  const [, y, , height] = lvgl.place(one.handle);
  const slack = windowHeight * (1 - stepShare);
  return y > windowTop + windowHeight + slack || y + height < windowTop - slack;
}

function within(one: Mounted, holder: Mounted): boolean {
  for (let at: Mounted | undefined = one; at; at = at.parent) if (at === holder) return true;
  return false;
}
