import type { Config } from '../config/schema.ts';
import type { DocumentReader } from '../journal/documents.ts';
import type { Issuer, Published } from './events.ts';
import type { BulletinChanges } from './format.ts';
import { keptBulletins, stateOf } from './kept.ts';

type Change = keyof BulletinChanges;

/** What each issuer may change: telephone numbers are the bank's, since a false one is how people are cheated. */
const mayChange: Readonly<Record<Issuer, readonly Change[]>> = {
  bank: [
    'validityDays',
    'completionLimitPercent',
    'maximumHoldMinorUnits',
    'defaultHotline',
    'hotlines',
  ],
  merchant: ['validityDays', 'completionLimitPercent', 'maximumHoldMinorUnits'],
  vendor: [],
};

const stricterOnly = ['validityDays', 'completionLimitPercent', 'maximumHoldMinorUnits'] as const;

/** The first thing that a bulletin wants to change and may not: not its issuer's, or looser than the rules are. */
export function notAllowed(
  { issuer, changes }: Pick<Published, 'issuer' | 'changes'>,
  { policies }: Config,
): Change | undefined {
  if (changes === undefined) return undefined;
  const wanted = (Object.keys(changes) as Change[]).filter((name) => changes[name] !== undefined);
  const foreign = wanted.find((name) => !mayChange[issuer].includes(name));
  return foreign ?? stricterOnly.find((name) => (changes[name] ?? 0) > policies[name]);
}

/**
 * The configuration with what the bulletins in force now change, in the order of their coming. A rule can only
 * become stricter: whatever was signed, this never allows more than the configuration does.
 */
export function withBulletins(config: Config, documents: DocumentReader, nowMs: number): Config {
  return keptBulletins(documents)
    .filter((one) => one.changes !== undefined && stateOf(one, nowMs) === 'inForce')
    .reduce((before, { changes = {} }) => withChanges(before, changes), config);
}

function withChanges(config: Config, changes: BulletinChanges): Config {
  const policies = { ...config.policies };
  for (const name of stricterOnly)
    policies[name] = Math.min(policies[name], changes[name] ?? policies[name]);
  const { validityDays } = changes;
  if (validityDays !== undefined)
    policies.validityDaysByBrand = Object.fromEntries(
      Object.entries(policies.validityDaysByBrand).map(([brand, days]) => [
        brand,
        Math.min(days, validityDays),
      ]),
    );
  const added = changes.hotlines ?? [];
  const named = new Set(added.flatMap(({ bins }) => bins));
  const others = config.hotlines.flatMap((one) => {
    const bins = one.bins.filter((bin) => !named.has(bin));
    return bins.length === 0 ? [] : [{ ...one, bins }];
  });
  return {
    ...config,
    policies,
    defaultHotline: changes.defaultHotline ?? config.defaultHotline,
    hotlines: added.length === 0 ? config.hotlines : [...added, ...others],
  };
}
