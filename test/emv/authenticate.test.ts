import assert from 'node:assert/strict';
import test from 'node:test';
import { hex, toHex } from '#src/bytes.ts';
import type { CaPublicKey, KernelInput } from '#src/emv/contract.ts';
import { caPublicKey, type KeyName, modulusOf } from './authority.ts';
import { ok, pan, tlv } from './card.ts';
import { type SignedCard, signedCard } from './signed-card.ts';
import { bitsOf, hold, run } from './world.ts';

const input = (change: Partial<KernelInput> = {}): KernelInput => ({
  ...hold,
  caPublicKeys: [caPublicKey()],
  ...change,
});

const odaBits = [
  'offlineDataAuthenticationNotPerformed',
  'sdaFailed',
  'iccDataMissing',
  'ddaFailed',
  'cdaFailed',
  'sdaSelected',
];

function authenticate(card: SignedCard, change: Partial<KernelInput> = {}) {
  const { outcome, commands } = run(signedCard(card), input(change));
  assert.ok('lines' in outcome, outcome.type === 'failed' ? outcome.failure.code : outcome.type);
  return {
    end: outcome.type,
    bits: bitsOf(outcome.lines.tvr)
      .filter((bit) => odaBits.includes(bit))
      .join(' '),
    performed: (Number.parseInt(outcome.lines.tsi.slice(0, 2), 16) & 0x80) !== 0,
    lines: outcome.lines,
    commands,
  };
}

const sda = { aip: '5C00' };
const dda = { aip: '3C00' };
const cda = { aip: '1D00' };
const all = { aip: '7D00' };

// The method

const methods: readonly (readonly [
  sentence: string,
  aip: string,
  capabilities: string,
  command: string,
  bits: string,
])[] = [
  ['card and terminal share all three: combined', '7D00', 'E0F8C8', '80AE90', ''],
  ['the terminal has no CDA: dynamic', '7D00', 'E0F8C0', '0088', ''],
  ['the terminal has SDA only: static', '7D00', 'E0F880', '80AE80', 'sdaSelected'],
  ['the card has SDA only: static', '5C00', 'E0F8C8', '80AE80', 'sdaSelected'],
  [
    'the card has CDA only, the terminal none',
    '1D00',
    'E0F8C0',
    '80AE80',
    'offlineDataAuthenticationNotPerformed',
  ],
  ['the card has none', '1C00', 'E0F8C8', '80AE80', 'offlineDataAuthenticationNotPerformed'],
  ['the terminal has none', '7D00', 'E0F800', '80AE80', 'offlineDataAuthenticationNotPerformed'],
];

for (const [sentence, aip, capabilities, command, bits] of methods) {
  test(`offline data authentication when ${sentence}`, () => {
    const result = authenticate({ aip }, { terminal: { ...hold.terminal, capabilities } });
    assert.equal(result.end, 'approved');
    assert.equal(result.bits, bits);
    assert.ok(result.commands.some((it) => it.startsWith(command)));
    assert.equal(result.performed, bits !== 'offlineDataAuthenticationNotPerformed');
  });
}

// Every size and both exponents

const hierarchies: readonly (readonly [authority: KeyName, issuer: KeyName, card: KeyName])[] = [
  ['authority-1984-3', 'issuer-1984-65537', 'card-1984-3'],
  ['authority-1984-3', 'issuer-1984-65537', 'card-1024-3'],
  ['authority-1984-3', 'issuer-1152-3', 'card-768-65537'],
  ['authority-1408-65537', 'issuer-1152-3', 'card-1024-3'],
  ['authority-1408-65537', 'issuer-1984-65537', 'card-768-65537'],
];

for (const [authority, issuer, card] of hierarchies) {
  for (const [method, { aip }] of Object.entries({ sda, dda, cda })) {
    test(`${method} with ${authority}, ${issuer}, ${card} holds`, () => {
      const result = authenticate(
        { aip, authority, issuer, card },
        { caPublicKeys: [caPublicKey(authority)] },
      );
      assert.equal(result.end, 'approved');
      assert.equal(result.bits, method === 'sda' ? 'sdaSelected' : '');
      assert.equal(result.performed, true);
    });
  }
}

// Certificates: each of these fails for every method that needs it.

const key = caPublicKey();
const authorityRows: readonly (readonly [
  sentence: string,
  caPublicKeys: readonly CaPublicKey[],
])[] = [
  ['no authority is known', []],
  ['the authority is of another payment system', [{ ...key, rid: 'A000000003' }]],
  ['the authority has another index', [{ ...key, index: '0B' }]],
  ['the authority’s key has expired', [{ ...key, expiry: '20261122' }]],
  ['the authority’s key does not match its hash', [{ ...key, hash: '00'.repeat(20) }]],
  ['the authority’s key is another', [{ ...caPublicKey('authority-1408-65537') }]],
  [
    'the authority’s exponent is not allowed',
    [{ rid: key.rid, index: key.index, expiry: key.expiry, modulus: key.modulus, exponent: '05' }],
  ],
  [
    'the authority’s modulus is impossible',
    [
      {
        rid: key.rid,
        index: key.index,
        expiry: key.expiry,
        exponent: '03',
        modulus: '00'.repeat(248),
      },
    ],
  ],
];

const issuerRows: readonly (readonly [sentence: string, card: SignedCard])[] = [
  ['the issuer’s certificate has a wrong header', { issuerCertificate: { header: 0x6b } }],
  ['the issuer’s certificate has a wrong trailer', { issuerCertificate: { trailer: 0xbd } }],
  ['the issuer’s certificate has a wrong hash', { issuerCertificate: { hash: true } }],
  ['the issuer’s certificate has the format of a card’s', { issuerCertificate: { format: '04' } }],
  [
    'the issuer’s certificate has an unknown hash algorithm',
    { issuerCertificate: { hashAlgorithm: '02' } },
  ],
  [
    'the issuer’s certificate has an unknown key algorithm',
    { issuerCertificate: { keyAlgorithm: '02' } },
  ],
  ['the issuer’s certificate has expired', { issuerCertificate: { expiry: '1026' } }],
  ['the issuer’s certificate has no month', { issuerCertificate: { expiry: '1326' } }],
  [
    'the issuer’s certificate says another exponent length',
    { issuerCertificate: { exponentLength: '02' } },
  ],
  ['the issuer’s certificate says a longer key', { issuerCertificate: { modulusLength: 248 } }],
  ['the issuer’s certificate is of another issuer', { issuerSubject: '622588FF' }],
  ['the issuer’s certificate names nobody', { issuerSubject: 'FFFFFFFF' }],
  ['the issuer’s certificate is cut', { data: { '90': 'AA'.repeat(200) } }],
  ['the issuer’s exponent is changed', { data: { '9F32': '010001' } }],
  ['there is a remainder too many', { data: { '92': '00' } }],
];

for (const [method, { aip }, bit] of [
  ['sda', sda, 'sdaFailed sdaSelected'],
  ['dda', dda, 'ddaFailed'],
  ['cda', cda, 'cdaFailed'],
] as const) {
  for (const [sentence, caPublicKeys] of authorityRows) {
    test(`${method} fails when ${sentence}`, () => {
      const result = authenticate({ aip }, { caPublicKeys });
      assert.deepEqual([result.bits, result.performed], [bit, true]);
    });
  }
  for (const [sentence, card] of issuerRows) {
    test(`${method} fails when ${sentence}`, () =>
      assert.equal(authenticate({ ...card, aip }).bits, bit));
  }
  test(`${method} fails when the issuer’s certificate is revoked`, () => {
    const revoked = { rid: 'A000000333', index: '0A', serialNumber: '000001' };
    assert.equal(authenticate({ aip }, { revokedCertificates: [revoked] }).bits, bit);
    const other = { ...revoked, serialNumber: '000002' };
    assert.ok(!authenticate({ aip }, { revokedCertificates: [other] }).bits.includes('Failed'));
  });
  for (const tag of ['8F', '90', '9F32'] as const) {
    test(`${method} fails for want of data when ${tag} is missing`, () => {
      const result = authenticate({ aip, data: { [tag]: '' } });
      assert.deepEqual(result.bits.split(' ').sort(), [...bit.split(' '), 'iccDataMissing'].sort());
    });
  }
  test(`${method} fails when the tag list names more than the AIP`, () => {
    assert.equal(authenticate({ aip, data: { '9F4A': '825F24' } }).bits, bit);
  });
  test(`${method} holds without a tag list`, () => {
    assert.ok(!authenticate({ aip, tagList: '' }).bits.includes('Failed'));
  });
}

const cardRows: readonly (readonly [sentence: string, card: SignedCard])[] = [
  ['is of another number', { cardSubject: '6222000000000000024F' }],
  ['has the format of an issuer’s', { cardCertificate: { format: '02' } }],
  ['has expired', { cardCertificate: { expiry: '1026' } }],
  ['has a wrong hash', { cardCertificate: { hash: true } }],
  ['is cut', { data: { '9F46': 'AA'.repeat(20) } }],
  [
    'does not cover the static data',
    { aip: '3D00', profile: { options: tlv('80', '3D80' + '0801010108020600') + ok } },
  ],
];

for (const [method, { aip }, bit] of [
  ['dda', dda, 'ddaFailed'],
  ['cda', cda, 'cdaFailed'],
] as const) {
  for (const [sentence, card] of cardRows) {
    test(`${method} fails when the card’s certificate ${sentence}`, () => {
      const change =
        method === 'dda' ? { terminal: { ...hold.terminal, capabilities: 'E0F8C0' } } : {};
      assert.equal(authenticate({ aip, ...card }, change).bits, bit);
    });
  }
  for (const tag of ['9F46', '9F47'] as const) {
    test(`${method} fails for want of data when ${tag} is missing`, () => {
      assert.equal(authenticate({ aip, data: { [tag]: '' } }).bits, `iccDataMissing ${bit}`);
    });
  }
}

// Static

for (const [sentence, card] of [
  ['is wrong', { staticSignature: { hash: true } }],
  ['has another format', { staticSignature: { format: '04' } }],
  ['is cut', { data: { '93': 'AA'.repeat(10) } }],
] as const) {
  test(`sda fails when the static signature ${sentence}`, () => {
    assert.equal(authenticate({ ...sda, ...card }).bits, 'sdaFailed sdaSelected');
  });
}

test('sda fails for want of data without a static signature', () => {
  assert.equal(
    authenticate({ ...sda, data: { '93': '' } }).bits,
    'sdaFailed iccDataMissing sdaSelected',
  );
});

// Dynamic

const dynamicRows: readonly (readonly [sentence: string, card: SignedCard])[] = [
  ['is over other dynamic data', { dynamicSignature: { over: '00000000' } }],
  ['has a wrong hash', { dynamicSignature: { hash: true } }],
  ['has another format', { dynamicSignature: { format: '03' } }],
  ['has a dynamic number of one byte', { dynamicSignature: { number: '0101' } }],
  ['has a dynamic number of nine bytes', { dynamicSignature: { number: '09010203040506070809' } }],
  ['says a length beyond its end', { dynamicSignature: { length: 200 } }],
  ['is a refusal', { profile: { before: (c) => (c.startsWith('0088') ? '6985' : undefined) } }],
  ['is garbage', { profile: { before: (c) => (c.startsWith('0088') ? 'DEAD9000' : undefined) } }],
  [
    'is nothing',
    { profile: { before: (c) => (c.startsWith('0088') ? tlv('77') + ok : undefined) } },
  ],
  [
    'cannot be asked for, because the list does not ask the random number',
    { data: { '9F49': '9A03' } },
  ],
  ['cannot be asked for, because the list is none', { data: { '9F49': '9F' } }],
  ['cannot be asked for, because the list asks 300 bytes', { data: { '9F49': '9F37969F3796' } }],
];

for (const [sentence, card] of dynamicRows) {
  test(`dda fails when the dynamic signature ${sentence}`, () => {
    const result = authenticate({ ...dda, ...card });
    assert.deepEqual([result.bits, result.performed, result.end], ['ddaFailed', true, 'approved']);
  });
}

test('dda uses the terminal’s list when the card has none', () => {
  const result = authenticate({ ...dda, data: { '9F49': '' } });
  assert.equal(result.bits, '');
  assert.ok(result.commands.includes('00880000040102030400'));
});

test('dda fails when neither card nor terminal has a list', () => {
  const applications = hold.applications.map((it) => ({ ...it, defaultDdol: 'none' }));
  assert.equal(authenticate({ ...dda, data: { '9F49': '' } }, { applications }).bits, 'ddaFailed');
});

test('dda in format 2 holds as in format 1', () => {
  const before = (command: string): string | undefined => {
    if (!command.startsWith('0088')) return undefined;
    const plain = signedCard(dda);
    const answer = plain(command) as string;
    return tlv('77', tlv('9F4B', answer.slice(answer.startsWith('8081') ? 6 : 4, -4))) + ok;
  };
  assert.equal(authenticate({ ...dda, profile: { before } }).bits, '');
});

test('the card’s dynamic number and authentication code can be asked for', () => {
  const result = authenticate({ ...dda, data: { '8C': '9F4C089F3704' } });
  assert.ok(result.commands.some((it) => it.startsWith('80AE80000C' + '0102030405060708')));
  const withSda = authenticate({ ...sda, data: { '8C': '9F45029F3704' } });
  assert.ok(withSda.commands.some((it) => it.startsWith('80AE800006DAC1')));
});

// Combined

test('cda is asked for with both cryptograms, and the cryptogram comes out of the signature', () => {
  const { commands, lines, end } = authenticate(all);
  assert.equal(end, 'approved');
  assert.equal(lines.applicationCryptogram, 'C0FFEE0102030405');
  assert.deepEqual(
    commands.filter((it) => it.startsWith('80AE')).map((it) => it.slice(4, 6)),
    ['90', '50'],
  );
});

const combinedRows: readonly (readonly [
  sentence: string,
  combined: NonNullable<SignedCard['combined']>,
])[] = [
  ['has a wrong hash', { hash: true }],
  ['has another format', { format: '03' }],
  ['says another decision than the answer', { cid: '00' }],
  ['is over other transaction data', { transactionHash: '00'.repeat(20) }],
  ['is shorter than it must be', { transactionHash: '00'.repeat(10) }],
  ['is missing in format 1', { plain: 'format1' }],
  ['is missing in format 2', { plain: 'format2' }],
];

for (const [sentence, combined] of combinedRows) {
  test(`cda: when the first signature ${sentence} the bank is not asked and the card is told to refuse`, () => {
    const result = authenticate({ ...cda, combined });
    assert.deepEqual([result.bits, result.end], ['cdaFailed', 'declinedOffline']);
    assert.deepEqual(
      result.commands.filter((it) => it.startsWith('80AE')).map((it) => it.slice(4, 6)),
      ['90', '00'],
    );
  });

  test(`cda: when the second signature ${sentence} the bank’s yes must be reversed`, () => {
    const result = authenticate({ ...cda, combined: { ...combined, at: 2 } });
    assert.deepEqual([result.bits, result.end], ['cdaFailed', 'declinedByCardAfterApproval']);
  });

  test(`cda: when a signature ${sentence} an approval offline is none`, () => {
    const card = { ...cda, combined, data: { '9F0F': '0000000000' } };
    const applications = hold.applications.map((it) => ({ ...it, tacOnline: '0000000000' }));
    const result = authenticate(card, { forceOnline: false, applications });
    assert.deepEqual([result.bits, result.end], ['cdaFailed', 'declinedOffline']);
  });
}

test('cda that cannot be prepared is not asked for', () => {
  const { commands } = authenticate(cda, { caPublicKeys: [] });
  assert.ok(commands.some((it) => it.startsWith('80AE80')));
});

test('a refusal needs no signature', () => {
  const result = authenticate({
    ...cda,
    profile: {
      firstAc: '',
      before: (c) => (c.startsWith('80AE') ? tlv('80', '00002A1122334455667788') + ok : undefined),
    },
  });
  assert.deepEqual([result.end, result.bits], ['declinedOffline', '']);
});

test('the key of the card is as long as it says', () => {
  assert.equal(modulusOf('card-1984-3').length, 248);
  assert.equal(toHex(hex(pan.padEnd(20, 'F'))).length, 20);
});

// Records of the issuer’s own files, SFI 11 to 30 (Book 3 §10.3)

for (const [method, { aip }, bit] of [
  ['sda', sda, 'sdaFailed'],
  ['dda', dda, 'ddaFailed'],
  ['cda', cda, 'cdaFailed'],
] as const) {
  test(`${method} covers a record of the issuer’s own with its tag and its length`, () => {
    const result = authenticate({ aip, ownRecord: tlv('70', tlv('DF01', 'AA')) });
    assert.ok(!result.bits.includes('Failed'), result.bits);
  });

  test(`${method} fails, and the transaction goes on, when such a record is no template 70`, () => {
    const result = authenticate({ aip, ownRecord: tlv('DF01', 'AA') });
    assert.ok(result.bits.split(' ').includes(bit), result.bits);
    assert.equal(result.performed, true);
  });
}
