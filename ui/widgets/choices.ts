import type { CashierAction } from '#src/desk/view.ts';
import type { UiNode } from '../h.ts';
import type { Kit } from '../theme.ts';
import { row, text } from './basics.ts';
import { card, listRow, rowKey } from './surfaces.ts';

type Choice = {
  readonly id: string;
  readonly words: string;
  readonly action: CashierAction;
};

/** A card of answers, each one line: touched, or by its number. */
export const choices = (
  kit: Kit,
  rows: readonly Choice[],
  step: 'body' | 'label' = 'label',
): UiNode =>
  card(
    {},
    ...rows.map(({ id, words, action }, index) =>
      listRow(
        kit,
        { id, index, height: 10.2, action, ...rowKey(index) },
        row({ grow: 1 }, text(kit, words, { step, bold: true })),
      ),
    ),
  );
