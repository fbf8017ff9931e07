import { signInAgain } from '../acquirer/header-request.ts';
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

/** A clock further off than this makes certificates and validity wrong. */
export const clockToleranceSeconds = 120;

/** Card schemes by their first digits (ISO/IEC 7812) and their registered identifiers (ISO/IEC 7816-5). */
const schemes: readonly (readonly [firstDigits: RegExp, rid: string, name: string])[] = [
  [/^62/, 'A000000333', 'UnionPay'],
  [/^4/, 'A000000003', 'Visa'],
  [/^(5[1-5]|2[2-7])/, 'A000000004', 'Mastercard'],
  [/^3[47]/, 'A000000025', 'American Express'],
  [/^35/, 'A000000065', 'JCB'],
];

/** What is wrong with the settings as far as the terminal can see by itself; nothing on a sound one. */
export function settingsProblems(known: SelfKnowledge): readonly EvidenceOf<'settingsProblem'>[] {
  const problem = (item: SettingsItem, detail?: string): EvidenceOf<'settingsProblem'> => ({
    type: 'settingsProblem',
    item,
    ...(detail === undefined ? {} : { detail }),
  });
  const { config, today, clockOffsetSeconds: offset = 0, bankWants } = known;
  const { applications, caPublicKeys, hotlines } = config;
  const expected = schemes.filter(([digits]) =>
    hotlines.some(({ bins }) => bins.some((bin) => digits.test(bin))),
  );
  const [, lostRid, lostScheme] =
    expected.find(([, rid]) => !applications.some(({ aid }) => aid.startsWith(rid))) ?? [];
  const keyless = expected.find(
    ([, rid]) => rid !== lostRid && !caPublicKeys.some((key) => key.rid === rid),
  );
  const old = caPublicKeys.find(({ expiry }) => expiry < today);
  return [
    ...(lostScheme === undefined ? [] : [problem('applications', lostScheme)]),
    ...(keyless === undefined ? [] : [problem('caKeyMissing', keyless[2])]),
    ...(old === undefined ? [] : [problem('caKeyExpired', `${old.rid} ${old.index}`)]),
    ...(hotlines.length === 0 ? [problem('banks')] : []),
    ...(Math.abs(offset) <= clockToleranceSeconds ? [] : [problem('clock')]),
    ...([...bankWants].some((digit) => digit !== signInAgain && digit > 0)
      ? [problem('parameters')]
      : []),
  ];
}
