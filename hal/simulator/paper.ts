import { drawSlip } from './paper/picture.ts';
import { type Glyph, type Printed, printOn } from './paper/print.ts';

/** A printed slip, to be read by people and tests. */
export type PaperSlip = {
  /** What stands on it, aligned; a QR code as `[QR …]`, a cut as a dashed line. */
  readonly text: string;
  /** The texts of the QR codes. */
  readonly codes: readonly string[];
  readonly cuts: number;
  /** Commands that no printer of ours would understand, `1B 7A`. */
  readonly unknown: readonly string[];
  /** A picture that looks like the slip; drawn on each call. */
  png(): Buffer;
};

/** Prints ESC/POS bytes on simulated paper of so many columns. Never throws, whatever the bytes are. */
export function printOnPaper(escPos: Uint8Array, columns: 32 | 42 | 48 = 32): PaperSlip {
  const { printed, unknown } = printOn(columns, escPos);
  return {
    text: printed.flatMap((item) => textOf(item, columns)).join('\n'),
    codes: printed.flatMap((item) => (item.type === 'qr' ? [item.text] : [])),
    cuts: printed.filter(({ type }) => type === 'cut').length,
    unknown,
    png: () => drawSlip(printed, columns),
  };
}

function textOf(item: Printed, columns: number): readonly string[] {
  switch (item.type) {
    case 'line':
      return [textOfLine(item.glyphs)];
    case 'feed':
      return Array<string>(Math.round(item.dots / 32)).fill('');
    case 'qr':
      return [`[QR ${item.text}]`];
    case 'image':
      return [`[image ${item.bitmap.widthBytes * 8} × ${item.bitmap.rows}]`];
    case 'cut':
      return ['- '.repeat(Math.floor(columns / 2)).trimEnd()];
  }
}

/** The characters, after as many spaces as stand left of them on the paper. */
function textOfLine(glyphs: readonly Glyph[]): string {
  const left = Math.round((glyphs[0]?.x ?? 0) / 12);
  return (
    ' '.repeat(left) +
    glyphs
      .map(({ character }) => character)
      .join('')
      .trimEnd()
  );
}
