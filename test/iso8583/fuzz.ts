import assert from 'node:assert/strict';
import { toHex } from '#src/bytes.ts';
import { pack, unpack } from '#src/iso8583/codec.ts';
import { describe } from '#src/iso8583/describe.ts';
import type { Dialect } from '#src/iso8583/dialect.ts';
import { Malformed } from '#src/iso8583/malformed.ts';
import { damaged, randomMessage, seeded } from './generators.ts';

export type FuzzTally = { understood: number; readonly malformed: Map<string, number> };

/**
 * Damages messages of the dialect and reads them: every input ends as a message that survives another
 * round, or as a named problem at a place inside the input. Throws an assertion with the input otherwise.
 */
export function fuzz(dialect: Dialect, seed: number, inputs: number): FuzzTally {
  const random = seeded(seed);
  const tally: FuzzTally = { understood: 0, malformed: new Map() };
  let packed = new Uint8Array(0);
  for (let i = 0; i < inputs; i++) {
    if (i % 16 === 0) packed = new Uint8Array(pack(dialect, randomMessage(dialect, random)));
    const input = damaged(packed, random);
    try {
      judge(dialect, input, tally);
    } catch (error) {
      throw new Error(`seed ${seed}, input ${i}: ${toHex(input)}`, { cause: error });
    }
  }
  return tally;
}

function judge(dialect: Dialect, input: Uint8Array, tally: FuzzTally): void {
  const result = unpack(dialect, input);
  if (result instanceof Malformed) {
    assert.ok(result.offset >= 0 && result.offset <= input.length, 'the place is in the input');
    assert.ok(result.path.length > 0 && result.path.length <= 2);
    tally.malformed.set(result.reason, (tally.malformed.get(result.reason) ?? 0) + 1);
    return;
  }
  tally.understood++;
  describe(dialect, result);
  assert.deepEqual(unpack(dialect, pack(dialect, result)), result);
}
