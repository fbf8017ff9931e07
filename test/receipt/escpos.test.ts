import assert from 'node:assert/strict';
import { test } from 'node:test';
import ReceiptPrinterEncoder from '@point-of-sale/receipt-printer-encoder';
import fc from 'fast-check';
import { printOnPaper } from '#hal/simulator/paper.ts';
import { toHex } from '#src/bytes.ts';
import { encodeSlip } from '#src/receipt/escpos.ts';
import type { SlipLine } from '#src/receipt/line.ts';
import {
  formatFullSlipCode,
  formatSlipCode,
  parseSlipCode,
  readSlipCode,
} from '#src/receipt/slip-code.ts';
import { type Width, widthOf, wrap } from '#src/receipt/wrap.ts';

const encode = (lines: readonly SlipLine[], columns: 32 | 42 | 48 = 32) =>
  encodeSlip(lines, { columns, codePage: 'gb18030' });

const width: Width = (character) => (character.charCodeAt(0) < 0x80 ? 1 : 2);

test('the bytes begin with initialise and Chinese mode and end with the cut', () => {
  const bytes = encode([{ type: 'text', text: '押金' }, { type: 'cut' }]);
  assert.equal(
    toHex(bytes),
    ['1B40', '1C26', '1B6100', '1B4500', '1D2100', 'D1BABDF0', '0A', '1D564200'].join(''),
  );
});

test('the code is asked for in the same bytes as another encoder asks', () => {
  const text = formatSlipCode('3f0e8f6a-9d0f-4a53-9a92-6a0c3f5a1b2c');
  const theirs = new ReceiptPrinterEncoder({ language: 'esc-pos', columns: 48 })
    .qrcode(text, { model: 2, size: 6, errorlevel: 'm' })
    .encode();
  const code = (bytes: Uint8Array) => /1D286B.*1D286B0300315130/.exec(toHex(bytes))?.[0];
  assert.ok(code(theirs));
  assert.equal(code(encode([{ type: 'qr', text }], 48)), code(theirs));
});

test('name and value share a line when they fit, else the value stands below at the right', () => {
  const text = (left: string, right: string) =>
    printOnPaper(encode([{ type: 'pair', left, right }])).text;
  assert.equal(text('押金:', '1.00'), `押金:${' '.repeat(23)}1.00`);
  assert.equal(text('a'.repeat(16), 'b'.repeat(15)), `${'a'.repeat(16)} ${'b'.repeat(15)}`);
  assert.equal(
    text('a'.repeat(16), 'b'.repeat(16)),
    `${'a'.repeat(16)}\n${' '.repeat(16)}${'b'.repeat(16)}`,
  );
});

const wraps: readonly [string, number, readonly string[]][] = [
  ['', 10, ['']],
  ['one two three', 9, ['one two', 'three']],
  ['一二三四五', 6, ['一二三', '四五']],
  ['一二三，四', 6, ['一二', '三，四']],
  ['abcdefghij', 4, ['abcd', 'efgh', 'ij']],
  ['押金abc', 5, ['押金', 'abc']],
  ['a  b', 3, ['a', 'b']],
];

for (const [text, columns, lines] of wraps) {
  test(`"${text}" in ${columns} columns is ${JSON.stringify(lines)}`, () => {
    assert.deepEqual(wrap(text, columns, width), lines);
  });
}

test('no line is wider than the paper and no character is lost, whatever the text', () => {
  const letters = fc.constantFrom(...'ab 12，。押金（）𠮷é');
  fc.assert(
    fc.property(fc.array(letters), fc.integer({ min: 2, max: 48 }), (characters, columns) => {
      const text = characters.join('');
      const lines = wrap(text, columns, width);
      for (const line of lines) assert.ok(widthOf(line, width) <= columns);
      assert.equal(lines.join('').replaceAll(' ', ''), text.replaceAll(' ', ''));
    }),
  );
});

test('any text on any line reaches the paper as text only', () => {
  const line = fc.oneof(
    fc.record({ type: fc.constant('text' as const), text: fc.string({ unit: 'binary' }) }),
    fc.record({
      type: fc.constant('pair' as const),
      left: fc.string({ unit: 'grapheme' }),
      right: fc.string({ unit: 'binary' }),
      size: fc.constantFrom('normal' as const, 'tall' as const, 'large' as const),
    }),
  );
  fc.assert(
    fc.property(fc.array(line, { maxLength: 5 }), (lines) => {
      const slip = printOnPaper(encode(lines));
      assert.deepEqual(slip.unknown, []);
      assert.equal(slip.cuts, 0);
    }),
  );
});

test('the full code says what another desk needs, and falls back to the name of the hold alone', () => {
  const said = {
    holdId: '11111111-261128-000002',
    authorisationCode: 'A12345',
    minorUnits: 50_000,
    last4: '4471',
    batch: 7,
  };
  const code = formatFullSlipCode(said);
  assert.match(code, /^HOLDFAST:2:11111111-261128-000002:A12345:50000:4471:000007:[0-9A-F]{4}$/);
  assert.deepEqual(readSlipCode(code), said);
  assert.equal(parseSlipCode(code), said.holdId);
  for (const wrong of [code.replace('50000', '90000'), code.replace(':2:', ':1:'), code.slice(1)])
    assert.equal(readSlipCode(wrong), undefined, wrong);
  for (const change of [{ last4: '' }, { authorisationCode: 'A1' }, { minorUnits: -1 }])
    assert.equal(formatFullSlipCode({ ...said, ...change }), formatSlipCode(said.holdId));
});

test('the code of a slip is read back, anything else is not a code', () => {
  const code = formatSlipCode('hold-17');
  assert.match(code, /^HOLDFAST:1:hold-17:[0-9A-F]{4}$/);
  assert.equal(parseSlipCode(` ${code}\r\n`), 'hold-17');
  for (const wrong of [
    '',
    'HOLDFAST:1:',
    'HOLDFAST:1:hold-17',
    code.replace('17', '18'),
    code.replace(':1:', ':2:'),
    code.slice(0, -1),
    `${code}0`,
    code.toLowerCase(),
    `${'x'.repeat(10_000)}${code}`,
    'https://example.com/',
    '6222020000000000128',
  ]) {
    assert.equal(parseSlipCode(wrong), undefined, wrong);
  }
  for (const id of ['', 'a b', 'x'.repeat(65), 'ä', '-a', 'a:b']) {
    assert.throws(() => formatSlipCode(id), /not the id/);
  }
});
