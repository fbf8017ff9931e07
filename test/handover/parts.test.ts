import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { Collector, isPart, toParts } from '#src/handover/parts.ts';

describe('a message in pictures', () => {
  it('is small enough for a code of 45 modules, however long it is', () => {
    for (const length of [1, 81, 82, 640, 900, 35 * 81])
      for (const part of toParts(new Uint8Array(length))) assert.ok(part.length <= 122, part);
  });

  it('is whole again from its parts in any order, scanned any number of times', () => {
    fc.assert(
      fc.property(
        fc.uint8Array({ minLength: 1, maxLength: 900 }),
        fc.infiniteStream(fc.nat(11)),
        (message, order) => {
          const parts = toParts(message);
          const collector = new Collector();
          const seen = new Set<number>();
          for (const n of order) {
            const at = n % parts.length;
            seen.add(at);
            const found = collector.take(` ${parts[at] ?? ''}\n`);
            if (seen.size === parts.length) {
              assert.deepEqual(found, { type: 'whole', message });
              return;
            }
            assert.deepEqual(found, { type: 'part', have: seen.size, of: parts.length });
          }
        },
      ),
      { numRuns: 200 },
    );
  });

  it('begins anew with a part of another message, and is never made of two', () => {
    const [first, second] = [1, 2].map((n) => toParts(new Uint8Array(160).fill(n)));
    const collector = new Collector();
    assert.equal(collector.take(first?.[0] ?? '').type, 'part');
    assert.deepEqual(collector.take(second?.[1] ?? ''), { type: 'part', have: 1, of: 2 });
    assert.equal(collector.take(second?.[0] ?? '').type, 'whole');
  });

  it('is nothing of ours in other codes', () => {
    const collector = new Collector();
    const [good = ''] = toParts(new Uint8Array(40));
    for (const text of [
      '',
      'HOLDFAST:1:X:0000',
      'HFH1:21:0000:00',
      'HFH1:11:ZZZZ:00',
      good.toLowerCase().slice(0, 12),
      `${good}~`,
    ])
      assert.equal(collector.take(text).type, 'notOurs', text);
    assert.equal(isPart(good), true);
    assert.equal(collector.take(`${good.slice(0, -2)}zz`).type, 'notOurs');
  });
});
