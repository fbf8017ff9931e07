import { type Config, configSchema } from '../config/schema.ts';
import { isIntact } from '../emv/ca-public-keys.ts';
import { type BankTables, withTables } from './tables.ts';

/** Why nothing of a download was taken. */
export type TableProblem = 'format' | 'hash' | 'expired' | 'noAnswer' | 'refused';

/** What was wrong with which entry; `undefined` when all of it may be used. `today` is YYYYMMDD. */
export function problemOf(
  config: Config,
  tables: BankTables,
  today: string,
): { readonly item: string; readonly problem: TableProblem } | undefined {
  const checked = configSchema.safeParse(withTables(config, tables));
  if (!checked.success) {
    const [first] = checked.error.issues;
    return { item: first?.path.join('.') ?? '', problem: 'format' };
  }
  for (const key of tables.caPublicKeys ?? []) {
    const item = `${key.rid} ${key.index}`;
    if (!isIntact(key)) return { item, problem: 'hash' };
    if (key.expiry < today) return { item, problem: 'expired' };
  }
  const longVersion = (tables.parameters?.version ?? '').length > 16;
  return longVersion ? { item: 'version', problem: 'format' } : undefined;
}
