import type { CashierAction, ScreenOf, Strip } from '#src/desk/view.ts';
import { h, type UiNode } from '../h.ts';
import type { Kit } from '../theme.ts';
import { column, fitText, gap, icon, row, stretch, text } from '../widgets/basics.ts';
import { body, screen, textInset, textWidthPx } from '../widgets/frame.ts';
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

const buttonSide = 9.7;

const otherButton = (kit: Kit): UiNode =>
  h(
    'button',
    {
      id: 'other-person',
      style: 'headButton',
      w: kit.mm(buttonSide),
      h: kit.mm(buttonSide),
      onPress: { type: 'otherPerson' } satisfies CashierAction,
    },
    icon(kit, 'person', 4.6),
  );

/** A second person agrees: who, to what, and nothing else. */
export function supervisor(kit: Kit, strip: Strip, state: ScreenOf<'supervisor'>): UiNode {
  const { supervisor: words } = kit.texts;
  const locked = state.lockedSeconds > 0 || state.lockedOut;
  const title = pinTitle(kit, state, words.title[state.role]);
  const said = state.lockedOut
    ? words.lockedOutHint
    : `${words.purpose[state.purpose]} - ${state.who[kit.language]}`;
  const room = textWidthPx(kit) - (state.others ? kit.mm(buttonSide) : 0);
  return screen(
    kit,
    strip,
    'supervisor',
    body(
      kit,
      gap(kit, 0.6),
      row(
        { w: 'fill', align: 'between', pad: [0, 0, 0, textInset(kit)] },
        column(
          { cross: 'start', grow: 1 },
          text(kit, said, { step: 'caption', colour: 'ink2', line: 1.6, ellipsis: true }),
          fitText(kit, title, room, ['title', 'body'], {
            colour: locked || state.wrong ? 'redText' : 'ink',
          }),
        ),
        state.others && otherButton(kit),
      ),
      gap(kit, 1),
      secretDots(kit, state.digits),
      stretch(),
    ),
    pinKeypad(kit),
    gap(kit, 1.4),
  );
}
