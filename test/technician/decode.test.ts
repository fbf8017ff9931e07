import assert from 'node:assert/strict';
import { test } from 'node:test';
import { hex, toHex } from '#src/bytes.ts';
import { iso1987Ascii } from '#src/iso8583/ascii.ts';
import { pack } from '#src/iso8583/codec.ts';
import { unionPay } from '#src/iso8583/unionpay.ts';
import { decode, type Kind } from '#src/technician/decode.ts';

const pan = '6222000000014471';
const lines = (text: string, kind?: Kind): readonly string[] => {
  const decoded = decode(text, kind);
  assert.ok(decoded.type === 'explained', decoded.type === 'malformed' ? decoded.problem : '');
  return decoded.lines;
};
const problem = (text: string, kind?: Kind): string => {
  const decoded = decode(text, kind);
  assert.ok(decoded.type === 'malformed', JSON.stringify(decoded));
  return decoded.problem;
};

/** What is given, what it is taken for (the first line), and a line that must be there. */
const byShape: readonly (readonly [text: string, first: string, line: string])[] = [
  ['8000048000', 'Terminal Verification Results 8000048000', '  - Online PIN entered'],
  ['0000000000', 'Terminal Verification Results 0000000000', '  - no bit is set'],
  ['420300', 'CVM Results 420300', '  - unknown'],
  [
    '0801010010010301',
    'Application File Locator, 4 records',
    '  - SFI 2, records 1 to 3, 1 in offline data authentication',
  ],
  ['3B 65 00 00 20 63 CB 68 00', 'answer to reset 3B650000 2063CB6800', '  accepted by EMV Book 1'],
  [
    '000000000000000042031F00',
    'Cardholder Verification Method list',
    '  - No CVM required; Always; if unsuccessful fail',
  ],
  ['9F02069F3704', 'data object list, asks for 10 bytes', '  - 9F37 Unpredictable Number, 4 bytes'],
  [
    '9F3602000195050000000000',
    '9F36 Application Transaction Counter (ATC): 0001',
    '95 Terminal Verification Results: 0000000000',
  ],
  [
    '00A4040007A000000333010100',
    'command 00A40400 SELECT by name',
    '  data, 7 bytes: A0000003330101',
  ],
  ['00b2010c00', 'command 00B2010C READ RECORD 1 of SFI 1', '  expects up to 256 bytes'],
  [
    '80AE9000020000',
    'command 80AE9000 GENERATE AC, asks for ARQC: go online, combined authentication (CDA)',
    '  data, 2 bytes: 0000',
  ],
  [
    '6A81',
    'two bytes can be any of these (a flag says which):',
    'response 6A81: function not supported, or the card is blocked',
  ],
  [
    pan,
    'card number 622200******4471 (16 digits, check digit right)',
    'card number 622200******4471 (16 digits, check digit right)',
  ],
  [
    '6222020000000045310',
    'card number 622202*********5310 (19 digits, check digit right)',
    'card number 622202*********5310 (19 digits, check digit right)',
  ],
  [`;${pan}=35122200000000000?`, 'track 2, 34 characters', '  expires 2035-12'],
  [
    `${pan}D35122200000000000F`,
    'track 2, 35 characters',
    '  number 622200******4471 (16 digits, check digit right)',
  ],
  [
    `%B${pan}^TEST/CARD^35122010000000000?`,
    'track 1, 45 characters',
    '  name: 9 characters, not shown',
  ],
  [
    `+59${pan}=${'0'.repeat(60)}?`,
    'track 3, 79 characters',
    '  number 622200******4471 (16 digits, check digit right)',
  ],
  [
    `> 00A4040007A000000333010100\n< 6A82\n! cardMute`,
    'command 00A40400 SELECT by name',
    'fault: cardMute',
  ],
];

for (const [text, first, line] of byShape) {
  test(`"${text.slice(0, 40)}" is taken for: ${first}`, () => {
    const said = lines(text);
    assert.equal(said[0], first);
    assert.ok(
      said.some((it) => it.trim() === line.trim()),
      said.join('\n'),
    );
  });
}

const byFlag: readonly (readonly [text: string, kind: Kind, line: string])[] = [
  ['E800', 'tsi', '  - Terminal risk management was performed'],
  ['7D00', 'aip', '  - CDA supported'],
  ['FF00', 'auc', '  - Valid at ATMs'],
  ['3F0001', 'cvm-results', '  - failed'],
  ['0000000000000000', 'cvm', '  - X 0, Y 0 (minor units of the application currency)'],
  ['9F36', 'apdu', 'response 9F36: no meaning in the standard'],
  ['6283', 'apdu', 'response 6283: the application is blocked'],
  ['63C1', 'apdu', 'response 63C1: wrong PIN, 1 tries left'],
  ['6110', 'apdu', 'response 6110: 16 bytes more to fetch'],
  ['6C00', 'apdu', 'response 6C00: wrong length, 256 is right'],
  ['0020008008261234FFFFFFFFFF', 'apdu', '  data, 8 bytes: a PIN block, not shown'],
  ['00A404000E315041592E5359532E444446303100', 'apdu', '  data, 14 bytes: "1PAY.SYS.DDF01"'],
];

for (const [text, kind, line] of byFlag) {
  test(`--${kind} ${text.slice(0, 24)}`, () =>
    assert.ok(lines(text, kind).includes(line), lines(text, kind).join('\n')));
}

const malformed: readonly (readonly [text: string, kind: Kind | undefined, problem: RegExp])[] = [
  ['', undefined, /^character 1: nothing was given$/],
  ['5A0g', undefined, /^character 4: not a hex digit$/],
  ['5A081', undefined, /^character 5: 5 hex digits: half a byte is left over$/],
  ['5A0812', 'tlv', /^TLV at byte 2: the bytes end inside a tag, a length or a value/],
  ['0000', 'tlv', /padding only/],
  ['80000480', 'tvr', /^Terminal Verification Results at byte 4: it has 5 bytes, these are 4$/],
  ['3B', 'atr', /^ATR at byte 1: ends before T0$/],
  ['3A00', 'atr', /^ATR at byte 0: neither 3B nor 3F$/],
  ['3BF011', 'atr', /^ATR at byte 3: ends inside the interface bytes$/],
  ['3B6500002063', 'atr', /^ATR at byte 6: ends inside the historical bytes$/],
  ['3B00AA', 'atr', /^ATR at byte 2: the check character is missing, or bytes are left over$/],
  [`3B00${'00'.repeat(40)}`, 'atr', /more than 33 bytes/],
  ['080101', 'afl', /^AFL at byte 0: each entry has four bytes$/],
  ['08010100F8010100', 'afl', /^AFL at byte 4: /],
  ['00000000', 'cvm', /^CVM list at byte 4: /],
  ['000000000000000042', 'cvm', /^CVM list at byte 8: /],
  ['4203', 'cvm-results', /^CVM Results at byte 2: /],
  ['9F02069F', 'dol', /^DOL at byte 3: a tag or its length is missing$/],
  ['00', 'apdu', /^APDU at byte 4: /],
  ['> zz', 'apdu', /^line 1: not a line of a transcript$/],
  ['# x\n> 00\n= \nhello there', 'apdu', /^line 4: /],
  [`${pan}=3513220`, 'track', /^track 2 at character 20: 13 is no month$/],
  [`${pan}=35122`, 'track', /^track 2 at character 22: no service code/],
  [`${pan}=35`, 'track', /^track 2 at character 18: no expiry YYMM$/],
  [`${pan}35122200`, 'track', /^track 2 at character 24: ends without the separator =$/],
  [`62220000A0014471=3512220`, 'track', /^track 2 at character 9: neither a digit nor =$/],
  [
    '62220000=3512220',
    'track',
    /^track 2 at character 1: a number of 8 digits, 12 to 19 are allowed$/,
  ],
  [`%B${pan}?`, 'track', /^track 1 at character 17: ends before the name$/],
  ['B6222X^A/B^3512220', 'track', /^track 1 at character 6: not a digit of the number$/],
  ['A1^B', 'track', /^track 1 at character 1: the format code is not B$/],
  [
    '0100702404C020C09A1116622200000001',
    'iso',
    /^ISO 8583 \(unionpay-bcd\): truncated in 2 at byte \d+$/,
  ],
  ['0100702404C020C09A1116622200000001', undefined, /^ISO 8583/],
];

for (const [text, kind, expected] of malformed) {
  test(`${kind ?? 'no flag'}: "${text.slice(0, 30)}" says where and why`, () =>
    assert.match(problem(text, kind), expected));
}

const message = {
  mti: '0100',
  fields: {
    2: pan,
    3: '030000',
    4: '000000050000',
    11: '000123',
    35: `${pan}=35122200000000000`,
    52: hex('1122334455667788'),
  },
} as const;

for (const dialect of [unionPay, iso1987Ascii]) {
  test(`a frame of ${dialect.name} is found by its shape, with length and TPDU or without`, () => {
    const body = pack(dialect, message);
    const frame = `6000030000603100000000${toHex(body)}`;
    const length = (frame.length / 2).toString(16).padStart(4, '0');
    for (const text of [toHex(body), frame, length + frame]) {
      const said = lines(text).join('\n');
      assert.match(
        said,
        new RegExp(`dialect ${dialect.name}\nMTI 0100\nF2 [^\n]*622200\\*{6}4471\n`),
      );
      assert.match(said, /F52 [^\n]*not shown/);
      assert.ok(!said.includes(pan) && !said.includes('1122334455667788'));
    }
  });
}

test('a message of the ASCII dialect may be given as the text it is', () => {
  const body = pack(iso1987Ascii, { mti: '0800', fields: { 11: '000001', 41: 'TERM-001' } });
  assert.match(lines(String.fromCharCode(...body)).join('\n'), /dialect iso1987-ascii\nMTI 0800/);
});

test('whatever it is taken for, a number never comes out in full', () => {
  const shapes = [
    pan,
    `;${pan}=35122200000000000?`,
    `5A08${pan}`,
    `70125A08${pan}5F3401015F2403351231`,
    `5711${pan}D35122200000000000`,
    `DF0108${pan}`,
    `0020008008${pan}`,
    `80AE800008${pan}`,
    `3B6800006222000000014471`,
    `< 5A08${pan}9000`,
    Array.from(pan, (digit) => `3${digit}`).join(''),
  ];
  const kinds: readonly (Kind | undefined)[] = [
    undefined,
    'tlv',
    'atr',
    'apdu',
    'dol',
    'iso',
    'track',
    'cvm',
    'afl',
    'tvr',
  ];
  for (const shape of shapes) {
    for (const kind of kinds) {
      const decoded = decode(shape, kind);
      const said = decoded.type === 'malformed' ? decoded.problem : decoded.lines.join('\n');
      assert.ok(!said.includes(pan) && !said.includes(pan.slice(0, 13)), `${kind}: ${said}`);
    }
  }
});
