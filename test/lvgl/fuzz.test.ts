import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fuzz } from '../../ui/lvgl-bindings/fuzz.ts';

test('50,000 random calls end in nothing worse than typed errors', (t) => {
  const { errors, seconds } = fuzz(50_000, 20260101);
  t.diagnostic(`${Math.round(50_000 / seconds)} calls a second`);
  for (const code of ['StaleHandle', 'WrongClass', 'BadArgument', 'UnknownProperty']) {
    assert.ok((errors.get(code) ?? 0) > 0, code);
  }
});
