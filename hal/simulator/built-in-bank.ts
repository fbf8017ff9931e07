import { join } from 'node:path';
import type { Config } from '#src/config/schema.ts';
import { type Bank, createBank } from './bank/bank.ts';
import { tablesOf } from './bank/tables.ts';

/** Why the built-in bank cannot serve this configuration; undefined when it can. */
export function whyNotBuiltIn({ acquirer }: Config): string | undefined {
  if (acquirer.tls !== undefined) {
    return 'acquirer.tls: the built-in bank speaks plain TCP; start one with npm run bank -- --tls-cert … and name it with --acquirer.';
  }
  return undefined;
}

/** Opens the bank that serves the simulated terminal, on a free port, with its ledger in the data folder. */
export function openBuiltInBank(
  config: Config,
  folder: string,
  { now, strangers }: { readonly now: () => number; readonly strangers: 'refuse' | 'accept' },
): Promise<Bank> {
  const { acquirer, merchant, policies } = config;
  return createBank({
    port: 0,
    ledgerFile: join(folder, 'bank-ledger.jsonl'),
    tmk: acquirer.terminalMasterKey,
    macAlgorithm: acquirer.macAlgorithm,
    dialect: acquirer.dialect,
    keyMode: acquirer.keyMode,
    tables: tablesOf(config),
    rules: {
      completionLimitPercent: policies.completionLimitPercent,
      validityDays: policies.validityDays,
      maximumMinorUnits: policies.maximumHoldMinorUnits,
      currency: acquirer.currency,
    },
    strangers,
    terminals: [merchant],
    clock: now,
  });
}
