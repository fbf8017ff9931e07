import { signInAgain } from '../acquirer/header-request.ts';
import type { Config } from '../config/schema.ts';
import type { KeptTables } from '../downloads/projector.ts';
import type { DocumentReader } from '../journal/documents.ts';
import type { LastBackup, LastDrill, LastSignIn } from '../settlement/projector.ts';
import type { Check, DevicesThere, Repair, RepairedBy } from './check.ts';
import { cleaningWanted, newCounters, type ReadCounters, troubles, weakestOf } from './counters.ts';
import { inspectionOf, waitingTasks } from './inspection.ts';
import { countersId, type VersionSince, versionSinceId } from './projector.ts';
import { bankProblems, tableProblems } from './settings-of.ts';

/** What the terminal knows of itself. */
export type SelfKnowledge = {
  readonly nowMs: number;
  /** YYYYMMDD, by the terminal's own clock. */
  readonly today: string;
  readonly config: Config;
  readonly documents: DocumentReader;
  readonly version: string;
  readonly signedIn: boolean;
  readonly readerReady: boolean;
  readonly devices: DevicesThere;
  readonly network: 'ok' | 'connecting' | 'down';
  readonly paper: 'ok' | 'low' | 'out' | 'gone';
  readonly freePercent?: number;
  /** Digits 6 of the headers of the bank's answers that were not obeyed yet. */
  readonly bankWants: ReadonlySet<number>;
};

/** A clock further off than this makes certificates and validity wrong. */
export const clockToleranceSeconds = 120;
const lowStoragePercent = 10;
/** A backup is old when two were missed, a drill when one was. */
const backupsMissed = 2;
const dayMs = 86_400_000;
const monthMs = 30.4 * dayMs;

const kept = <T>({ documents }: SelfKnowledge, id: string): T | undefined =>
  documents.get('counter', id)?.body as T | undefined;

/** `well`, or what repairs it and who may. */
const state = (well: boolean, to: Repair, by: RepairedBy): Pick<Check, 'well' | 'repair'> =>
  well ? { well } : { well, repair: { to, by } };

/** 机器自检: every part of the terminal, in the order of the screen. Pure: the same facts, the same list. */
export const selfCheck = (known: SelfKnowledge): readonly Check[] =>
  rows.map((row) => row(known)).filter((check) => check !== undefined);

/** A part that this terminal does not have is no row. */
const rows: readonly ((known: SelfKnowledge) => Check | undefined)[] = [
  cardTables,
  banks,
  keys,
  merchant,
  clock,
  ({ network }) => ({ item: 'line', ...state(network !== 'down', 'testLine', 'anybody') }),
  ({ readerReady }) => ({ item: 'reader', ...state(readerReady, 'none', 'shop') }),
  ({ devices: { head } }) =>
    head === 'none'
      ? undefined
      : { item: 'head', ...state(head === 'there', 'none', 'technician') },
  ({ devices: { pinPad } }) => ({ item: 'pinPad', ...state(pinPad, 'none', 'shop') }),
  messages,
  cleaning,
  inspection,
  ({ paper }) => ({ item: 'paper', paper, ...state(paper === 'ok', 'none', 'shop') }),
  storage,
  backup,
  drill,
  version,
];

/** Card kinds and keys of the schemes, and how old the bank's tables are. */
function cardTables(known: SelfKnowledge): Check {
  const { config, today, nowMs, bankWants } = known;
  const tables = kept<KeptTables>(known, 'tables');
  const updateRefused = kept(known, 'tablesRefused') !== undefined;
  const { withoutApplication, withoutKey, expired, damaged, until } = tableProblems(config, today);
  const lacking = [...new Set([...withoutApplication, ...withoutKey])];
  const spoilt = lacking.length + expired.length + damaged.length > 0;
  const ageMs = tables === undefined ? 0 : nowMs - tables.atMs;
  const outdated = ageMs > config.care.parametersMonths * monthMs;
  const wanted = [...bankWants].some((digit) => digit > 0 && digit !== signInAgain);
  return {
    item: 'cardTables',
    ...(spoilt
      ? state(false, 'cardTables', 'technician')
      : state(!updateRefused && !outdated && !wanted, 'fetchTables', 'technician')),
    applications: config.applications.length,
    keys: config.caPublicKeys.length,
    expired: expired.length,
    damaged: damaged.length,
    lacking,
    ...(until === undefined ? {} : { until }),
    ...(tables === undefined ? {} : { updatedAtMs: tables.atMs }),
    outdated,
    wanted,
    updateRefused,
  };
}

/** The first digits by which a number is checked and its bank is found. */
function banks({ config }: SelfKnowledge): Check {
  const problems = bankProblems(config);
  const { doubled, strange } = problems;
  const repairable = config.hotlines.length === 0 || doubled !== undefined;
  return {
    item: 'banks',
    banks: config.hotlines.length,
    ...problems,
    ...(repairable
      ? state(false, 'banks', 'technician')
      : state(strange === undefined, 'fetchTables', 'technician')),
  };
}

function keys(known: SelfKnowledge): Check {
  const { signedIn } = known;
  const signIn = kept<LastSignIn>(known, 'signIn');
  return {
    item: 'keys',
    ...state(signedIn, 'signIn', 'anybody'),
    ...(signedIn && signIn !== undefined ? { signedInSinceMs: signIn.atMs } : {}),
  };
}

/** Numbers that are nothing but one digit or blank were never given by a bank. */
function merchant({ config: { merchant: shop } }: SelfKnowledge): Check {
  const blank = (number: string): boolean => /^([0-9 ])\1*$/.test(number);
  const empty = blank(shop.merchantId) || blank(shop.terminalId);
  const noName = Object.values(shop.name).some((name) => name.trim() === '');
  return {
    item: 'merchant',
    terminalId: shop.terminalId,
    ...state(!empty && !noName, 'none', 'bank'),
    ...(empty ? { problem: 'empty' } : noName ? { problem: 'noName' } : {}),
  };
}

function clock(known: SelfKnowledge): Check {
  const offset = kept<LastSignIn>(known, 'signIn')?.clockOffsetSeconds;
  const well = offset === undefined || Math.abs(offset) <= clockToleranceSeconds;
  return {
    item: 'clock',
    ...state(well, 'none', 'technician'),
    ...(offset === undefined ? {} : { offsetSeconds: offset }),
  };
}

function messages({ devices }: SelfKnowledge): Check | undefined {
  if (devices.messages.length === 0) return undefined;
  const { channel, trouble } = devices.messages.find((way) => way.trouble !== undefined) ?? {};
  return {
    item: 'messages',
    ...state(trouble === undefined, 'none', 'shop'),
    ...(channel === undefined || trouble === undefined ? {} : { channel, trouble }),
  };
}

function cleaning(known: SelfKnowledge): Check {
  const counted = kept<ReadCounters>(known, countersId);
  const counters = counted ?? newCounters(known.nowMs);
  const why = cleaningWanted(counters, known.config.care.cleaning);
  const { track } = weakestOf(counters);
  return {
    item: 'cleaning',
    ...state(why === undefined, 'clean', 'anybody'),
    reads: counters.chip.reads + counters.stripe.reads,
    now: troubles(counters),
    ...(counted === undefined ? {} : { sinceMs: counted.sinceMs }),
    ...(counters.before === undefined ? {} : { before: counters.before }),
    ...(why === undefined ? {} : { why }),
    ...(why === 'stripeTrouble' && track !== undefined ? { weakTrack: track } : {}),
  };
}

function inspection({ config, documents, nowMs }: SelfKnowledge): Check {
  const tasks = inspectionOf(config, documents, nowMs);
  const waiting = waitingTasks(tasks);
  const next = tasks.find(({ state: now }) => now === 'later');
  return {
    item: 'inspection',
    ...state(waiting === 0, 'inspect', 'anybody'),
    waiting,
    ...(next === undefined ? {} : { nextAtMs: next.dueAtMs }),
  };
}

function storage({ freePercent: free }: SelfKnowledge): Check {
  return {
    item: 'storage',
    ...state(free === undefined || free >= lowStoragePercent, 'none', 'technician'),
    ...(free === undefined ? {} : { freePercent: free }),
  };
}

function backup(known: SelfKnowledge): Check {
  const last = kept<LastBackup>(known, 'backup');
  const failed = kept(known, 'backupFailed') !== undefined;
  const copy = last?.secondPlace ?? 'none';
  const trouble = copy === 'none' || copy === 'done' ? {} : { secondPlace: copy };
  const limitMs = backupsMissed * known.config.backup.everyMinutes * 60_000;
  const fresh = last !== undefined && known.nowMs - last.atMs <= limitMs;
  const well = fresh && !failed && trouble.secondPlace === undefined;
  const onlyTheStick = fresh && !failed && trouble.secondPlace === 'missing';
  return {
    item: 'backup',
    ...state(well, onlyTheStick ? 'putStick' : 'backUp', 'anybody'),
    failed,
    ...trouble,
    ...(last === undefined ? {} : { atMs: last.atMs }),
  };
}

function drill(known: SelfKnowledge): Check {
  const last = kept<LastDrill>(known, 'drill');
  const limitMs = 2 * known.config.backup.drillDays * dayMs;
  // A new terminal has had nothing to try yet.
  const fresh = last === undefined || known.nowMs - last.atMs <= limitMs;
  return {
    item: 'drill',
    ...state(fresh && last?.ok !== false, 'drill', 'anybody'),
    ok: last?.ok !== false,
    ...(last === undefined
      ? {}
      : { atMs: last.atMs, seconds: Math.max(1, Math.round(last.durationMs / 1_000)) }),
    ...(last?.ok === false && last.goodFromMs !== undefined ? { goodFromMs: last.goodFromMs } : {}),
  };
}

function version(known: SelfKnowledge): Check {
  const { sinceMs } = kept<VersionSince>(known, versionSinceId) ?? {};
  const asked = kept<{ readonly dueAtMs: number }>(known, 'softwareUpdateAsked');
  const limitMs = known.config.care.softwareMonths * monthMs;
  return {
    item: 'version',
    ...state(sinceMs === undefined || known.nowMs - sinceMs <= limitMs, 'askUpdate', 'anybody'),
    version: known.version,
    ...(sinceMs === undefined ? {} : { sinceMs }),
    ...(asked === undefined ? {} : { askedUntilMs: asked.dueAtMs }),
  };
}
