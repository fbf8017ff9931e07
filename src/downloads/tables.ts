import type { Config } from '../config/schema.ts';
import type { DocumentReader } from '../journal/documents.ts';

/** What the bank may set; everything else is the merchant's own configuration. */
export type BankParameters = {
  /** The bank's name for this set of parameters. */
  readonly version?: string;
  readonly reversalTries?: number;
  readonly adviceTries?: number;
  readonly hotline?: string;
  readonly completionLimitPercent?: number;
  readonly validityDays?: number;
  readonly maximumHoldMinorUnits?: number;
};

type Application = Config['applications'][number];
/** An application as the bank names it: it says no TDOL. */
export type BankApplication = Omit<Application, 'defaultTdol'>;

/** Tables as the bank gave them; a table that was not asked for is absent. */
export type BankTables = {
  readonly parameters?: BankParameters;
  readonly caPublicKeys?: Config['caPublicKeys'];
  readonly applications?: readonly BankApplication[];
};

export type TableName = keyof BankTables;

/** The bank's entries instead of the terminal's own of the same name; what the bank does not name stays. */
function over<T, B>(
  own: readonly T[],
  banks: readonly B[],
  nameOf: (entry: T | B) => string,
  complete: (entry: B, before: T | undefined) => T,
): T[] {
  const named = new Map(own.map((entry) => [nameOf(entry).toUpperCase(), entry]));
  for (const entry of banks) {
    const name = nameOf(entry).toUpperCase();
    named.set(name, complete(entry, named.get(name)));
  }
  return [...named.values()];
}

/** Amount, other amount, currency, date, type, TVR, unpredictable number. */
const usualTdol = '9F02065F2A029A039C0195059F3704';

/** The configuration with the bank's tables laid over it: what the terminal works with. */
export function withTables(config: Config, tables: BankTables): Config {
  const { parameters = {}, caPublicKeys = [], applications = [] } = tables;
  const { acquirer, policies } = config;
  return {
    ...config,
    acquirer: {
      ...acquirer,
      reversalTries: parameters.reversalTries ?? acquirer.reversalTries,
      adviceTries: parameters.adviceTries ?? acquirer.adviceTries,
    },
    policies: {
      ...policies,
      completionLimitPercent: parameters.completionLimitPercent ?? policies.completionLimitPercent,
      validityDays: parameters.validityDays ?? policies.validityDays,
      maximumHoldMinorUnits: parameters.maximumHoldMinorUnits ?? policies.maximumHoldMinorUnits,
    },
    defaultHotline: parameters.hotline ?? config.defaultHotline,
    caPublicKeys: over(
      config.caPublicKeys,
      caPublicKeys,
      ({ rid, index }) => rid + index,
      (key) => key,
    ),
    applications: over(
      config.applications,
      applications,
      ({ aid }) => aid,
      (entry, before): Application => ({ ...entry, defaultTdol: before?.defaultTdol ?? usualTdol }),
    ),
  };
}

/** The same with the tables that the bank gave last, where it gave any. */
export function withKeptTables(config: Config, documents: DocumentReader): Config {
  const kept = documents.get('counter', 'tables')?.body as
    | { readonly tables: BankTables }
    | undefined;
  return kept === undefined ? config : withTables(config, kept.tables);
}
