import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  cleaningWanted,
  countReads,
  newCounters,
  type ReadCounters,
  troubles,
  weakestOf,
} from '#src/care/counters.ts';
import { countRead, countWeak, noReads } from '#src/desk/care/reads.ts';

const limits = { afterReads: 100, troublePercent: 25 };
const counted = (chip: string, stripe = ''): ReadCounters => {
  const fresh = newCounters(0);
  return {
    ...fresh,
    chip: countReads(fresh.chip, chip),
    stripe: countReads(fresh.stripe, stripe),
  };
};

describe('the reader asks to be cleaned', () => {
  for (const [name, chip, stripe, why] of [
    ['not on its first day', '', '', undefined],
    ['not for the dirty card of one guest', 'uuu', '', undefined],
    ['not while nine in ten come well', 'ggggggggggggggggggur', '', undefined],
    ['when every third chip fails', 'gugguggugguggugg', '', 'chipTrouble'],
    ['when chips come only at the second try', 'gurgurgurgurgurg', '', 'chipTrouble'],
    [
      'when swipes are weak, though each was read',
      'g'.repeat(20),
      'gwgwgwgwgwgwgw',
      'stripeTrouble',
    ],
    ['after so many reads, though all came well', 'g'.repeat(100), '', 'manyReads'],
    ['not for trouble that is long over', `${'u'.repeat(12)}${'g'.repeat(40)}`, '', undefined],
  ] as const)
    it(name, () => assert.equal(cleaningWanted(counted(chip, stripe), limits), why));
});

it('counts are kept apart: reads, second tries, unread, weak', () => {
  const { chip } = counted('ggurwu');
  assert.deepEqual(
    { reads: chip.reads, retried: chip.retried, unread: chip.unread, weak: chip.weak },
    { reads: 6, retried: 1, unread: 2, weak: 1 },
  );
  assert.deepEqual(troubles(counted('ggggggggggguuu')), { chip: 21 });
});

it('a good read after a failed one of the same customer is a second try, and a weak one that was read is weak', () => {
  const pending = noReads();
  countRead(pending, 'chip', true);
  countRead(pending, 'chip', false);
  countRead(pending, 'chip', true);
  countRead(pending, 'stripe', true);
  countWeak(pending, [{ track: 2, kind: 'worn', zone: { fromMm: 30, toMm: 38 } }], true);
  countWeak(pending, [{ track: 2, kind: 'gaps' }], false);
  assert.equal(pending.ends.chip.join(''), 'gur');
  assert.equal(pending.ends.stripe.join(''), 'w');
  assert.deepEqual(pending.tracks, [2, 2]);
  assert.deepEqual(pending.placesCm, [3]);
});

it('the weakest track and place are named once they stand out', () => {
  assert.deepEqual(weakestOf(newCounters(0)), {});
  assert.deepEqual(
    weakestOf({ ...newCounters(0), tracks: [0, 4, 1], placesCm: [0, 0, 0, 5, 0, 0, 0, 0, 0] }),
    { track: 2, placeCm: 3 },
  );
});
