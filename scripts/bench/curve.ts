/** A line of a chart; `y` runs from 0 to 100. A text chart shows `mark`, a later curve over an earlier one. */
export type Curve = {
  readonly name: string;
  readonly mark: string;
  readonly points: readonly { readonly x: number; readonly y: number }[];
};

type Axes = { readonly x: string; readonly y: string };

const columns = 61;
const rows = 21;

const rangeOf = (curves: readonly Curve[]): number =>
  Math.max(...curves.flatMap(({ points }) => points.map(({ x }) => x)));

/** Height of a curve between its points; they are given in order. */
function heightAt({ points }: Curve, x: number): number {
  const after = Math.max(
    1,
    points.findIndex((point) => point.x >= x),
  );
  const [from, to] = [points[after - 1], points[after]];
  if (from === undefined || to === undefined) return from?.y ?? 0;
  return from.y + ((to.y - from.y) * (x - from.x)) / (to.x - from.x);
}

/** A chart of characters with its legend. */
export function drawText(curves: readonly Curve[], axes: Axes): string {
  const most = rangeOf(curves);
  const field = Array.from({ length: rows }, () => Array<string>(columns).fill(' '));
  for (const curve of curves)
    for (let column = 0; column < columns; column++) {
      const height = heightAt(curve, (most * column) / (columns - 1));
      const line = field[Math.round(((100 - height) / 100) * (rows - 1))];
      if (line !== undefined) line[column] = curve.mark;
    }
  const labelled = field.map((line, row) => {
    const label = row % 5 === 0 ? String(100 - (100 * row) / (rows - 1)) : '';
    return `${label.padStart(4)} |${line.join('').trimEnd()}`;
  });
  const ticks = Array.from({ length: most / 2 + 1 }, (_, i) => String(2 * i));
  const gap = (columns - 1) / (ticks.length - 1);
  const scale = ticks.reduce((text, tick, i) => text.padEnd(6 + Math.round(i * gap)) + tick, '');
  return [
    axes.y,
    ...labelled,
    `     +${'-'.repeat(columns)}`,
    scale,
    `      ${axes.x}`,
    ...curves.map(({ mark, name }) => `      ${mark}  ${name}`),
  ].join('\n');
}

const width = 640;
const height = 400;
const margin = 60;
const colours = ['#b03a2e', '#1f618d', '#117a65'];

/** The same chart as a picture. */
export function drawSvg(curves: readonly Curve[], axes: Axes): string {
  const most = rangeOf(curves);
  const xOf = (x: number) => (margin + ((width - 2 * margin) * x) / most).toFixed(1);
  const yOf = (y: number) => (height - margin - ((height - 2 * margin) * y) / 100).toFixed(1);
  const text = (x: string | number, y: string | number, words: string, anchor = 'middle') =>
    `<text x="${x}" y="${y}" text-anchor="${anchor}">${words}</text>`;
  const lines = curves.flatMap(({ name, points }, i) => {
    const colour = colours[i % colours.length];
    const way = points.map(({ x, y }) => `${xOf(x)},${yOf(y)}`).join(' ');
    const y = 20 + 16 * i;
    return [
      `<polyline points="${way}" fill="none" stroke="${colour}" stroke-width="2"/>`,
      `<line x1="${margin}" y1="${y - 4}" x2="${margin + 24}" y2="${y - 4}" stroke="${colour}" stroke-width="2"/>`,
      text(margin + 32, y, name, 'start'),
    ];
  });
  const grid = [0, 25, 50, 75, 100].flatMap((y) => [
    `<line x1="${margin}" y1="${yOf(y)}" x2="${width - margin}" y2="${yOf(y)}" stroke="#ddd"/>`,
    text(margin - 8, Number(yOf(y)) + 4, String(y), 'end'),
  ]);
  const ticks = Array.from({ length: most / 2 + 1 }, (_, i) =>
    text(xOf(2 * i), height - margin + 18, String(2 * i)),
  );
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" font-family="sans-serif" font-size="12">`,
    '<rect width="100%" height="100%" fill="#fff"/>',
    ...grid,
    ...ticks,
    ...lines,
    text(width / 2, height - 16, axes.x),
    text(16, height / 2, axes.y).replace('>', ` transform="rotate(-90 16 ${height / 2})">`),
    '</svg>\n',
  ].join('\n');
}
