import assert from 'node:assert/strict';
import { test } from 'node:test';
import ReceiptPrinterEncoder from '@point-of-sale/receipt-printer-encoder';
import fc from 'fast-check';
import iconv from 'iconv-lite';
import jsqr from 'jsqr';
import { PNG } from 'pngjs';
import { printOnPaper } from '#hal/simulator/paper.ts';

const gb = (text: string) => iconv.encode(text, 'gb18030');
const stream = (...parts: (string | readonly number[])[]) =>
  Buffer.concat(parts.map((part) => (typeof part === 'string' ? gb(part) : Buffer.from(part))));

const readQr = (png: Buffer): string | undefined => {
  const { data, width, height } = PNG.sync.read(png);
  // jsqr is CommonJS: its function is the default of the default.
  const decode = jsqr as unknown as { default?: typeof jsqr.default } & typeof jsqr.default;
  return (decode.default ?? decode)(new Uint8ClampedArray(data), width, height)?.data;
};

test('text stands where the printer would put it', () => {
  const slip = printOnPaper(
    stream(
      [0x1b, 0x40],
      'left\n',
      [0x1b, 0x61, 1],
      '预授权\n',
      [0x1b, 0x61, 2],
      'right\n',
      '\n',
      [0x1d, 0x56, 66, 0],
    ),
    32,
  );
  assert.deepEqual(slip.text.split('\n'), [
    'left',
    '             预授权',
    '                           right',
    '',
    '- - - - - - - - - - - - - - - -',
  ]);
  assert.equal(slip.cuts, 1);
});

test('a line that is too long goes on below, a Chinese character is not cut in two', () => {
  assert.deepEqual(printOnPaper(gb('a'.repeat(33)), 32).text, `${'a'.repeat(32)}\na`);
  assert.deepEqual(printOnPaper(gb(`${'a'.repeat(31)}押`), 32).text, `${'a'.repeat(31)}\n押`);
  assert.equal(
    printOnPaper(stream([0x1d, 0x21, 0x11], 'a'.repeat(17)), 32).text,
    `${'a'.repeat(16)}\na`,
  );
});

test('an unknown command is named, one that breaks off too, and the text around them stays', () => {
  const slip = printOnPaper(stream('one', [0x1b, 0x7a], 'two\n', [0x1d, 0x28, 0x6b, 99]), 32);
  assert.equal(slip.text, 'onetwo');
  assert.deepEqual(slip.unknown, ['1B 7A', '1D 28']);
});

test('what another encoder writes is understood: styles, code, picture', () => {
  const width = 64;
  const image = { width, height: 24, data: new Uint8ClampedArray(width * 24 * 4).fill(0) };
  for (let dot = 0; dot < width * 24; dot++) image.data[dot * 4 + 3] = 255;
  const bytes = new ReceiptPrinterEncoder({ language: 'esc-pos', columns: 42, imageMode: 'raster' })
    .initialize()
    .align('center')
    .bold(true)
    .line('Hello')
    .bold(false)
    .align('left')
    .size(2, 2)
    .line('BIG')
    .size(1, 1)
    .qrcode('HOLDFAST', { model: 2, size: 6, errorlevel: 'm' })
    .image(image, width, 24, 'threshold')
    .cut()
    .encode();
  const slip = printOnPaper(bytes, 42);
  assert.deepEqual(slip.unknown, []);
  assert.deepEqual(slip.codes, ['HOLDFAST']);
  assert.equal(slip.cuts, 1);
  assert.match(slip.text, /Hello/);
  assert.match(slip.text, /BIG/);
  assert.match(slip.text, /\[image 64 × 24\]/);
  assert.equal(readQr(slip.png()), 'HOLDFAST');
});

test('no stream of bytes breaks the paper, and each ends in a picture’s worth of lines', () => {
  const commands = fc.constantFrom(
    0x1b,
    0x1d,
    0x1c,
    0x10,
    0x0a,
    0x28,
    0x6b,
    0x76,
    0x30,
    0x56,
    0x61,
  );
  const bytes = fc.array(fc.oneof(commands, fc.integer({ min: 0, max: 255 })), { maxLength: 300 });
  fc.assert(
    fc.property(bytes, (values) => {
      const slip = printOnPaper(Uint8Array.from(values), 32);
      assert.equal(typeof slip.text, 'string');
    }),
    { numRuns: 500 },
  );
});

test('the picture of hostile bytes is still a picture', () => {
  const all = Uint8Array.from({ length: 160 }, (_, n) => (n * 73) & 0xff);
  const { width } = PNG.sync.read(printOnPaper(all, 48).png());
  assert.equal(width, 48 * 12 + 48);
  assert.ok(PNG.sync.read(printOnPaper(new Uint8Array(), 32).png()).height > 0);
});
