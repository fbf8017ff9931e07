import type { TrackNumber } from './alphabet.ts';
import type { StripeReport, TrackReport, WeakZone } from './read.ts';

/**
 * How a track was weak. `worn`: in one place; `gaps`: edges missing all along; `strays`: edges too many all along;
 * `shaken`: edges late or off their place all along; `silent`: nothing came though other tracks spoke.
 */
export type WeakKind = 'worn' | 'gaps' | 'strays' | 'shaken' | 'silent';

export type WeakTrack = {
  readonly track: TrackNumber;
  readonly kind: WeakKind;
  /** Of a worn track: the worst place. */
  readonly zone?: WeakZone;
};

/** Weak places of more millimetres together than this are all along the card. */
const longestPlaceMm = 12;
/** In percent of a bit; a card and a head in good order stay far below. */
const jitterLimit = 8;
const lateLimit = 10;
/** In percent of the track's bits or edges. */
const missingLimit = 4;
const strayLimit = 3;
/** A card leans when its tracks begin at an angle, or when one is shaken so many times as much as another. */
const leaningDegrees = 6;
const leaningRatio = 2;

/** The tracks of a swipe that did not read by themselves, each with how it was weak. */
export function weakTracksOf({ tracks }: StripeReport): readonly WeakTrack[] {
  const anySpoke = tracks.some(({ result }) => result !== 'absent' && result !== 'blank');
  return tracks.flatMap((track): readonly WeakTrack[] => {
    if (track.result === 'read') return [];
    if (track.result === 'absent' || track.result === 'blank') {
      // Every bank card has a track 2; the others may well be empty.
      return anySpoke && track.track === 2 ? [{ track: 2, kind: 'silent' }] : [];
    }
    const kind = kindOf(track);
    if (kind === undefined) return [];
    const zone = track.weakZones[0];
    return [{ track: track.track, kind, ...(kind === 'worn' && zone ? { zone } : {}) }];
  });
}

function kindOf(track: TrackReport): WeakKind | undefined {
  const lengthMm = track.weakZones.reduce((sum, { fromMm, toMm }) => sum + toMm - fromMm, 0);
  if (lengthMm > longestPlaceMm) {
    if (track.strayPercent > Math.max(strayLimit, track.missingPercent)) return 'strays';
    if (track.missingPercent > missingLimit) return 'gaps';
  }
  if (isShaken(track)) return 'shaken';
  return lengthMm > 0 ? 'worn' : undefined;
}

const isShaken = (track: TrackReport): boolean =>
  track.jitterPercent >= jitterLimit || Math.abs(track.latePercent) >= lateLimit;

/**
 * Did the card lean in the slot? Then its tracks begin one after another, and those far from the rail come late and
 * smeared while another one is steady. A head that is dirty over one track looks the same in one swipe: several
 * cards tell them apart (`compare.ts`).
 */
export function leaned({ tracks, tiltDegrees = 0 }: StripeReport): boolean {
  const spoke = tracks.filter(({ result }) => result !== 'absent' && result !== 'blank');
  const failed = spoke.filter(({ result }) => result === 'unreadable');
  if (failed.length > 0 && Math.abs(tiltDegrees) >= leaningDegrees) return true;
  // Where much is missing the clock itself was lost: such a track says nothing about the hand.
  const followed = spoke.filter((track) => track.missingPercent <= missingLimit);
  const steadiest = Math.min(...followed.map(({ jitterPercent }) => jitterPercent));
  const punctual = Math.min(...followed.map(({ latePercent }) => Math.abs(latePercent)));
  return followed.some((track) => {
    if (track.result !== 'unreadable') return false;
    const late = Math.abs(track.latePercent);
    return (
      (track.jitterPercent >= jitterLimit && track.jitterPercent >= leaningRatio * steadiest) ||
      (late >= lateLimit && late >= leaningRatio * punctual)
    );
  });
}
