import assert from 'node:assert/strict';
import { test } from 'node:test';
import { canonicalJson } from '#db/canonical-json.ts';

const texts = [
  '',
  'plain',
  'room 615',
  '清河宾馆',
  '"',
  '\\',
  'a\nb',
  '\u0000',
  '\u007f',
  '\ud800',
  '😀',
];
const numbers = [0, -0, 1, -1, 0.1, 1e21, 1e-7, 123_456_789_012, Number.MAX_SAFE_INTEGER];

test('texts and numbers stand as ECMAScript writes them', () => {
  for (const value of [...texts, ...numbers, true, false, null])
    assert.equal(canonicalJson(value), JSON.stringify(value));
});

test('keys stand in order at every depth, whatever the order in which they came', () => {
  const one = { b: 1, a: [{ d: '', c: null }], '10': 2, 'ü"': 3, '9': 4 };
  const other = { 'ü"': 3, a: [{ c: null, d: '' }], '9': 4, '10': 2, b: 1 };
  const text = '{"10":2,"9":4,"a":[{"c":null,"d":""}],"b":1,"ü\\"":3}';
  assert.equal(canonicalJson(one), text);
  assert.equal(canonicalJson(other), text);
  assert.deepEqual(JSON.parse(text), one);
});

test('what is undefined is left out of objects and is null in lists', () => {
  assert.equal(canonicalJson({ a: undefined, b: [undefined, 1], c: {} }), '{"b":[null,1],"c":{}}');
});
