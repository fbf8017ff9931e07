import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { inflateSync } from 'node:zlib';
import { openReportFolder } from '#hal/reports/folder.ts';
import { defaults } from '#src/config/defaults.ts';
import { configSchema } from '#src/config/schema.ts';
import { parties } from '#src/incident/events.ts';
import { continueIncident, type Incident, openIncident } from '#src/incident/incident.ts';
import type { IncidentResult } from '#src/journal/events.ts';
import { cny } from '#src/money.ts';
import type { Hold } from '#src/preauth/hold.ts';
import { caseReport } from '#src/report/case-report.ts';
import { csvCell, csvText } from '#src/report/csv.ts';
import { caseFile, weekFile } from '#src/report/document.ts';
import { partyReads, reportFields } from '#src/report/fields.ts';
import { parseWeek, weekOf, weekSummary } from '#src/report/week.ts';
import { trainingRows } from '#src/report/week-document.ts';
import type { ExerciseId } from '#src/training/exercises.ts';
import type { AssessmentRecord, ExerciseRecord } from '#src/training/records.ts';
import { said } from '#ui/texts/why/say.ts';

const config = configSchema.parse(defaults);
const timeZone = 'Asia/Shanghai';
/** Shop time of a day of 2026. */
const at = (month: number, day: number, hour = 12): number =>
  Date.UTC(2026, month - 1, day, hour - 8);

const diagnosis = {
  cause: 'network',
  finding: 'noLine',
  code: 'N1',
  because: [{ type: 'linkFault', fault: 'link.connectTimeout', tries: 2, maybeSent: false }],
  alternatives: [],
  remedies: [],
} as const;

function madeCase(
  id: string,
  atMs: number,
  more: {
    operator?: string;
    cause?: 'network' | 'bankSide';
    result?: IncidentResult | undefined;
  } = {},
): Incident {
  const { operator = '01', cause = 'network', result } = more;
  const opened = openIncident(
    {
      kind: 'incident.opened',
      incidentId: id,
      amount: cny(50_000),
      note: '=808',
      operator,
      diagnosis: { ...diagnosis, cause },
    },
    atMs,
    id.slice(-7),
  );
  const walked = continueIncident(
    opened,
    { kind: 'incident.remedyEnded', incidentId: id, remedy: 'waitForBank', end: 'failed' },
    atMs + 10_000,
  );
  if (result === undefined) return walked;
  const ended = { kind: 'incident.resolved', incidentId: id, result } as const;
  return continueIncident(walked, ended, atMs + 90_000);
}

const number = '6222021234567890123';
const hold = {
  holdId: 'h1',
  state: 'held',
  how: 'chip',
  label: 'UnionPay',
  openedAtMs: at(11, 23),
  amount: cny(50_000),
  shredded: false,
  card: { token: 't1', lookup: 'k-1', maskedPan: '622202*********0123', last4: '0123' },
  original: { batch: 1, stan: 7, date: '1123', time: '120000', authorisationCode: '603127' },
  history: [],
} as unknown as Hold;

const sources = {
  incident: { ...madeCase('00000001-26-1123-07', at(11, 23), { result: 'held' }), holdId: 'h1' },
  hold,
  config,
  version: '0.1.0',
  said,
  simulated: true,
  nowMs: at(11, 23, 18),
};

describe('a case in a report', () => {
  it('gives each party what it needs and nothing more', () => {
    for (const party of parties)
      for (const { field } of caseReport(sources, party, 'en'))
        assert.ok(partyReads(party).includes(field), `${party} ${field}`);
    const fields = (party: (typeof parties)[number]) =>
      caseReport(sources, party, 'en').map(({ field }) => field);
    assert.ok(fields('bank').includes('maskedPan') && fields('bank').includes('authorisationCode'));
    assert.ok(!fields('bank').includes('note') && !fields('bank').includes('operator'));
    assert.ok(
      fields('headOffice').includes('last4') && !fields('headOffice').includes('maskedPan'),
    );
    assert.ok(fields('vendor').includes('evidence') && fields('vendor').includes('version'));
    for (const secret of ['last4', 'maskedPan', 'authorisationCode', 'amount', 'note', 'operator'])
      assert.ok(!(fields('vendor') as readonly string[]).includes(secret), secret);
  });

  it('tells head office how long a way out took, and nothing where there was none', () => {
    const minutes = (result?: IncidentResult) =>
      caseReport(
        { ...sources, incident: madeCase('00000001-26-1123-07', at(11, 23), { result }) },
        'headOffice',
        'en',
      ).find(({ field }) => field === 'minutesToWayOut')?.values;
    assert.deepEqual(minutes('held'), ['2']);
    assert.equal(minutes('customerLeft'), undefined);
    assert.equal(minutes(), undefined);
  });

  it('has every field of the table read by somebody', () => {
    for (const field of reportFields)
      assert.ok(
        parties.some((party) => partyReads(party).includes(field)),
        field,
      );
  });

  it('says the same in JSON and CSV, in both languages, and never the whole number', () => {
    for (const party of parties)
      for (const language of ['zh-CN', 'en'] as const)
        for (const format of ['json', 'csv'] as const) {
          const file = caseFile(sources, party, format, language);
          assert.ok('text' in file);
          assert.ok(
            !file.text.includes(number) &&
              !/\d{13,}/.test(file.text.replaceAll(config.merchant.merchantId, '')),
          );
        }
    const file = caseFile(sources, 'bank', 'json', 'en');
    assert.ok('text' in file);
    const { evidenceCodes, fields, simulated } = JSON.parse(file.text);
    assert.deepEqual(
      [fields.ticket, fields.maskedPan, simulated],
      ['1123-07', '622202*********0123', true],
    );
    assert.equal(fields.openedAt, '2026-11-23 12:00');
    assert.equal(fields.finding, 'No network');
    assert.equal(fields.evidence, 'No connection in time, 2 tries');
    assert.deepEqual(evidenceCodes, [
      'linkFault fault=link.connectTimeout tries=2 maybeSent=false',
    ]);
  });
});

describe('a cell of a table', () => {
  const cells: readonly (readonly [string, string])[] = [
    ['808', '"808"'],
    ['a "b", c', '"a ""b"", c"'],
    ['=1+1', '"\'=1+1"'],
    ['+86', '"\'+86"'],
    ['-5', '"\'-5"'],
    ['@SUM(A1)', '"\'@SUM(A1)"'],
    ['\t=1', '"\'\t=1"'],
    ['线\n路', '"线\n路"'],
  ];
  for (const [value, cell] of cells)
    it(`${JSON.stringify(value)} is nothing that a spreadsheet computes`, () =>
      assert.equal(csvCell(value), cell));

  it('stands in a file that shows Chinese, with the lines of RFC 4180', () => {
    assert.equal(
      csvText([
        ['a', '押'],
        ['b', '1'],
      ]),
      '\ufeff"a","押"\r\n"b","1"\r\n',
    );
  });
});

const assessed = (
  operator: string,
  percent: number,
  atMs: number,
  validUntilMs: number,
): AssessmentRecord => ({
  operator,
  role: 'cashier',
  percent,
  right: 10,
  questions: 12,
  wrong: [],
  exercises: [],
  passed: percent >= 80,
  atMs,
  validUntilMs,
});

const tried = (operator: string, exercise: ExerciseId, lastAtMs: number): ExerciseRecord => {
  const once = { points: 100, seconds: 40, taps: 5 };
  return { operator, exercise, tries: 1, lastAtMs, last: once, best: once };
};

describe('a week', () => {
  const weeks: readonly (readonly [string, number])[] = [
    ['2026-W48', at(11, 23, 0)],
    ['2026-W48', at(11, 29, 23)],
    ['2026-W49', at(11, 30, 0)],
    ['2026-W01', at(1, 1)],
    ['2026-W53', Date.UTC(2027, 0, 3, 4)],
    ['2027-W01', Date.UTC(2027, 0, 3, 17)],
  ];
  for (const [week, ms] of weeks)
    it(`${new Date(ms).toISOString()} lies in ${week} of the shop`, () =>
      assert.equal(weekOf(ms, timeZone), week));

  it('that is none is refused', () => {
    for (const week of ['2026-W00', '2026-W54', '2027-W53', '2026-48', ''])
      assert.equal(parseWeek(week), undefined, week);
  });

  const summary = weekSummary(parseWeek('2026-W48') ?? 0, {
    incidents: [
      madeCase('00000001-26-1122-01', at(11, 22), { result: 'held' }),
      { ...madeCase('00000001-26-1123-01', at(11, 23, 0), { result: 'held' }), holdId: 'h1' },
      {
        ...madeCase('00000001-26-1124-01', at(11, 24), {
          cause: 'bankSide',
          result: 'customerLeft',
        }),
        // Closed the next day: that is no way out, and makes no week slow.
        resolvedAtMs: at(11, 25),
      },
      madeCase('00000002-26-1129-01', at(11, 29, 23), { operator: '02' }),
      madeCase('00000001-26-1130-01', at(11, 30, 0)),
    ],
    hold: (id) => (id === 'h1' ? hold : undefined),
    training: {
      assessments: [
        assessed('02', 90, at(11, 25), at(12, 30)),
        assessed('01', 60, at(11, 27), at(11, 20)),
        assessed('03', 85, at(11, 2), at(12, 1)),
      ],
      exercises: [tried('01', 'unknownCard', at(11, 24)), tried('01', 'deadLine', at(11, 30))],
    },
    timeZone,
  });

  it('counts its own cases by cause, terminal, person and card, and what was lost', () => {
    assert.deepEqual(summary, {
      week: '2026-W48',
      fromDate: '2026-11-23',
      toDate: '2026-11-29',
      cases: 3,
      casesBefore: 1,
      byCause: [
        { cause: 'network', count: 2 },
        { cause: 'bankSide', count: 1 },
      ],
      byTerminal: [
        { name: '00000001', count: 2 },
        { name: '00000002', count: 1 },
      ],
      byOperator: [
        { name: '01', count: 2 },
        { name: '02', count: 1 },
      ],
      byBrand: [
        { name: '', count: 2 },
        { name: 'UnionPay', count: 1 },
      ],
      medianSeconds: 90,
      slowestSeconds: 90,
      lostHolds: 1,
      open: 1,
      training: {
        assessed: [
          { operator: '02', percent: 90, passed: true },
          { operator: '01', percent: 60, passed: false },
        ],
        exercises: 1,
        refresherDue: ['01'],
      },
    });
  });

  it('says who passed the assessment and whose refresher is due, in every format', () => {
    const about = { merchant: '海风酒店', simulated: false, madeAt: '2026-11-29 23:59' };
    const csv = weekFile(summary, 'csv', 'en', about);
    assert.ok('text' in csv);
    assert.match(csv.text, /"assessmentPassed","02","90"/);
    assert.match(csv.text, /"assessmentFailed","01","60"/);
    assert.match(csv.text, /"refresherDue","01",""/);
    assert.deepEqual(trainingRows(summary, 'en'), [
      ['Assessments 02', '90 % passed'],
      ['Assessments 01', '60 % not passed'],
      ['Exercises done', '1'],
      ['Refresher due', '01'],
    ]);
  });

  it('is a PDF with its charts, its font inside and in parts only, marked as simulated', async () => {
    const folder = openReportFolder({ folder: '/nowhere' });
    const about = { merchant: '海风酒店', simulated: true, madeAt: '2026-11-29 23:59' };
    const bytes = await folder.bytes(weekFile(summary, 'pdf', 'zh-CN', about));
    const raw = Buffer.from(bytes).toString('latin1');
    assert.ok(raw.startsWith('%PDF-1.') && raw.trimEnd().endsWith('%%EOF'));
    assert.match(raw, /\/FontFile2/);
    assert.match(raw, /\+NotoSansSC/);
    assert.ok(bytes.length < 200_000, `${bytes.length} bytes`);
    const bars = [...raw.matchAll(/stream\r?\n([\s\S]*?)\r?\nendstream/g)]
      .map(([, body = '']) => inflated(Buffer.from(body, 'latin1')))
      .join('');
    assert.ok((bars.match(/ c\n/g) ?? []).length >= 8, 'rounded bars are drawn');
  });
});

function inflated(bytes: Uint8Array): string {
  try {
    return inflateSync(bytes).toString('latin1');
  } catch {
    return '';
  }
}
