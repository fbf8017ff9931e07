import { messagesOf } from '#src/desk/messages.ts';
import type { ScreenOf, Step, Strip } from '#src/desk/view.ts';
import type { UiChild, UiNode } from '../h.ts';
import type { Kit } from '../theme.ts';
import { column, disc, fitText, gap, icon, stretch, text } from '../widgets/basics.ts';
import { tellPanel } from '../widgets/buttons.ts';
import { money, nameOf } from '../widgets/format.ts';
import { body, foot, line, screen, textWidthPx } from '../widgets/frame.ts';
import { ring } from '../widgets/ring.ts';

/** On the smallest panel, in mm. */
const ringTiny = 13;

/** Which step runs, for how long, and how long it may take: never a bare spinner. */
export function askingBank(kit: Kit, strip: Strip, state: ScreenOf<'asking-bank'>): UiNode {
  const { asking: words, time, word, message } = kit.texts;
  const pinRight = messagesOf(state).includes('0D');
  const running = state.steps.find((step) => step.state === 'running');
  const failed = state.steps.some((step) => step.state === 'failed');
  const title = words.running[running?.step ?? 'bankAnswers'];
  return screen(
    kit,
    strip,
    'asking-bank',
    body(
      kit,
      gap(kit, 1.4),
      line(
        kit,
        { align: 'between' },
        text(kit, context(kit, state), { step: 'caption', colour: 'ink2' }),
        state.amount !== undefined && text(kit, money(state.amount), { bold: true }),
      ),
      gap(kit, 1),
      beside(
        kit,
        ring(
          kit,
          {
            style: 'ringWait',
            diameter: kit.panel.tiny ? ringTiny : kit.panel.hardwareKeys ? 16 : 21,
            value: state.elapsedSeconds,
            max: state.limitSeconds,
          },
          text(kit, String(state.elapsedSeconds), {
            step: kit.panel.tiny ? 'title' : 'figure',
            line: 1,
          }),
          text(kit, kit.panel.tiny ? time.secondsUnitShort : time.secondsUnit, {
            step: 'caption',
            colour: 'ink2',
            line: 1.1,
          }),
        ),
        text(kit, title, { step: kit.panel.tiny ? 'body' : 'title', bold: true }),
        gap(kit, 0.4),
        fitText(
          kit,
          pinRight ? message['0D'] : failed ? words.noReply : words.usual(state.limitSeconds),
          textWidthPx(kit) - (kit.panel.tiny ? kit.mm(ringTiny + 2) : 0),
          ['caption', 'mark'],
          { colour: pinRight ? 'greenText' : failed ? 'amberText' : 'ink2' },
        ),
      ),
      gap(kit, 1.4),
      ...stepsShown(kit, state).map((step) => stepLine(kit, step)),
      stretch(),
    ),
    state.cardIn && foot(kit, tellPanel(kit, 'noteAmber', 'warning', word.leaveCard)),
  );
}

/** Beside real keys what fits above the foot: up to the step that runs, then what comes. */
function stepsShown(kit: Kit, { steps, cardIn }: ScreenOf<'asking-bank'>): readonly Step[] {
  const { tiny, hardwareKeys } = kit.panel;
  const low = cardIn ? 1 : 2;
  const count = tiny ? low : hardwareKeys && cardIn ? 3 : steps.length;
  const end = steps.findIndex(({ state }) => state === 'running') + 1;
  const first = Math.max(0, (end === 0 ? steps.length : end) - count);
  return steps.slice(first, first + count);
}

/** The picture over its words; on a low panel beside them, so that they stay above the foot. */
function beside(kit: Kit, picture: UiNode, ...words: readonly UiChild[]): UiNode {
  if (!kit.panel.tiny)
    return column({ w: 'fill', cross: 'center' }, picture, gap(kit, 1.4), ...words);
  return line(kit, { gap: kit.mm(2) }, picture, column({ grow: 1 }, ...words));
}

function context(kit: Kit, state: ScreenOf<'asking-bank'>): string {
  const what = kit.texts.purpose[state.purpose];
  const called = nameOf(kit, state, 'roomInside');
  return called === undefined ? what : kit.texts.name.context(what, called);
}

function stepLine(kit: Kit, { step, state, seconds }: Step): UiNode {
  const now = state === 'running';
  const width = textWidthPx(kit) - kit.mm(5) - 2 * kit.mm(1.5) - kit.mm(6);
  return line(
    kit,
    { key: step, gap: kit.mm(1.5), h: kit.mm(6) },
    stepMark(kit, state),
    fitText(kit, kit.texts.asking.step[step], width, ['body', 'label'], {
      grow: true,
      bold: now,
      colour: state === 'waiting' ? 'ink3' : 'ink',
    }),
    text(kit, seconds === undefined ? '' : kit.texts.time.seconds(seconds), {
      step: 'caption',
      colour: 'ink2',
    }),
  );
}

function stepMark(kit: Kit, state: Step['state']): UiNode {
  if (state === 'done') return disc(kit, 5, { fill: 'green' }, icon(kit, 'check', 3, 'onGreen'));
  if (state === 'failed')
    return disc(kit, 5, { fill: 'yellow' }, icon(kit, 'cross', 3, 'onYellow'));
  if (state === 'waiting') return disc(kit, 5, { ring: 'edge', ringWidth: 0.25 });
  return disc(kit, 5, { ring: 'ink', ringWidth: 0.5 }, disc(kit, 1.8, { fill: 'ink' }));
}
