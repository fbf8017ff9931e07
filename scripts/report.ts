import './guard.ts';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import Database from 'better-sqlite3';
import { pathsOf } from '#db/folder.ts';
import { openReader } from '#db/reader.ts';
import { drawPdf } from '#hal/reports/pdf.ts';
import { loadConfig } from '#src/config/load.ts';
import { parties } from '#src/incident/events.ts';
import { reportFormats } from '#src/report/document.ts';
import { composeReport, type ReportWish } from '#src/report/exports.ts';
import { weekOf } from '#src/report/week.ts';
import { said } from '#ui/texts/why/say.ts';
import { parseArgs } from './arguments.ts';

const usage = `npm run report -- [--data <folder>] [--week 2026-W48 | --case <id> --party bank|headOffice|vendor]
                  [--format pdf|json|csv] [--language zh-CN|en] [--config <file>] [--out <file>]
The cases of a week (this one when none is named), or one case for one party, from the terminal's records. Only reads,
also while the terminal runs. Without --out, JSON and CSV go to the terminal and a PDF to a file named by its week.
Ends with 0, with 1 when there is nothing to report, with 2 when it was called wrongly.`;

async function main(): Promise<number> {
  const { values } = parseArgs({
    options: {
      data: { type: 'string', default: 'data' },
      week: { type: 'string' },
      case: { type: 'string' },
      party: { type: 'string', default: 'bank' },
      format: { type: 'string', default: 'json' },
      language: { type: 'string' },
      config: { type: 'string' },
      out: { type: 'string' },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) return say(usage, 0);
  const format = reportFormats.find((name) => name === values.format);
  const party = parties.find((name) => name === values.party);
  if (format === undefined || party === undefined) return say(usage, 2);
  const file = pathsOf(resolve(values.data)).database;
  if (!existsSync(file)) return say(`There are no records at ${file}.`, 2);
  const over: unknown =
    values.config === undefined ? {} : JSON.parse(readFileSync(values.config, 'utf8'));
  const config = loadConfig(
    over,
    values.language === undefined ? {} : { language: values.language },
  );
  if (!('merchant' in config))
    return say(config.map(({ path, problem }) => `${path}: ${problem}`).join('\n'), 2);
  const wish: ReportWish =
    values.case === undefined
      ? { type: 'week', week: values.week ?? weekOf(Date.now(), config.timeZone) }
      : { type: 'case', incidentId: values.case, party };
  const db = new Database(file, { readonly: true, fileMustExist: true });
  try {
    const report = composeReport(wish, format, {
      documents: openReader(db),
      config,
      version: '',
      simulated: true,
      now: Date.now,
      said,
      // What was given by customers stays on the terminal.
      personal: { seal: () => '', open: () => undefined, destroy: () => undefined },
    });
    if (report === undefined) return say('There is no such case or week.', 1);
    if ('text' in report && values.out === undefined) process.stdout.write(report.text);
    else {
      const bytes = 'text' in report ? report.text : await drawPdf(report.pages);
      writeFileSync(values.out ?? report.name, bytes, { mode: 0o600 });
    }
    return 0;
  } finally {
    db.close();
  }
}

function say(text: string, code: number): number {
  (code === 0 ? process.stdout : process.stderr).write(`${text}\n`);
  return code;
}

process.exitCode = await main();
