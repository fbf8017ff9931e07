import type { GuidePage } from '#src/desk/view/ways.ts';
import type { ScreenOf, Strip } from '#src/desk/view.ts';
import { sentenceForCustomer } from '#src/recovery/sentences.ts';
import type { UiChild, UiNode } from '../h.ts';
import type { Kit } from '../theme.ts';
import { column, fitText, gap, icon, inlineIcon, paragraph, stretch } from '../widgets/basics.ts';
import { primary, secondary, tellPanel } from '../widgets/buttons.ts';
import { choices } from '../widgets/choices.ts';
import { money, stamp } from '../widgets/format.ts';
import { body, foot, head, line, screen, textWidthPx } from '../widgets/frame.ts';
import { isFaultCode } from './notice.ts';

type Guide = ScreenOf<'guide'>;

const pictures: Readonly<Record<GuidePage, string>> = {
  cleanChip: 'wipe',
  cleanStripe: 'stripe',
  cleanTest: 'reader',
  cleanProved: 'check',
  cleanFailed: 'warning',
  hotline: 'phone',
  lineCable: 'network-off',
  lineReception: 'network-off',
  lineWireless: 'network-off',
  partsCable: 'reader',
  parametersDone: 'check',
  parametersFailed: 'warning',
  hostSwitched: 'network',
  hostFailed: 'network-off',
  software: 'download',
  softwareAsked: 'note',
  compare: 'search',
  cash: 'note',
  paper: 'paper',
  keepCard: 'info',
  refuse: 'person',
};

/** One page of a way: what to do, what is known, and one answer. */
export function guide(kit: Kit, strip: Strip, state: Guide): UiNode {
  const { guide: words } = kit.texts;
  const { title, text: said, go } = words.page[state.page];
  const width = textWidthPx(kit);
  return screen(
    kit,
    strip,
    'guide',
    head(
      kit,
      title,
      state.step === undefined ? {} : { right: words.step(state.step.at, state.step.of) },
    ),
    body(
      kit,
      gap(kit, kit.panel.tiny ? 0.2 : 1),
      said !== undefined && what(kit, state, said, width),
      state.page === 'refuse' && sentences(kit, state, width),
      ...known(kit, state),
      gap(kit, 1),
      state.answers.length > 0 && answers(kit, state),
      stretch(),
    ),
    foot(
      kit,
      state.printable &&
        secondary(kit, 'print', words.print, { type: 'print' }, { icon: 'print', hotkey: '9' }),
      state.page === 'cleanTest' && tellPanel(kit, 'noteAmber', 'reader', words.anyCard),
      go !== undefined && state.answers.length === 0 && primary(kit, go, { icon: 'check' }),
    ),
  );
}

function what(kit: Kit, state: Guide, said: string, width: number): UiNode {
  const { mm, panel } = kit;
  const side = panel.tiny ? 0 : panel.roomy ? 9 : 6;
  const inner = width - mm(side === 0 ? 0 : side + 2);
  return line(
    kit,
    { gap: mm(2), cross: 'start' },
    side > 0 && icon(kit, pictures[state.page], side, 'blueText'),
    paragraph(kit, said, inner, { step: panel.hardwareKeys ? 'caption' : 'label' }),
  );
}

/** The sentence in the language of the shop first, then in the other one: the customer may read it. */
function sentences(kit: Kit, state: Guide, width: number): UiNode {
  const both = sentenceForCustomer[state.cause];
  const other = kit.language === 'en' ? 'zh-CN' : 'en';
  const say = (words: string, bold: boolean): UiNode =>
    line(kit, {}, paragraph(kit, words, width, { step: 'label', bold }));
  return column(
    { w: 'fill', gap: kit.mm(kit.panel.tiny ? 0.6 : 2) },
    say(both[kit.language], true),
    say(both[other], false),
  );
}

/** Telephone, figures and times. */
function known(kit: Kit, state: Guide): UiChild[] {
  const { guide: words, call } = kit.texts;
  const fact = (iconName: string, said: string): UiNode =>
    line(
      kit,
      { gap: kit.mm(1.5) },
      inlineIcon(kit, iconName, 4, 'ink2'),
      fitText(kit, said, textWidthPx(kit) - kit.mm(5.5), ['label', 'caption', 'mark'], {
        bold: true,
      }),
    );
  const bank = state.bank?.[kit.language] ?? call.anyHotline;
  return [
    (state.hotline !== undefined || state.figure !== undefined || state.dueAtMs !== undefined) &&
      gap(kit, 1),
    state.hotline !== undefined && fact('bank', bank),
    state.hotline !== undefined && fact('phone', state.hotline),
    state.figure !== undefined && fact('info', figureOf(kit, state.page, state.figure)),
    state.dueAtMs !== undefined && fact('clock', words.due(stamp(kit, state.dueAtMs))),
    state.page === 'cash' && fact('note', money(state.amount)),
  ];
}

/** A fault or a spoiled table in its words; codes, versions and addresses as they are. */
function figureOf({ texts }: Kit, page: GuidePage, figure: string): string {
  if (isFaultCode(figure)) return texts.fault[figure];
  const problem = Object.entries(texts.link.problem).find(([name]) => name === figure);
  return problem?.[1] ?? texts.guide.figure(page, figure);
}

const answers = (kit: Kit, state: Guide): UiNode =>
  choices(
    kit,
    state.answers.map((answer) => ({
      id: `answer-${answer}`,
      words: kit.texts.guide.answer[answer],
      action: { type: 'answer', answer },
    })),
  );
