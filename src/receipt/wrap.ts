/** Width of one character in columns, as the printer will print it. */
export type Width = (character: string) => 1 | 2;

/** Never at the start of a line. */
const closing = /^[，。、；：！？）】》”’,.;:!?)\]}%]$/;

const isWide = (character: string | undefined): boolean =>
  character !== undefined && /[\u1100-\uffdc\u{20000}-\u{3ffff}]/u.test(character);

export function widthOf(text: string, width: Width): number {
  let columns = 0;
  for (const character of text) columns += width(character);
  return columns;
}

/**
 * Lines of at most `columns`: Latin words stay whole where they can, Chinese breaks anywhere but before a
 * closing mark. No character is lost but the spaces at a break.
 */
export function wrap(text: string, columns: number, width: Width): readonly string[] {
  const lines: string[] = [];
  let rest = Array.from(text.trimEnd());
  while (rest.length > 0) {
    const fits = fitting(rest, columns, width);
    const end = fits === rest.length ? fits : breakPoint(rest, fits);
    lines.push(rest.slice(0, end).join('').trimEnd());
    rest = Array.from(rest.slice(end).join('').trimStart());
  }
  return lines.length === 0 ? [''] : lines;
}

/** How many characters fit, at least one. */
function fitting(characters: readonly string[], columns: number, width: Width): number {
  let used = 0;
  for (const [at, character] of characters.entries()) {
    used += width(character);
    if (used > columns) return Math.max(1, at);
  }
  return characters.length;
}

/** The last good place to break at or before `fits`; `fits` itself when there is none. */
function breakPoint(characters: readonly string[], fits: number): number {
  for (let end = fits; end > 0; end--) {
    const before = characters[end - 1];
    const after = characters[end];
    if (after !== undefined && closing.test(after)) continue;
    if (before === ' ' || after === ' ' || isWide(before) || isWide(after)) return end;
  }
  return fits;
}
