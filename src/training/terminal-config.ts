import { defaults } from '../config/defaults.ts';
import type { Config } from '../config/schema.ts';
import type { Training } from './contract.ts';

const nobody = { merchantId: 'TRAINING0000000', terminalId: 'TRAINING' };

/**
 * The shop as it is, at a bank that is none: its profile, rules and paper, but keys, cards, people and numbers of the
 * training. No value by which a real bank is reached or believed goes into it.
 */
export function trainingConfig(real: Config, { trainee, language, theme }: Training): Config {
  const { profile, timeZone, policies, ways, head, printer } = real;
  const people = defaults.people.map((person) =>
    person.role === 'cashier' ? { ...person, name: trainee } : person,
  );
  return {
    ...defaults,
    profile,
    language,
    theme,
    timeZone,
    policies: { ...policies, assessmentRequired: false },
    ways,
    head,
    printer,
    people,
    merchant: { ...real.merchant, ...nobody },
    acquirer: { ...defaults.acquirer, addresses: [trainingAddress], retrySeconds: 5 },
    firstStart: 'signedIn',
    lockAfterMinutes: 0,
  };
}

/** A name that no resolver knows (RFC 6761): it is shown, and never looked up. */
export const trainingAddress = { host: 'training.invalid', port: 1 };
