import { textWidth } from './type.ts';

/** A stretch of text of one weight. */
export type Run = { readonly text: string; readonly bold: boolean };

const mayNotStartLine = '，。！？：；、）》”’%,.!?:;)';
const mayNotEndLine = '（《“‘(¥$';

// A piece is what stays on one line: a word with its space, or one Chinese character with its punctuation.
function piecesOf(run: Run): Run[] {
  const pieces: string[] = [];
  for (const character of run.text) {
    const last = pieces.at(-1);
    const wide = (character.codePointAt(0) ?? 0) >= 0x2e80;
    const glued =
      last !== undefined &&
      (mayNotStartLine.includes(character) ||
        mayNotEndLine.includes(last.at(-1) ?? '') ||
        (!wide && !/[\s⺀-￿]$/u.test(last)));
    if (glued || (last !== undefined && character === ' ')) pieces[pieces.length - 1] += character;
    else pieces.push(character);
  }
  return pieces.map((text) => ({ text, bold: run.bold }));
}

/**
 * Breaks runs into lines of at most `width` pixels, as a typesetter of Chinese does: anywhere between two
 * characters, never before a closing mark, never inside a word; after a comma where that costs no line. A line
 * break in the text stands.
 */
export function wrapRuns(runs: readonly Run[], width: number, size: number): Run[][] {
  const paragraphs = paragraphsOf(runs);
  return paragraphs.flatMap((pieces) => {
    const tight = breakPieces(pieces, width, size, false);
    const nice = breakPieces(pieces, width, size, true);
    const chosen = nice.length > tight.length ? tight : nice;
    return withoutWidow(chosen, width, size).map((line) => trimEnd(merge(line)));
  });
}

function paragraphsOf(runs: readonly Run[]): Run[][] {
  const paragraphs: Run[][] = [[]];
  for (const run of runs) {
    run.text.split('\n').forEach((part, index) => {
      if (index > 0) paragraphs.push([]);
      paragraphs.at(-1)?.push(...piecesOf({ text: part, bold: run.bold }));
    });
  }
  return paragraphs;
}

const widthOf = (text: string, bold: boolean, size: number): number =>
  textWidth(text, size, bold ? 700 : 400);

function breakPieces(pieces: readonly Run[], width: number, size: number, nice: boolean): Run[][] {
  const lines: Run[][] = [];
  let line: Run[] = [];
  let used = 0;
  for (const piece of pieces) {
    const alone = widthOf(piece.text.trimEnd(), piece.bold, size);
    if (line.length > 0 && used + alone > width) {
      const mark = nice ? line.findLastIndex(({ text }) => /[，。；]$/.test(text)) : -1;
      const carried = mark > 0 ? line.splice(mark + 1) : [];
      lines.push(line);
      line = carried;
      used = carried.reduce((sum, { text, bold }) => sum + widthOf(text, bold, size), 0);
    }
    line.push(piece);
    used += widthOf(piece.text, piece.bold, size);
  }
  lines.push(line);
  return lines;
}

const lengthOf = (line: readonly Run[], size: number): number =>
  line.reduce((sum, { text, bold }) => sum + widthOf(text, bold, size), 0);

/** One short word, or one Chinese character. */
const isLost = (line: readonly Run[]): boolean =>
  line.length === 1 && /^(?:[!-~]{1,4}|[^!-~][，。！？：；）]?)$/u.test(line[0]?.text.trim() ?? '');

/** What stands lost on the last line is joined by its neighbour, where that costs no line. */
function withoutWidow(lines: Run[][], width: number, size: number): Run[][] {
  const [before, last] = lines.slice(-2);
  if (before === undefined || last === undefined || before.length < 3 || !isLost(last))
    return lines;
  const moved = before.at(-1);
  if (moved === undefined || lengthOf([moved, ...last], size) > width) return lines;
  return [...lines.slice(0, -2), before.slice(0, -1), [moved, ...last]];
}

function merge(line: readonly Run[]): Run[] {
  const merged: Run[] = [];
  for (const run of line) {
    const last = merged.at(-1);
    if (last?.bold === run.bold) {
      merged[merged.length - 1] = { text: last.text + run.text, bold: run.bold };
    } else merged.push(run);
  }
  return merged;
}

function trimEnd(line: readonly Run[]): Run[] {
  return line.map((run, index) =>
    index === line.length - 1 ? { ...run, text: run.text.trimEnd() } : run,
  );
}

/** The same for one weight: the lines as texts. */
export function wrapText(text: string, width: number, size: number, weight: 400 | 700): string[] {
  return wrapRuns([{ text, bold: weight === 700 }], width, size).map((line) =>
    line.map((run) => run.text).join(''),
  );
}

/** Cut to so many Chinese characters, two letters counting as fewer: `6 汉字 / 10 letters`, then `...`. */
export function shorten(text: string, wideLimit: number = 6, narrowLimit: number = 10): string {
  const characters = [...text];
  const room = (character: string): number =>
    (character.codePointAt(0) ?? 0) >= 0x2e80 ? 1 / wideLimit : 1 / narrowLimit;
  let used = 0;
  for (const [index, character] of characters.entries()) {
    used += room(character);
    if (used > 1.0001) {
      const wide = characters.some((one) => (one.codePointAt(0) ?? 0) >= 0x2e80);
      return characters.slice(0, index).join('').trimEnd() + (wide ? '…' : '...');
    }
  }
  return text;
}
