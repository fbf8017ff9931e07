import type { Download } from '../acquirer/contract.ts';
import { parseApplication, parseCaPublicKey, parseDownloadList } from '../acquirer/downloads.ts';
import { toHex } from '../bytes.ts';
import type { DownloadReason } from '../downloads/events.ts';
import { parseParameters } from '../downloads/parameters.ts';
import type { BankTables, TableName } from '../downloads/tables.ts';
import { problemOf, type TableProblem } from '../downloads/validate.ts';
import type { Meanwhile } from './bank.ts';
import { append, type Flow, facts } from './flow.ts';
import { type Managed, manage } from './line-jobs.ts';
import { localTime } from './time.ts';

/** Entries that one table may have, and messages of one list: a bank that goes on for ever is stopped. */
const mostItems = 200;
const mostLists = 20;

/** What ended a download; `fault` is the bank's code or a fault of the line where there was one. */
export type Downloaded =
  | { readonly type: 'taken'; readonly tables: BankTables }
  | {
      readonly type: 'notTaken';
      readonly table: TableName;
      readonly item: string;
      readonly problem: TableProblem;
      readonly fault?: string;
    };

/** 状态上送: the bank hears that the terminal is there; what it has is asked for by the other codes. */
export const reportState = (meanwhile?: Meanwhile): Flow<Managed> =>
  manage(stepOf('parameters', { type: 'query', received: 0 }), meanwhile);

type NotTaken = Extract<Downloaded, { type: 'notTaken' }>;

/**
 * Asks for these tables one after the other. Only when all of them are here and good are they written, in one row:
 * anything less changes nothing, and says why.
 */
export function* download(
  names: readonly TableName[],
  why: DownloadReason,
  meanwhile?: Meanwhile,
): Flow<Downloaded> {
  let tables: BankTables = {};
  for (const name of names) {
    const fetched = yield* fetchTable(name, meanwhile);
    if ('type' in fetched) return yield* refuse(fetched, why);
    tables = { ...tables, ...fetched };
    const now = yield* facts();
    const today = `20${localTime(now.nowMs, now.config.timeZone).yymmdd}`;
    const problem = problemOf(now.config, fetched, today);
    if (problem !== undefined)
      return yield* refuse({ type: 'notTaken', table: name, ...problem }, why);
    yield* manage(stepOf(name, { type: 'end' }), meanwhile);
  }
  yield* append({ events: [{ kind: 'tables.received', why, tables }] });
  return { type: 'taken', tables };
}

function* refuse(end: NotTaken, why: DownloadReason): Flow<NotTaken> {
  const { table, item, problem } = end;
  yield* append({ events: [{ kind: 'tables.refused', why, table, item, problem }] });
  return end;
}

const stepOf =
  (table: TableName, step: Download['step']) =>
  (numbers: { readonly stan: number; readonly batch: number }) =>
    ({ kind: 'download', ...numbers, table, step }) as const;

function* fetchTable(name: TableName, meanwhile?: Meanwhile): Flow<BankTables | NotTaken> {
  if (name === 'parameters') {
    const parameters = yield* fetchItem(name, new Uint8Array(), parseParameters, meanwhile);
    return 'type' in parameters ? parameters : { parameters: parameters.entry };
  }
  const items = yield* listOf(name, meanwhile);
  if ('type' in items) return items;
  return name === 'caPublicKeys'
    ? yield* fetchAll(name, items, parseCaPublicKey, meanwhile, (caPublicKeys) => ({
        caPublicKeys,
      }))
    : yield* fetchAll(name, items, parseApplication, meanwhile, (all) => ({
        applications: all.map(({ defaultTdol: _, ...entry }) => entry),
      }));
}

/** What the bank has for the terminal; a list goes on in the next message while its first byte says so. */
function* listOf(
  table: TableName,
  meanwhile: Meanwhile | undefined,
): Flow<readonly Uint8Array[] | NotTaken> {
  const items: Uint8Array[] = [];
  for (let part = 0; part < mostLists; part++) {
    const step = { type: 'query', received: Math.min(items.length, 99) } as const;
    const answered = yield* manage(stepOf(table, step), meanwhile);
    if (answered.type === 'failed') return failed(table, 'list', answered.fault);
    const list = parseDownloadList(answered.answer.data ?? new Uint8Array());
    if (list === undefined || items.length + list.items.length > mostItems) break;
    items.push(...list.items);
    if (!list.more) return items;
  }
  return { type: 'notTaken', table, item: 'list', problem: 'format' };
}

const failed = (table: TableName, item: string, fault: string): NotTaken => ({
  type: 'notTaken',
  table,
  item,
  problem: fault.length === 2 ? 'refused' : 'noAnswer',
  fault,
});

function* fetchAll<T>(
  table: TableName,
  items: readonly Uint8Array[],
  parse: (data: Uint8Array) => T | undefined,
  meanwhile: Meanwhile | undefined,
  tablesOf: (entries: T[]) => BankTables,
): Flow<BankTables | NotTaken> {
  const entries: T[] = [];
  for (const item of items) {
    const fetched = yield* fetchItem(table, item, parse, meanwhile);
    if ('type' in fetched) return fetched;
    entries.push(fetched.entry);
  }
  return tablesOf(entries);
}

function* fetchItem<T>(
  table: TableName,
  item: Uint8Array,
  parse: (data: Uint8Array) => T | undefined,
  meanwhile: Meanwhile | undefined,
): Flow<{ readonly entry: T } | NotTaken> {
  const answered = yield* manage(stepOf(table, { type: 'fetch', item }), meanwhile);
  if (answered.type === 'failed') return failed(table, toHex(item), answered.fault);
  const entry = parse(answered.answer.data ?? new Uint8Array());
  return entry === undefined
    ? { type: 'notTaken', table, item: toHex(item), problem: 'format' }
    : { entry };
}
