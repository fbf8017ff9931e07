import type { CaseChoice, CaseQuestion } from '#src/desk/view/case.ts';
import type { ScreenOf, Strip } from '#src/desk/view.ts';
import {
  lessonWords,
  outcomeWords,
  partyWords,
  personWords,
  phraseWords,
  templateWords,
} from '#src/incident/words.ts';
import { h, type UiNode } from '../h.ts';
import { type Kit, textsOf } from '../theme.ts';
import { column, gap, icon, inlineIcon, paragraph, stretch, text } from '../widgets/basics.ts';
import { primary } from '../widgets/buttons.ts';
import { nameOf } from '../widgets/format.ts';
import { body, foot, head, line, screen, textWidthPx } from '../widgets/frame.ts';
import { keypad } from '../widgets/keypad.ts';
import { saved } from '../widgets/saved.ts';
import { card, listRow, rowKey } from '../widgets/surfaces.ts';

const pictures: Readonly<Record<CaseQuestion, string>> = {
  step: 'case',
  phrase: 'note',
  waitFor: 'clock',
  until: 'calendar',
  spokeTo: 'person',
  outcome: 'phone',
  party: 'report',
  lesson: 'info',
  customer: 'phone',
  template: 'note',
  speech: 'person',
};

/** Words that stand inside a sentence elsewhere begin a row here. */
const capital = (words: string): string => words.slice(0, 1).toUpperCase() + words.slice(1);

/** Where the rows of one question do different things. */
const ownPictures: Readonly<Record<string, string>> = {
  'contact:sms': 'note',
  'contact:email': 'paper',
  'contact:export': 'download',
  'contact:erase': 'cross',
  'step:note': 'note',
  'step:spoke': 'person',
  'step:customer': 'phone',
  'step:wait': 'clock',
  'step:report': 'report',
  'step:lesson': 'info',
  'step:print': 'print',
  'step:openHold': 'hold',
  'step:reopen': 'retry',
};

/** In mm. */
const rowHeight = 10.2;

/** One question about a case, and a row for each answer: the list scrolls when it is long. */
export function caseChoice(kit: Kit, strip: Strip, state: ScreenOf<'case-choice'>): UiNode {
  const { question } = kit.texts.caseFollow;
  const width = textWidthPx(kit) - kit.mm(4) - kit.mm(3.2) - 2 * kit.mm(1.4);
  const name = nameOf(kit, state, 'roomShort');
  const side = kit.mm(2);
  return screen(
    kit,
    strip,
    'case-choice',
    head(kit, question[state.question], name === undefined ? {} : { right: name }),
    state.saving !== undefined && saved(kit, state.saving),
    h(
      'scroll',
      { id: 'rows', w: 'fill', grow: 1, pad: [kit.mm(0.4), side, kit.mm(2), side] },
      card(
        { local: { clipCorner: true } },
        ...state.choices.map((choice, index) =>
          listRow(
            kit,
            {
              id: choice.replace(':', '-'),
              index,
              height: rowHeight,
              action: { type: 'caseChoice', choice },
              ...rowKey(index),
            },
            icon(kit, ownPictures[choice] ?? pictures[state.question], 4, 'blueText'),
            // All rows in one size: a long one has two lines.
            column(
              { grow: 1, cross: 'start' },
              paragraph(kit, capital(wordsOf(kit, choice)), width, {
                step: 'label',
                bold: true,
                line: 1.1,
              }),
            ),
          ),
        ),
      ),
    ),
  );
}

const shared: Readonly<Record<string, Readonly<Record<string, Readonly<Record<string, string>>>>>> =
  {
    phrase: phraseWords,
    who: personWords,
    party: partyWords,
    outcome: outcomeWords,
    lesson: lessonWords,
    template: templateWords,
  };

/** The first word of a choice says in which table its words stand. */
function wordsOf(kit: Kit, choice: CaseChoice): string {
  const [table = '', word = ''] = choice.split(':');
  const { caseFollow } = kit.texts;
  const own: Readonly<Record<string, Readonly<Record<string, string>>>> = {
    step: caseFollow.step,
    until: caseFollow.until,
    contact: caseFollow.contact,
    speech: { 'zh-CN': textsOf('zh-CN').name.language, en: textsOf('en').name.language },
  };
  return own[table]?.[word] ?? shared[table]?.[word]?.[kit.language] ?? word;
}

/** The digits of a note. */
export function caseFigure(kit: Kit, strip: Strip, state: ScreenOf<'case-figure'>): UiNode {
  const { caseFollow: words } = kit.texts;
  return screen(
    kit,
    strip,
    'case-figure',
    head(kit, phraseWords[state.phrase][kit.language]),
    body(
      kit,
      gap(kit, 1),
      line(
        kit,
        { gap: kit.mm(1.4) },
        inlineIcon(kit, 'note', 4, 'ink2'),
        text(kit, state.digits === '' ? words.figure : state.digits, {
          step: 'title',
          ...(state.digits === '' && { colour: 'ink3' as const }),
        }),
      ),
      stretch(),
    ),
    keypad(kit, { doubleZero: false }),
    foot(kit, primary(kit, words.save, { icon: 'check', height: kit.panel.primaryOnKeypadScreen })),
  );
}
