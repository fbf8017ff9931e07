import { createRequire } from 'node:module';

let native;
function addon() {
  native ??= createRequire(import.meta.url)('./gpio-edges.node');
  return native;
}

/** Words of one edge in what `drain` gives. */
export const wordsPerEdge = 2;

/** As many edges as a slow swipe of all three tracks has, several times. */
const defaultCapacity = 16_384;

export function chips() {
  return addon().chips();
}

export function watchLines({ capacity = defaultCapacity, ...options }, onReady) {
  return addon().watchLines(options, capacity, onReady);
}

export function watchFifo(path, { capacity = defaultCapacity } = {}, onReady) {
  return addon().watchFifo(path, capacity, onReady);
}
