import { loadConfig } from '#src/config/load.ts';
import type { Config } from '#src/config/schema.ts';
import type { Chance } from './chance.ts';

const known = new Map<string, Config>();

/** The configuration of a seed's shop: dialect, MAC, and every policy that changes what is journalled and sent. */
export function configOf(chance: Chance): Config {
  const layer = {
    acquirer: {
      dialect: chance.pick(['unionpay-bcd', 'unionpay-bcd', 'iso8583-ascii']),
      macAlgorithm: chance.pick(['ecb', 'x919', 'cbc']),
      answerTimeoutMs: 30_000,
      reversalTries: chance.pick([3, 50, 50, 50]),
      retrySeconds: chance.pick([5, 40]),
    },
    policies: {
      stripeFallback: chance.pick(['never', { afterFailures: 1 }]),
      incrementAllowed: chance.is(0.7),
      completionAs: chance.pick(['request', 'request', 'advice']),
      pinOnChange: chance.is(0.2),
      supervisorForCancellation: chance.is(0.2),
      supervisorForOfflineSale: chance.is(0.5),
      pinBypassAllowed: chance.is(0.2),
      validityDays: chance.pick([1, 30]),
      voidableHours: chance.pick([1, 24]),
    },
  };
  const key = JSON.stringify(layer);
  const before = known.get(key);
  if (before !== undefined) return before;
  const config = loadConfig(layer);
  if (!('merchant' in config)) throw new Error(JSON.stringify(config));
  known.set(key, config);
  return config;
}
