import type { Complaint } from './project.ts';

/** The ways in which two tables of words differ: keys that one lacks, and words that are empty. */
export function differences(a: unknown, b: unknown, path = ''): readonly string[] {
  if (typeof a !== typeof b) return [`${path}: ${typeof a} and ${typeof b}`];
  if (typeof a === 'string')
    return a.trim() === '' || String(b).trim() === '' ? [`${path}: empty`] : [];
  if (typeof a !== 'object' || a === null || b === null) return [];
  if (Array.isArray(a)) return [];
  const [left, right] = [a as Record<string, unknown>, b as Record<string, unknown>];
  const keys = new Set([...Object.keys(left), ...Object.keys(right)]);
  return [...keys].flatMap((key) => {
    const place = path === '' ? key : `${path}.${key}`;
    if (!(key in left) || !(key in right)) return [`${place}: in one language only`];
    return differences(left[key], right[key], place);
  });
}

/** Both languages say the same things: the terminal's screens, the answer codes, and the simulator's page. */
export async function languagesAgree(): Promise<readonly Complaint[]> {
  const [{ en }, { zhCN }, codes, page] = await Promise.all([
    import('#ui/texts/en.ts'),
    import('#ui/texts/zh-CN.ts'),
    import('#ui/texts/answer-codes.ts'),
    pageTexts(),
  ]);
  const of = (path: string, all: readonly string[]) =>
    all.map((complaint) => ({ path, complaint }));
  return [
    ...of('ui/texts', differences(en, zhCN)),
    ...of('ui/texts/answer-codes.ts', differences(codes.default.en, codes.default['zh-CN'])),
    ...of('hal/simulator/page/texts.ts', page),
  ];
}

async function pageTexts(): Promise<readonly string[]> {
  const { texts } = await import('#hal/simulator/page/words.ts');
  return Object.entries(texts).flatMap(([key, { en, zh }]) =>
    en.trim() === '' || zh.trim() === '' ? [`${key}: empty`] : [],
  );
}
