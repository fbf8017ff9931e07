import type { HistoryLine, ScreenOf, Strip } from '#src/desk/view.ts';
import type { UiChild, UiNode } from '../h.ts';
import { textWidth } from '../theme/type.ts';
import type { Kit } from '../theme.ts';
import {
  amountText,
  fitText,
  gap,
  icon,
  inlineIcon,
  paragraph,
  row,
  stretch,
  text,
} from '../widgets/basics.ts';
import { primary, secondary, sideBySide } from '../widgets/buttons.ts';
import { date, money, nameOf, spaced, stamp } from '../widgets/format.ts';
import { body, foot, head, line, screen, textWidthPx } from '../widgets/frame.ts';
import { headButton } from '../widgets/head-button.ts';
import { bar } from '../widgets/ring.ts';
import { card, cardPad, note } from '../widgets/surfaces.ts';

type Hold = ScreenOf<'hold'>;

/** One hold: how much, until when, what happened to it, and what can be done. */
export function hold(kit: Kit, strip: Strip, state: Hold): UiNode {
  const { tiny, roomy } = kit.panel;
  const called = state.last4 === undefined ? undefined : kit.texts.name.card(state.last4);
  const printUp = state.can.print && isCrowded(kit, state);
  const tools = [printUp, state.can.handOver !== undefined, state.numberMissing];
  // Beside a sign in the head there is no place for the card: it stands before the amount.
  const below = called !== undefined && !roomy && (tiny || tools.some(Boolean));
  const width = textWidthPx(kit) - kit.mm(below ? 14 : 7);
  // A button beside the name leaves it less room.
  const form = state.can.handOver === undefined || kit.panel.roomy ? 'roomLong' : 'roomShort';
  return screen(
    kit,
    strip,
    'hold',
    head(kit, nameOf(kit, state, form) ?? kit.texts.purpose.preauth, {
      ...(called === undefined || below ? {} : { right: called }),
      tools: [
        printUp && printSign(kit),
        state.can.handOver !== undefined && handOverButton(kit),
        state.numberMissing && waysButton(kit),
      ],
    }),
    body(
      kit,
      line(
        kit,
        { align: 'between' },
        below
          ? text(kit, called, { step: 'caption', colour: 'ink2' })
          : inlineIcon(kit, 'hold', 6, 'ink3'),
        amountText(kit, money(state.amount), width, { line: 1 }),
      ),
      gap(kit, tiny ? 0.4 : 1.6),
      ...whereItStands(kit, state),
      ...(state.numberMissing && !state.owed
        ? [gap(kit, 1), told(kit, 'keypad', kit.texts.number.missing), gap(kit, 1)]
        : [gap(kit, kit.panel.tiny ? 0.8 : 1.8)]),
      tiny && owedNote(kit, state),
      history(kit, state),
      !tiny && owedNote(kit, state),
      stretch(),
    ),
    foot(kit, ...ways(kit, state)),
  );
}

/** 打印小票. */
const printSign = (kit: Kit): UiNode =>
  headButton(kit, 'print', { id: 'print', hotkey: '4', action: { type: 'print' } }, 4.2);

/** 换终端. */
const handOverButton = (kit: Kit): UiNode =>
  headButton(kit, 'handover', { id: 'hand-over', hotkey: '6', action: { type: 'handOver' } }, 4.2);

function whereItStands(kit: Kit, state: Hold): UiChild[] {
  const { hold: words, time } = kit.texts;
  if (state.state !== 'held') {
    const good = state.state === 'completed';
    return [
      line(
        kit,
        { gap: kit.mm(1.4) },
        icon(kit, good ? 'check' : 'info', 4, good ? 'greenText' : 'ink2'),
        text(kit, words.state[state.state], { bold: true, step: 'label' }),
      ),
    ];
  }
  const until = words.until(date(kit, state.validUntilMs));
  const room = textWidthPx(kit) - textWidth(until, kit.font('body').size, 700) - kit.mm(2);
  const late = state.daysLeft <= 1 ? 'redText' : state.daysLeft <= 3 ? 'amberText' : 'ink';
  return [
    line(
      kit,
      { align: 'between' },
      text(kit, until, { bold: true }),
      fitText(kit, time.daysLeftLong(state.daysLeft), room, ['label', 'caption', 'mark'], {
        colour: late,
        bold: late !== 'ink',
      }),
    ),
    gap(kit, 0.8),
    line(kit, {}, bar(kit, state.days - state.daysLeft, state.days)),
  ];
}

const subtracts: readonly HistoryLine['what'][] = [
  'cancellation',
  'completion',
  'completionAdvice',
  'reversal',
  'expired',
  'givenAway',
];
const longestHistory = 4;

function history(kit: Kit, state: Hold): UiNode {
  const lines = state.history.slice(-longestHistory).map(({ atMs, what, amount }) => ({
    when: stamp(kit, atMs),
    what: kit.texts.history[what],
    amount: what === 'numberGiven' ? '' : `${subtracts.includes(what) ? '-' : '+'}${money(amount)}`,
  }));
  // A wide amount takes the place of the hours.
  const room = textWidthPx(kit) - kit.mm(17) - kit.mm(1);
  const { size } = kit.font('label');
  const wide = lines.some(
    (one) => textWidth(one.what, size, 400) + textWidth(one.amount, size, 400) > room,
  );
  const whatRoom = (amount: string): number =>
    textWidthPx(kit) - kit.mm(wide ? 10 : 17) - textWidth(amount, size, 400) - kit.mm(1);
  const rows = lines.map((one) =>
    row(
      { w: 'fill' },
      text(kit, wide ? one.when.slice(0, 5) : one.when, {
        step: 'caption',
        colour: 'ink2',
        width: kit.mm(wide ? 10 : 17),
      }),
      fitText(kit, one.what, whatRoom(one.amount), ['label', 'caption', 'mark'], { grow: true }),
      text(kit, one.amount, { step: 'label' }),
    ),
  );
  const code =
    state.authorisationCode !== undefined &&
    row(
      { w: 'fill', align: 'between' },
      text(kit, kit.texts.word.authorisationCode, { step: 'caption', colour: 'ink2' }),
      text(kit, spaced(state.authorisationCode), { step: 'label' }),
    );
  return card({ pad: cardPad(kit), gap: kit.mm(0.4) }, ...rows, code);
}

const owedNote = (kit: Kit, { owed }: Hold): UiChild =>
  owed && [gap(kit, 1.2), told(kit, 'bank', kit.texts.hold.owed)];

/** The ways out, for a number that cannot be had now. */
const waysButton = (kit: Kit): UiNode =>
  headButton(kit, 'list', { id: 'ways', hotkey: '9', action: { type: 'go', to: 'ways' } });

const told = (kit: Kit, iconName: string, words: string): UiNode =>
  note(kit, 'amber', iconName, [
    paragraph(kit, words, textWidthPx(kit) - kit.mm(4 + 1.6), {
      step: 'caption',
      bold: true,
      colour: 'ink',
    }),
  ]);

/** More than fit in one row of buttons: the slip goes up into the head. */
const isCrowded = ({ panel }: Kit, { can }: Hold): boolean =>
  panel.tiny ||
  [can.number, can.increment, can.cancel, can.void, can.print].filter(Boolean).length > 3;

function ways(kit: Kit, state: Hold): UiChild[] {
  const { can, limit } = state;
  // The smallest panel asks for the number first: nothing can be charged before it is there.
  const numberFirst = kit.panel.tiny && can.number;
  const { hold: words, number, word } = kit.texts;
  const others = [
    can.number &&
      !numberFirst &&
      secondary(kit, 'number', number.button, { type: 'giveNumber' }, { share: true, hotkey: '5' }),
    can.increment &&
      secondary(kit, 'increment', words.add, { type: 'increment' }, { share: true, hotkey: '1' }),
    can.cancel &&
      secondary(
        kit,
        'cancel-hold',
        words.cancel,
        { type: 'cancelHold' },
        { share: true, danger: true, hotkey: '2' },
      ),
    can.void &&
      secondary(
        kit,
        'void',
        words.undoCharge,
        { type: 'voidCompletion' },
        { share: true, danger: true, hotkey: '3' },
      ),
    can.print &&
      !isCrowded(kit, state) &&
      secondary(kit, 'print', word.print, { type: 'print' }, { share: true, hotkey: '4' }),
  ];
  return [
    others.some((button) => button !== false) && sideBySide(kit, ...others),
    can.handOver === 'see' && primary(kit, kit.texts.handover.see, { icon: 'handover' }),
    numberFirst && primary(kit, number.button, { id: 'number', action: { type: 'giveNumber' } }),
    can.complete &&
      !numberFirst &&
      primary(kit, words.complete, {
        id: 'complete',
        action: { type: 'complete' },
        icon: 'check',
        hint: words.upTo(money(limit)),
      }),
  ];
}
