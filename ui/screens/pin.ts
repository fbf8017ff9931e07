import { messagesOf } from '#src/desk/messages.ts';
import type { ScreenOf, Strip } from '#src/desk/view.ts';
import type { UiNode } from '../h.ts';
import type { Kit } from '../theme.ts';
import { column, gap, stretch, text } from '../widgets/basics.ts';
import { money } from '../widgets/format.ts';
import { body, line, screen } from '../widgets/frame.ts';
import { pinKeypad } from '../widgets/keypad.ts';
import { secretDots } from '../widgets/secret-dots.ts';

/** The customer's side: the amount, the dots, and nothing of the shop's. */
export function pin(kit: Kit, strip: Strip, state: ScreenOf<'pin'>): UiNode {
  const { pin: words, message } = kit.texts;
  const [said = '09'] = messagesOf(state);
  const tries = state.triesLeft === undefined ? '' : words.triesLeft(state.triesLeft);
  return screen(
    kit,
    strip,
    'pin',
    body(
      kit,
      gap(kit, 0.6),
      line(
        kit,
        { align: 'between' },
        text(kit, words.purpose[state.purpose], { step: 'caption', colour: 'ink2' }),
        text(kit, money(state.amount), { step: 'title' }),
      ),
      line(
        kit,
        { align: 'between', cross: 'end' },
        text(kit, message[said], {
          step: kit.panel.hardwareKeys ? 'body' : 'title',
          bold: true,
          colour: state.wrongBefore ? 'redText' : 'ink',
        }),
        column(
          { pad: [0, 0, kit.mm(0.8), 0] },
          text(kit, tries, {
            step: 'caption',
            colour: state.triesLeft === 1 ? 'redText' : 'ink2',
            bold: state.triesLeft === 1,
          }),
        ),
      ),
      gap(kit, 1),
      secretDots(kit, state.digits, state.bypassAllowed ? words.bypass : undefined),
      stretch(),
    ),
    pinKeypad(kit),
    gap(kit, 1.4),
  );
}
