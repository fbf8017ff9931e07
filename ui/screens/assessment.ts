import type { PrintState, ScreenOf, Strip } from '#src/desk/view.ts';
import { h, type UiChild, type UiNode } from '../h.ts';
import type { Kit } from '../theme.ts';
import { gap, icon, paragraph, row, stretch } from '../widgets/basics.ts';
import { primary, secondary, sideBySide } from '../widgets/buttons.ts';
import { date } from '../widgets/format.ts';
import { body, foot, head, line, screen, textWidthPx } from '../widgets/frame.ts';
import { card, divider, facts, rowKey } from '../widgets/surfaces.ts';
import { gradeBanner } from './training.ts';

/** 考核, before it begins: what comes, and what is needed to pass. */
export function assessment(kit: Kit, strip: Strip, state: ScreenOf<'assessment'>): UiNode {
  const { training, people } = kit.texts;
  const { assess: words } = training;
  const { questions, exercises, minutes } = state;
  return screen(
    kit,
    strip,
    'assessment',
    head(kit, words.title),
    body(
      kit,
      line(
        kit,
        {},
        paragraph(kit, words.about(questions, exercises, minutes), textWidthPx(kit), {
          step: 'body',
        }),
      ),
      gap(kit, 1.4),
      facts(
        kit,
        [
          [words.parts.role, people.role[state.role]],
          [words.parts.questions, String(questions)],
          [words.parts.exercises, String(exercises)],
          [words.parts.time, words.minutes(minutes)],
          [words.parts.pass, `${state.passPercent} %`],
          [words.parts.valid, words.days(state.validDays)],
          [words.parts.standing, training.standing(state.standing)],
        ],
        0.6,
      ),
      stretch(),
    ),
    foot(kit, primary(kit, words.begin, { icon: 'play' })),
  );
}

type Question = ScreenOf<'question'>;

/** One question with its answers; afterwards, which was right and why. */
export function question(kit: Kit, strip: Strip, state: Question): UiNode {
  const { assess: words, questions } = kit.texts.training;
  const said = questions[state.question];
  const width = textWidthPx(kit);
  const right = state.review ? {} : { right: words.minutesLeft(state.minutesLeft) };
  // Afterwards what was chosen and what was right are enough.
  const shown = state.order.filter(
    (answer) => !state.review || answer === 0 || answer === state.chosen,
  );
  return screen(
    kit,
    strip,
    'question',
    head(kit, words.question(state.at, state.of), right),
    body(
      kit,
      line(kit, {}, paragraph(kit, said.question, width, { step: 'body', bold: true })),
      gap(kit, 1.2),
      card(
        { local: { clipCorner: true } },
        ...shown.map((answer, index) => answerRow(kit, state, answer, index)),
      ),
      gap(kit, 1.2),
      state.review &&
        line(
          kit,
          {},
          paragraph(kit, said.because, width, { step: kit.panel.roomy ? 'label' : 'caption' }),
        ),
      stretch(),
    ),
    foot(kit, goOn(kit, state)),
  );
}

function goOn(kit: Kit, state: Question): UiNode {
  const { assess: words } = kit.texts.training;
  const off = !state.review && state.chosen === undefined;
  const said = off ? words.choose : state.at === state.of ? words.last : words.next;
  return primary(kit, said, { off, height: kit.panel.tiny ? kit.panel.primary : 12 });
}

/** As high as its words need; what was chosen has a tick, and in the review the right one is green. */
function answerRow(kit: Kit, state: Question, answer: number, index: number): UiNode {
  const said = kit.texts.training.questions[state.question].answers[answer] ?? '';
  const chosen = state.chosen === answer;
  const right = state.review && answer === 0;
  const mark = right ? 'check' : state.review && chosen ? 'cross' : 'check';
  const colour = right ? 'greenText' : state.review ? 'redText' : 'blueText';
  const words = paragraph(kit, said, textWidthPx(kit) - kit.mm(6.6), {
    step: 'label',
    bold: chosen || right,
  });
  const content: readonly UiChild[] = [
    row({ w: kit.mm(4), h: kit.mm(4) }, (chosen || right) && icon(kit, mark, 4, colour)),
    words,
  ];
  const look = {
    w: 'fill',
    h: kit.mm(12),
    align: 'start',
    gap: kit.mm(1.6),
    pad: [0, kit.mm(1), 0, kit.mm(2)] as [number, number, number, number],
    ...divider(kit, index),
  } as const;
  if (state.review) return row({ key: `answer-${index}`, ...look }, ...content);
  const id = `option-${index}`;
  const action = { type: 'option', index } as const;
  return h('button', { id, style: 'row', onPress: action, ...rowKey(index), ...look }, ...content);
}

/** Passed or not, with how much of it was knowing and how much doing. */
export function assessmentResult(
  kit: Kit,
  strip: Strip,
  state: ScreenOf<'assessment-result'>,
): UiNode {
  const { assess: words, result } = kit.texts.training;
  const { passed, print, validUntilMs } = state;
  return screen(
    kit,
    strip,
    'assessment-result',
    head(kit, words.result, { right: words.needed(state.passPercent) }),
    body(
      kit,
      gradeBanner(kit, passed, passed ? words.passed : words.failed, `${state.percent} %`),
      gap(kit, 1.2),
      facts(
        kit,
        [
          [words.knew, words.knewOf(state.right, state.questions)],
          state.exercisePoints.length > 0 && [
            words.did,
            state.exercisePoints.map((points) => result.points(points)).join(', '),
          ],
          validUntilMs !== undefined && [words.until, date(kit, validUntilMs)],
        ],
        0.5,
      ),
      gap(kit, 1.2),
      print !== undefined && paper(kit, print),
      stretch(),
    ),
    foot(
      kit,
      sideBySide(
        kit,
        state.wrong > 0 &&
          secondary(
            kit,
            'review',
            kit.panel.tiny ? words.reviewShort : words.review(state.wrong),
            { type: 'review' },
            reviewLook,
          ),
        print === 'failed' &&
          secondary(kit, 'print', kit.texts.word.print, { type: 'print' }, printLook),
      ),
      primary(kit, kit.texts.word.done, { icon: 'check', id: 'done' }),
    ),
  );
}

function paper(kit: Kit, print: PrintState): UiNode {
  const tone = print === 'failed' ? 'amberText' : 'ink2';
  const said = kit.texts.training.assess.certificate[print];
  return line(
    kit,
    { gap: kit.mm(1.5) },
    icon(kit, 'print', 3.4, tone),
    paragraph(kit, said, textWidthPx(kit) - kit.mm(5), { step: 'label', colour: tone }),
  );
}

const reviewLook = { hotkey: '1', share: true } as const;
const printLook = { hotkey: '2', share: true } as const;
