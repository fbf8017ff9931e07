import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { hex, toHex } from '#src/bytes.ts';
import { describeAtr } from '#src/emv/describe-atr.ts';
import { describeBits } from '#src/emv/describe-bits.ts';
import { describeTlv, describeValue } from '#src/emv/describe-tlv.ts';
import { tvrBits } from '#src/emv/tvr.ts';
import { pan, standardData, tlv, track2 } from './card.ts';

const values: readonly (readonly [
  tag: string,
  value: string,
  words: readonly string[] | undefined,
])[] = [
  [
    '95',
    '8000048000',
    [
      'Offline data authentication was not performed',
      'Online PIN entered',
      'Transaction exceeds floor limit',
    ],
  ],
  ['95', '0100000000', ['byte 1 bit 1 (reserved)']],
  ['95', '0000000000', []],
  [
    '9B',
    'E800',
    [
      'Offline data authentication was performed',
      'Cardholder verification was performed',
      'Card risk management was performed',
      'Terminal risk management was performed',
    ],
  ],
  [
    '82',
    '7D00',
    [
      'SDA supported',
      'DDA supported',
      'Cardholder verification is supported',
      'Terminal risk management is to be performed',
      'Issuer authentication is supported',
      'CDA supported',
    ],
  ],
  ['9F0E', '0010000000', ['Requested service not allowed for card product']],
  ['9F07', '8080', ['Valid for domestic cash transactions', 'Domestic cashback allowed']],
  ['9F33', '200880', ['IC with contacts', 'No CVM required', 'SDA']],
  ['9F27', '80', ['ARQC: ask the issuer']],
  ['9F27', '0A', ['AAC: declined', 'advice required', 'PIN Try Limit exceeded']],
  ['9F27', '47', ['TC: approved offline', 'reserved reason']],
  ['9F27', 'C1', ['reserved', 'service not allowed']],
  ['9F34', '420300', ['Enciphered PIN verified online; If terminal supports the CVM', 'unknown']],
  ['9F34', '3F0001', ['No CVM performed', 'failed']],
  ['9F34', '20F003', ['way 20 (not the book’s); condition F0 (not the book’s)', 'reserved result']],
  [
    '8E',
    '000003E80000000042031F00',
    [
      'X 1000, Y 0 (minor units of the application currency)',
      'Enciphered PIN verified online; If terminal supports the CVM; if unsuccessful the next rule',
      'No CVM required; Always; if unsuccessful fail',
    ],
  ],
  ['8E', '00', undefined],
  [
    '94',
    '0801010010010301',
    [
      'SFI 1, records 1 to 1, 0 in offline data authentication',
      'SFI 2, records 1 to 3, 1 in offline data authentication',
    ],
  ],
  ['94', '00', ['not an Application File Locator']],
  [
    '8C',
    '9F02069F3704',
    ['9F02 Amount, Authorised (Numeric), 6 bytes', '9F37 Unpredictable Number, 4 bytes'],
  ],
  ['8C', '9F', undefined],
  ['5F24', '301231', ['2030-12-31']],
  ['5F24', '301331', undefined],
  ['50', '554E494F4E504159', ['"UNIONPAY"']],
  ['50', '31323334353637383930313233', undefined],
  ['50', '1B5B', undefined],
  ['9F36', '002A', undefined],
  ['DF7F', '00', undefined],
];

for (const [tag, value, words] of values) {
  test(`${tag} ${value} in words`, () => assert.deepEqual(describeValue(tag, hex(value)), words));
}

test('every bit of the results has its own words', () => {
  const words = Object.values(tvrBits).map(([byte, mask]) => {
    const value = new Uint8Array(5);
    value[byte] = mask;
    const [text, ...more] = describeBits('95', value) ?? [];
    assert.deepEqual(more, []);
    assert.ok(text !== undefined && !text.includes('reserved'));
    return text;
  });
  assert.equal(new Set(words).size, 27);
});

test('a record is told as a tree, without the number', () => {
  const record = tlv(
    '70',
    tlv('5A', `${pan}F`),
    tlv('57', track2),
    tlv('5F24', '301231'),
    tlv('DF01', ''),
  );
  assert.deepEqual(describeTlv(hex(record)), [
    '70 READ RECORD Response Message Template',
    `  5A Application Primary Account Number (PAN): ${'*'.repeat(20)}`,
    `  57 Track 2 Equivalent Data: ${'*'.repeat(38)}`,
    '  5F24 Application Expiration Date: 301231',
    '    - 2030-12-31',
    '  DF01: ',
  ]);
});

test('bytes that are no TLV are said to be none, and where', () => {
  assert.deepEqual(describeTlv(hex('5A0812')), ['not TLV: truncated at byte 2: 5A08**']);
});

test('whatever is described, no number comes out', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...Object.keys(standardData), 'DF01', '50', '9F12'),
      fc.boolean(),
      (tag, asText) => {
        const value = asText ? toHex(new TextEncoder().encode(pan)) : `${pan}F`;
        const text = describeTlv(hex(tlv('70', tlv(tag, value)))).join('\n');
        if (['5A', '57', 'DF01', '50', '9F12'].includes(tag)) {
          assert.ok(!text.includes(pan.slice(0, 12)) && !text.includes(value.slice(0, 24)), text);
        }
      },
    ),
  );
});

test('random bytes in words never throw', () => {
  fc.assert(
    fc.property(
      fc.uint8Array({ maxLength: 80 }),
      fc.constantFrom('8E', '9F34', '94', '95', '8C', '9F27', '5F24', '50'),
      (bytes, tag) => {
        describeTlv(bytes);
        describeValue(tag, bytes);
        describeAtr(bytes);
      },
    ),
    { numRuns: 2000 },
  );
});

const answers: readonly (readonly [atr: string, lines: readonly string[]])[] = [
  [
    '3B6500002063CB6800',
    [
      'direct convention, T=0',
      'TB1 00',
      'TC1 00',
      'historical bytes 2063CB6800',
      'check character absent',
      'accepted by EMV Book 1',
    ],
  ],
  ['3B', ['not an answer to reset: 3B']],
  ['00', ['not an answer to reset: 00']],
  ['3B65000020', ['not an answer to reset: 3B65000020']],
  [
    '3B00',
    ['direct convention, T=0', 'historical bytes none', 'check character absent', 'TB1 is absent'],
  ],
  [
    '3F2005',
    [
      'inverse convention, T=0',
      'TB1 05',
      'historical bytes none',
      'check character absent',
      'TB1 is not 00',
    ],
  ],
];

for (const [atr, lines] of answers) {
  test(`ATR ${atr} in words`, () => assert.deepEqual(describeAtr(hex(atr)), lines));
}

/** Appends the check character. */
const checked = (atr: string): string => {
  const sum = hex(atr)
    .slice(1)
    .reduce((xor, byte) => xor ^ byte, 0);
  return atr + sum.toString(16).padStart(2, '0');
};

const departures: readonly (readonly [atr: string, words: string])[] = [
  [checked('3BE0000081314045'), 'accepted by EMV Book 1'],
  [`${checked('3BE0000081314045').slice(0, -2)}00`, 'TCK is wrong'],
  [checked('3BE000008131FF45'), 'TA3 is not 10 to FE'],
  [checked('3BE000008131' + '40' + '56'), 'TB3 is outside CWI 0 to 5 and BWI 0 to 4'],
  [checked('3BE0000081' + '11' + '40'), 'TB3 is absent'],
  [checked('3BE0000081' + '71' + '40' + '45' + '01'), 'TC3 is not 00'],
  [checked('3BA00082' + '02'), 'protocol T=2 is neither T=0 nor T=1'],
  [`3B0F${'00'.repeat(40)}`, `not an answer to reset: 3B0F${'00'.repeat(40)}`],
  ['3BF0110000100' + '0', 'accepted by EMV Book 1'],
  ['3BF01100001010', 'TA2 asks for implicit parameters'],
  ['3BF01100001001', 'TA2 names another protocol than TD1'],
  ['3BE000002000', 'TB2 is present'],
  ['3BE00000400B', 'TC2 is not 0A with T=0'],
  ['3BE00000400A', 'accepted by EMV Book 1'],
  ['3BF01400001000', 'TA1 names a rate that is not 11 to 13'],
];

for (const [atr, words] of departures) {
  test(`ATR ${atr}: ${words}`, () => {
    assert.ok(describeAtr(hex(atr)).includes(words), describeAtr(hex(atr)).join('\n'));
  });
}
