import { signInAgain } from '../acquirer/header-request.ts';
import { clockToleranceSeconds } from '../care/self-check.ts';
import { bankProblems, tableProblems } from '../care/settings-of.ts';
import type { Config } from '../config/schema.ts';
import type { EvidenceOf, SettingsItem } from './evidence.ts';

/** What the terminal knows of itself besides its configuration. */
export type SelfKnowledge = {
  readonly config: Pick<Config, 'applications' | 'caPublicKeys' | 'hotlines'>;
  /** YYYYMMDD, by the terminal's own clock. */
  readonly today: string;
  /** By how much the bank's clock was ahead at the last sign-in. */
  readonly clockOffsetSeconds?: number;
  /** Digits 6 of the headers of the bank's answers that were not obeyed yet. */
  readonly bankWants: ReadonlySet<number>;
};

/** What is wrong with the settings as far as the terminal can see by itself; nothing on a sound one. */
export function settingsProblems(known: SelfKnowledge): readonly EvidenceOf<'settingsProblem'>[] {
  const problem = (item: SettingsItem, detail?: string): EvidenceOf<'settingsProblem'> => ({
    type: 'settingsProblem',
    item,
    ...(detail === undefined ? {} : { detail }),
  });
  const { config, today, clockOffsetSeconds: offset = 0, bankWants } = known;
  const tables = tableProblems(config, today);
  const [lost] = tables.withoutApplication;
  const keyless = tables.withoutKey.find((scheme) => scheme !== lost);
  const [old] = tables.expired;
  const empty = config.hotlines.length === 0;
  const { doubled } = bankProblems(config);
  return [
    ...(lost === undefined ? [] : [problem('applications', lost)]),
    ...(keyless === undefined ? [] : [problem('caKeyMissing', keyless)]),
    ...(old === undefined ? [] : [problem('caKeyExpired', `${old.rid} ${old.index}`)]),
    ...(empty || doubled !== undefined ? [problem('banks', doubled)] : []),
    ...(Math.abs(offset) <= clockToleranceSeconds ? [] : [problem('clock')]),
    ...([...bankWants].some((digit) => digit !== signInAgain && digit > 0)
      ? [problem('parameters')]
      : []),
  ];
}
