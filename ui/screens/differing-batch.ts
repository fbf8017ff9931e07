import type { ScreenOf, Strip } from '#src/desk/view.ts';
import type { UiNode } from '../h.ts';
import type { Kit } from '../theme.ts';
import { gap, paragraph, stretch } from '../widgets/basics.ts';
import { primary, secondary } from '../widgets/buttons.ts';
import { money, stamp } from '../widgets/format.ts';
import { foot, head, screen, scrollBody, textWidthPx } from '../widgets/frame.ts';
import { facts, note } from '../widgets/surfaces.ts';

/** 不平批次: both sides' figures, what was sent, and the supervisor's word that it is cleared up. */
export function differingBatch(kit: Kit, strip: Strip, state: ScreenOf<'differing-batch'>): UiNode {
  const { settlement: words, dayClosed } = kit.texts;
  const { batch, place, of } = state;
  const { day, uploaded, withoutNumber, notTaken } = batch;
  const bank = batch.bank ?? (batch.balanced ? day.completed : undefined);
  const refused = notTaken?.records ?? 0;
  const width = textWidthPx(kit) - kit.mm(4 + 1.6);
  return screen(
    kit,
    strip,
    'differing-batch',
    head(kit, words.title, of > 1 ? { right: `${place}/${of}` } : {}),
    scrollBody(
      kit,
      facts(
        kit,
        [
          [dayClosed.batch, String(batch.batch).padStart(6, '0')],
          [words.closed, stamp(kit, batch.closedAtMs)],
          [words.ours(day.completed.count), money(day.completed.total)],
          bank === undefined
            ? [words.bankSilent, words.unknown]
            : [words.bank(bank.count), money(bank.total)],
          [words.sent, String(uploaded)],
          refused > 0 && [words.refusedRecords, String(refused)],
          withoutNumber > 0 && [words.withoutNumber, String(withoutNumber)],
        ],
        0.3,
      ),
      gap(kit, 1.2),
      note(kit, 'amber', 'bank', [
        paragraph(
          kit,
          notTaken === undefined ? words.allSent : words.endRefused(notTaken.responseCode),
          width,
          { step: 'label', colour: 'ink' },
        ),
      ]),
      stretch(),
    ),
    foot(
      kit,
      ...(of > 1 ? [secondary(kit, 'next-batch', words.next, { type: 'nextBatch' })] : []),
      primary(kit, words.cleared, { icon: 'check', hint: words.clearedHint }),
    ),
  );
}
