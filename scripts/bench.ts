import './guard.ts';
import { availableParallelism, loadavg } from 'node:os';
import { parseArgs } from './arguments.ts';
import type { Row } from './bench/row.ts';

/**
 * `npm run bench`: what the pieces cost, as ratios to a named peer or a physical limit in the same run.
 * `npm run bench -- kernel touch` runs some of them.
 */
const pieces: Readonly<Record<string, () => Promise<readonly Row[]>>> = {
  kernel: async () => (await import('./bench/kernel.ts')).benchKernel(),
  stripe: async () => (await import('./bench/stripe.ts')).benchStripe(),
  iso8583: async () => (await import('./bench/iso8583.ts')).benchIso8583(),
  journal: async () => (await import('./bench/journal.ts')).benchJournal(),
  million: async () => (await import('./bench/million.ts')).benchMillion(),
  diagnosis: async () => (await import('./bench/diagnosis.ts')).benchDiagnosis(),
  why: async () => (await import('./bench/why.ts')).benchWhy(),
  touch: async () => (await import('./bench/touch.ts')).benchTouch(),
  start: async () => (await import('./bench/start.ts')).benchStart(),
};

const heads = ['what', 'ours', 'beside', 'theirs', 'ratio', 'wanted'] as const;

const cellsOf = ({ what, ours, peer, theirs, ratio, wanted }: Row): readonly string[] => [
  what,
  ours,
  peer,
  theirs,
  ratio < 0.1 ? ratio.toPrecision(2) : ratio.toFixed(2),
  wanted ?? '',
];

function print(rows: readonly Row[]): void {
  const table = [heads, ...rows.map(cellsOf)];
  const widths = heads.map((_, at) => Math.max(...table.map((cells) => (cells[at] ?? '').length)));
  for (const cells of table)
    console.log(
      cells
        .map((cell, at) => cell.padEnd(widths[at] ?? 0))
        .join('  ')
        .trimEnd(),
    );
}

const { positionals } = parseArgs({ allowPositionals: true });
const wanted = positionals.length === 0 ? Object.keys(pieces) : positionals;
const unknown = wanted.filter((name) => !Object.hasOwn(pieces, name));
if (unknown.length > 0) {
  process.stderr.write(
    `no piece ${unknown.join(', ')}; there are ${Object.keys(pieces).join(', ')}\n`,
  );
  process.exit(2);
}
const rows: Row[] = [];
for (const name of wanted) rows.push(...((await pieces[name]?.()) ?? []));
print(rows);
console.log(
  `\nThe ratios are what counts: this machine is noisy (load ${loadavg()[0]?.toFixed(1)} on ` +
    `${availableParallelism()} processors). Times are medians, throughputs the best of several rounds.`,
);
process.exit(0);
