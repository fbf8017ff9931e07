import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createAcquirer } from '#src/acquirer/acquirer.ts';
import type { BatchUpload, Download, HostRequest, HostResult } from '#src/acquirer/contract.ts';
import { parseApplication, parseCaPublicKey, parseDownloadList } from '#src/acquirer/downloads.ts';
import { concat, hex, toHex } from '#src/bytes.ts';
import { Pan } from '#src/card/pan.ts';
import { pack, unpack } from '#src/iso8583/codec.ts';
import type { Message } from '#src/iso8583/message.ts';
import { unionPay } from '#src/iso8583/unionpay.ts';
import { cny } from '#src/money.ts';
import { keystore, ScriptedLink, settings } from './bench-bank.ts';

const pan = Pan.parse('6222020000000000018') as Pan;

/** Sends one request; gives what the host read and what the flow heard. Field 62 of the answer is the test's. */
async function send(
  request: HostRequest,
  field62?: Uint8Array,
): Promise<{ message: Message; result: HostResult }> {
  const link = new ScriptedLink((frame) => {
    const { mti, fields } = unpack(unionPay, frame.subarray(11)) as Message;
    const answerMti = `${mti.slice(0, 2)}${Number(mti[2]) + 1}0`;
    const answer = { 11: fields[11], 39: '00', 41: fields[41], 60: fields[60], 62: field62 };
    return [concat(frame.subarray(0, 11), pack(unionPay, { mti: answerMti, fields: answer }))];
  });
  const acquirer = createAcquirer({ settings, link, keystore: keystore(false) });
  const result = await acquirer.exchange(request);
  return { message: unpack(unionPay, link.sent[0]!.subarray(11)) as Message, result };
}

const upload = (upload: BatchUpload, balanced = true): HostRequest => ({
  kind: 'upload',
  stan: 5,
  batch: 7,
  balanced,
  upload,
});
const record = { stan: 123, pan, minorUnits: 50_000, foreignCard: false };
const chip: BatchUpload = {
  type: 'chip',
  transaction: {
    amount: cny(50_000),
    posEntryMode: '051',
    card: { pan, panSequenceNumber: 1, chipData: hex('9F2608A1B2C3D4E5F60718') },
  },
};

const uploads: [string, HostRequest, string][] = [
  ['stripe transactions', upload({ type: 'stripe', records: [record] }), '201'],
  ['a chip transaction of a balanced batch', upload(chip), '203'],
  ['a chip transaction of an unbalanced batch', upload(chip, false), '205'],
  ['the end of a balanced batch', upload({ type: 'end', count: 42 }), '207'],
  ['the end of an unbalanced batch', upload({ type: 'end', count: 42 }, false), '202'],
];
for (const [name, request, code] of uploads) {
  test(`the upload of ${name} goes under ${code}, without a code at its end`, async () => {
    const { message, result } = await send(request);
    assert.equal(message.mti, '0320');
    assert.equal(message.fields[60], `00000007${code}`);
    assert.equal(message.fields[64], undefined);
    assert.ok(result.type === 'answered' && result.answer.approved);
  });
}

test('eight stripe records go in one message, a ninth does not', async () => {
  const records = Array.from({ length: 8 }, () => record);
  const { message } = await send(upload({ type: 'stripe', records }));
  const one = '00' + '000123' + '06222020000000000018' + '000000050000';
  assert.equal(message.fields[48], `08${one.repeat(8)}`);
  await assert.rejects(send(upload({ type: 'stripe', records: [...records, record] })));
});

test('a chip transaction carries its number, amount, sequence number and chip data', async () => {
  const { message } = await send(upload(chip));
  const { 2: number, 4: amount, 22: mode, 23: sequence, 55: chipData } = message.fields;
  assert.deepEqual([number, amount, mode, sequence], [pan.reveal(), '000000050000', '051', '001']);
  assert.equal(toHex(chipData as Uint8Array), '9F2608A1B2C3D4E5F60718');
  const { message: end } = await send(upload({ type: 'end', count: 42 }));
  assert.equal(end.fields[48], '0042');
});

const download = (table: Download['table'], step: Download['step']): HostRequest => ({
  kind: 'download',
  stan: 6,
  batch: 7,
  table,
  step,
});
const item = hex('9F0605A0000000039F220108');
const downloads: [Download['table'], Download['step'], string, string, string][] = [
  ['caPublicKeys', { type: 'query', received: 0 }, '0820', '372', '313030'],
  ['caPublicKeys', { type: 'query', received: 12 }, '0820', '372', '313132'],
  ['caPublicKeys', { type: 'fetch', item }, '0800', '370', toHex(item)],
  ['caPublicKeys', { type: 'end' }, '0800', '371', ''],
  ['applications', { type: 'query', received: 0 }, '0820', '382', '313030'],
  ['applications', { type: 'fetch', item }, '0800', '380', toHex(item)],
  ['applications', { type: 'end' }, '0800', '381', ''],
  ['parameters', { type: 'query', received: 0 }, '0820', '362', '313030'],
  ['parameters', { type: 'fetch', item: hex('') }, '0800', '360', ''],
  ['parameters', { type: 'end' }, '0800', '361', ''],
];
for (const [table, step, mti, code, field62] of downloads) {
  test(`the ${step.type} of ${table} is a ${mti} under ${code}, and its data comes back`, async () => {
    const { message, result } = await send(download(table, step), hex('31DF0101AA'));
    assert.equal(message.mti, mti);
    assert.equal(message.fields[60], `00000007${code}`);
    const sent = message.fields[62];
    assert.equal(sent instanceof Uint8Array ? toHex(sent) : '', field62);
    assert.ok(result.type === 'answered');
    assert.equal(toHex(result.answer.data!), '31DF0101AA');
  });
}

test('the keys of a sign-in never come up as data', async () => {
  const { result } = await send(
    { kind: 'signIn', stan: 1, batch: 1, operator: '01' },
    new Uint8Array(40),
  );
  assert.ok(result.type === 'noAnswer');
  assert.doesNotMatch(JSON.stringify(result), /data/);
});

test('a list says what to fetch and whether more follows', () => {
  const key = '9F0605A0000000039F220108DF05083230333031323331';
  const other = '9F0605A0000003339F22010BDF05083230333031323331';
  const list = parseDownloadList(hex(`32${key}${other}`));
  assert.deepEqual(list?.items.map(toHex), [
    '9F0605A0000000039F220108',
    '9F0605A0000003339F22010B',
  ]);
  assert.equal(list?.more, true);
  const last = parseDownloadList(hex('339F0608A0000003330101019F0608A000000333010102'));
  assert.deepEqual(last?.items.map(toHex), ['9F0608A000000333010101', '9F0608A000000333010102']);
  assert.equal(last?.more, false);
  assert.deepEqual(parseDownloadList(hex('30')), { items: [], more: false });
  for (const bad of ['', '00', '39', '319F0605A0'])
    assert.equal(parseDownloadList(hex(bad)), undefined);
});

test('a CA public key is read with its expiry in either form', () => {
  const rest = '9F0605A0000000039F220108DF0204AABBCCDDDF040103DF030411223344';
  const expected = {
    rid: 'A000000003',
    index: '08',
    modulus: 'AABBCCDD',
    exponent: '03',
    expiry: '20301231',
    hash: '11223344',
  };
  assert.deepEqual(parseCaPublicKey(hex(`31${rest}DF05083230333031323331`)), expected);
  assert.deepEqual(parseCaPublicKey(hex(`31${rest}DF050420301231`)), expected);
  for (const bad of ['30', '', `31${rest}`, '319F06'])
    assert.equal(parseCaPublicKey(hex(bad)), undefined);
});

test('an application is read with its action codes, limits and percentages', () => {
  const data =
    '319F0608A000000333010101DF0101009F08020020DF1105D84000A800DF1205D84004F800DF13050010000000' +
    '9F1B0400002710DF150400000000DF160199DF170130DF14039F3704';
  assert.deepEqual(parseApplication(hex(data)), {
    aid: 'A000000333010101',
    partialSelection: true,
    versionNumber: '0020',
    floorLimitMinorUnits: 10_000,
    randomSelection: { targetPercent: 30, maximumTargetPercent: 99, thresholdMinorUnits: 0 },
    tacDenial: '0010000000',
    tacOnline: 'D84004F800',
    tacDefault: 'D84000A800',
    defaultDdol: '9F3704',
    defaultTdol: '',
  });
  for (const bad of ['30', '31', '319F0608A0']) assert.equal(parseApplication(hex(bad)), undefined);
});
