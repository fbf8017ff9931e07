import assert from 'node:assert/strict';
import test from 'node:test';
import { concat, hex } from '#src/bytes.ts';
import { encodeTlv } from '#src/tlv/tlv.ts';
import { damaged, type Random, seeded } from '../iso8583/generators.ts';
import { compareTlv, type Verdict } from './differential.ts';

const templates = ['70', '77', '6F', 'A5', '61', 'BF0C', '73'];
const tags = ['5A', '57', '9F26', '8C', '95', '50', '5F20', 'DF41', '9F8101', '9F34', '84'];
const pick = <T>(random: Random, values: readonly T[]): T => values[random(values.length)]!;
/** No zeros and no 80: EMV pads with the one and both mean other things to an ASN.1 reader. */
const value = (random: Random, most: number): Uint8Array =>
  Uint8Array.from({ length: 1 + random(most) }, () => 1 + random(0x7f));

const tree = (random: Random, depth: number): Uint8Array =>
  concat(
    ...Array.from({ length: 1 + random(4) }, () =>
      depth > 0 && random(2) === 0
        ? encodeTlv(pick(random, templates), tree(random, depth - 1))
        : encodeTlv(pick(random, tags), value(random, random(8) === 0 ? 200 : 20)),
    ),
  );

test('ten thousand runs of data objects mean the same to another BER reader', () => {
  const tally = new Map<Verdict, number>();
  for (let seed = 1; seed <= 10_000; seed++) {
    const random = seeded(seed);
    const whole = tree(random, 3);
    const verdict = compareTlv(seed % 2 === 0 ? whole : damaged(whole, random));
    if (seed % 2 === 0) assert.ok(verdict === 'agree' || verdict === 'otherRules', `seed ${seed}`);
    tally.set(verdict, (tally.get(verdict) ?? 0) + 1);
  }
  assert.ok((tally.get('agree') ?? 0) > 5_000, JSON.stringify([...tally]));
  assert.ok((tally.get('bothRefuse') ?? 0) > 500, JSON.stringify([...tally]));
});

test('a difference would be seen: another length of the same bytes is another meaning', () => {
  assert.equal(compareTlv(hex('700A5A0462220001 9F270155'.replace(' ', ''))), 'otherRules');
  assert.equal(compareTlv(hex('70095A03622211 9F270155'.replace(' ', ''))), 'agree');
  assert.equal(compareTlv(hex('700A5A03622211')), 'bothRefuse');
});
