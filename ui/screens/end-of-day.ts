import type { ScreenOf, Strip } from '#src/desk/view.ts';
import type { UiChild, UiNode } from '../h.ts';
import type { Kit } from '../theme.ts';
import { gap, icon, paragraph, stretch, text } from '../widgets/basics.ts';
import { primary } from '../widgets/buttons.ts';
import { today } from '../widgets/format.ts';
import { body, foot, head, line, screen, scrollBody, textWidthPx } from '../widgets/frame.ts';
import { card, cardPad, note } from '../widgets/surfaces.ts';
import { rule, total } from './report.ts';

type EndOfDay = ScreenOf<'end-of-day'>;

/** 日结: what the day was, what must not be forgotten, and the button that closes it. */
export function endOfDay(kit: Kit, strip: Strip, state: EndOfDay): UiNode {
  const { report: columns, endOfDay: words } = kit.texts;
  return screen(
    kit,
    strip,
    'end-of-day',
    head(kit, words.title, { right: today(kit, strip.nowMs) }),
    (state.differing === undefined ? body : scrollBody)(
      kit,
      card(
        { pad: cardPad(kit), gap: kit.mm(0.5) },
        total(kit, columns.held, state.held),
        total(kit, columns.completed, state.completed),
        total(kit, columns.cancelled, state.cancelled),
        rule(kit),
        total(kit, words.open, state.open),
      ),
      gap(kit, 1.4),
      ...expiring(kit, state),
      ...differing(kit, state.differing ?? 0),
      ...said(kit, 'case', state.cases.open > 0, words.cases(state.cases.count, state.cases.open)),
      ...overdue(kit, state.cases.due ?? 0),
      ...said(kit, 'backup', false, words.backup(ago(kit, strip.nowMs, state.backupAtMs))),
      ...(state.owed > 0 ? said(kit, 'bank', true, words.owed(state.owed)) : []),
      stretch(),
    ),
    foot(
      kit,
      primary(kit, state.begun ? words.goOn : words.settle, { icon: 'check', hint: words.hint }),
    ),
  );
}

/** How long ago in words; undefined for never. */
function ago(kit: Kit, nowMs: number, atMs: number | undefined): string | undefined {
  if (atMs === undefined) return undefined;
  return kit.texts.time.ago(Math.max(0, Math.floor((nowMs - atMs) / 1_000)));
}

/** Today's in red, those of the next days in amber; both lead to the list. */
function expiring(kit: Kit, { expiringToday, expiringSoon }: EndOfDay): UiChild[] {
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

/** Batches that a supervisor has to clear up with the bank. */
const differing = (kit: Kit, count: number): UiChild[] =>
  count === 0
    ? []
    : [
        note(
          kit,
          'amber',
          'bank',
          [text(kit, kit.texts.settlement.waiting(count), { step: 'label', bold: true })],
          { id: 'differing', action: { type: 'go', to: 'differing' }, height: 9.8 },
        ),
        gap(kit, 1.2),
      ];

const overdue = (kit: Kit, count: number): UiChild[] =>
  count === 0 ? [] : said(kit, 'warning', true, kit.texts.caseFollow.overdue(count));

function said(kit: Kit, iconName: string, open: boolean, words: string): UiChild[] {
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
