import assert from 'node:assert/strict';
import { test } from 'node:test';
import { accountOf } from '#hal/simulator/bank/accounts.ts';
import {
  issuerAuthenticationData,
  issuerScript,
  parseChipData,
  verifyCryptogram,
} from '#hal/simulator/bank/chip-check.ts';
import { hex } from '#src/bytes.ts';
import { command4, field55, generateAc, raw, read, send, take } from './card-driver.ts';

const credit = 'A000000333010102';
const debit = 'A000000333010101';
const visa = 'A0000000031010';

const chipOf = (id: string) => {
  const account = accountOf(id);
  assert.ok(account?.chip);
  return account.chip;
};

for (const [id, aid] of [
  ['unionpay-credit', credit],
  ['unionpay-debit', debit],
  ['signature', credit],
  ['foreign-visa', visa],
] as const) {
  test(`the bank computes the same cryptogram as the card ${id}, and the card believes the bank`, async () => {
    const card = take(id);
    const data = await read(card, aid);
    const first = await generateAc(card, '80', data.data.get('8C') ?? '');
    assert.equal(first.information, '80');
    assert.equal(first.atc, '0001');
    const chip = parseChipData(hex(field55(data, first)));
    assert.equal(verifyCryptogram(chipOf(id), chip), 'right');
    const answer = issuerAuthenticationData(chipOf(id), chip, '00').toString('hex').toUpperCase();
    assert.equal(await send(card, command4('00820000', answer).slice(0, -2)), '9000');
    const second = await generateAc(card, '40', data.data.get('8D') ?? '');
    assert.equal(second.information, '40');
  });
}

test('a cryptogram over another amount, another counter or another card is wrong', async () => {
  const card = take('unionpay-credit');
  const data = await read(card, credit);
  const first = await generateAc(card, '80', data.data.get('8C') ?? '');
  const verdict = (id: string, more: Record<string, string>) =>
    verifyCryptogram(chipOf(id), parseChipData(hex(field55(data, first, more))));
  assert.equal(verdict('unionpay-credit', {}), 'right');
  assert.equal(verdict('unionpay-credit', { '9F02': '000000050001' }), 'wrong');
  assert.equal(verdict('unionpay-credit', { '9F36': '0002' }), 'wrong');
  assert.equal(verdict('unionpay-credit', { '95': '0000000000' }), 'wrong');
  assert.equal(verdict('signature', {}), 'wrong');
});

test('the counter of transactions goes on from one insertion to the next, and a warm reset ends a transaction', async () => {
  const card = take('unionpay-credit');
  await read(card, credit);
  card.reset('warm');
  assert.equal(await raw(card, '80AE8000021234'), '6985');
  const again = await read(card, credit);
  const ac = await generateAc(card, '80', again.data.get('8C') ?? '');
  assert.equal(ac.atc, '0002');
  assert.equal(await send(card, '80CA9F3600'), '9F360200029000');
});

test('a card that demands its bank refuses a false answer and accepts the true one', async () => {
  for (const [code, kind] of [
    ['true', '40'],
    ['false', '00'],
    ['none', '00'],
  ] as const) {
    const card = take('strict');
    const data = await read(card, credit);
    const first = await generateAc(card, '80', data.data.get('8C') ?? '');
    const chip = parseChipData(hex(field55(data, first)));
    const answer = issuerAuthenticationData(chipOf('strict'), chip, '00').toString('hex');
    const value = code === 'true' ? answer : code === 'false' ? `00${answer.slice(2)}` : '';
    const second = await generateAc(card, '40', data.data.get('8D') ?? '', { '91': value });
    assert.equal(second.information, kind, code);
  }
});

test('EXTERNAL AUTHENTICATE works once, and a false answer of the bank ends in a refusal', async () => {
  const card = take('unionpay-credit');
  const data = await read(card, credit);
  await generateAc(card, '80', data.data.get('8C') ?? '');
  assert.equal(await send(card, '008200000A00000000000000003030'), '6300');
  assert.equal(await send(card, '008200000A00000000000000003030'), '6985');
  const second = await generateAc(card, '40', data.data.get('8D') ?? '');
  assert.equal(second.information, '00');
});

test('a script under the right key blocks the application; a wrong MAC does nothing', async () => {
  const card = take('unionpay-credit');
  const data = await read(card, credit);
  const first = await generateAc(card, '80', data.data.get('8C') ?? '');
  const chip = parseChipData(hex(field55(data, first)));
  const script = issuerScript(chipOf('unionpay-credit'), chip, '72', 'applicationBlock');
  const apdu = script.toString('hex').toUpperCase().slice(-18);
  assert.equal(await send(card, '841E000004DEADBEEF'), '6988');
  assert.equal(await send(card, '841E000000'), '6987');
  assert.equal(await send(card, apdu), '9000');
  card.reset('cold');
  const fci = await send(card, command4('00A40400', credit));
  assert.ok(fci.endsWith('6283'));
});

test('a card whose own judgement is no says so at the first or at the second cryptogram', async () => {
  const itself = take('declines-itself');
  const data = await read(itself, credit);
  assert.equal((await generateAc(itself, '80', data.data.get('8C') ?? '')).information, '00');
  const later = take('declines-after-approval');
  const same = await read(later, credit);
  assert.equal((await generateAc(later, '80', same.data.get('8C') ?? '')).information, '80');
  assert.equal((await generateAc(later, '40', same.data.get('8D') ?? '')).information, '00');
  assert.equal(await raw(later, '80AE4000021234'), '6985');
});

test('asked for an offline approval, a card of this tray goes to its bank', async () => {
  const card = take('signature');
  const data = await read(card, credit);
  assert.equal((await generateAc(card, '40', data.data.get('8C') ?? '')).information, '80');
});
