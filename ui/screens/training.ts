import type { ScreenOf, Strip } from '#src/desk/view.ts';
import type { Mark } from '#src/training/grade.ts';
import { h, type UiNode } from '../h.ts';
import type { Kit } from '../theme.ts';
import { banner, bannerWidth } from '../widgets/banner.ts';
import { column, fitText, gap, icon, paragraph, stretch } from '../widgets/basics.ts';
import { primary } from '../widgets/buttons.ts';
import { money } from '../widgets/format.ts';
import { body, foot, head, line, screen, textWidthPx } from '../widgets/frame.ts';
import { card, facts, listRow, rowKey } from '../widgets/surfaces.ts';

/** 培训: the assessment first, then the exercises, a cause each. */
export function trainingList(kit: Kit, strip: Strip, state: ScreenOf<'training-list'>): UiNode {
  const { training: words } = kit.texts;
  const side = kit.mm(2);
  const width = textWidthPx(kit) - kit.mm(11.5);
  const assessment = listRow(
    kit,
    { id: 'assessment', index: 0, height: 11.6, action: { type: 'assessment' }, ...rowKey(0) },
    icon(kit, 'shield', 4.8, 'blueText'),
    twoLines(kit, words.assessment, words.standing(state.standing), width),
  );
  const rows = state.rows.map(({ exercise, cause, best }, index) =>
    listRow(
      kit,
      {
        id: `exercise-${exercise}`,
        index,
        height: 11.6,
        action: { type: 'exercise', exercise },
        ...rowKey(index + 1),
      },
      icon(kit, best === undefined ? 'play' : 'check', 4.8, 'blueText'),
      twoLines(
        kit,
        words.exercise[exercise].title,
        [kit.texts.cause[cause], ...(best === undefined ? [] : [words.best(best)])].join(' - '),
        width,
      ),
    ),
  );
  return screen(
    kit,
    strip,
    'training-list',
    head(kit, words.title),
    h(
      'scroll',
      { id: 'rows', w: 'fill', grow: 1, pad: [kit.mm(0.4), side, kit.mm(2), side] },
      card({ local: { clipCorner: true } }, assessment),
      gap(kit, 1.4),
      card({ local: { clipCorner: true } }, ...rows),
    ),
  );
}

const twoLines = (kit: Kit, name: string, more: string, width: number): UiNode =>
  column(
    { grow: 1, cross: 'start' },
    fitText(kit, name, width, ['body', 'label'], { bold: true, line: 1.3 }),
    fitText(kit, more, width, ['caption', 'mark'], { colour: 'ink2', line: 1.3 }),
  );

/** One exercise before it begins: what is wanted, in what time, and how it went before. */
export function training(kit: Kit, strip: Strip, state: ScreenOf<'training'>): UiNode {
  const { training: words } = kit.texts;
  const { title, story } = words.exercise[state.exercise];
  const width = textWidthPx(kit);
  const { last, best } = state;
  return screen(
    kit,
    strip,
    'training',
    head(kit, state.assessed ? words.assessedPage : words.page(state.at, state.of)),
    body(
      kit,
      line(kit, {}, fitText(kit, title, width, ['title', 'body'], { bold: true })),
      line(kit, {}, paragraph(kit, story(money(state.amount)), width, { step: 'body' })),
      gap(kit, 1),
      facts(
        kit,
        [
          [words.goal, words.within(state.goalSeconds)],
          last && [words.last, words.tried(last.seconds, last.taps)],
          best && [words.bestTry, words.tried(best.seconds, best.taps)],
        ],
        0.6,
      ),
      gap(kit, 1.6),
      line(
        kit,
        { gap: kit.mm(1.6), cross: 'start' },
        icon(kit, 'training', 3.8, 'blueText'),
        paragraph(kit, words.hint, width - kit.mm(5.4), { step: 'caption' }),
      ),
      stretch(),
    ),
    foot(kit, primary(kit, words.begin, { icon: 'play' })),
  );
}

/** Seen for a moment: the exercise's own terminal takes the glass as soon as it shows something. */
export function inTraining(kit: Kit, strip: Strip, _: ScreenOf<'in-training'>): UiNode {
  const words = kit.texts.training.gettingReady;
  return screen(
    kit,
    strip,
    'in-training',
    body(
      kit,
      stretch(),
      line(kit, { align: 'center' }, icon(kit, 'training', 8, 'blueText')),
      gap(kit, 2),
      line(
        kit,
        { align: 'center' },
        fitText(kit, words, textWidthPx(kit), ['body', 'label'], { bold: true }),
      ),
      stretch(),
    ),
  );
}

const marks: readonly Mark[] = ['way', 'money', 'case', 'time', 'harm'];

/** What was good, and what to do better. */
export function trainingResult(kit: Kit, strip: Strip, state: ScreenOf<'training-result'>): UiNode {
  const { training: words } = kit.texts;
  const { result, exercise } = words;
  const width = textWidthPx(kit);
  const { tip } = exercise[state.exercise];
  const whatTip = state.grade.marks.way !== 'good' || state.grade.marks.harm !== 'good';
  return screen(
    kit,
    strip,
    'training-result',
    head(kit, exercise[state.exercise].title, { right: kit.texts.time.seconds(state.seconds) }),
    body(
      kit,
      ...(kit.panel.tiny
        ? smallResult(kit, state)
        : [
            gradeBanner(kit, state.solved, headline(kit, state), result.points(state.grade.points)),
            gap(kit, 1.2),
            ...marks.map((mark) => markLine(kit, state, mark)),
          ]),
      state.record && markRow(kit, 'check', 'greenText', result.record),
      gap(kit, 1),
      whatTip &&
        line(
          kit,
          { gap: kit.mm(1.5), cross: 'start' },
          icon(kit, 'info', 3.6, 'blueText'),
          paragraph(kit, tip, width - kit.mm(5.1), { step: 'label', bold: true }),
        ),
      stretch(),
    ),
    foot(kit, primary(kit, result.next, { icon: 'check' })),
  );
}

const gravest: readonly Mark[] = ['harm', 'way', 'money', 'case', 'time'];

/** On the smallest panel, without turning a page: the figure, and what was not good. */
function smallResult(kit: Kit, state: ScreenOf<'training-result'>): readonly UiNode[] {
  const { result } = kit.texts.training;
  const { grade } = state;
  const said = `${headline(kit, state)} - ${result.points(grade.points)}`;
  const missed = gravest.filter((mark) => grade.marks[mark] !== 'good');
  const width = textWidthPx(kit);
  return [
    line(kit, {}, fitText(kit, said, width, ['body', 'label'], { bold: true, line: 1.2 })),
    ...missed.map((mark) =>
      line(
        kit,
        { gap: kit.mm(1), h: kit.mm(2.7) },
        icon(kit, 'cross', 2.2, 'amberText'),
        fitText(kit, result.mark[mark][grade.marks[mark]], width, ['mark']),
      ),
    ),
  ];
}

function headline(kit: Kit, { end, solved }: ScreenOf<'training-result'>): string {
  const { result } = kit.texts.training;
  if (end !== 'finished') return result[end];
  return solved ? result.solved : result.notSolved;
}

/** Passed or not: word, icon and tone; the figure below. */
export function gradeBanner(kit: Kit, well: boolean, said: string, figure: string): UiNode {
  const width = bannerWidth(kit);
  return banner(
    kit,
    well ? 'good' : 'off',
    well ? 'check' : 'retry',
    fitText(kit, said, width, ['body', 'label'], { bold: true, colour: 'ink' }),
    fitText(kit, figure, width, ['title', 'body'], { bold: true, line: 1.1, colour: 'ink' }),
  );
}

function markLine(kit: Kit, { grade }: ScreenOf<'training-result'>, mark: Mark): UiNode {
  const well = grade.marks[mark];
  const said = kit.texts.training.result.mark[mark][well];
  if (well === 'good') return markRow(kit, 'check', 'greenText', said);
  return markRow(kit, well === 'half' ? 'info' : 'cross', 'amberText', said);
}

const markRow = (
  kit: Kit,
  iconName: string,
  colour: 'greenText' | 'amberText',
  said: string,
): UiNode =>
  line(
    kit,
    { key: said, gap: kit.mm(1.5), h: kit.mm(4.4) },
    icon(kit, iconName, 3.4, colour),
    fitText(kit, said, textWidthPx(kit) - kit.mm(4.9), ['label', 'caption', 'mark']),
  );
