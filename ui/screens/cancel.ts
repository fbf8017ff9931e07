import type { ScreenOf, Strip } from '#src/desk/view.ts';
import type { UiNode } from '../h.ts';
import type { Kit } from '../theme.ts';
import {
  amountText,
  column,
  fitText,
  gap,
  inlineIcon,
  paragraph,
  stretch,
  text,
} from '../widgets/basics.ts';
import { money, nameOf } from '../widgets/format.ts';
import { body, head, line, screen, textWidthPx } from '../widgets/frame.ts';
import { heldButton } from '../widgets/held-button.ts';
import { note } from '../widgets/surfaces.ts';

/** What is freed and what is lost, before the ring that is held for a second. */
export function cancel(kit: Kit, strip: Strip, state: ScreenOf<'cancel'>): UiNode {
  const { cancel: words, name } = kit.texts;
  const small = kit.panel.hardwareKeys;
  const right = state.last4 === undefined ? {} : { right: name.card(state.last4) };
  const width = textWidthPx(kit);
  return screen(
    kit,
    strip,
    'cancel',
    head(kit, nameOf(kit, state) ?? kit.texts.purpose[state.what], right),
    kit.panel.tiny
      ? beside(kit, state)
      : body(
          kit,
          gap(kit, 0.4),
          line(
            kit,
            {},
            fitText(kit, words.question[state.what], width, ['title', 'body'], { bold: true }),
          ),
          gap(kit, 0.6),
          line(kit, { align: 'end' }, amountText(kit, money(state.amount), width)),
          gap(kit, 1.2),
          line(
            kit,
            { gap: kit.mm(1.5) },
            inlineIcon(kit, 'check', 4, 'greenText'),
            text(kit, words.freed[state.what], { step: 'label' }),
          ),
          gap(kit, 1.4),
          note(kit, state.what === 'cancellation' ? 'red' : 'amber', 'warning', [
            paragraph(kit, words.warning[state.what], width - kit.mm(4 + 1.6), {
              step: 'label',
              bold: true,
            }),
          ]),
          stretch(),
          column(
            { w: 'fill', cross: 'center' },
            small ? heldButton(kit, 20, 14, words.button) : heldButton(kit, 24, 17.4, words.button),
            gap(kit, 1),
            text(kit, words.holdOneSecond, { bold: true }),
            text(kit, state.supervisorNext ? words.letGoSupervisor : words.letGo, {
              step: 'caption',
              colour: 'ink2',
            }),
          ),
          gap(kit, 1.6),
        ),
  );
}

/** On the smallest panel the ring stands beside the words: both are seen at once. */
function beside(kit: Kit, state: ScreenOf<'cancel'>): UiNode {
  const { cancel: words } = kit.texts;
  const ringMm = 18;
  const width = textWidthPx(kit) - kit.mm(ringMm + 2);
  const said = [
    fitText(kit, words.question[state.what], width, ['title', 'body', 'label', 'caption'], {
      bold: true,
    }),
    amountText(kit, money(state.amount), width, { line: 1.05 }),
    paragraph(kit, words.freed[state.what], width, { step: 'caption', colour: 'greenText' }),
    gap(kit, 0.6),
    paragraph(kit, words.warning[state.what], width, {
      step: 'label',
      bold: true,
      colour: state.what === 'cancellation' ? 'redText' : 'amberText',
    }),
  ];
  const held = heldButton(kit, ringMm, 13, words.button);
  return body(
    kit,
    line(
      kit,
      { gap: kit.mm(2) },
      column({ grow: 1, cross: 'start' }, ...said),
      column(
        { cross: 'center', w: kit.mm(ringMm) },
        held,
        gap(kit, 0.6),
        paragraph(kit, words.holdOneSecond, kit.mm(ringMm), { step: 'caption', align: 'center' }),
      ),
    ),
  );
}
