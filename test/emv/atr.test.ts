import assert from 'node:assert/strict';
import test from 'node:test';
import { hex, toHex } from '#src/bytes.ts';
import { atrDepartures, isAcceptedAtr, parseAtr } from '#src/emv/atr.ts';

/** With its check character, which every answer has that offers another protocol than T=0. */
function checked(text: string): Uint8Array {
  const bytes = hex(text);
  const check = bytes.slice(1).reduce((xor, byte) => xor ^ byte, 0);
  return Uint8Array.of(...bytes, check);
}

/** What EMV 4.3 Book 1 section 8.3 says of each character: answer, accepted after a cold and after a warm reset. */
const rows: readonly (readonly [
  sentence: string,
  atr: Uint8Array,
  cold: boolean,
  warm: boolean,
])[] = [
  ['the basic answer of T=0', hex('3B600000'), true, true],
  ['the same in inverse convention', hex('3F600000'), true, true],
  ['the basic answer of T=1', checked('3BE000008131FE45'), true, true],
  ['another TS', hex('3C600000'), false, false],
  ['no TB1', hex('3B00'), false, true],
  ['a TB1 that is not 00', hex('3B602500'), false, true],
  ['no TC1', hex('3B2000'), true, true],
  ['a TC1 of FF', hex('3B6000FF'), true, true],
  ['TA1 alone, any rate: the default one is spoken', hex('3B70960000'), true, true],
  ['TA1 13 and TA2 that means it', checked('3BF0130000910131FE45'), true, true],
  ['TA1 18 and TA2 that means it', checked('3BF0180000910131FE45'), false, false],
  ['TA2 with implicit parameters', checked('3BE00000911131FE45'), false, false],
  ['TA2 for another protocol than TD1', checked('3BE00000910031FE45'), false, false],
  ['TB2', checked('3BE00000A10031FE45'), false, false],
  ['TC2 of 0A with T=0', hex('3BE00000400A'), true, true],
  ['TC2 of 14 with T=0', hex('3BE000004014'), false, false],
  ['TC2 of 00 with T=0', hex('3BE000004000'), false, false],
  ['TC2 with T=1', checked('3BE00000C10A31FE45'), false, false],
  ['T=14 first', checked('3BE000000E'), false, false],
  ['T=0, then T=15', checked('3BE00000800F'), true, true],
  ['T=0, then T=1', checked('3BE000008001'), false, false],
  ['T=1, then T=15', checked('3BE00000810F'), false, false],
  ['a block of 0F bytes', checked('3BE0000081310F45'), false, false],
  ['a block of 10 bytes', checked('3BE0000081311045'), true, true],
  ['a block of FF bytes', checked('3BE000008131FF45'), false, false],
  ['no TB3', checked('3BE000008111FE'), false, false],
  ['T=1 with nothing after it', checked('3BE0000001'), false, false],
  ['BWI 5', checked('3BE000008131FE55'), false, false],
  ['CWI 6', checked('3BE000008131FE46'), false, false],
  ['a guard time that CWI cannot wait for', checked('3BE000288131FE45'), false, false],
  ['a guard time that CWI just waits for', checked('3BE0001F8131FE45'), true, true],
  ['a guard time of FF: less than nothing', checked('3BE000FF8131FE40'), true, true],
  ['TC3 of 00', checked('3BE000008171FE4500'), true, true],
  ['TC3 of 01', checked('3BE000008171FE4501'), false, false],
  ['a wrong check character', hex('3BE000008131FE45FF'), false, false],
  ['a cut answer', hex('3BE0'), false, false],
  ['no bytes', hex(''), false, false],
];

for (const [sentence, atr, cold, warm] of rows) {
  const word = (accepted: boolean) => (accepted ? 'accepted' : 'rejected');
  test(`an answer to reset with ${sentence}: ${word(cold)} when cold, ${word(warm)} when warm`, () => {
    const parsed = parseAtr(atr);
    const why = (reset: 'cold' | 'warm') =>
      `${toHex(atr)} ${parsed === undefined ? 'no ATR' : atrDepartures(parsed, reset).join(', ')}`;
    assert.equal(isAcceptedAtr(atr, 'cold'), cold, why('cold'));
    assert.equal(isAcceptedAtr(atr, 'warm'), warm, why('warm'));
  });
}
