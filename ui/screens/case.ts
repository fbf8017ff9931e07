import type { CaseLine, CashierAction, ScreenOf, Strip } from '#src/desk/view.ts';
import { h, type UiChild, type UiNode } from '../h.ts';
import type { Kit } from '../theme.ts';
import { column, fitText, gap, icon, paragraph, row, stretch, text } from '../widgets/basics.ts';
import { primary, secondary } from '../widgets/buttons.ts';
import { money, nameOf, stamp } from '../widgets/format.ts';
import { body, foot, head, line, screen, textWidthPx } from '../widgets/frame.ts';
import { card, listRow, rowKey, tag } from '../widgets/surfaces.ts';

type Case = ScreenOf<'case'>;

/** One case: what happened, line by line, and its end. */
export function caseScreen(kit: Kit, strip: Strip, state: Case): UiNode {
  const { case: words } = kit.texts;
  const title = head(kit, words.title(nameOf(kit, state, 'roomShort')));
  if (state.closing !== undefined) {
    return screen(kit, strip, 'case', title, ...closing(kit, state.closing));
  }
  return screen(
    kit,
    strip,
    'case',
    title,
    body(
      kit,
      line(
        kit,
        { align: 'between' },
        text(kit, money(state.amount), { step: 'title' }),
        stateTag(kit, state),
      ),
      gap(kit, 0.4),
      line(
        kit,
        { align: 'between' },
        text(kit, kit.texts.findingShort[state.diagnosis.finding], { step: 'label' }),
        text(kit, kit.texts.result.ticket(state.ticket), { step: 'caption', colour: 'ink2' }),
      ),
      gap(kit, 1.2),
      timeline(kit, state.timeline),
      gap(kit, 1),
    ),
    foot(
      kit,
      secondary(
        kit,
        'print',
        kit.texts.word.print,
        { type: 'print' },
        {
          icon: 'print',
          hotkey: '1',
        },
      ),
      state.state !== 'closed' &&
        primary(kit, words.close, {
          id: 'close',
          icon: 'check',
          action: { type: 'close' },
          height: kit.panel.primaryOnKeypadScreen,
        }),
    ),
  );
}

function stateTag(kit: Kit, state: Case): UiNode {
  const said =
    state.result === undefined
      ? kit.texts.cases.state[state.state]
      : kit.texts.result.outcomeShort[state.result];
  const tone = state.state === 'open' ? 'amber' : state.state === 'resolved' ? 'green' : 'off';
  return tag(kit, tone, tone === 'amber' ? 'clock' : 'check', said, { iconSize: 2.8 });
}

/** The lines scroll: a long case keeps its buttons. */
function timeline(kit: Kit, lines: readonly CaseLine[]): UiNode {
  const { mm } = kit;
  return card(
    { grow: 1, pad: [mm(1.2), 0, 0, 0] },
    h(
      'scroll',
      { id: 'rows', w: 'fill', grow: 1, pad: [0, mm(2), 0, mm(2)] },
      ...lines.map((one, index) => timelineRow(kit, one, index === lines.length - 1)),
    ),
  );
}

function timelineRow(kit: Kit, one: CaseLine, last: boolean): UiNode {
  const { mm, colours: c } = kit;
  const width = textWidthPx(kit) - mm(3.4) - mm(1.6) - 2;
  return row(
    { w: 'fill', gap: mm(1.6), cross: 'stretch' },
    h(
      'box',
      { w: mm(3.4), h: 'fill' },
      !last &&
        h('box', {
          x: mm(1.5),
          y: mm(2),
          w: mm(0.35),
          h: mm(9),
          local: { bgColor: c.line, bgOpa: 255 },
        }),
      h('box', {
        x: mm(0.2),
        y: mm(0.9),
        w: mm(2.8),
        h: mm(2.8),
        local: { bgColor: c.ink3, bgOpa: 255, radius: 0x7fff },
      }),
    ),
    column(
      { grow: 1, cross: 'start', pad: [0, 0, mm(last ? 0 : 1.2), 0] },
      text(kit, stamp(kit, one.atMs), { step: 'caption', colour: 'ink2' }),
      paragraph(kit, said(kit, one), width, { step: 'label', line: 1.2 }),
    ),
  );
}

function said(kit: Kit, one: CaseLine): string {
  const { texts } = kit;
  const { case: words } = texts;
  if (one.what === 'note' || one.what === 'call') return one.text ?? words.line[one.what];
  if (one.what === 'resolved' || one.what === 'closed') {
    const result = one.result === undefined ? '' : texts.result.outcome[one.result];
    return one.what === 'resolved' && result !== ''
      ? result
      : words.closedWith(words.line[one.what], result);
  }
  if (one.remedy !== undefined) {
    const done = texts.wayDone(one.remedy, one.finding ?? 'unknown');
    const way = one.text === undefined ? done : words.closedWith(done, one.text);
    return one.end === undefined ? way : words.closedWith(way, words.end[one.end]);
  }
  return one.finding === undefined ? words.line[one.what] : texts.finding[one.finding];
}

/** Closing asks how it ended: one row for each end that fits. */
function closing(kit: Kit, offered: NonNullable<Case['closing']>): UiChild[] {
  const width = textWidthPx(kit) - kit.mm(4) - kit.mm(3.2) - 2 * kit.mm(1.4);
  return [
    body(
      kit,
      line(kit, {}, text(kit, kit.texts.case.howDidItEnd, { step: 'title' })),
      gap(kit, 1.4),
      card(
        {},
        ...offered.map((result, index) =>
          listRow(
            kit,
            {
              id: `close-${result}`,
              index,
              height: 10.2,
              action: { type: 'closeWith', result } satisfies CashierAction,
              ...rowKey(index),
            },
            icon(kit, 'case', 4, 'blueText'),
            fitText(kit, kit.texts.result.outcome[result], width, ['label', 'caption'], {
              bold: true,
              grow: true,
            }),
          ),
        ),
      ),
      stretch(),
    ),
  ];
}
