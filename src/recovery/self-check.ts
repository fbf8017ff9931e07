import { signInAgain } from '../acquirer/header-request.ts';
import { clockToleranceSeconds } from '../care/self-check.ts';
import { bankProblems, tableProblems } from '../care/settings-of.ts';
import type { Config } from '../config/schema.ts';
import type { EvidenceOf, SettingsItem } from './evidence.ts';

/** What the terminal knows of itself besides its configuration. */
export type SelfKnowledge = {
  readonly config: Pick<Config, 'applications' | 'caPublicKeys' | 'hotlines' | 'merchant'>;
  /** YYYYMMDD, by the terminal's own clock. */
  readonly today: string;
  /** By how much the bank's clock was ahead in its last answer. */
  readonly clockOffsetSeconds?: number;
  /** Digits 6 of the headers of the bank's answers that were not obeyed yet. */
  readonly bankWants: ReadonlySet<number>;
  /** Code of the sign-in that the bank refused (field 39), while none is accepted. */
  readonly signInRefused?: string;
  /** A newer version was asked for, and this one still runs. */
  readonly softwareAskedFor?: string;
};

/** Field 39 of a bank that does not know the merchant or the terminal. */
const unregistered: ReadonlySet<string> = new Set(['03', '58', '97']);

/** What stands in a terminal before somebody has set it up: one character over and over. */
const isPlaceholder = (id: string): boolean => /^(.)\1*$/.test(id.trim()) || id.trim() === '';

/** The numbers of shop and terminal: never set, or not known to the bank. */
const merchantWrong = ({ config: { merchant }, signInRefused }: SelfKnowledge): boolean =>
  isPlaceholder(merchant.merchantId) ||
  isPlaceholder(merchant.terminalId) ||
  unregistered.has(signInRefused ?? '');

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
    ...(merchantWrong(known)
      ? [problem('merchant', known.signInRefused)]
      : known.signInRefused !== undefined
        ? [problem('keys', known.signInRefused)]
        : []),
    ...(known.softwareAskedFor === undefined ? [] : [problem('software', known.softwareAskedFor)]),
    ...([...bankWants].some((digit) => digit !== signInAgain && digit > 0)
      ? [problem('parameters')]
      : []),
  ];
}
