import type { ScreenOf, Strip } from '#src/desk/view.ts';
import type { UiChild, UiNode } from '../h.ts';
import type { Kit } from '../theme.ts';
import {
  column,
  disc,
  fitText,
  gap,
  icon,
  inlineIcon,
  paragraph,
  row,
  stretch,
  text,
} from '../widgets/basics.ts';
import { primary, secondary } from '../widgets/buttons.ts';
import { choices } from '../widgets/choices.ts';
import { besideCode, codeCard, codeSide } from '../widgets/code.ts';
import { clock, money, nameOf } from '../widgets/format.ts';
import { backButton, body, foot, head, line, screen, textWidthPx } from '../widgets/frame.ts';
import { point } from '../widgets/points.ts';
import { bar } from '../widgets/ring.ts';

type HandOver = ScreenOf<'hand-over'>;

/** Which desk gets it: touching one gives it. */
export function handOverTo(kit: Kit, strip: Strip, state: ScreenOf<'hand-over-to'>): UiNode {
  const { handover: words } = kit.texts;
  const name = nameOf(kit, state);
  return screen(
    kit,
    strip,
    'hand-over-to',
    head(kit, words.title, name === undefined ? {} : { right: name }),
    body(
      kit,
      line(kit, {}, text(kit, words.toWhom, { step: kit.panel.tiny ? 'body' : 'title' })),
      gap(kit, 1),
      choices(
        kit,
        state.desks.map((desk, index) => ({
          id: `desk-${index}`,
          words: words.desk(desk),
          action: { type: 'choose', index },
        })),
        'body',
      ),
      gap(kit, 1.2),
      point(kit, 'info', words.never, { onLine: true }),
      stretch(),
    ),
  );
}

/** 换终端 at the desk that gives: the picture, then who has it, then what came of it. */
export function handOver(kit: Kit, strip: Strip, state: HandOver): UiNode {
  switch (state.phase) {
    case 'waiting':
    case 'asking':
      return kit.panel.tiny ? tinyCode(kit, strip, state) : withCode(kit, strip, state);
    default:
      return told(kit, strip, state);
  }
}

type WithCode = Extract<HandOver, { phase: 'waiting' | 'asking' }>;

const titleOf = (kit: Kit, state: WithCode): string =>
  state.phase === 'waiting'
    ? kit.texts.handover.scanAt(state.desk)
    : kit.texts.handover.asking.title(state.desk);

const takeBack = (kit: Kit): UiNode =>
  secondary(
    kit,
    'take-back',
    kit.texts.handover.takeBack,
    { type: 'takeBack' },
    { icon: 'back', hotkey: '2' },
  );

function withCode(kit: Kit, strip: Strip, state: WithCode): UiNode {
  const { handover: words } = kit.texts;
  const width = textWidthPx(kit);
  const name = nameOf(kit, state);
  const small = kit.panel.hardwareKeys;
  // Beside real keys the picture takes the place of the bar: how long it lives stands in the head.
  const lives = small && state.phase === 'waiting' ? leftOf(state) : undefined;
  const right = lives ?? name;
  return screen(
    kit,
    strip,
    'hand-over',
    head(kit, words.title, right === undefined ? {} : { right }),
    body(
      kit,
      row(
        { w: 'fill', align: 'center' },
        fitText(kit, titleOf(kit, state), width, small ? ['label'] : ['title', 'body', 'label'], {
          bold: true,
        }),
      ),
      gap(kit, small ? 0.3 : 0.8),
      codeCard(kit, state.code),
      gap(kit, small ? 0.4 : 1),
      ...(state.phase === 'waiting' ? waiting(kit, state) : asking(kit, state)),
      stretch(),
    ),
    state.phase === 'waiting' && foot(kit, takeBack(kit)),
  );
}

const leftOf = ({ secondsLeft }: { readonly secondsLeft: number }): string =>
  `${Math.floor(secondsLeft / 60)}:${String(secondsLeft % 60).padStart(2, '0')}`;

function waiting(kit: Kit, state: Extract<HandOver, { phase: 'waiting' }>): UiChild[] {
  const { handover: words, time } = kit.texts;
  const now = time.seconds(state.waitedSeconds);
  if (kit.panel.hardwareKeys) return [];
  const rest = [
    gap(kit, 0.6),
    step(kit, 'now', words.step.scan, now),
    kit.panel.roomy && step(kit, 'later', words.step.card(state.desk), ''),
    kit.panel.roomy && step(kit, 'later', words.step.result, ''),
  ];
  return [
    line(
      kit,
      { align: 'between' },
      row(
        { gap: kit.mm(1) },
        inlineIcon(kit, 'clock', 3.4, 'ink'),
        text(kit, words.validFor, { step: 'label' }),
      ),
      text(kit, leftOf(state), { bold: true }),
    ),
    gap(kit, 0.6),
    line(kit, {}, bar(kit, state.secondsLeft, state.lifeSeconds)),
    ...rest,
  ];
}

const asking = (kit: Kit, state: Extract<HandOver, { phase: 'asking' }>): UiChild[] => [
  point(kit, 'scan', kit.texts.handover.asking.text(state.desk), { onLine: true }),
];

/** What is done has a tick, what is on has a ring, what comes is pale. */
function step(kit: Kit, state: 'done' | 'now' | 'later', words: string, right: string): UiNode {
  const mark =
    state === 'done'
      ? disc(kit, 3.2, { fill: 'green' }, icon(kit, 'check', 2.2, 'onGreen'))
      : disc(kit, 3.2, state === 'now' ? { ring: 'ink', ringWidth: 0.6 } : { ring: 'edge' });
  const look =
    state === 'later'
      ? ({ step: 'label', colour: 'ink2' } as const)
      : ({ step: 'label', bold: state === 'now' } as const);
  return line(
    kit,
    { align: 'between', h: kit.mm(5.2) },
    row({ gap: kit.mm(1.5) }, mark, text(kit, words, look)),
    text(kit, right, { step: 'caption', colour: 'ink2' }),
  );
}

function tinyCode(kit: Kit, strip: Strip, state: WithCode): UiNode {
  const { handover: words } = kit.texts;
  const width = kit.panel.widthPx - codeSide(kit) - kit.mm(2.5);
  const left = state.phase === 'waiting' ? leftOf(state) : '';
  return besideCode(
    kit,
    strip,
    'hand-over',
    state.code,
    backButton(kit),
    paragraph(kit, titleOf(kit, state), width, { step: 'label', bold: true }),
    state.phase === 'waiting' && text(kit, left, { bold: true }),
    state.phase === 'waiting' &&
      secondary(kit, 'take-back', words.takeBackShort, { type: 'takeBack' }, { hotkey: '2' }),
  );
}

function told(kit: Kit, strip: Strip, state: Exclude<HandOver, WithCode>): UiNode {
  const { handover: words } = kit.texts;
  const width = textWidthPx(kit);
  const name = nameOf(kit, state);
  return screen(
    kit,
    strip,
    'hand-over',
    head(kit, words.title, name === undefined ? {} : { right: name }),
    body(
      kit,
      gap(kit, 1),
      line(
        kit,
        { gap: kit.mm(2) },
        disc(kit, 8, { fill: 'green' }, icon(kit, 'check', 5, 'onGreen')),
        column(
          { grow: 1, cross: 'start' },
          fitText(kit, tellTitle(kit, state), width - kit.mm(10), ['title', 'body', 'label'], {
            bold: true,
          }),
          tellMoney(kit, state),
        ),
      ),
      gap(kit, 2),
      ...tellSteps(kit, state),
      stretch(),
    ),
    foot(kit, primary(kit, words.ok, { icon: 'check' })),
  );
}

function tellTitle(kit: Kit, state: Exclude<HandOver, WithCode>): string {
  const { handover: words } = kit.texts;
  if (state.phase === 'taken') return words.taken.title(state.desk);
  if (state.phase === 'back') return words.back.title;
  return words.ended[state.end](state.desk);
}

function tellMoney(kit: Kit, state: Exclude<HandOver, WithCode>): UiNode {
  const amount =
    state.phase === 'ended' && state.end === 'completed' ? state.charged : state.amount;
  return text(kit, money(amount), { step: 'figure' });
}

function tellSteps(kit: Kit, state: Exclude<HandOver, WithCode>): UiChild[] {
  const { handover: words } = kit.texts;
  const said = (sentence: string): UiNode =>
    line(kit, {}, paragraph(kit, sentence, textWidthPx(kit), { step: 'label' }));
  if (state.phase === 'back') return [said(words.back.text)];
  if (state.phase === 'ended') return [];
  return [
    step(kit, 'done', words.step.scanned, clock(kit, state.atMs)),
    step(kit, 'now', words.step.card(state.desk), ''),
    step(kit, 'later', words.step.result, ''),
    gap(kit, 1),
    said(words.taken.text[state.what]),
  ];
}
