import './guard.ts';
import { readFileSync } from 'node:fs';
import { defaults } from '#src/config/defaults.ts';
import { diagnose } from '#src/recovery/diagnose.ts';
import type { Cause, Evidence } from '#src/recovery/evidence.ts';
import { weigh } from '#src/recovery/weigh.ts';
import { evidenceWords } from '#ui/texts/answers.ts';
import { en } from '#ui/texts/en.ts';
import { confusion } from '../test/recovery/confusion.ts';
import { parseArgs } from './arguments.ts';

/**
 * `npm run diagnose -- --report`: the confusion matrix over the labelled situations and disturbed ones.
 * `npm run diagnose -- --evidence file.json`: one list of evidence, what it comes to, and every point of the sum.
 */
const { values } = parseArgs({
  options: {
    report: { type: 'boolean', default: false },
    evidence: { type: 'string' },
    seed: { type: 'string', default: '1' },
    perturbed: { type: 'string', default: '2000' },
  },
});

const causes: readonly Cause[] = [
  'settings',
  'unsupportedCard',
  'damagedOrExpired',
  'network',
  'operator',
  'deviceFault',
  'bankSide',
  'withheld',
  'suspectedFraud',
  'refusedByIssuer',
  'unknown',
];

function printTable(rows: readonly (readonly string[])[]): void {
  const widths = (rows[0] ?? []).map((_, at) =>
    Math.max(...rows.map((row) => (row[at] ?? '').length)),
  );
  for (const row of rows)
    console.log(
      row
        .map((cell, at) =>
          at === 0 ? cell.padEnd(widths[at] ?? 0) : cell.padStart(widths[at] ?? 0),
        )
        .join('  '),
    );
}

function report(): void {
  for (const perturbed of [0, Number(values.perturbed)]) {
    const { cells, total } = confusion({ seed: Number(values.seed), perturbed });
    const count = (label: Cause, diagnosed: Cause) =>
      cells.find((cell) => cell.label === label && cell.diagnosed === diagnosed)?.count ?? 0;
    const sum = (fits: (label: Cause, diagnosed: Cause) => boolean) =>
      cells
        .filter((cell) => fits(cell.label, cell.diagnosed))
        .reduce((all, cell) => all + cell.count, 0);
    const percent = (part: number) => `${((100 * part) / total).toFixed(1)} %`;
    console.log(
      perturbed === 0
        ? `${total} labelled situations (down: what it is; across: what was said)`
        : `\nthe same with ${perturbed} disturbed ones: another order, noise added, a piece missing (seed ${values.seed})`,
    );
    printTable([
      ['', ...causes],
      ...causes.map((label) => [
        label,
        ...causes.map((diagnosed) => String(count(label, diagnosed) || '.')),
      ]),
    ]);
    const right = sum((label, diagnosed) => label === diagnosed);
    const unknown = sum((_, diagnosed) => diagnosed === 'unknown');
    const another = sum((label, diagnosed) => label !== diagnosed && diagnosed !== 'unknown');
    console.log(
      `right ${percent(right)}, said as not known ${percent(unknown)}, called another cause ${percent(another)}`,
    );
  }
}

function explain(file: string): void {
  const evidence = JSON.parse(readFileSync(file, 'utf8')) as readonly Evidence[];
  const context = { policies: defaults.policies, readerReady: true, hasStripe: true };
  const diagnosis = diagnose(evidence, context);
  const { contributions, scores } = weigh(evidence);
  const { cause, finding, code, because, alternatives, nextTest, remedies } = diagnosis;
  console.log(`${en.finding[finding]} (${cause}, ${finding}, code ${code})`);
  for (const item of because) console.log(`  because: ${evidenceWords(en, 'en', item)}`);
  if (alternatives.length > 0)
    console.log(`  or: ${alternatives.map((one) => en.cause[one]).join(', ')}`);
  if (nextTest !== undefined)
    console.log(
      `  would settle it: ${nextTest.type === 'question' ? en.settle.question[nextTest.question] : en.settle.test[nextTest.test]}` +
        ` (${nextTest.tellsApart.join(' or ')})`,
    );
  console.log(`  ways: ${remedies.map(({ kind }) => kind).join(', ')}\n`);
  printTable([
    ['cause', 'points', ''],
    ...scores.map((score) => [score.cause, score.points.toFixed(2), '']),
  ]);
  console.log('');
  for (const { cause: of, points, why, evidence: item } of contributions)
    console.log(
      `${points >= 0 ? '+' : ''}${points.toFixed(2)}  ${of}  ${item?.type ?? 'several'}: ${why}`,
    );
}

if (values.evidence !== undefined) explain(values.evidence);
else if (values.report) report();
else {
  process.stderr.write('npm run diagnose -- --report, or --evidence file.json\n');
  process.exitCode = 2;
}
