import type { ScreenOf, Strip } from '#src/desk/view.ts';
import type { Remedy } from '#src/recovery/evidence.ts';
import type { UiNode } from '../h.ts';
import type { Kit } from '../theme.ts';
import { column, fitText, gap, inlineIcon, paragraph, stretch } from '../widgets/basics.ts';
import { secondary, sideBySide } from '../widgets/buttons.ts';
import { nameOf } from '../widgets/format.ts';
import { body, foot, head, line, planButton, screen, textWidthPx } from '../widgets/frame.ts';
import { headWord } from '../widgets/head-button.ts';
import { remedyIcon } from '../widgets/remedies.ts';
import { card, listRow, rowKey } from '../widgets/surfaces.ts';
import { otherWays } from './why.ts';

type Ways = ScreenOf<'ways'>;

/**
 * One line of name, one of time and what it comes to; a third where somebody must agree or the shop carries the risk:
 * without it the way is as safe as any hold and nobody is asked.
 */
const rowHeight = 12.2;

/** Only what is allowed here and now, each with its cost in words; a page holds what fits the panel. */
export function ways(kit: Kit, strip: Strip, state: Ways): UiNode {
  const { texts, panel } = kit;
  const all = [
    ...otherWays(state.diagnosis.remedies),
    // The smallest panel has no room for a foot: stopping is the last of its rows.
    ...(panel.tiny ? state.diagnosis.remedies.filter(({ kind }) => kind === 'stop') : []),
  ];
  const size = rowsOnPanel(kit);
  const pages = Math.max(1, Math.ceil(all.length / size));
  const page = state.page % pages;
  const shown = all.slice(page * size, (page + 1) * size);
  const called = nameOf(kit, state, 'roomShort');
  const more = pages > 1 && moreButton(kit, page + 1, pages);
  return screen(
    kit,
    strip,
    'ways',
    head(kit, texts.ways.title, {
      ...(called === undefined || !panel.roomy ? {} : { right: called }),
      tools: [panel.tiny && more, planButton(kit)],
    }),
    body(
      kit,
      gap(kit, 0.4),
      shown.length > 0 && card({}, ...shown.map((remedy, index) => row(kit, state, remedy, index))),
      gap(kit, 1),
      stretch(),
      page === pages - 1 && !panel.tiny && !state.later && refused(kit, state),
      gap(kit, 2),
    ),
    !panel.tiny && foot(kit, sideBySide(kit, more, stopButton(kit, state, pages > 1))),
  );
}

const moreButton = (kit: Kit, page: number, pages: number): UiNode =>
  kit.panel.tiny
    ? headWord(kit, kit.texts.ways.more(page, pages), {
        id: 'more',
        action: { type: 'page' },
        hotkey: '0',
      })
    : secondary(
        kit,
        'more',
        kit.texts.ways.more(page, pages),
        { type: 'page' },
        { share: true, hotkey: '0' },
      );

const stopButton = (kit: Kit, { later }: Ways, beside: boolean): UiNode =>
  secondary(
    kit,
    'stop',
    later ? kit.texts.ways.stopLater : beside ? kit.texts.wayShort.stop : kit.texts.ways.stop,
    { type: 'way', remedy: 'stop' },
    { danger: !later, share: true, hotkey: 'enter' },
  );

/** Strip, head, foot and the sentence about typing take the rest. */
function rowsOnPanel({ panel }: Kit): number {
  const heightMm = panel.heightPx / panel.pxPerMm;
  const rest = panel.tiny ? 16 : 34;
  return Math.min(9, Math.max(1, Math.floor((heightMm - rest) / rowHeight)));
}

function row(kit: Kit, state: Ways, remedy: Remedy, index: number): UiNode {
  const { texts } = kit;
  const width = textWidthPx(kit) - kit.mm(4.8) - kit.mm(3.2) - 2 * kit.mm(1.4);
  const terms = texts.wayTerms(remedy);
  const three = terms !== '';
  const quiet = (words: string): UiNode =>
    fitText(kit, words, width, ['caption', 'mark'], {
      colour: 'ink2',
      ...(three ? { line: 1.15 } : {}),
    });
  return listRow(
    kit,
    {
      id: remedy.kind === 'stop' ? 'stop' : `way-${remedy.kind}`,
      index,
      height: rowHeight,
      action: { type: 'way', remedy: remedy.kind },
      ...rowKey(index),
    },
    inlineIcon(kit, remedyIcon(remedy.kind, state.diagnosis.finding), 4.8, 'blueText'),
    column(
      { grow: 1, cross: 'start', ...(three ? {} : { gap: kit.mm(0.3) }) },
      fitText(
        kit,
        state.later && remedy.kind === 'stop' ? texts.ways.stopLater : texts.way[remedy.kind],
        width,
        ['label', 'caption'],
        { bold: true, ...(three ? { line: 1.2 } : {}) },
      ),
      quiet(texts.wayCost(remedy)),
      three && quiet(terms),
    ),
  );
}

function refused(kit: Kit, state: Ways): UiNode {
  const width = textWidthPx(kit) - kit.mm(3.6) - kit.mm(1.5);
  return line(
    kit,
    { gap: kit.mm(1.5), cross: 'start' },
    inlineIcon(kit, 'info', 3.6, 'ink3'),
    paragraph(kit, kit.texts.ways.typingRefused[state.typingRefused], width, {
      step: 'caption',
      colour: 'ink2',
    }),
  );
}
