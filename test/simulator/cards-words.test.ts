import assert from 'node:assert/strict';
import { test } from 'node:test';
import { concat, hex } from '#src/bytes.ts';
import { raw, read, send, take } from './card-driver.ts';

const credit = 'A000000333010102';
const selectCredit = `00A4040008${credit}00`;
const selectDirectory = '00A404000E315041592E5359532E444446303100';

/** Commands from a fresh reset, then the status words of the last. */
const cases: readonly (readonly [string, string, readonly string[], string])[] = [
  ['an unknown class', 'unionpay-debit', ['90A40400'], '6E00'],
  ['an unknown instruction', 'unionpay-debit', ['00A50000'], '6D00'],
  ['too few bytes', 'unionpay-debit', ['00A404'], '6700'],
  ['a length that lies', 'unionpay-debit', ['00A4040009A00000033301'], '6700'],
  ['SELECT by file identifier', 'unionpay-debit', ['00A40000023F00'], '6A86'],
  ['SELECT of a name of four bytes', 'unionpay-debit', ['00A4040004A0000003'], '6700'],
  [
    'SELECT of an application that is not there',
    'unionpay-debit',
    ['00A4040007A000000004101000'],
    '6A82',
  ],
  ['SELECT on a blocked card', 'blocked-card', [selectCredit], '6A81'],
  ['the directory on a card without one', 'no-directory', [selectDirectory], '6A82'],
  ['READ RECORD before anything', 'unionpay-debit', ['00B2010C00'], '6985'],
  [
    'READ RECORD before processing is initiated',
    'unionpay-credit',
    [selectCredit, '00B2010C00'],
    '6985',
  ],
  ['a second record of the directory', 'unionpay-debit', [selectDirectory, '00B2020C00'], '6A83'],
  ['another file of the directory', 'unionpay-debit', [selectDirectory, '00B2011400'], '6A82'],
  ['GET PROCESSING OPTIONS before SELECT', 'unionpay-debit', ['80A8000002830000'], '6985'],
  [
    'GET PROCESSING OPTIONS on the directory',
    'unionpay-debit',
    [selectDirectory, '80A8000002830000'],
    '6985',
  ],
  [
    'GET PROCESSING OPTIONS with the wrong length',
    'unionpay-credit',
    [selectCredit, '80A80000028300'],
    '6700',
  ],
  [
    'GET PROCESSING OPTIONS without template 83',
    'unionpay-credit',
    [selectCredit, '80A800000B810900000000000000000000'],
    '6A80',
  ],
  [
    'GET PROCESSING OPTIONS with wrong parameters',
    'unionpay-credit',
    [selectCredit, '80A80100028300'],
    '6A86',
  ],
  [
    'GET PROCESSING OPTIONS on a blocked application',
    'blocked-application',
    [selectCredit, '80A80000028300'],
    '6985',
  ],
  [
    'GENERATE AC before processing is initiated',
    'unionpay-credit',
    [selectCredit, '80AE8000010000'],
    '6985',
  ],
  ['GENERATE AC of a kind that does not exist', 'unionpay-credit', ['80AEC000010000'], '6A86'],
  ['GET DATA of nothing known', 'unionpay-credit', [selectCredit, '80CA9F9900'], '6A88'],
  ['GET CHALLENGE before a transaction', 'unionpay-credit', ['0084000000'], '6985'],
  ['a script before a transaction', 'unionpay-credit', ['841E000004AABBCCDD'], '6985'],
  ['GET RESPONSE with nothing waiting', 'unionpay-credit', ['00C0000010'], '6985'],
];

for (const [name, id, commands, words] of cases) {
  test(`${name} is answered ${words}`, async () => {
    const card = take(id);
    let answer = '';
    for (const command of commands) answer = await send(card, command);
    assert.equal(answer.slice(-4), words);
  });
}

test('a T=0 card makes the reader fetch its data: 61 for case 4, 6C for a wrong length', async () => {
  const card = take('unionpay-credit');
  const first = await raw(card, selectDirectory.slice(0, -2));
  assert.match(first, /^61..$/);
  const length = first.slice(2);
  assert.equal(await raw(card, '00C0000001'), `6C${length}`);
  assert.match(await raw(card, `00C00000${length}`), /^6F.*9000$/);
  const record = await raw(card, '00B2010C00');
  assert.match(record, /^6C..$/);
  assert.match(await raw(card, `00B2010C${record.slice(2)}`), /^70..61.*9000$/);
});

test('a T=1 card answers at once', async () => {
  const card = take('unionpay-debit');
  assert.match(await raw(card, selectDirectory), /^6F.*9000$/);
  assert.match(await raw(card, '00B2010C00'), /^70..61.*9000$/);
});

test('a partial name finds the applications one after the other, then no more', async () => {
  const card = take('two-applications');
  assert.match(await send(card, '00A4040005A00000033300'), /8408A000000333010101/);
  assert.match(await send(card, '00A4040205A00000033300'), /8408A000000333010102/);
  assert.equal(await send(card, '00A4040205A00000033300'), '6A82');
  assert.equal(await send(card, '00A4040205A00000000300'), '6A82');
});

test('a blocked application shows itself with 6283', async () => {
  assert.match(await send(take('blocked-application'), selectCredit), /^6F.*6283$/);
});

test('a transaction is initiated once', async () => {
  const card = take('signature');
  await read(card, credit);
  assert.equal(await send(card, '80A800000D830B015600000000000000000000'), '6985');
});

test('an endless card goes on for ever, an imitator claims every name', async () => {
  const endless = take('endless');
  for (let i = 0; i < 20; i++) assert.match(await send(endless, '00A4040205A00000033300'), /9000$/);
  const imitator = take('signature', (it) => {
    it.chip?.quirks.push('ownFciForEveryAid');
    return it;
  });
  assert.match(await send(imitator, '00A4040007A000000004101000'), /8408A000000333010102/);
});

test('whatever is sent, in whatever order, a card answers with status words and no more than 256 bytes', async () => {
  const heads =
    '00A40400 00A40402 80A80000 00B20114 00B2010C 80AE8000 80AE4000 80AE9000 00820000 00840000 00200080 00200088 00880000 80CA9F36 841E0000 84DA9F58 00C00000 00A40000 90000000';
  const known = heads.split(' ');
  for (const id of ['unionpay-credit', 'unionpay-debit', 'foreign-visa', 'strict']) {
    const card = take(id);
    let seed = 7;
    const next = (below: number) => {
      seed = (seed * 48_271) % 2_147_483_647;
      return seed % below;
    };
    const bytes = (length: number) => Uint8Array.from({ length }, () => next(256));
    for (let i = 0; i < 3000; i++) {
      if (next(40) === 0) await read(card, card.profile.chip?.applications[0]?.aid ?? '');
      const head = next(5) === 0 ? bytes(1 + next(6)) : hex(known[next(known.length)] ?? '');
      const length = [0, 4, 8, 10, 29, 31, 41, 128, 255][next(9)] ?? 0;
      const tail = next(3) === 0 ? bytes(next(2)) : Uint8Array.of(length, ...bytes(length));
      const answer = await card.transmit(concat(head, tail));
      assert.ok(answer.length >= 2 && answer.length <= 258);
    }
  }
});
