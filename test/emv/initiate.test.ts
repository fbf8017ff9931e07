import assert from 'node:assert/strict';
import test from 'node:test';
import { ok, testCard, tlv } from './card.ts';
import { hold, run } from './world.ts';

const gpo = (commands: readonly string[]): string | undefined =>
  commands.find((command) => command.startsWith('80A8'));

test('without a PDOL the command carries an empty template', () => {
  assert.equal(gpo(run(testCard(), hold).commands), '80A8000002830000');
});

test('a PDOL is filled from what the terminal knows', () => {
  const fciData = tlv('9F38', '9F1A029F33039F40055F2A029F37049F35019F1E089F1C089F160F9F1502');
  assert.equal(
    gpo(run(testCard({ fciData }), hold).commands),
    `80A80000348332${'0156'}${'E0F8C8'}${'F000F0A001'}${'0156'}${'01020304'}${'22'}${'3030303030303031'}` +
      `${'3132333435363738'}${'313233343536373839303132333435'}${'7011'}00`,
  );
});

test('texts of the terminal may be given as texts', () => {
  const fciData = tlv('9F38', '9F1E089F1C089F160F');
  const terminal = {
    ...hold.terminal,
    interfaceDeviceSerialNumber: 'HOLDFAST',
    terminalId: '12345678',
    merchantId: '123456789012345',
  };
  assert.equal(
    gpo(run(testCard({ fciData }), { ...hold, terminal }).commands),
    `80A8000021831F${'484F4C4446415354'}${'3132333435363738'}${'313233343536373839303132333435'}00`,
  );
});

test('format 2 is read as format 1 is', () => {
  const options = tlv('77', tlv('82', '1C00'), tlv('94', '08010100')) + ok;
  assert.equal(run(testCard({ options }), hold).outcome.type, 'approved');
});

const ends: readonly (readonly [
  sentence: string,
  options: string,
  code: string,
  tag: string | undefined,
])[] = [
  ['garbage', '0102039000', 'malformedResponse', undefined],
  ['nothing', '9000', 'malformedResponse', undefined],
  ['another template', tlv('70', tlv('82', '1C00')) + ok, 'malformedResponse', undefined],
  [
    'two templates',
    tlv('80', '1C0008010100') + tlv('80', '1C0008010100') + ok,
    'malformedResponse',
    undefined,
  ],
  ['format 1 of one byte', tlv('80', '1C') + ok, 'malformedResponse', '80'],
  ['format 1 without AFL', tlv('80', '1C00') + ok, 'mandatoryDataMissing', '94'],
  ['format 2 without AFL', tlv('77', tlv('82', '1C00')) + ok, 'mandatoryDataMissing', '94'],
  ['format 2 without AIP', tlv('77', tlv('94', '08010100')) + ok, 'mandatoryDataMissing', '82'],
  [
    'an AIP of three bytes',
    tlv('77', tlv('82', '1C0000'), tlv('94', '08010100')) + ok,
    'malformedResponse',
    '82',
  ],
  ['an AFL of five bytes', tlv('80', '1C000801010000') + ok, 'malformedResponse', '94'],
  ['an AFL that names file 0', tlv('80', '1C0000010100') + ok, 'malformedResponse', '94'],
  ['an AFL that names file 31', tlv('80', '1C00F8010100') + ok, 'malformedResponse', '94'],
  [
    'an AFL with other bits in the file byte',
    tlv('80', '1C0009010100') + ok,
    'malformedResponse',
    '94',
  ],
  ['an AFL from record 0', tlv('80', '1C0008000100') + ok, 'malformedResponse', '94'],
  ['an AFL that runs backwards', tlv('80', '1C0008020100') + ok, 'malformedResponse', '94'],
  [
    'an AFL that signs more than it names',
    tlv('80', '1C0008010102') + ok,
    'malformedResponse',
    '94',
  ],
  ['an AFL of 60 records', tlv('80', '1C00080114001001140018011400') + ok, 'tooManyRecords', '94'],
];

for (const [sentence, options, code, tag] of ends) {
  test(`GET PROCESSING OPTIONS answers ${sentence}: ${code}`, () => {
    const { outcome } = run(testCard({ options }), hold);
    assert.ok(outcome.type === 'failed');
    assert.equal(outcome.failure.code, code);
    assert.equal(outcome.failure.tag, tag);
  });
}

for (const [sw, code] of [
  ['6985', 'conditionsNotSatisfied'],
  ['6A80', 'statusRefused'],
  ['6283', 'statusRefused'],
]) {
  test(`GET PROCESSING OPTIONS answers ${sw}: ${code}`, () => {
    const { outcome } = run(testCard({ options: sw ?? '' }), hold);
    assert.ok(outcome.type === 'failed');
    assert.deepEqual([outcome.failure.code, outcome.failure.sw], [code, sw]);
  });
}

test('a PDOL that asks for more than a command can carry, or is none, is refused before it is sent', () => {
  for (const [pdol, code] of [
    ['9F37FA9F3704', 'tooLong'],
    ['9F3704DF', 'malformedResponse'],
  ] as const) {
    const { outcome, commands } = run(testCard({ fciData: tlv('9F38', pdol) }), hold);
    assert.ok(outcome.type === 'failed');
    assert.deepEqual([outcome.failure.code, outcome.failure.tag], [code, '9F38']);
    assert.equal(gpo(commands), undefined);
  }
});

test('a card cannot plant an amount by a PDOL: the value is the terminal’s', () => {
  const fciData = tlv('9F38', '9F0206') + tlv('9F02', '000000000001');
  assert.equal(
    gpo(run(testCard({ fciData }), hold).commands),
    '80A80000088306' + '000000050000' + '00',
  );
});
