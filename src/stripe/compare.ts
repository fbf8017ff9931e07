import type { TrackNumber } from './alphabet.ts';
import type { WeakZone } from './read.ts';
import type { WeakKind, WeakTrack } from './weakness.ts';

/** What one swipe showed, and of which card: any name that tells cards apart. */
export type SwipeLook = { readonly card: string; readonly weak: readonly WeakTrack[] };

/**
 * `headWeak`: so many different cards were weak in the same way, which accuses the head; `cardDamaged`: the newest
 * card is worn where no other one is; `unclear`: neither can be said yet.
 */
export type Comparison =
  | {
      readonly type: 'headWeak';
      readonly cards: number;
      readonly track: TrackNumber;
      readonly kind: WeakKind;
    }
  | { readonly type: 'cardDamaged'; readonly track: TrackNumber; readonly zone: WeakZone }
  | { readonly type: 'unclear' };

/** Two bad cards may be bad luck; three different ones in a row are not. */
const cardsThatAccuse = 3;

/** Holds the swipes of the last cards against each other, oldest first. */
export function compareSwipes(looks: readonly SwipeLook[]): Comparison {
  const newest = looks.at(-1);
  if (newest === undefined) return { type: 'unclear' };
  let worst: Extract<Comparison, { type: 'headWeak' }> | undefined;
  for (const weak of newest.weak) {
    const cards = cardsAlike(looks, weak);
    if (cards >= cardsThatAccuse && cards > (worst?.cards ?? 0)) {
      worst = { type: 'headWeak', cards, track: weak.track, kind: weak.kind };
    }
  }
  if (worst !== undefined) return worst;
  const own = newest.weak.find((weak) => weak.zone !== undefined && cardsAlike(looks, weak) === 1);
  if (own?.zone === undefined) return { type: 'unclear' };
  return { type: 'cardDamaged', track: own.track, zone: own.zone };
}

const cardsAlike = (looks: readonly SwipeLook[], weak: WeakTrack): number =>
  new Set(looks.flatMap((look) => (look.weak.some((each) => alike(each, weak)) ? look.card : [])))
    .size;

/** The same track in the same way; a worn place only where it is the same place. */
const alike = (a: WeakTrack, b: WeakTrack): boolean =>
  a.track === b.track && a.kind === b.kind && overlap(a.zone, b.zone);

const overlap = (a: WeakZone | undefined, b: WeakZone | undefined): boolean =>
  a === undefined || b === undefined || (a.fromMm < b.toMm && b.fromMm < a.toMm);
