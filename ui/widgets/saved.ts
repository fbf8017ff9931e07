import type { Saving } from '#src/desk/view/report.ts';
import type { UiNode } from '../h.ts';
import type { Kit } from '../theme.ts';
import { fitText, icon } from './basics.ts';
import { line, textWidthPx } from './frame.ts';

/** What became of the files. */
export function saved(kit: Kit, saving: Saving): UiNode {
  const good = saving === 'done' || saving === 'doneWithStick';
  return line(
    kit,
    { gap: kit.mm(1.2) },
    icon(
      kit,
      good ? 'check' : saving === 'running' ? 'clock' : 'warning',
      3.4,
      good ? 'greenText' : 'amberText',
    ),
    fitText(
      kit,
      kit.texts.reports.saving[saving],
      textWidthPx(kit) - kit.mm(5),
      ['label', 'caption', 'mark'],
      { bold: true },
    ),
  );
}
