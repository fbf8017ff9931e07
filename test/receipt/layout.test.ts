import assert from 'node:assert/strict';
import { test } from 'node:test';
import { printOnPaper } from '#hal/simulator/paper.ts';
import { encodeSlip } from '#src/receipt/escpos.ts';
import type { SlipFacts, SlipLanguage, TransactionSlip } from '#src/receipt/facts.ts';
import { layoutSlip } from '#src/receipt/layout.ts';
import { parseSlipCode } from '#src/receipt/slip-code.ts';
import { completion, incident, preauth, reversal } from './slips.ts';

const columnsAll = [32, 42, 48] as const;
const languages = ['zh-CN', 'en'] as const;

const paperOf = (slip: SlipFacts, language: SlipLanguage, columns: 32 | 42 | 48 = 32) =>
  printOnPaper(encodeSlip(layoutSlip(slip, language), { columns, codePage: 'gb18030' }), columns);

/** Words without the spaces and line breaks that the paper width puts between them. */
const squeezed = (text: string) => text.replace(/\s+/g, '');

const kinds: readonly [TransactionSlip['of'], string, string][] = [
  ['preauth', '预授权', 'PRE-AUTHORISATION'],
  ['increment', '追加预授权', 'PRE-AUTH INCREMENT'],
  ['cancellation', '预授权撤销', 'PRE-AUTH CANCELLATION'],
  ['completion', '预授权完成', 'PRE-AUTH COMPLETION'],
  ['completionAdvice', '预授权完成（通知）', 'COMPLETION ADVICE'],
  ['completionVoid', '预授权完成撤销', 'COMPLETION VOID'],
  ['offlineAdvice', '离线结算', 'OFFLINE SALE'],
];

for (const [of, zh, en] of kinds) {
  test(`a ${of} slip has its title in both languages, on both copies and every paper`, () => {
    for (const language of languages) {
      for (const copy of ['customer', 'merchant'] as const) {
        for (const columns of columnsAll) {
          const slip = paperOf({ ...completion, of, copy }, language, columns);
          const text = squeezed(slip.text);
          for (const part of [zh, en, '622202******0123', '480.00', 'A12345', '000018']) {
            assert.ok(text.includes(squeezed(part)), `${language} ${copy} ${columns}: ${part}`);
          }
          assert.equal(slip.cuts, 1);
          assert.deepEqual(slip.unknown, []);
        }
      }
    }
  });
}

test('a pre-auth slip says all that the bank, the guest and the next cashier need', () => {
  const { text } = paperOf(preauth, 'en', 48);
  const wanted = [
    'West Lake Hotel',
    'MERCHANT COPY',
    /Merchant no\.: +898330170110001/,
    /Terminal: +10000001/,
    /Operator: +01/,
    /Card type: +PBOC DEBIT/,
    /Read by: +chip \(051\)/,
    /Card seq\.: +001/,
    /Batch: +000001/,
    /Trace: +000017/,
    /Reference: +112308153017/,
    /Auth code: +A12345/,
    /Date\/time: +2026-11-23 08:15:30/,
    /Amount: +￥500\.00/,
    /Held until: +2026-12-23 \(30 days\)/,
    /AID: +A000000333010101/,
    /APP LABEL: +PBOC DEBIT/,
    /TVR: +0000048000/,
    /TSI: +E800/,
    /CVM: +020300/,
    /TC: +1122334455667788/,
    /ATC: +0001/,
    'Cardholder signature:',
    'This amount is held, not charged.',
  ];
  for (const part of wanted) {
    assert.ok(typeof part === 'string' ? text.includes(part) : part.test(text), String(part));
  }
});

test('a completion names the hold that it completes', () => {
  const { text } = paperOf(completion, 'zh-CN', 42);
  for (const part of [
    /原凭证号: +000017/,
    /原日期: +11-23/,
    /原授权码: +A12345/,
    /原金额: +￥500\.00/,
  ]) {
    assert.match(text, part);
  }
});

test('SIMULATED stands first and last on every simulated slip, and on no real one', () => {
  for (const slip of [preauth, completion, reversal, incident]) {
    for (const language of languages) {
      const lines = paperOf(slip, language)
        .text.split('\n')
        .filter((line) => line.trim() !== '');
      assert.match(lines[0] ?? '', /SIMULATED 模拟/);
      assert.match(lines.at(-3) ?? '', /SIMULATED 模拟/);
      assert.doesNotMatch(paperOf({ ...slip, simulated: false }, language).text, /SIMULATED|模拟/);
    }
  }
});

test('only the merchant copy carries the code, and the code finds the hold without holding a number', () => {
  const [merchant] = paperOf(preauth, 'en').codes;
  assert.equal(parseSlipCode(merchant ?? ''), preauth.holdId);
  assert.deepEqual(paperOf({ ...preauth, copy: 'customer' }, 'en').codes, []);
});

test('the guest never reads the merchant’s note, and signs only on the merchant’s copy', () => {
  const customer = paperOf({ ...preauth, copy: 'customer', note: 'drunk' }, 'en').text;
  assert.doesNotMatch(customer, /drunk|signature/);
  assert.match(paperOf({ ...preauth, signatureWanted: false }, 'en').text, /No signature required/);
  assert.doesNotMatch(
    paperOf({ ...preauth, of: 'cancellation', signatureWanted: false }, 'en').text,
    /signature/i,
  );
});

test('a number that is not masked reaches no paper', () => {
  for (const maskedPan of ['6222020000000000128', '62220200*****00128', '622202*', '']) {
    const slip = { ...preauth, card: { ...preauth.card, maskedPan } };
    assert.throws(() => layoutSlip(slip, 'en'), /not masked/);
  }
});

test('a card number that somebody typed into a note is masked, a phone number is not', () => {
  const notes: readonly [string, RegExp, RegExp][] = [
    ['card 6222 0200 0000 0000 128', /622202\*+0128/, /0000 0000/],
    ['6222-0200-0000-0000-128', /622202\*+0128/, /0000-0000/],
    ['６２２２０２００００００００００１２８', /622202\*+0128/, /００００/],
    ['call 138 0013 8000', /138 0013 8000/, /\*{3,}/],
  ];
  for (const [note, wanted, refused] of notes) {
    for (const slip of [
      { ...preauth, note },
      { ...incident, note },
      { ...incident, steps: [{ at: incident.at, what: 'note', text: note } as const] },
    ]) {
      const text = paperOf(slip, 'en', 48).text.replace(/622202\*{6}0123/, '');
      assert.match(text, wanted);
      assert.doesNotMatch(text, refused);
    }
  }
});

test('nothing that a person types can command the printer', () => {
  const note = 'a\x1b@\x1dV\x00\x10\x04\x01b\nc\u202ed\u0085e😀f';
  const slip = paperOf({ ...preauth, note }, 'en', 48);
  assert.equal(slip.cuts, 1);
  assert.deepEqual(slip.unknown, []);
  assert.match(slip.text, /Note: +a @ V b c d e□f/);
});

test('a reversal says that nothing is held, and whether the bank has confirmed it', () => {
  assert.match(paperOf(reversal, 'en', 48).text, /The bank is being told/);
  assert.match(squeezed(paperOf({ ...reversal, settled: true }, 'zh-CN').text), /银行已确认/);
});

test('a case on paper tells cause, ways and result in words', () => {
  const english = paperOf(incident, 'en', 48).text;
  for (const part of [
    '1123-07',
    'Card damaged or expired (D2)',
    'Held on another card',
    '08:16:02 Way: Another card, done',
    '08:17:40 Note: 芯片已黑',
  ]) {
    assert.ok(english.includes(part), part);
  }
  assert.match(paperOf(incident, 'zh-CN', 48).text, /卡损坏或过期 \(D2\)/);
});

test('a slip printed again says so', () => {
  assert.match(paperOf({ ...preauth, reprint: true }, 'en').text, /重印 REPRINT/);
});
