import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { hex, toHex } from '#src/bytes.ts';
import {
  encodeTlv,
  findTlv,
  isTlvError,
  parseTlv,
  primitives,
  singleObject,
} from '#src/tlv/tlv.ts';

/** `tag=value` of each object, children in brackets. */
function shape(bytes: string): string {
  const objects = parseTlv(hex(bytes));
  if (isTlvError(objects)) return `${objects.problem}@${objects.offset}`;
  const show = (list: typeof objects): string =>
    list
      .map(({ tag, value, children }) =>
        children === undefined ? `${tag}=${toHex(value)}` : `${tag}[${show([...children])}]`,
      )
      .join(' ');
  return show(objects);
}

const table: readonly (readonly [sentence: string, bytes: string, result: string])[] = [
  ['nothing is no object', '', ''],
  ['one byte tags', '5A02123482021C00', '5A=1234 82=1C00'],
  ['two byte tags', '9F3602002A', '9F36=002A'],
  ['three byte tags', 'DF81010155', 'DF8101=55'],
  ['four byte tags', 'DF8182030155', 'DF818203=55'],
  ['templates are opened', '6F05840180A500', '6F[84=80 A5[]]'],
  ['zero bytes before, between and after are padding', '00005A0112000082010100', '5A=12 82=01'],
  ['an object without a value', '5A00', '5A='],
  ['length in one more byte', '5A8103010203', '5A=010203'],
  ['length in two more bytes', '5A820003010203', '5A=010203'],
  ['length in three more bytes', '5A83000003010203', '5A=010203'],
  ['length in four more bytes is refused', '5A8400000001FF', 'lengthForm@1'],
  ['indefinite length is refused', '7080820200000000', 'lengthForm@1'],
  ['five byte tags are refused', 'DF818182030155', 'tagTooLong@0'],
  ['a tag that does not end', '9F', 'truncated@0'],
  ['a tag without a length', '5A', 'truncated@1'],
  ['a length that does not end', '5A82', 'truncated@1'],
  ['a value that does not end', '5A0512', 'truncated@2'],
  ['an object longer than its template', '70035A0511', 'truncated@4'],
  ['a huge length', '5A83FFFFFF00', 'truncated@5'],
];

for (const [sentence, bytes, result] of table) {
  test(`TLV: ${sentence}`, () => assert.equal(shape(bytes), result));
}

test('templates nested deeper than the bound are refused', () => {
  let bytes: Uint8Array = new Uint8Array(0);
  for (let depth = 0; depth < 50; depth++) bytes = encodeTlv('70', bytes);
  assert.match(shape(toHex(bytes)), /^tooDeep/);
});

test('more objects than the bound are refused', () => {
  assert.match(shape('8200'.repeat(300)), /^tooMany/);
});

test('more bytes than the bound are refused', () => {
  assert.match(shape('00'.repeat(5000)), /^tooLong/);
});

test('a search goes into templates, in reading order', () => {
  const objects = parseTlv(hex('6F0A8401AAA50550035A5A5A'));
  assert.ok(!isTlvError(objects));
  assert.equal(toHex(findTlv(objects, '50')?.value ?? hex('')), '5A5A5A');
  assert.equal(findTlv(objects, '9F38'), undefined);
  assert.deepEqual(
    primitives(objects).map(({ tag }) => tag),
    ['84', '50'],
  );
});

test('an answer that must be one template is not accepted with something behind it', () => {
  assert.equal(singleObject(hex('7003820100'))?.tag, '70');
  assert.equal(singleObject(hex('70038201000000'))?.tag, '70');
  assert.equal(singleObject(hex('70038201005A00')), undefined);
  assert.equal(singleObject(hex('70FF')), undefined);
});

test('whatever is encoded is parsed back, whatever its length', () => {
  const anyTag = fc.constantFrom('5A', '9F26', 'DF8101', '82');
  fc.assert(
    fc.property(anyTag, fc.uint8Array({ maxLength: 3000 }), (tag, value) => {
      const [object] = parseTlv(encodeTlv(tag, value)) as { tag: string; value: Uint8Array }[];
      assert.equal(object?.tag, tag);
      assert.deepEqual(object?.value, value);
    }),
  );
});

test('no bytes make the parser throw, and what it accepts covers the bytes', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
      const objects = parseTlv(bytes);
      if (isTlvError(objects)) return assert.ok(objects.offset <= bytes.length);
      const covered = objects.reduce((sum, { encoded }) => sum + encoded.length, 0);
      assert.ok(covered <= bytes.length);
    }),
    { numRuns: 2000 },
  );
});

test('a value too long for two length bytes, or a tag that is not hex, is a bug of the caller', () => {
  assert.throws(() => encodeTlv('5A', new Uint8Array(0x10000)));
  assert.throws(() => encodeTlv('5', new Uint8Array(0)));
});
