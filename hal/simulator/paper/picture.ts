import { Resvg } from '@resvg/resvg-js';
import qrcode from 'qrcode';
import { outlinesOf } from './glyphs.ts';
import type { Bitmap, Printed } from './print.ts';

const margin = 24;
/** Letters of Noto Sans that are wider than a printer's narrow cell, and how much they are pressed together. */
const pressed: Readonly<Record<string, number>> = {
  '@': 0.55,
  W: 0.6,
  M: 0.65,
  m: 0.6,
  w: 0.68,
  '%': 0.6,
  '—': 0.5,
};
const slightly = 0.82;

/** The slip as a picture: the paper, its dots in black, a dashed line at each cut. PNG bytes. */
export function drawSlip(printed: readonly Printed[], columns: number): Buffer {
  const paper = columns * 12;
  prefetch(printed);
  let y = margin;
  let svg = '';
  for (const item of printed) {
    const { markup, dots } = draw(item, y, paper);
    svg += markup;
    y += dots;
  }
  const [width, height] = [paper + 2 * margin, Math.max(y + margin, 2 * margin)];
  const sheet =
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">` +
    `<rect width="100%" height="100%" fill="#fbfaf6"/><g fill="#1d1d1b">${svg}</g></svg>`;
  return new Resvg(sheet, { font: { loadSystemFonts: false } }).render().asPng();
}

/** Asks the font for all letters of the slip at once. */
function prefetch(printed: readonly Printed[]): void {
  const lines = printed.filter((item) => item.type === 'line');
  for (const weight of [400, 700] as const) {
    const letters = lines.filter(({ bold }) => bold === (weight === 700));
    outlinesOf(
      letters.flatMap(({ glyphs }) => glyphs.map(({ character }) => character)),
      weight,
    );
  }
}

type Drawn = { readonly markup: string; readonly dots: number };

function draw(item: Printed, y: number, paper: number): Drawn {
  switch (item.type) {
    case 'line':
      return { markup: drawLine(item, y), dots: item.dots };
    case 'feed':
      return { markup: '', dots: item.dots };
    case 'cut':
      return drawCut(y, paper);
    case 'qr':
      return drawQr(item, y, paper);
    case 'image':
      return drawImage(item.bitmap, item.align, y, paper);
  }
}

function drawLine(line: Extract<Printed, { type: 'line' }>, y: number): string {
  const outlines = outlinesOf(
    line.glyphs.map(({ character }) => character),
    line.bold ? 700 : 400,
  );
  const baseline = y + 20 * line.height + 3;
  const letters = line.glyphs.map(({ character, x, cell }) => {
    const path = outlines.get(character) ?? '';
    if (path === '') return '';
    const isNarrow = cell === 12 * line.width;
    const squeeze = isNarrow ? (pressed[character] ?? (/[A-Z]/.test(character) ? slightly : 1)) : 1;
    const scale = `scale(${line.width * squeeze} ${line.height})`;
    return `<path transform="translate(${margin + x + cell / 2} ${baseline}) ${scale}" d="${path}"/>`;
  });
  return letters.join('');
}

function drawCut(y: number, paper: number): Drawn {
  const line = y + 40;
  const markup =
    `<line x1="0" y1="${line}" x2="${paper + 2 * margin}" y2="${line}" stroke="#8a867c" ` +
    'stroke-width="2" stroke-dasharray="7 7"/>';
  return { markup, dots: 64 };
}

const leftEdge = (align: string, width: number, paper: number): number =>
  margin +
  (align === 'left' ? 0 : align === 'right' ? paper - width : Math.floor((paper - width) / 2));

function drawQr(item: Extract<Printed, { type: 'qr' }>, y: number, paper: number): Drawn {
  let modules: { readonly size: number; readonly data: Uint8Array };
  try {
    modules = qrcode.create(item.text, { errorCorrectionLevel: item.level }).modules;
  } catch {
    // More than a QR code can hold: a printer prints nothing.
    return { markup: '', dots: 0 };
  }
  const { size, data } = modules;
  const left = leftEdge(item.align, size * item.module, paper);
  let path = '';
  data.forEach((dark, at) => {
    if (dark === 0) return;
    const [row, column] = [Math.floor(at / size), at % size];
    path += square(left + column * item.module, y + 8 + row * item.module, item.module);
  });
  return {
    markup: `<path d="${path}" shape-rendering="crispEdges"/>`,
    dots: size * item.module + 16,
  };
}

function drawImage(bitmap: Bitmap, align: string, y: number, paper: number): Drawn {
  const left = leftEdge(align, bitmap.widthBytes * 8, paper);
  let path = '';
  for (let row = 0; row < bitmap.rows; row++) {
    for (let column = 0; column < bitmap.widthBytes * 8; column++) {
      const byte = bitmap.bits[row * bitmap.widthBytes + (column >> 3)] ?? 0;
      if ((byte >> (7 - (column & 7))) & 1) path += square(left + column, y + row, 1);
    }
  }
  return { markup: `<path d="${path}" shape-rendering="crispEdges"/>`, dots: bitmap.rows };
}

const square = (x: number, y: number, side: number): string =>
  `M${x} ${y}h${side}v${side}h-${side}z`;
