import type { ScreenOf, Strip } from '#src/desk/view.ts';
import type { UiChild, UiNode } from '../h.ts';
import type { Kit } from '../theme.ts';
import { banner, bannerWidth } from '../widgets/banner.ts';
import { fitText, gap, icon, stretch, text } from '../widgets/basics.ts';
import { money } from '../widgets/format.ts';
import { body, foot, head, line, screen } from '../widgets/frame.ts';
import { facts } from '../widgets/surfaces.ts';
import { printOrDone } from './result.ts';

type DayClosed = ScreenOf<'day-closed'>;

/** The day is closed: whether the bank agreed, and the code that stands for the records. */
export function dayClosed(kit: Kit, strip: Strip, state: DayClosed): UiNode {
  const { dayClosed: words, print } = kit.texts;
  const { completed, withoutNumber } = state;
  return screen(
    kit,
    strip,
    'day-closed',
    head(kit, words.title),
    body(
      kit,
      outcome(kit, state),
      gap(kit, 1.2),
      facts(
        kit,
        [
          [words.batch, String(state.batch).padStart(6, '0')],
          [`${words.charged} (${completed.count})`, money(completed.total)],
          state.bank !== undefined && [
            kit.texts.settlement.bank(state.bank.count),
            money(state.bank.total),
          ],
          [words.backup, words.backupDone[state.backup]],
          [words.checkpoint, state.checkpoint],
        ],
        0.3,
      ),
      gap(kit, 1),
      ...(withoutNumber === 0 ? [] : warn(kit, words.withoutNumber(withoutNumber))),
      ...(state.print === 'failed' ? warn(kit, print.failed) : []),
      stretch(),
    ),
    foot(kit, printOrDone(kit)),
  );
}

function outcome(kit: Kit, state: DayClosed): UiNode {
  const notTaken = state.notTaken === true;
  const balanced = state.balanced && !notTaken;
  const { dayClosed: words } = kit.texts;
  const width = bannerWidth(kit);
  return banner(
    kit,
    balanced ? 'good' : 'differs',
    balanced ? 'check' : 'bank',
    fitText(
      kit,
      balanced ? words.balanced : notTaken ? kit.texts.settlement.notTaken : words.notBalanced,
      width,
      ['title', 'body', 'label', 'caption'],
      { bold: true, colour: 'ink' },
    ),
  );
}

const warn = (kit: Kit, words: string): UiChild[] => [
  line(
    kit,
    { gap: kit.mm(1.5) },
    icon(kit, 'warning', 3.4, 'amberText'),
    text(kit, words, { step: 'caption', bold: true, colour: 'amberText' }),
  ),
];
