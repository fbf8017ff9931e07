import type { Screen } from '#src/desk/view.ts';
import type { UiNode } from './h.ts';

/** Id of the node that slides. */
const cardId = 'card-picture';
const usualMs = 900;
/** The picture moves at the pace that is asked for. */
const paceMs = new Map<string, number>([
  ['swipeSlower', 1800],
  ['swipeFaster', 400],
]);
const pauseMs = 500;
/** Finer steps nobody sees; coarser ones stutter. */
const stepMs = 50;
/** Nobody came: the picture rests, and the terminal with it. */
const restAfterMs = 30_000;
/** How far the card goes into the slot, in mm. */
const depth = 9;

/** The one thing that moves: the card picture slides towards the slot that is meant, and starts again. */
export class CardSlide {
  #sinceMs: number | undefined;
  #shown = '';
  #slideMs = usualMs;
  #atMm = 0;

  /** The picture starts anew when what is asked for changes. */
  show(screen: Screen, nowMs: number): void {
    const moving = screen.name === 'present-card' && !screen.reading;
    const shown = moving ? `${screen.ask} ${screen.attempt}` : '';
    if (shown === this.#shown) return;
    this.#shown = shown;
    this.#slideMs = (screen.name === 'present-card' && paceMs.get(screen.ask)) || usualMs;
    this.#sinceMs = moving ? nowMs : undefined;
    this.#atMm = screen.name === 'present-card' && screen.reading ? depth : 0;
  }

  /** Moves the card; true when it stands elsewhere than before. */
  moves(nowMs: number): boolean {
    if (this.#sinceMs === undefined) return false;
    const before = this.#atMm;
    const passedMs = nowMs - this.#sinceMs;
    if (passedMs > restAfterMs) {
      this.#sinceMs = undefined;
      this.#atMm = 0;
      return before !== 0;
    }
    const share = Math.min(1, (passedMs % (this.#slideMs + pauseMs)) / this.#slideMs);
    this.#atMm = depth * share * share * (3 - 2 * share);
    return before !== this.#atMm;
  }

  /** Milliseconds until the card stands elsewhere; -1 when it rests. */
  waitMs(nowMs: number): number {
    if (this.#sinceMs === undefined) return -1;
    const wholeMs = this.#slideMs + pauseMs;
    const into = (nowMs - this.#sinceMs) % wholeMs;
    return into < this.#slideMs ? stepMs : wholeMs - into;
  }

  /** The tree with the card where it stands now; everything beside it is the same nodes. */
  laidOn(tree: UiNode, pxPerMm: number): UiNode {
    const translateY = Math.round(this.#atMm * pxPerMm);
    return translateY === 0 ? tree : moved(tree, translateY);
  }
}

function moved(node: UiNode, translateY: number): UiNode {
  if (node.props.id === cardId) {
    return { ...node, props: { ...node.props, local: { ...node.props.local, translateY } } };
  }
  const children = node.children.map((child) => moved(child, translateY));
  const same = children.every((child, index) => child === node.children[index]);
  return same ? node : { ...node, children };
}
