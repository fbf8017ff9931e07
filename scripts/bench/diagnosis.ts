import { defaults } from '#src/config/defaults.ts';
import { diagnose } from '#src/recovery/diagnose.ts';
import { situations } from '../../test/recovery/situations.ts';
import type { Row } from './row.ts';

/** What a cashier waits for at most between the failed read and its cause. */
const allowedMs = 1_000;
const rounds = 20;

/** The diagnosis itself, beside the second that it may take from the failed read to the picture. */
export async function benchDiagnosis(): Promise<readonly Row[]> {
  const context = { policies: defaults.policies, readerReady: true, hasStripe: true };
  const all = situations();
  const times: number[] = [];
  for (let round = 0; round < rounds; round++)
    for (const { evidence } of all) {
      const began = performance.now();
      diagnose(evidence, context);
      times.push(performance.now() - began);
    }
  times.sort((one, other) => one - other);
  const at = (share: number) => times[Math.floor(share * (times.length - 1))] ?? 0;
  return [
    {
      what: `diagnosis, ${all.length} situations, slowest of a hundred`,
      ours: `${at(0.99).toFixed(3)} ms`,
      peer: 'the second allowed',
      theirs: `${allowedMs} ms`,
      ratio: at(0.99) / allowedMs,
      wanted: '< 0.01',
    },
  ];
}
