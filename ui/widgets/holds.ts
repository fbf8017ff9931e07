import type { HoldRow } from '#src/desk/view.ts';
import type { UiNode } from '../h.ts';
import { textWidth } from '../theme/type.ts';
import type { Kit } from '../theme.ts';
import { fitText, icon, row, text } from './basics.ts';
import { type Tone, tag } from './surfaces.ts';

/** Orange at three days or fewer, red on the last one; always with words beside the colour. */
export function endingTone(daysLeft: number): Exclude<Tone, 'green'> {
  if (daysLeft <= 1) return 'red';
  return daysLeft <= 3 ? 'amber' : 'off';
}

const endingIcons = { red: 'warning', amber: 'clock', off: 'calendar' } as const;
const endingColours = { red: 'redText', amber: 'amberText', off: 'ink2' } as const;

export function endingTag(kit: Kit, daysLeft: number): UiNode {
  const tone = endingTone(daysLeft);
  return tag(kit, tone, endingIcons[tone], kit.texts.time.daysLeft(daysLeft));
}

/** The same in a list, where the bar at the row's side carries the colour. */
export function endingWords(kit: Kit, { daysLeft, numberMissing, owed }: HoldRow): UiNode {
  const tone = endingTone(daysLeft);
  const colour = endingColours[tone];
  return row(
    { gap: kit.mm(0.5) },
    tone !== 'off' && icon(kit, endingIcons[tone], 2.7, colour),
    text(kit, kit.texts.time.daysLeft(daysLeft), {
      // Beside a tag there is less room.
      step: kit.panel.hardwareKeys || numberMissing || owed ? 'mark' : 'caption',
      bold: tone !== 'off',
      colour,
      line: 1.2,
    }),
  );
}

/** An amount at the end of a list's row: a wide one leaves the name its place. */
export function rowAmount(kit: Kit, words: string, step: 'body' | 'label' = 'body'): UiNode {
  const { widthPx } = kit.panel;
  const look = { bold: true, line: 1.15 };
  if (textWidth(words, kit.font(step).size, 700) <= widthPx * 0.42)
    return text(kit, words, { step, ...look });
  return fitText(kit, words, Math.round(widthPx * 0.345), ['label', 'caption', 'mark'], look);
}

/** Above it the amount of a row takes the place of a wide tag. */
const longestAmount = 99_999_999;

/** Last four of a hold; when the number is missing, or the bank has not confirmed, that is said instead. */
export function numberOrTag(kit: Kit, hold: HoldRow, options: { tight?: boolean }): UiNode {
  const { word, name } = kit.texts;
  const small = kit.panel.hardwareKeys || hold.amount.minorUnits > longestAmount;
  const step = small ? 'mark' : 'caption';
  if (hold.away === true) return tag(kit, 'off', 'handover', word.away, { ...options, step });
  if (hold.numberMissing || hold.last4 === undefined) {
    return tag(kit, 'amber', 'keypad', word.noNumber, { ...options, step });
  }
  if (hold.owed) return tag(kit, 'amber', 'bank', word.waitingForBank, { ...options, step });
  return text(kit, name.card(hold.last4), {
    step: 'caption',
    colour: 'ink2',
    ...(options.tight === true && { line: 1.2 }),
  });
}
