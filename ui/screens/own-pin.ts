import type { ScreenOf, Strip } from '#src/desk/view.ts';
import type { UiNode } from '../h.ts';
import type { Kit } from '../theme.ts';
import { fitText, gap, icon, paragraph, stretch, text } from '../widgets/basics.ts';
import { primary } from '../widgets/buttons.ts';
import { body, foot, line, screen, textWidthPx } from '../widgets/frame.ts';
import { pinKeypad } from '../widgets/keypad.ts';
import { secretDots } from '../widgets/secret-dots.ts';
import { note } from '../widgets/surfaces.ts';
import { pinTitle } from './supervisor.ts';

/** A person's own PIN: to sign in, or to choose a new one; what is wrong with it stands above. */
export function ownPin(kit: Kit, strip: Strip, state: ScreenOf<'own-pin'>): UiNode {
  const { people: words } = kit.texts;
  const { person, problem, lockedSeconds } = state;
  const { lockedOut } = person;
  const wrong = problem === 'wrong';
  const asked = problem === undefined || wrong ? words.step[state.step] : words.problem[problem];
  const bad = problem !== undefined || lockedSeconds > 0 || lockedOut;
  const who = `${person.id} ${person.name[kit.language]}`;
  const chooses = state.step === 'new' || state.step === 'again';
  const under = chooses ? `${who} - ${words.leastDigits(state.leastDigits)}` : who;
  const hint = lockedOut ? kit.texts.supervisor.lockedOutHint : under;
  const title = pinTitle(kit, { lockedOut, lockedSeconds, wrong }, asked);
  return screen(
    kit,
    strip,
    'own-pin',
    body(
      kit,
      gap(kit, 0.6),
      line(kit, {}, text(kit, hint, { step: 'caption', colour: 'ink2', line: 1.6 })),
      line(
        kit,
        {},
        fitText(kit, title, textWidthPx(kit), ['title', 'body', 'label'], {
          colour: bad ? 'redText' : 'ink',
        }),
      ),
      gap(kit, 1),
      secretDots(kit, state.digits),
      stretch(),
    ),
    pinKeypad(kit),
    gap(kit, 1.4),
  );
}

/** A terminal that nobody works at yet: who chooses a PIN next, and that there is none to begin with. */
export function firstStart(kit: Kit, strip: Strip, state: ScreenOf<'first-start'>): UiNode {
  const { firstStart: words } = kit.texts.people;
  const width = textWidthPx(kit);
  return screen(
    kit,
    strip,
    'first-start',
    body(
      kit,
      gap(kit, kit.panel.hardwareKeys ? 0.6 : 3),
      line(kit, {}, paragraph(kit, words.title, width, { step: 'title' })),
      gap(kit, 1.4),
      note(kit, 'off', 'key', [
        paragraph(kit, words.text, width - kit.mm(4 + 1.6), { step: 'label' }),
      ]),
      gap(kit, 1.6),
      line(
        kit,
        { gap: kit.mm(1.5) },
        icon(kit, 'person', 4, 'blueText'),
        text(kit, words.who[state.role], { bold: true, grow: true }),
        text(kit, state.id, { bold: true }),
      ),
      stretch(),
    ),
    foot(kit, primary(kit, words.next, { icon: 'key' })),
  );
}
