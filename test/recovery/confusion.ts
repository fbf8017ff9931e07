import { seededNoise } from '#hal/simulator/swipe-noise.ts';
import { defaults } from '#src/config/defaults.ts';
import { diagnose } from '#src/recovery/diagnose.ts';
import type { Cause, Evidence } from '#src/recovery/evidence.ts';
import { stageOf } from '#src/recovery/scene.ts';
import { pulled, type Situation, setting } from './seen.ts';
import { situations } from './situations.ts';

export type Cell = { readonly label: Cause; readonly diagnosed: Cause; readonly count: number };
export type Confusion = { readonly cells: readonly Cell[]; readonly total: number };

const context = { policies: defaults.policies, readerReady: true, hasStripe: true };

/** Evidence that happens beside any case and decides none. */
const beside: readonly Evidence[] = [
  setting('software'),
  { type: 'linkProbe', check: 'interface', ok: true, tookMs: 1 },
  pulled(),
];

type Disturbance = (evidence: readonly Evidence[], uniform: () => number) => readonly Evidence[];

/** Failures stay in their order: the newest decides. What comments on them may come in any. */
const otherOrder: Disturbance = (evidence, uniform) => {
  const comments = evidence.filter((item) => stageOf(item) === 'none');
  const failures = evidence.filter((item) => stageOf(item) !== 'none');
  return comments.reduce<readonly Evidence[]>((all, item) => {
    const place = Math.floor(uniform() * (all.length + 1));
    return [...all.slice(0, place), item, ...all.slice(place)];
  }, failures);
};

const noiseAdded: Disturbance = (evidence, uniform) => {
  const noise = beside[Math.floor(uniform() * beside.length)] ?? pulled();
  return stageOf(noise) === 'none' ? [...evidence, noise] : [noise, ...evidence];
};

/** A piece that was not seen: any but the newest failure, without which it is another case. */
const pieceMissing: Disturbance = (evidence, uniform) => {
  const newest = evidence.findLast((item) => stageOf(item) !== 'none');
  const others = evidence.filter((item) => item !== newest);
  const lost = others[Math.floor(uniform() * others.length)];
  return evidence.filter((item) => item !== lost);
};

const disturbances = [otherOrder, noiseAdded, pieceMissing];

/** Label against diagnosis over all situations, and over so many disturbed ones; the same seed, the same matrix. */
export function confusion(options: {
  readonly seed: number;
  readonly perturbed: number;
}): Confusion {
  const { uniform } = seededNoise(options.seed);
  const labelled = situations();
  const cases: { label: Cause; evidence: readonly Evidence[] }[] = labelled.map(
    ({ cause, evidence }) => ({ label: cause, evidence }),
  );
  for (let i = 0; i < options.perturbed; i++) {
    const one = labelled[Math.floor(uniform() * labelled.length)] as Situation;
    const disturb = disturbances[Math.floor(uniform() * disturbances.length)] ?? otherOrder;
    cases.push({ label: one.cause, evidence: disturb(one.evidence, uniform) });
  }
  const counts = new Map<string, number>();
  for (const { label, evidence } of cases) {
    const key = `${label} ${diagnose(evidence, context).cause}`;
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  const cells = [...counts].map(([key, count]) => {
    const [label, diagnosed] = key.split(' ') as [Cause, Cause];
    return { label, diagnosed, count };
  });
  return { cells, total: cases.length };
}
