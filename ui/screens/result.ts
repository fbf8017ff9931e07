import type { ScreenOf, Strip } from '#src/desk/view.ts';
import type { IncidentResult } from '#src/journal/events.ts';
import { h, type UiNode } from '../h.ts';
import type { Kit } from '../theme.ts';
import { banner, bannerWidth } from '../widgets/banner.ts';
import {
  column,
  fitText,
  gap,
  icon,
  inlineIcon,
  paragraph,
  row,
  stretch,
  text,
} from '../widgets/basics.ts';
import { primary } from '../widgets/buttons.ts';
import { money, nameRow } from '../widgets/format.ts';
import { body, foot, head, line, screen, textWidthPx } from '../widgets/frame.ts';
import { facts } from '../widgets/surfaces.ts';

type Result = ScreenOf<'result'>;

const good: readonly IncidentResult[] = [
  'held',
  'heldOtherCard',
  'offlineSale',
  'depositTaken',
  'onPaper',
];

/** How a case ended, and what is still open. */
export function result(kit: Kit, strip: Strip, state: Result): UiNode {
  const { result: words, word, time, name } = kit.texts;
  const { finding, code } = state.diagnosis;
  return screen(
    kit,
    strip,
    'result',
    head(kit, words.title, { right: words.ticket(state.ticket) }),
    body(
      kit,
      outcome(kit, state),
      gap(kit, kit.panel.hardwareKeys ? 0.8 : 1.2),
      // What is still open must be seen without scrolling.
      kit.panel.hardwareKeys && [...stillOpen(kit, state), gap(kit, 0.8)],
      facts(
        kit,
        [
          nameRow(kit, state),
          state.last4 !== undefined && [word.card, name.cardEnds(state.last4)],
          [words.cause, words.causeWithCode(kit.texts.findingShort[finding], code)],
          state.way !== undefined && [words.way, kit.texts.wayDone(state.way, finding)],
          [words.took, time.took(state.tookSeconds)],
        ],
        0.3,
      ),
      gap(kit, 1),
      ...(kit.panel.hardwareKeys ? [] : stillOpen(kit, state)),
      stretch(),
    ),
    foot(kit, printOrDone(kit)),
  );
}

function outcome(kit: Kit, state: Result): UiNode {
  const ok = good.includes(state.result);
  const width = bannerWidth(kit);
  return banner(
    kit,
    ok ? 'good' : 'off',
    ok ? 'check' : 'cross',
    fitText(kit, kit.texts.result.outcome[state.result], width, ['body', 'label', 'caption'], {
      bold: true,
      colour: 'ink',
    }),
    fitText(kit, money(state.amount), width, ['figure', 'title', 'body'], {
      bold: true,
      line: 1.1,
      colour: 'ink',
    }),
  );
}

function stillOpen(kit: Kit, state: Result): UiNode[] {
  const { result: words } = kit.texts;
  if (state.stillOpen.length === 0) {
    return [
      line(
        kit,
        { gap: kit.mm(1.5) },
        inlineIcon(kit, 'check', 3.8, 'greenText'),
        text(kit, words.nothingLeft, { step: 'label' }),
      ),
    ];
  }
  return state.stillOpen.map((open) =>
    line(
      kit,
      { key: open, gap: kit.mm(1.5) },
      icon(kit, 'clock', 3.4, 'amberText'),
      paragraph(kit, words.open[open], textWidthPx(kit) - kit.mm(3.4 + 1.5), {
        step: 'caption',
        bold: true,
        colour: 'amberText',
      }),
    ),
  );
}

const printButton = (kit: Kit): UiNode =>
  h(
    'button',
    {
      id: 'print',
      style: 'secondary',
      grow: 6,
      h: kit.mm(kit.panel.primary),
      hotkey: '1',
      onPress: { type: 'print' },
    },
    column(
      { cross: 'center', gap: kit.mm(1.2) },
      !kit.panel.tiny && icon(kit, 'print', kit.panel.hardwareKeys ? 4 : 5),
      text(kit, kit.texts.word.print, { step: 'label', bold: true }),
    ),
  );

/** The two ways on from something that is over. */
export const printOrDone = (kit: Kit): UiNode =>
  row({ w: 'fill', gap: kit.mm(1.4) }, printButton(kit), doneButton(kit));

const doneButton = (kit: Kit): UiNode =>
  h('column', { grow: 11 }, primary(kit, kit.texts.word.done, { icon: 'check', id: 'done' }));
