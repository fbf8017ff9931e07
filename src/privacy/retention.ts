import type { Config } from '../config/schema.ts';
import type { Incident } from '../incident/incident.ts';

type Words = Readonly<Record<'zh-CN' | 'en', string>>;

/** How long a kind of data is kept. */
export type Kept = 'holdLives' | 'caseDays' | 'always' | 'never' | 'backups';

export type RetentionRow = {
  readonly data:
    | 'cardNumber'
    | 'numberHash'
    | 'trackAndPin'
    | 'contact'
    | 'answers'
    | 'case'
    | 'slips'
    | 'staff'
    | 'backups';
  readonly kept: Kept;
  readonly what: Words;
  readonly why: Words;
  /** What one case's erasing takes. */
  readonly erasable: boolean;
};

const words = (chinese: string, english: string): Words => ({ 'zh-CN': chinese, en: english });

/** What is kept, for how long and why: printed into the README, shown under the settings, and obeyed by itself. */
export const retention: readonly RetentionRow[] = [
  {
    data: 'cardNumber',
    kept: 'holdLives',
    what: words('卡号（加密）', 'Card number (sealed)'),
    why: words('完成和撤销要用', 'Completing and cancelling need it'),
    erasable: false,
  },
  {
    data: 'numberHash',
    kept: 'always',
    what: words('卡号的加密指纹', 'Keyed print of the number'),
    why: words('找押金，防欺诈', 'Finds a hold, shows fraud'),
    erasable: false,
  },
  {
    data: 'trackAndPin',
    kept: 'never',
    what: words('磁道、密码', 'Stripe data, PIN'),
    why: words('用完就没有了', 'Gone when it was used'),
    erasable: false,
  },
  {
    data: 'contact',
    kept: 'caseDays',
    what: words('客人电话、邮箱', 'Phone, e-mail of the guest'),
    why: words('客人同意，为办这件事', 'The guest agreed, for this case'),
    erasable: true,
  },
  {
    data: 'answers',
    kept: 'caseDays',
    what: words('客人回的话', 'What the guest answered'),
    why: words('为办这件事', 'For this case'),
    erasable: true,
  },
  {
    data: 'case',
    kept: 'always',
    what: words('经过、原因、结果', 'Timeline, cause, result'),
    why: words('账目和争议要查', 'Books and disputes need it'),
    erasable: false,
  },
  {
    data: 'slips',
    kept: 'always',
    what: words('小票（隐去卡号）', 'Slips (number masked)'),
    why: words('账目和争议要查', 'Books and disputes need it'),
    erasable: false,
  },
  {
    data: 'staff',
    kept: 'always',
    what: words('员工姓名、考核、操作', 'Staff: name, tests, acts'),
    why: words('谁办的要查得到', 'Who did what must be found'),
    erasable: false,
  },
  {
    data: 'backups',
    kept: 'backups',
    what: words('备份（加密，无钥匙）', 'Backups (sealed, no keys)'),
    why: words('机器坏了能恢复', 'To recover from a broken device'),
    erasable: false,
  },
];

const dayMs = 86_400_000;

/** Cases that are over for so long that their personal data has no reason left. */
export function retentionDue(
  cases: readonly Incident[],
  { nowMs, config }: { readonly nowMs: number; readonly config: Config },
): readonly Incident[] {
  const keptMs = config.contact.keepDays * dayMs;
  return cases.filter(
    ({ state, timeline }) =>
      state === 'closed' &&
      (timeline.findLast(({ what }) => what === 'closed')?.atMs ?? nowMs) + keptMs <= nowMs,
  );
}
