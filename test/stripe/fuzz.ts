/**
 * Disturbed swipes by the hundred thousand: `node test/stripe/fuzz.ts [count] [first seed]`. Says how many tracks
 * and numbers were given and how many of those were wrong. When none of n numbers was, the chance of a wrong one is
 * below 3/n with a confidence of 95 % (the rule of three: (1 − p)ⁿ ≥ 0.05). A wrong one prints the seed that
 * makes it again, and ends the run with an error.
 */

import { seededNoise } from '#hal/simulator/swipe-noise.ts';
import { makeSwipe, type SwipeOptions } from '#hal/simulator/swipes.ts';
import { decodeSwipe } from '#src/stripe/decode.ts';
import { testNumber, textsOf } from './cards.ts';

const count = Number(process.argv[2] ?? 100_000);
const firstSeed = Number(process.argv[3] ?? 1);

function disturbance(seed: number): { options: SwipeOptions; tracks: number; serial: number } {
  const noise = seededNoise(seed * 7 + 3);
  const upTo = (most: number) => noise.uniform() * most;
  const sometimes = (chance: number, value: number) => (noise.uniform() < chance ? value : 0);
  const fromMm = upTo(80);
  const dropOuts = noise.uniform() < 0.25 ? [{ fromMm, toMm: fromMm + upTo(3) }] : [];
  const zeros =
    noise.uniform() < 0.2
      ? { leadingZeros: Math.floor(upTo(20)), trailingZeros: Math.floor(upTo(20)) }
      : {};
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
    },
    tracks: 1 + Math.floor(upTo(3)),
    serial: Math.floor(upTo(10_000_000)),
  };
}

let given = 0;
let numbers = 0;
let wrongNumbers = 0;
let wrongData = 0;
for (let seed = firstSeed; seed < firstSeed + count; seed++) {
  const { options, tracks, serial } = disturbance(seed);
  const pan = testNumber(serial);
  const texts = textsOf(pan, String(1_000_000_000 + ((serial * 7919) % 8_999_999_999)));
  const { track1, track2 } = texts;
  const read = decodeSwipe(
    makeSwipe(tracks === 1 ? { track2 } : tracks === 2 ? { track1 } : { track1, track2 }, options),
  );
  if (read.number !== undefined) {
    numbers++;
    if (read.number.pan.reveal() !== pan) {
      wrongNumbers++;
      console.log(`seed ${seed}: a wrong number`);
    }
  }
  for (const name of ['track1', 'track2'] as const) {
    const track = read.tracks[name];
    if (track === undefined) continue;
    given++;
    const rightNumber = track.pan.reveal() === pan;
    if (!rightNumber) wrongNumbers++;
    else if (track.data.reveal() !== texts[name]) wrongData++;
    else continue;
    console.log(`seed ${seed}: ${name}, a wrong ${rightNumber ? 'field' : 'number'}`);
  }
}
const bound = (3 / numbers).toExponential(1);
console.log(
  `${count} swipes, ${numbers} numbers and ${given} tracks given, ${wrongNumbers} wrong numbers, ${wrongData} other wrong fields; ` +
    `with none, a wrong one has a chance below ${bound} (95 %)`,
);
if (wrongNumbers + wrongData > 0) process.exitCode = 1;
