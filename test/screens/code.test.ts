import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { before, describe, it } from 'node:test';
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader';
import { toParts } from '#src/handover/parts.ts';
import { createScreenHost } from '#ui/screen-host.ts';
import { type PanelName, panelNames, panelOf } from '#ui/theme/panels.ts';
import { kitOf } from '#ui/theme.ts';
import { codeSide } from '#ui/widgets/code.ts';
import { sampleView } from './samples.ts';

/** As long as an offer is, of bytes that no code makes smaller. */
const message = Uint8Array.from({ length: 640 }, (_, index) => (index * 167 + 13) & 0xff);

/** The smallest module of each panel in mm: whole pixels, as near to 0.75 as its height allows. */
const smallestMm: Readonly<Record<PanelName, number>> = {
  esign: 0.75,
  smart: 1,
  mobile: 0.75,
  countertop: 0.7,
};

/** What a camera would see: the picture of the panel, blurred a little, lit from one side, and turned. */
function photographed(
  frame: Uint8Array,
  width: number,
  height: number,
): Uint8ClampedArray<ArrayBuffer> {
  const side = Math.ceil(Math.hypot(width, height));
  const seen = new Uint8ClampedArray(side * side * 4).fill(90);
  const [sin, cos] = [Math.sin(0.12), Math.cos(0.12)];
  for (let y = 0; y < side; y += 1)
    for (let x = 0; x < side; x += 1) {
      const [dx, dy] = [x - side / 2, y - side / 2];
      const [fromX, fromY] = [cos * dx + sin * dy + width / 2, cos * dy - sin * dx + height / 2];
      const light = 0.6 + (0.4 * x) / side;
      const at = (y * side + x) * 4;
      const grey = averageAt(frame, width, height, fromX, fromY);
      if (grey !== undefined) seen.fill(Math.round(grey * light), at, at + 3);
      seen[at + 3] = 255;
    }
  return seen;
}

/** Of two by two pixels: as soft as a lens makes them. */
function averageAt(
  frame: Uint8Array,
  width: number,
  height: number,
  x: number,
  y: number,
): number | undefined {
  const [left, top] = [Math.floor(x), Math.floor(y)];
  if (left < 0 || top < 0 || left + 1 >= width || top + 1 >= height) return undefined;
  let sum = 0;
  for (const [dx, dy] of [
    [0, 0],
    [1, 0],
    [0, 1],
    [1, 1],
  ] as const)
    sum += frame[((top + dy) * width + left + dx) * 4 + 1] ?? 0;
  return sum / 4;
}

describe('the pictures of a hand-over', () => {
  before(async () => {
    const wasm = createRequire(import.meta.url).resolve('zxing-wasm/reader/zxing_reader.wasm');
    const wasmBinary = readFileSync(wasm);
    await prepareZXingModule({
      overrides: { wasmBinary: wasmBinary.buffer.slice(0) },
      fireImmediately: true,
    });
  });

  for (const profile of panelNames)
    it(`are read off the glass of ${profile} by a camera held askew, every part of them`, async () => {
      const panel = panelOf(profile);
      const modulePx = codeSide(kitOf(panel, 'en', 'light', false)) / 53;
      assert.ok(Number.isInteger(modulePx) && modulePx / panel.pxPerMm >= smallestMm[profile]);
      let nowMs = 0;
      const host = createScreenHost({ profile, now: () => nowMs });
      const parts = toParts(message);
      for (const [index, text] of parts.entries()) {
        const view = sampleView('hand-over', 'en', { theme: index % 2 === 0 ? 'light' : 'dark' });
        const { screen } = view;
        assert.ok(screen.name === 'hand-over' && screen.phase === 'waiting');
        const code = { text, part: index + 1, of: parts.length };
        host.show({ ...view, screen: { ...screen, code } });
        nowMs += 600;
        host.tick(nowMs);
        const data = photographed(host.frame, host.width, host.height);
        const side = Math.ceil(Math.hypot(host.width, host.height));
        const found = await readBarcodes(
          { data, width: side, height: side, colorSpace: 'srgb' },
          { formats: ['QRCode'] },
        );
        assert.deepEqual(
          found.map((one) => one.text),
          [text],
        );
      }
      host.dispose();
    });
});
