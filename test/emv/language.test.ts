import assert from 'node:assert/strict';
import test from 'node:test';
import { hex } from '#src/bytes.ts';
import { commonLanguage, languages } from '#src/emv/language.ts';
import { aid, ok, testCard, text, tlv } from './card.ts';
import { hold, run } from './world.ts';

for (const [value, codes] of [
  ['', []],
  ['7A68656E', ['zh', 'en']],
  ['5A48454E', ['zh', 'en']],
  ['7A68656E6A616B6F6672', ['zh', 'en', 'ja', 'ko']],
  ['FFFF0000', []],
  ['7A', []],
] as const) {
  test(`5F2D ${value || 'absent'} prefers ${codes.join(', ') || 'nothing'}`, () => {
    assert.deepEqual(languages(value === '' ? undefined : hex(value)), codes);
  });
}

for (const [preference, language] of [
  [['zh', 'en'], 'zh-CN'],
  [['ja', 'en'], 'en'],
  [['ja'], undefined],
  [[], undefined],
] as const) {
  test(`a terminal with zh-CN and en speaks ${language ?? 'its own'} to ${preference.join(', ') || 'no wish'}`, () => {
    assert.equal(commonLanguage(preference, ['zh-CN', 'en']), language);
  });
}

test('every request to the customer says the languages of the card as far as they are known', () => {
  const directory =
    tlv(
      '6F',
      tlv('84', text('1PAY.SYS.DDF01')),
      tlv('A5', tlv('88', '01'), tlv('5F2D', text('ja'))),
    ) + ok;
  let selects = 0;
  const card = testCard({
    directory,
    before: (command) => {
      if (command.startsWith('00A4')) selects++;
      return selects === 1 && command.startsWith('00B2')
        ? command.startsWith('00B201')
          ? tlv('70', tlv('61', tlv('4F', aid), tlv('87', '81'))) + ok
          : '6A83'
        : undefined;
    },
  });
  const { requests } = run(card, hold);
  const asked = requests.flatMap((it) =>
    'languagePreference' in it ? [[it.type, it.languagePreference]] : [],
  );
  assert.deepEqual(asked, [
    ['confirmApplication', ['ja']],
    ['onlinePin', ['zh', 'en']],
  ]);
});
