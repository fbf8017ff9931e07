import type { ScreenOf, Strip } from '#src/desk/view.ts';
import type { UiNode } from '../h.ts';
import type { Kit } from '../theme.ts';
import { gap, stretch, text } from '../widgets/basics.ts';
import { body, line, screen } from '../widgets/frame.ts';
import { pinKeypad } from '../widgets/keypad.ts';
import { secretDots } from '../widgets/secret-dots.ts';

/** What stands above the circles: why no PIN is taken, what was wrong, or whose PIN is wanted. */
export function pinTitle(
  kit: Kit,
  {
    lockedOut,
    lockedSeconds,
    wrong,
  }: { readonly lockedOut: boolean; readonly lockedSeconds: number; readonly wrong: boolean },
  asked: string,
): string {
  const { supervisor: words } = kit.texts;
  if (lockedOut) return words.lockedOut;
  if (lockedSeconds > 0) return words.locked(lockedSeconds);
  return wrong ? words.wrong : asked;
}

/** A second person agrees: who, to what, and nothing else. */
export function supervisor(kit: Kit, strip: Strip, state: ScreenOf<'supervisor'>): UiNode {
  const { supervisor: words } = kit.texts;
  const locked = state.lockedSeconds > 0 || state.lockedOut;
  const title = pinTitle(kit, state, words.title[state.role]);
  return screen(
    kit,
    strip,
    'supervisor',
    body(
      kit,
      gap(kit, 0.6),
      line(
        kit,
        {},
        text(kit, state.lockedOut ? words.lockedOutHint : words.purpose[state.purpose], {
          step: 'caption',
          colour: 'ink2',
          line: 1.6,
        }),
      ),
      line(
        kit,
        {},
        text(kit, title, { step: 'title', colour: locked || state.wrong ? 'redText' : 'ink' }),
      ),
      gap(kit, 1),
      secretDots(kit, state.digits),
      stretch(),
    ),
    pinKeypad(kit),
    gap(kit, 1.4),
  );
}
