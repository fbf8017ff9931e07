import type { DayFacts } from '#src/desk/view/day.ts';
import type { Strip } from '#src/desk/view.ts';
import type { UiChild } from '../h.ts';
import type { Kit } from '../theme.ts';
import { gap, icon, paragraph, text } from '../widgets/basics.ts';
import { line, textWidthPx } from '../widgets/frame.ts';
import { note } from '../widgets/surfaces.ts';

/** What must not be forgotten: what ends, what has ended, what lacks its number, cases, and the last backup. */
export function dayLines(
  kit: Kit,
  strip: Strip,
  day: DayFacts,
  ...more: readonly UiChild[]
): UiChild[] {
  const { endOfDay: words, life, caseFollow } = kit.texts;
  const { cases, expired, withoutNumber } = day;
  const due = cases.due ?? 0;
  const forgotten = withoutNumber > 0 || expired > 0;
  return [
    ...expiring(kit, day),
    ...(forgotten ? said(kit, 'calendar', true, life.day.forgotten(withoutNumber, expired)) : []),
    ...said(kit, 'case', cases.open > 0, words.cases(cases.count, cases.open)),
    ...(due > 0 ? said(kit, 'warning', true, caseFollow.overdue(due)) : []),
    ...more,
    ...said(kit, 'backup', false, words.backup(ago(kit, strip.nowMs, day.backupAtMs))),
  ];
}

/** How long ago in words; undefined for never. */
function ago(kit: Kit, nowMs: number, atMs: number | undefined): string | undefined {
  if (atMs === undefined) return undefined;
  return kit.texts.time.ago(Math.max(0, Math.floor((nowMs - atMs) / 1_000)));
}

/** Today's in red, those of the next days in amber; both lead to the list. */
function expiring(kit: Kit, { expiringToday, expiringSoon }: DayFacts): UiChild[] {
  const { endOfDay: words } = kit.texts;
  if (expiringSoon === 0) return [];
  const isToday = expiringToday > 0;
  const sentence = isToday ? words.expiresToday(expiringToday) : words.expiresSoon(expiringSoon);
  return [
    note(
      kit,
      isToday ? 'red' : 'amber',
      isToday ? 'warning' : 'clock',
      [text(kit, sentence, { step: 'label', bold: true })],
      { id: 'expiring', action: { type: 'go', to: 'holds' }, height: 9.8 },
    ),
    gap(kit, 1.2),
  ];
}

export function said(kit: Kit, iconName: string, open: boolean, words: string): UiChild[] {
  const width = textWidthPx(kit) - kit.mm(3.4 + 1.4);
  return [
    line(
      kit,
      { gap: kit.mm(1.4) },
      icon(kit, iconName, 3.4, open ? 'amberText' : 'ink2'),
      paragraph(kit, words, width, { step: 'caption' }),
    ),
    gap(kit, 1.2),
  ];
}
