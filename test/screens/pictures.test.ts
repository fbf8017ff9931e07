import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { View } from '#src/desk/view.ts';
import { createScreenHost, type ScreenHost } from '#ui/screen-host.ts';
import { columns, pictures, rows } from './pictures.ts';
import { sampleView } from './samples.ts';

/** Mean luminance of each field of a BGRA frame. */
function luminanceOf({ frame, width, height }: ScreenHost): number[] {
  const fields: number[] = [];
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      const [x0, x1] = [column, column + 1].map((at) => Math.floor((at * width) / columns));
      const [y0, y1] = [row, row + 1].map((at) => Math.floor((at * height) / rows));
      let sum = 0;
      for (let y = y0 ?? 0; y < (y1 ?? 0); y++) {
        for (let x = x0 ?? 0; x < (x1 ?? 0); x++) {
          const at = 4 * (y * width + x);
          sum += 0.0722 * (frame[at] ?? 0);
          sum += 0.7152 * (frame[at + 1] ?? 0) + 0.2126 * (frame[at + 2] ?? 0);
        }
      }
      fields.push(sum / (((x1 ?? 0) - (x0 ?? 0)) * ((y1 ?? 0) - (y0 ?? 0))));
    }
  }
  return fields;
}

function difference(ours: readonly number[], picture: Uint8Array): number {
  const total = ours.reduce(
    (sum, value, index) => sum + Math.abs(value - (picture[index] ?? 0)),
    0,
  );
  return total / ours.length;
}

/** Above this a person sees that something stands elsewhere; words that differ stay below it. */
const limit = 5;

for (const panel of ['esign', 'smart', 'mobile'] as const) {
  describe(`the screens of ${panel} look like their pictures`, () => {
    let nowMs = 0;
    let host: ScreenHost;
    before(() => {
      host = createScreenHost({ profile: panel, now: () => nowMs });
    });
    after(() => host.dispose());
    // The card has not begun to slide when the picture is taken.
    const draw = (view: View): number[] => {
      nowMs += 5000;
      host.show(sampleView('language', view.language));
      host.tick(nowMs);
      host.show(view);
      nowMs += 40;
      host.tick(nowMs);
      return luminanceOf(host);
    };
    for (const picture of pictures.filter((one) => one.panel === panel)) {
      const { name, language, theme } = picture;
      it(`${name} in ${language}, ${theme}`, () => {
        const drawn = draw(sampleView(name, language, { theme }));
        const meant = Buffer.from(picture.luminance, 'base64');
        const found = difference(drawn, meant);
        assert.ok(found < limit, `mean difference ${found.toFixed(2)}`);
      });
    }
    it('and a screen that slipped by 4 mm would be noticed', () => {
      const home = pictures.find((one) => one.panel === panel && one.name === 'why');
      assert.ok(home);
      const drawn = draw(sampleView('why', home.language, { theme: home.theme }));
      const slipped = [...drawn.slice(-2 * columns), ...drawn.slice(0, -2 * columns)];
      assert.ok(difference(slipped, Buffer.from(home.luminance, 'base64')) > limit);
    });
  });
}
