import assert from 'node:assert/strict';
import { it } from 'node:test';
import { protocolOfAtr } from '#hal/reader/atr.ts';
import { hex } from '#src/bytes.ts';

const table: readonly (readonly [string, string, string | undefined])[] = [
  ['without interface bytes', '3B00', 'T=0'],
  ['a common T=0 card', '3B6500002063CB6800', 'T=0'],
  ['inverse convention', '3F6500002063CB6800', 'T=0'],
  ['T=1 offered first', '3B8101FF7F', 'T=1'],
  ['T=0 first, T=1 second', '3B800001', 'T=0'],
  ['T=1 with TA, TB and TC', '3BF01100FF01', 'T=1'],
  ['a chain of TD bytes', '3B80800101', 'T=0'],
  ['a wrong check character', '3B8101FF7E', undefined],
  ['no bytes', '', undefined],
  ['only TS', '3B', undefined],
  ['another TS', 'FF00', undefined],
  ['cut off in the interface bytes', '3BF011', undefined],
  ['cut off in the historical bytes', '3B65000020', undefined],
  ['longer than 33 bytes', `3B0F${'00'.repeat(40)}`, undefined],
  ['T=15 first', '3B800F', undefined],
  ['an endless chain of TD bytes', `3B80${'80'.repeat(31)}`, undefined],
];

for (const [what, atr, protocol] of table) {
  it(`an answer to reset (${what}) offers ${protocol ?? 'nothing a terminal speaks'}`, () => {
    assert.equal(protocolOfAtr(hex(atr)), protocol);
  });
}
