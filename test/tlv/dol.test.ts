import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { hex, toHex } from '#src/bytes.ts';
import { buildDol, dolLength, parseDol } from '#src/tlv/dol.ts';

const table: readonly (readonly [
  sentence: string,
  dol: string,
  values: Record<string, string>,
  built: string,
])[] = [
  ['an exact value goes in as it is', '9F0206', { '9F02': '000000050000' }, '000000050000'],
  ['numeric values lose their left digits', '9F0204', { '9F02': '000000050000' }, '00050000'],
  [
    'numeric values are padded left with zeros',
    '9F0208',
    { '9F02': '000000050000' },
    '0000000000050000',
  ],
  ['compressed numeric values lose their right digits', '5A02', { '5A': '62220000' }, '6222'],
  [
    'compressed numeric values are padded right with F',
    '5A06',
    { '5A': '62220000' },
    '62220000FFFF',
  ],
  ['binary values lose their right bytes', '9F3702', { '9F37': '01020304' }, '0102'],
  ['binary values are padded right with zeros', '9F3706', { '9F37': '01020304' }, '010203040000'],
  [
    'text is padded right with zeros',
    '9F1C09',
    { '9F1C': '3132333435363738' },
    '313233343536373800',
  ],
  ['what nobody knows is zeros', 'DF0103', {}, '000000'],
  ['a template is zeros, even when it is known', '7003', { '70': 'AABBCC' }, '000000'],
  ['the card is asked for nothing', '9F0200', { '9F02': '000000050000' }, ''],
  ['the order of the list counts', '9A039C01', { '9A': '261123', '9C': '03' }, '26112303'],
];

for (const [sentence, dol, values, built] of table) {
  test(`DOL: ${sentence}`, () => {
    const entries = parseDol(hex(dol)) ?? [];
    const bytes = buildDol(entries, (tag) => {
      const value = values[tag];
      return value === undefined ? undefined : hex(value);
    });
    assert.equal(toHex(bytes), built);
    assert.equal(bytes.length, dolLength(entries));
  });
}

for (const broken of ['9F', '9F02', '9F0206 9F', 'DF8181818101']) {
  test(`a list that ends in the middle (${broken}) is none`, () => {
    assert.equal(parseDol(hex(broken)), undefined);
  });
}

test('a list of more than 128 entries is none', () => {
  assert.equal(parseDol(hex('9C01'.repeat(125)))?.length, 125);
  assert.equal(parseDol(hex('9C01'.repeat(129))), undefined);
});

test('whatever is asked for, the data have exactly the length of the list', () => {
  fc.assert(
    fc.property(
      fc.uint8Array({ maxLength: 60 }),
      fc.uint8Array({ maxLength: 20 }),
      (dol, value) => {
        const entries = parseDol(dol);
        if (entries === undefined) return;
        assert.equal(buildDol(entries, () => value).length, dolLength(entries));
      },
    ),
    { numRuns: 1000 },
  );
});
