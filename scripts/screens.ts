import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PNG } from 'pngjs';
import type { Language, View } from '#src/desk/view.ts';
import { createScreenHost } from '#ui/screen-host.ts';
import { type PanelName, panelNames } from '#ui/theme/panels.ts';
import { sampleNames, sampleView } from '../test/screens/samples.ts';
import { parseArgs } from './arguments.ts';

const { values } = parseArgs({
  options: {
    panel: { type: 'string', default: 'esign,smart,mobile,countertop' },
    language: { type: 'string', default: 'zh-CN,en' },
    theme: { type: 'string', default: 'light' },
    only: { type: 'string' },
    simulated: { type: 'boolean', default: false },
    /** Folder of pictures to stand beside ours: PANEL/NAME.zh.png. */
    beside: { type: 'string' },
    out: { type: 'string', default: '.cache/screens' },
  },
});

const isPanel = (name: string): name is PanelName =>
  (panelNames as readonly string[]).includes(name);

/** BGRA of the frame buffer to a PNG. */
function picture(frame: Uint8Array, width: number, height: number): PNG {
  const png = new PNG({ width, height });
  for (let i = 0; i < frame.length; i += 4) {
    png.data[i] = frame[i + 2] ?? 0;
    png.data[i + 1] = frame[i + 1] ?? 0;
    png.data[i + 2] = frame[i] ?? 0;
    png.data[i + 3] = 255;
  }
  return png;
}

/** Ours and the picture beside it, on one sheet with the others. */
function sheetOf(pairs: readonly (readonly PNG[])[], columns: number): PNG {
  const gap = 16;
  const first = pairs[0]?.[0];
  if (first === undefined) throw new Error('nothing was drawn');
  const perPair = Math.max(...pairs.map((pair) => pair.length));
  const cellWidth = perPair * first.width + gap * 2;
  const rows = Math.ceil(pairs.length / columns);
  const sheet = new PNG({ width: columns * cellWidth, height: rows * (first.height + gap) });
  sheet.data.fill(0x90);
  pairs.forEach((pair, index) => {
    const x = (index % columns) * cellWidth;
    const y = Math.floor(index / columns) * (first.height + gap);
    pair.forEach((png, place) => {
      const at = x + place * first.width;
      PNG.bitblt(png, sheet, 0, 0, png.width, png.height, at, y);
    });
  });
  return sheet;
}

function beside(panel: string, name: string, view: View): PNG[] {
  if (values.beside === undefined) return [];
  const language = view.language === 'en' ? 'en' : 'zh';
  const folder = view.theme === 'dark' ? 'dark' : panel;
  const path = join(values.beside, folder, `${name}.${language}.png`);
  return existsSync(path) ? [PNG.sync.read(readFileSync(path))] : [];
}

for (const panel of values.panel.split(',').filter(isPanel)) {
  let clockMs = 0;
  const host = createScreenHost({ profile: panel, now: () => clockMs });
  for (const theme of values.theme.split(',') as View['theme'][]) {
    for (const language of values.language.split(',') as Language[]) {
      const folder = join(values.out, panel, theme, language);
      mkdirSync(folder, { recursive: true });
      const pairs: PNG[][] = [];
      for (const name of sampleNames) {
        if (values.only !== undefined && !values.only.split(',').includes(name)) continue;
        const strip = { simulated: values.simulated };
        const view = sampleView(name, language, { theme, strip });
        host.show(view);
        clockMs += 100;
        host.tick(clockMs);
        const png = picture(host.frame, host.width, host.height);
        writeFileSync(join(folder, `${name}.png`), PNG.sync.write(png));
        pairs.push([png, ...beside(panel, name, view)]);
      }
      const sheet = sheetOf(pairs, values.beside === undefined ? 8 : 4);
      writeFileSync(join(folder, 'sheet.png'), PNG.sync.write(sheet));
    }
  }
  host.dispose();
}
