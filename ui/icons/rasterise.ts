import { readFileSync } from 'node:fs';
import { Resvg } from '@resvg/resvg-js';

const drawn = new Map<string, Uint8Array>();

/**
 * An icon of this folder at exactly this many pixels, as size * size bytes of alpha: the colour comes from the
 * style that shows it. Drawn on first use and kept.
 */
export function rasteriseIcon(name: string, size: number): Uint8Array {
  const key = `${name}@${size}`;
  const known = drawn.get(key);
  if (known !== undefined) return known;
  const svg = readFileSync(new URL(`./${name}.svg`, import.meta.url), 'utf8');
  const { pixels } = new Resvg(svg, {
    fitTo: { mode: 'width', value: size },
    font: { loadSystemFonts: false },
  }).render();
  const alpha = new Uint8Array(size * size);
  for (let i = 0; i < alpha.length; i++) alpha[i] = pixels[4 * i + 3] ?? 0;
  drawn.set(key, alpha);
  return alpha;
}
