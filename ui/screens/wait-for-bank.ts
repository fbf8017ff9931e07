import type { ScreenOf, Strip } from '#src/desk/view.ts';
import type { UiNode } from '../h.ts';
import type { Kit } from '../theme.ts';
import { column, gap, inlineIcon, paragraph, stretch, text } from '../widgets/basics.ts';
import { primary, secondary } from '../widgets/buttons.ts';
import { clock } from '../widgets/format.ts';
import { body, foot, head, line, screen, textWidthPx } from '../widgets/frame.ts';
import { ring } from '../widgets/ring.ts';
import { note } from '../widgets/surfaces.ts';

type Wait = ScreenOf<'wait-for-bank'>;

/** Since when, when it tries again by itself, and what became of the tries so far. */
export function waitForBank(kit: Kit, strip: Strip, state: Wait): UiNode {
  const { wait: words } = kit.texts;
  const width = textWidthPx(kit);
  return screen(
    kit,
    strip,
    'wait-for-bank',
    head(kit, kit.texts.waitTitle(state.finding)),
    body(
      kit,
      gap(kit, 0.2),
      countdown(kit, state),
      gap(kit, kit.panel.tiny ? 0.6 : 1.6),
      state.bulletin !== undefined &&
        !(kit.panel.tiny && state.undo === 'owed') &&
        bulletin(kit, state.bulletin, width),
      state.bulletin !== undefined && !kit.panel.tiny && gap(kit, 1.4),
      // One of the two fits the smallest panel, and what is owed counts most.
      (!kit.panel.tiny || state.bulletin === undefined || state.undo === 'owed') &&
        undone(kit, state, width),
      stretch(),
    ),
    foot(
      kit,
      state.otherWays > 0 &&
        secondary(
          kit,
          'ways',
          words.another(state.otherWays),
          { type: 'go', to: 'ways' },
          {
            icon: 'list',
            hotkey: '2',
          },
        ),
      primary(kit, words.tryNow, { icon: 'retry', off: state.trying }),
    ),
  );
}

/** Diameter in mm. */
const ringOf = (kit: Kit): number => (kit.panel.tiny ? 11.5 : 15);

function countdown(kit: Kit, state: Wait): UiNode {
  const { wait: words, time } = kit.texts;
  const width = textWidthPx(kit) - kit.mm(ringOf(kit)) - kit.mm(2);
  const passed = state.periodSeconds - state.nextTryInSeconds;
  return line(
    kit,
    { gap: kit.mm(2) },
    ring(
      kit,
      {
        style: 'ringNext',
        diameter: ringOf(kit),
        value: state.trying ? state.periodSeconds : state.periodSeconds - passed,
        max: state.periodSeconds,
      },
      text(kit, state.trying ? '0' : String(state.nextTryInSeconds), { step: 'title', line: 1 }),
      text(kit, time.secondsUnitShort, { step: 'caption', colour: 'ink2', line: 1.1 }),
    ),
    column(
      { grow: 1, cross: 'start', gap: kit.mm(0.5) },
      paragraph(kit, state.trying ? words.trying : words.nextTry(state.nextTryInSeconds), width, {
        step: 'label',
        bold: true,
      }),
      paragraph(kit, words.since(clock(kit, state.sinceMs), state.tries), width, {
        step: 'caption',
        colour: 'ink2',
      }),
    ),
  );
}

function bulletin(kit: Kit, said: string, width: number): UiNode {
  const inner = width - kit.mm(4 + 1.6);
  const [first = '', ...rest] = said.split('\n');
  return note(kit, 'amber', 'bank', [
    paragraph(kit, kit.texts.wait.bulletin(first), inner, {
      step: 'label',
      bold: true,
      line: 1.2,
      colour: 'ink',
    }),
    rest.length > 0 && paragraph(kit, rest.join('\n'), inner, { step: 'caption', colour: 'ink' }),
  ]);
}

function undone(kit: Kit, state: Wait, width: number): UiNode {
  const owed = state.undo === 'owed';
  const inner = width - kit.mm(3.8) - kit.mm(1.5);
  return line(
    kit,
    { gap: kit.mm(1.5), cross: 'start' },
    inlineIcon(kit, owed ? 'clock' : 'check', 3.8, owed ? 'amberText' : 'greenText'),
    paragraph(kit, kit.texts.wait.undo[state.undo](state.code), inner, { step: 'caption' }),
  );
}
