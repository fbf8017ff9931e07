import { type Situation, situationNames } from '#src/care/plan.ts';
import type { ScreenOf } from '#src/desk/view.ts';
import type { UiChild, UiNode } from '../h.ts';
import type { Kit } from '../theme.ts';
import { column, gap, text } from './basics.ts';
import { note } from './surfaces.ts';

/** What the device lacks now, else what the self-check found. */
export function wanting(kit: Kit, { trouble, care }: ScreenOf<'home'>): UiChild {
  const said = trouble === undefined ? care && careNote(kit, care) : troubleNote(kit, trouble);
  return said && column({ w: 'fill' }, said, gap(kit, 1.4));
}

/** One touch leads to the page of the emergency plan. */
const troubleNote = (kit: Kit, trouble: Situation): UiNode =>
  note(
    kit,
    'amber',
    'warning',
    [
      text(kit, situationNames[trouble][kit.language], { bold: true, line: 1.15 }),
      text(kit, kit.texts.emergency.whatToDo, { step: 'caption', colour: 'ink' }),
    ],
    { id: 'emergency', action: { type: 'go', to: 'emergency' }, height: 11.6 },
  );

/** What the self-check found, while nothing ends today: one touch leads to the repairs. */
const careNote = (kit: Kit, { count, first }: NonNullable<ScreenOf<'home'>['care']>): UiNode =>
  note(
    kit,
    'amber',
    'shield',
    [
      text(kit, kit.texts.status.home(count), { bold: true, line: 1.15 }),
      text(kit, kit.texts.status.item[first], { step: 'caption', colour: 'ink' }),
    ],
    { id: 'care', action: { type: 'go', to: 'status' }, height: 11.6 },
  );
