import type { CashierAction, ScreenOf, Strip } from '#src/desk/view.ts';
import type { IncidentLine } from '#src/incident/incident.ts';
import { followUpText, waitsForWords } from '#src/incident/words.ts';
import { titles } from '#src/receipt/texts.ts';
import { h, type UiChild, type UiNode } from '../h.ts';
import type { Kit } from '../theme.ts';
import { column, fitText, gap, icon, paragraph, row, stretch, text } from '../widgets/basics.ts';
import { primary, secondary, sideBySide } from '../widgets/buttons.ts';
import { clock, date, money, nameOf, stamp } from '../widgets/format.ts';
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
        text(kit, money(state.amount), {
          step: state.due?.overdue === true ? 'body' : 'title',
          bold: true,
        }),
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
    foot(kit, ...buttons(kit, state)),
  );
}

/** What the case needs most is the large button: its number, else its end. */
function buttons(kit: Kit, state: Case): UiChild[] {
  const { case: words, caseFollow } = kit.texts;
  const steps = secondary(
    kit,
    'steps',
    kit.panel.tiny ? caseFollow.nextShort : caseFollow.next,
    { type: 'caseSteps' },
    { icon: 'list', hotkey: '2', share: true },
  );
  const small = (id: 'print' | 'close', said: string, iconName: string): UiNode =>
    secondary(kit, id, said, { type: id }, { icon: iconName, hotkey: '1', share: true });
  const height = kit.panel.primaryOnKeypadScreen;
  if (state.wantsNumber) {
    const hint = waitingHint(kit, state);
    return [
      sideBySide(kit, small('close', words.close, 'check'), steps),
      primary(kit, caseFollow.addNumber, {
        id: 'number',
        icon: 'keypad',
        action: { type: 'giveNumber' },
        height,
        ...(hint === undefined ? {} : { hint }),
      }),
    ];
  }
  return [
    sideBySide(kit, small('print', kit.texts.word.print, 'print'), steps),
    state.state !== 'closed' &&
      primary(kit, words.close, { id: 'close', icon: 'check', action: { type: 'close' }, height }),
  ];
}

const waitingHint = (kit: Kit, { waitsFor }: Case): string | undefined =>
  waitsFor === undefined ? undefined : waitsForWords[waitsFor][kit.language];

/** Until when it waits or since when it is overdue; else how it stands. */
function stateTag(kit: Kit, state: Case): UiNode {
  const { cases, result, caseFollow } = kit.texts;
  const { due } = state;
  if (due !== undefined) {
    const said = caseFollow.due(due, clock(kit, due.atMs), date(kit, due.atMs));
    return due.overdue
      ? tag(kit, 'red', 'warning', said, { iconSize: 2.8 })
      : tag(kit, 'off', 'calendar', said, { iconSize: 2.8 });
  }
  const said =
    state.result === undefined ? cases.state[state.state] : result.outcomeShort[state.result];
  const tone = state.state === 'open' ? 'amber' : state.state === 'closed' ? 'off' : 'green';
  return tag(kit, tone, tone === 'amber' ? 'clock' : 'check', said, { iconSize: 2.8 });
}

/** The lines scroll: a long case keeps its buttons. */
function timeline(kit: Kit, lines: readonly IncidentLine[]): UiNode {
  const { mm } = kit;
  const rows = lines.map((one, index) => timelineRow(kit, one, index === lines.length - 1));
  const side = { pad: [0, mm(2), 0, mm(2)] } as const;
  // The smallest panel has no room for a window in a window: there the whole body scrolls.
  if (kit.panel.tiny)
    return card({ pad: [mm(1.2), 0, 0, 0] }, h('column', { w: 'fill', ...side }, ...rows));
  return card(
    { grow: 1, pad: [mm(1.2), 0, 0, 0] },
    h('scroll', { id: 'rows', w: 'fill', grow: 1, ...side }, ...rows),
  );
}

function timelineRow(kit: Kit, one: IncidentLine, last: boolean): UiNode {
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

function said(kit: Kit, one: IncidentLine): string {
  const { texts } = kit;
  const { case: words } = texts;
  const until = one.dueAtMs === undefined ? undefined : stamp(kit, one.dueAtMs);
  const followUp = followUpText(one, kit.language, until);
  if (followUp !== undefined) return followUp;
  if (one.document !== undefined)
    return words.closedWith(words.line.document, titles[one.document][kit.language]);
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
