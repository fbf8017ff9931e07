import './guard.ts';
import { readFileSync, writeFileSync } from 'node:fs';
import { capturePolicy, messageOfAsk } from '#src/capture/policy.ts';
import { defaults } from '#src/config/defaults.ts';
import { describeMessage } from '#src/emv/messages.ts';
import { givenTransitions, takenTransitions } from '#src/handover/machine.ts';
import { parties } from '#src/incident/events.ts';
import { caseEvents, caseStates, caseTransitions } from '#src/incident/machine.ts';
import { actions, agreedBy, permission, permissions, roles } from '#src/people/permissions.ts';
import { holdStates, openStates, unsettledStates } from '#src/preauth/hold.ts';
import { type HoldEffect, type HoldEventName, transitions } from '#src/preauth/machine.ts';
import { retention } from '#src/privacy/retention.ts';
import { deviceClasses, deviceFirst } from '#src/recovery/ways-device.ts';
import { everyRemedy, waysRules } from '#src/recovery/ways-rules.ts';
import { everyCode, everyFinding, offersOf } from '#src/recovery/ways-table.ts';
import { partyReads, reportFields } from '#src/report/fields.ts';
import { fieldWords } from '#src/report/words.ts';
import { textsOf } from '#ui/theme.ts';
import { parseArgs } from './arguments.ts';

/**
 * `npm run machines`: writes the state × event matrix of each machine into the README beside it; with `--check` it
 * writes nothing and fails when a README says something else than the code.
 */

/** The columns, in the order of a hold's life. The type keeps the list whole. */
const holdEvents: Readonly<Record<HoldEventName, string>> = {
  preauthRequested: '预授权',
  cardAbsentPreauthRequested: 'MOTO 预授权',
  incrementRequested: '追加',
  completionRequested: '完成（请求）',
  completionAdviceRequested: '完成（通知）',
  cancellationRequested: '撤销',
  completionVoidRequested: '完成撤销',
  offlineAdviceRequested: '离线结算',
  approved: '批准',
  declined: '拒绝',
  notSent: '没发出',
  reversalOwed: '要冲正',
  reversalSettled: '冲正了',
  adviceSettled: '通知到了',
  adviceRefused: '通知被拒',
  expired: '到期',
  registered: '登记',
  numberLost: '卡号丢失',
  numberGiven: '补录卡号',
  givenAway: '转出',
  takenBack: '收回',
  movedAway: '对方已收',
  takenOver: '转入',
};

const marks: Readonly<Record<HoldEffect, string>> = {
  queueReversal: 'R',
  queueAdvice: 'A',
  shred: 'S',
};

/** The matrix of a hold as a Markdown table: a row a state, a column an event, `·` where the event is refused. */
export function holdMatrix(): string {
  const events = Object.keys(holdEvents) as HoldEventName[];
  const heads = events.map((event) => `${event} ${holdEvents[event]}`);
  const rows = holdStates.map((state) => {
    const cells = events.map((event) => {
      const transition = transitions[state][event];
      if (transition === undefined) return '·';
      const effects = (transition.effects ?? []).map((effect) => ` **${marks[effect]}**`);
      return transition.to + effects.join('');
    });
    const kind = [
      ...(openStates.includes(state) ? ['open'] : []),
      ...(unsettledStates.includes(state) ? ['unsettled'] : []),
    ];
    return [`**${state}**`, kind.join(', '), ...cells];
  });
  return [['state', 'counts as', ...heads], heads.map(() => '---').concat('---', '---'), ...rows]
    .map((cells) => `| ${cells.join(' | ')} |`)
    .join('\n');
}

/** The capture policy, a row a situation. */
export function captureTable(): string {
  const rows = capturePolicy.map(({ situation, again, fallback, recorded }) => [
    `**${situation}**`,
    again,
    fallback,
    recorded,
    describeMessage(messageOfAsk[again]),
  ]);
  const head = ['last try', 'again', 'fallback', 'recorded', 'message'];
  return [head, head.map(() => '---'), ...rows]
    .map((cells) => `| ${cells.join(' | ')} |`)
    .join('\n');
}

/** Who may do what, a row an action. */
export function permissionTable(): string {
  const policies = {
    ...defaults.policies,
    cardAbsentPreauthAllowed: true,
    incrementAllowed: true,
    voiceAuthorisationAllowed: true,
    numberByTwoPeople: true,
  };
  const rows = actions.map((action) => {
    const cells = roles.map((role) => permission(action, role, policies));
    const { onlyWhile, needs }: { readonly onlyWhile?: string; readonly needs?: string } =
      permissions[action];
    const rules = [onlyWhile ?? '', needs ?? ''];
    return [`**${action}**`, ...cells, agreedBy(action).join(', '), ...rules];
  });
  const head = ['action', ...roles, 'agreed by', 'only while', 'needs'];
  return [head, head.map(() => '---'), ...rows]
    .map((cells) => `| ${cells.join(' | ')} |`)
    .join('\n');
}

const markdown = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');

/** The matrix of a case, a row a state. */
export function caseMatrix(): string {
  const rows = caseStates.map((state) => [
    `**${state}**`,
    ...caseEvents.map((event) => caseTransitions[state][event] ?? '·'),
  ]);
  return markdown(['state', ...caseEvents], rows);
}

/** Which party reads which field of a case. */
export function reportTable(): string {
  const rows = reportFields.map((field) => [
    `**${field}** ${fieldWords[field]['zh-CN']}`,
    ...parties.map((party) => (partyReads(party).includes(field) ? 'yes' : '·')),
  ]);
  return markdown(['field', ...parties], rows);
}

/** What is kept, for how long and why. */
export function retentionTable(): string {
  const { keepDays } = defaults.contact;
  const said = { ...textsOf('en').caseFollow.kept(keepDays) };
  const rows = retention.map(({ data, kept, what, why, erasable }) => [
    `**${data}**`,
    what.en,
    said[kept],
    why.en,
    erasable ? 'yes' : '',
  ]);
  return markdown(['data', 'what', 'kept', 'why', 'erased for one case'], rows);
}

/** The ways out: what each finding and each answer code offers, and what each way costs and needs. */
export function waysTables(): string {
  const byFinding = everyFinding.map((finding) => [
    `**${finding}**`,
    offersOf(finding, 'atHold', 'esign').join(', '),
    offersOf(finding, 'later', 'esign').join(', '),
  ]);
  const byDevice = Object.entries(deviceFirst).map(([finding, columns]) => [
    `**${finding}**`,
    ...deviceClasses.map((device) => columns[device].join(', ')),
  ]);
  const byCode = new Map<string, string[]>();
  for (const code of everyCode) {
    const offers = offersOf('refused', 'atHold', 'esign', code).join(', ');
    byCode.set(offers, [...(byCode.get(offers) ?? []), code]);
  }
  const costs = everyRemedy.map((kind) => {
    const { seconds, risk, agrees, becomes, needs, repeats } = waysRules[kind];
    const again = repeats ? 'yes' : '';
    return [
      `**${kind}**`,
      String(seconds),
      risk,
      agrees.join(', '),
      becomes ?? '',
      needs.join(', '),
      again,
    ];
  });
  return [
    markdown(['finding', 'at the hold', 'later'], byFinding),
    markdown(['first, on a', ...deviceClasses], byDevice),
    markdown(
      ['answer code', 'at the hold'],
      [...byCode].map(([offers, codes]) => [`**${codes.sort().join(' ')}**`, offers]),
    ),
    markdown(['way', 'seconds', 'risk', 'agrees', 'becomes', 'needs', 'repeats'], costs),
  ].join('\n\n');
}

/** Both sides of a hand-over. */
export function handoverTables(): string {
  const table = (
    side: string,
    transitions: Readonly<Record<string, Readonly<Partial<Record<string, string>>>>>,
    events: readonly string[],
    charges: readonly string[],
  ): string =>
    markdown(
      [side, 'may charge', ...events],
      Object.entries(transitions).map(([state, row]) => [
        `**${state}**`,
        charges.includes(state) ? 'yes' : '',
        ...events.map((event) => row[event] ?? '·'),
      ]),
    );
  return [
    table(
      'giver',
      givenTransitions,
      ['given', 'delivered', 'takenBack', 'ended'],
      ['none', 'takenBack'],
    ),
    table('receiver', takenTransitions, ['taken', 'refused'], ['taken']),
  ].join('\n\n');
}

export const machines: readonly { readonly readme: URL; readonly matrix: () => string }[] = [
  { readme: new URL('../src/preauth/README.md', import.meta.url), matrix: holdMatrix },
  { readme: new URL('../src/capture/README.md', import.meta.url), matrix: captureTable },
  { readme: new URL('../src/recovery/README.md', import.meta.url), matrix: waysTables },
  { readme: new URL('../src/incident/README.md', import.meta.url), matrix: caseMatrix },
  { readme: new URL('../src/report/README.md', import.meta.url), matrix: reportTable },
  { readme: new URL('../src/privacy/README.md', import.meta.url), matrix: retentionTable },
  { readme: new URL('../src/people/README.md', import.meta.url), matrix: permissionTable },
  { readme: new URL('../src/handover/README.md', import.meta.url), matrix: handoverTables },
];

const between = /(<!-- matrix: npm run machines -->\n)[\s\S]*?(<!-- end of matrix -->)/;

/** The README with its matrix as the code is now. Throws when the README has no place for it. */
export function withMatrix(readme: string, matrix: string): string {
  if (!between.test(readme)) throw new Error('the README has no markers for the matrix');
  return readme.replace(
    between,
    (_, begin: string, end: string) => `${begin}\n${matrix}\n\n${end}`,
  );
}

function run(check: boolean): void {
  for (const { readme, matrix } of machines) {
    const before = readFileSync(readme, 'utf8');
    const after = withMatrix(before, matrix());
    if (before === after) continue;
    if (check) {
      process.stderr.write(`${readme.pathname} is not what the code is: npm run machines\n`);
      process.exitCode = 1;
    } else writeFileSync(readme, after);
  }
  if (!check) process.stdout.write(`${machines.map(({ matrix }) => matrix()).join('\n\n')}\n`);
}

if (import.meta.main) {
  const { values } = parseArgs({ options: { check: { type: 'boolean', default: false } } });
  run(values.check);
}
