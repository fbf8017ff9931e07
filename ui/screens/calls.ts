import type { ScreenOf, Strip } from '#src/desk/view.ts';
import type { Decision } from '#src/fraud/events.ts';
import { h, type UiNode } from '../h.ts';
import type { Kit } from '../theme.ts';
import { column, gap, icon, paragraph, text } from '../widgets/basics.ts';
import { primary } from '../widgets/buttons.ts';
import { clock, money, nameRow } from '../widgets/format.ts';
import { foot, head, line, screen, textWidthPx } from '../widgets/frame.ts';
import { card, facts, listRow, note, rowKey } from '../widgets/surfaces.ts';

/** 内线: neutral numbers, opened with the supervisor's PIN. */
export function calls(kit: Kit, strip: Strip, state: ScreenOf<'calls'>): UiNode {
  const { fraud: words } = kit.texts;
  const rows = state.rows.map(({ alertId, call: number, atMs }, index) =>
    listRow(
      kit,
      {
        id: `call-${number}`,
        index,
        height: 10.4,
        action: { type: 'call', alertId },
        ...rowKey(index),
      },
      icon(kit, 'phone', 4.8, 'blueText'),
      text(kit, words.call(number), { bold: true, grow: true }),
      text(kit, clock(kit, atMs), { step: 'label', colour: 'ink2' }),
    ),
  );
  return screen(
    kit,
    strip,
    'calls',
    head(kit, words.title),
    scrolling(
      kit,
      rows.length === 0
        ? note(kit, 'off', 'info', [text(kit, words.none, { step: 'label' })])
        : card({ local: { clipCorner: true } }, ...rows),
    ),
  );
}

const scrolling = (kit: Kit, ...parts: readonly (UiNode | false)[]): UiNode => {
  const side = kit.mm(2);
  const pad: [number, number, number, number] = [kit.mm(0.4), side, kit.mm(2), side];
  return h('scroll', { id: 'rows', w: 'fill', grow: 1, pad }, ...parts);
};

/** What was seen, that it may be honest, what to do and what never to do. */
export function call(kit: Kit, strip: Strip, state: ScreenOf<'call'>): UiNode {
  const { fraud: words } = kit.texts;
  const width = textWidthPx(kit);
  const said = (sentence: string, bold: boolean): UiNode =>
    line(kit, {}, paragraph(kit, sentence, width, { step: 'label', bold }));
  return screen(
    kit,
    strip,
    'call',
    head(kit, words.call(state.call), { right: clock(kit, state.atMs) }),
    scrolling(
      kit,
      facts(
        kit,
        [
          [words.amount, money(state.amount)],
          nameRow(kit, state),
          state.last4 !== undefined && [kit.texts.word.card, state.last4],
        ],
        0.6,
      ),
      gap(kit, 1),
      ...state.signals.map(({ signal, count }) => said(words.signal[signal](count), true)),
      said(words.mayBeHonest, false),
      state.bankCalled && said(words.bankCalled, true),
      gap(kit, 1),
      listed(kit, words.doTitle, words.dos, 'check'),
      gap(kit, 1),
      listed(kit, words.neverTitle, words.nevers, 'cross'),
    ),
    foot(kit, primary(kit, words.next, { icon: 'check', height: 12 })),
  );
}

function listed(kit: Kit, title: string, lines: readonly string[], sign: 'check' | 'cross') {
  const width = textWidthPx(kit) - kit.mm(4 + 1.6);
  return note(kit, sign === 'check' ? 'green' : 'red', sign, [
    text(kit, title, { step: 'label', bold: true }),
    ...lines.map((each) => paragraph(kit, each, width, { step: 'caption', colour: 'ink' })),
  ]);
}

const decisions: readonly (readonly [Decision, string])[] = [
  ['callBank', 'phone'],
  ['goOn', 'check'],
  ['refuse', 'cross'],
];

export function callDecision(kit: Kit, strip: Strip, state: ScreenOf<'call-decision'>): UiNode {
  const { fraud: words } = kit.texts;
  const hints = words.hint(state.hotline);
  const rows = decisions.map(([decision, sign], index) =>
    listRow(
      kit,
      {
        id: `decide-${decision}`,
        index,
        height: 13,
        action: { type: 'decide', decision },
        ...rowKey(index),
      },
      icon(kit, sign, 4.8, 'blueText'),
      column(
        { grow: 1, cross: 'start', gap: kit.mm(0.3) },
        text(kit, words.decision[decision], { step: 'label', bold: true }),
        text(kit, hints[decision], { step: 'caption', colour: 'ink2' }),
      ),
    ),
  );
  return screen(
    kit,
    strip,
    'call-decision',
    head(kit, words.question, { right: words.call(state.call) }),
    scrolling(kit, card({ local: { clipCorner: true } }, ...rows)),
  );
}
