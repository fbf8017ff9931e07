import { type Situation, situationNames } from '#src/care/plan.ts';
import type { CashierAction, ScreenOf } from '#src/desk/view.ts';
import { h, type UiChild, type UiNode } from '../h.ts';
import type { Kit } from '../theme.ts';
import { column, fitText, gap, icon, text } from './basics.ts';
import { textWidthPx } from './frame.ts';
import { headButton } from './head-button.ts';
import { note } from './surfaces.ts';

type Home = ScreenOf<'home'>;

type Said = {
  readonly id: 'emergency' | 'care';
  readonly icon: string;
  readonly title: string;
  readonly detail: string;
  readonly action: CashierAction;
};

export const isWanting = ({ trouble, care }: Home): boolean =>
  trouble !== undefined || care !== undefined;

/** Of the note and the square, in mm. */
const noteHeight = 11.6;

/** What the device lacks now leads to the page of the emergency plan; what the self-check found, to the repairs. */
function said(kit: Kit, { trouble, care }: Home): Said | undefined {
  if (trouble !== undefined) return troubleSaid(kit, trouble);
  if (care === undefined) return undefined;
  return {
    id: 'care',
    icon: 'shield',
    title: kit.texts.status.home(care.count),
    detail: kit.texts.status.item[care.first],
    action: { type: 'go', to: 'status' },
  };
}

const troubleSaid = (kit: Kit, trouble: Situation): Said => ({
  id: 'emergency',
  icon: 'warning',
  title: situationNames[trouble][kit.language],
  detail: kit.texts.emergency.whatToDo,
  action: { type: 'go', to: 'emergency' },
});

/** A note of its own, beside real keys one line high. */
export function wanting(kit: Kit, state: Home): UiChild {
  const one = said(kit, state);
  if (one === undefined) return undefined;
  const { hardwareKeys: small } = kit.panel;
  const width = textWidthPx(kit) - kit.mm(5 + 1.6 + 1.6 + 3.4 + 0.6);
  const words = [
    fitText(kit, one.title, width, ['body', 'label', 'caption'], { bold: true, line: 1.15 }),
    !small && text(kit, one.detail, { step: 'caption', colour: 'ink' }),
  ];
  const height = small ? 9.7 : noteHeight;
  const touch = { id: one.id, action: one.action, height, ...(small && { hotkey: '6' }) };
  return column(
    { w: 'fill' },
    note(kit, 'amber', one.icon, words, touch),
    gap(kit, small ? 1 : 1.4),
  );
}

/** Beside what ends today: the sign alone. */
export function wantingSquare(kit: Kit, state: Home): UiChild {
  const one = said(kit, state);
  if (one === undefined) return undefined;
  const side = kit.mm(noteHeight);
  return h(
    'button',
    { id: one.id, style: 'noteAmber', w: side, h: side, onPress: one.action },
    icon(kit, one.icon, 5, 'amberText'),
  );
}

/** In the head of the smallest panel, where the strip says the word. */
export function wantingSign(kit: Kit, state: Home): UiNode | undefined {
  const one = said(kit, state);
  if (one === undefined) return undefined;
  return headButton(
    kit,
    one.icon,
    { id: one.id, action: one.action, hotkey: '6' },
    4.6,
    'amberText',
  );
}
