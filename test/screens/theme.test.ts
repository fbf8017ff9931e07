import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { coloursOf, contrastPairs } from '#ui/theme/colours.ts';
import { shorten, wrapText } from '#ui/theme/wrap.ts';

/** WCAG 2.2, relative luminance. */
function luminance(colour: number): number {
  const [red = 0, green = 0, blue = 0] = [16, 8, 0].map((shift) => {
    const value = ((colour >> shift) & 255) / 255;
    return value <= 0.03928 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(a: number, b: number): number {
  const [dark = 0, light = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (light + 0.05) / (dark + 0.05);
}

describe('the colours', () => {
  for (const theme of ['light', 'dark'] as const) {
    for (const training of [false, true]) {
      it(`can be read: ${theme}${training ? ', training' : ''}`, () => {
        const colours = coloursOf(theme, training);
        for (const [text, ground, needs] of contrastPairs) {
          const found = Math.round(contrast(colours[text], colours[ground]) * 100) / 100;
          // While training the ground is tinted: words keep 4.5, the amounts are ink and keep 7.
          const least = training && text !== 'ink' ? Math.min(needs, 4.5) : needs;
          assert.ok(found >= least, `${text} on ${ground}: ${found}, needs ${least}`);
        }
      });
    }
  }
});

describe('a sentence', () => {
  it('leaves no short word and no character alone on its last line', () => {
    assert.deepEqual(wrapText('一二三四五。', 100, 20, 400), ['一二三', '四五。']);
    assert.deepEqual(wrapText('The bank answered: 0.2 s', 220, 20, 400), [
      'The bank answered:',
      '0.2 s',
    ]);
  });

  it('breaks after its comma where that costs no line', () => {
    assert.deepEqual(wrapText('6 分钟前别的卡读得好，机器没问题', 355, 31, 400), [
      '6 分钟前别的卡读得好，',
      '机器没问题',
    ]);
  });

  it('never begins a line with a closing mark, and never breaks a word', () => {
    assert.deepEqual(wrapText('一二三四五六。', 100, 20, 400), ['一二三四', '五六。']);
    assert.deepEqual(wrapText('The reader took another card', 130, 20, 400), [
      'The reader',
      'took another',
      'card',
    ]);
  });

  it('is cut after 6 characters of Chinese or 10 letters, with dots that fit the script', () => {
    assert.equal(shorten('租车 3 号'), '租车 3 号');
    assert.equal(shorten('婚礼宴会厅定金押金'), '婚礼宴会厅定…');
    assert.equal(shorten('Conference room B'), 'Conference...');
  });
});
