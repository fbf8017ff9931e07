import { seededNoise } from '#hal/simulator/swipe-noise.ts';
import { makeSwipe, type StripeTexts, type SwipeOptions } from '#hal/simulator/swipes.ts';
import { decodeSwipe } from '#src/stripe/decode.ts';
import type { SwipeEvidence } from '#src/stripe/evidence.ts';
import type { StripeRead } from '#src/stripe/read.ts';
import { testNumber, textsOf } from './cards.ts';

/** A swipe with everything that goes wrong at a counter, and the card that it is of. */
type Disturbed = {
  readonly options: SwipeOptions;
  /** 1: track 2 alone; 2: track 1 alone; 3: both, and track 3 on every third card. */
  readonly tracks: number;
  readonly serial: number;
};

function disturbance(seed: number): Disturbed {
  const noise = seededNoise(seed * 7 + 3);
  const upTo = (most: number) => noise.uniform() * most;
  const sometimes = (chance: number, value: number) => (noise.uniform() < chance ? value : 0);
  const fromMm = upTo(80);
  const dropOuts = noise.uniform() < 0.25 ? [{ fromMm, toMm: fromMm + upTo(3) }] : [];
  const zeros =
    noise.uniform() < 0.2
      ? { leadingZeros: Math.floor(upTo(20)), trailingZeros: Math.floor(upTo(20)) }
      : {};
  const [share, everyMm] = [upTo(0.5), 15 + upTo(60)];
  const jerk = noise.uniform() < 0.3 ? { jerk: { share, everyMm } } : {};
  return {
    options: {
      seed,
      speedInchesPerSecond: 5 + upTo(45),
      reversed: noise.uniform() < 0.5,
      acceleration: 0.3 + upTo(3),
      jitterPercent: upTo(16),
      missingEdges: sometimes(0.35, upTo(0.03)),
      noiseEdges: sometimes(0.35, upTo(0.03)),
      dropOuts,
      ...zeros,
      ...jerk,
    },
    tracks: 1 + Math.floor(upTo(3)),
    serial: Math.floor(upTo(10_000_000)),
  };
}

type Mistake = 'number' | 'field';

/** What a disturbed swipe gave: `mistakes` are those that must never be. */
export type Verdict = {
  readonly numberGiven: boolean;
  readonly tracksGiven: number;
  readonly mistakes: readonly { readonly of: string; readonly wrong: Mistake }[];
};

/** Decodes the disturbed swipe of a seed and holds it against the card that it is of. */
export function judgeDisturbed(seed: number): Verdict {
  const { options, tracks, serial } = disturbance(seed);
  const texts = cardOf(serial);
  const swipe = makeSwipe(textsOn(texts, tracks, serial), options);
  return judgeRead(decodeSwipe(swipe, earlierSwipes(seed, tracks, serial)), serial, texts);
}

const cardOf = (serial: number): Required<StripeTexts> =>
  textsOf(testNumber(serial), String(1_000_000_000 + ((serial * 7919) % 8_999_999_999)));

/** One swipe in eight comes after another one: of the same card, or of one that somebody else left behind. */
function earlierSwipes(seed: number, tracks: number, serial: number): SwipeEvidence[] {
  if (seed % 8 > 0) return [];
  const before = seed % 24 === 0 ? serial + 1 : serial;
  const { options } = disturbance(seed + 0x40000000);
  return [decodeSwipe(makeSwipe(textsOn(cardOf(before), tracks, serial), options)).evidence];
}

function judgeRead(
  { tracks: given, number }: StripeRead,
  serial: number,
  texts: Required<StripeTexts>,
): Verdict {
  const pan = testNumber(serial);
  const mistakes: Verdict['mistakes'][number][] = [];
  if (number !== undefined && number.pan.reveal() !== pan)
    mistakes.push({ of: 'the card', wrong: 'number' });
  const { expiry = '3012', serviceCode = '201' } = number ?? {};
  if (expiry !== '3012' || serviceCode !== '201') mistakes.push({ of: 'the card', wrong: 'field' });
  for (const name of ['track1', 'track2', 'track3'] as const) {
    const track = given[name];
    if (track === undefined) continue;
    if (track.pan.reveal() !== pan) mistakes.push({ of: name, wrong: 'number' });
    else if (track.data.reveal() !== texts[name]) mistakes.push({ of: name, wrong: 'field' });
  }
  return {
    numberGiven: number !== undefined,
    tracksGiven: Object.keys(given).length,
    mistakes,
  };
}

function textsOn(texts: Required<StripeTexts>, tracks: number, serial: number): StripeTexts {
  const { track1, track2, track3 } = texts;
  if (tracks === 1) return { track2 };
  if (tracks === 2) return { track1 };
  return serial % 3 === 0 ? { track1, track2, track3 } : { track1, track2 };
}
