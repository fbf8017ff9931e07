import type { CashierAction, HistoryLine, ScreenOf, Strip } from '#src/desk/view.ts';
import { h, type UiChild, type UiNode } from '../h.ts';
import { textWidth } from '../theme/type.ts';
import type { Kit } from '../theme.ts';
import {
  amountText,
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
import { bar } from '../widgets/ring.ts';
import { card, cardPad, note } from '../widgets/surfaces.ts';

type Hold = ScreenOf<'hold'>;

/** One hold: how much, until when, what happened to it, and what can be done. */
export function hold(kit: Kit, strip: Strip, state: Hold): UiNode {
  const right = state.last4 === undefined ? {} : { right: kit.texts.name.card(state.last4) };
  const width = textWidthPx(kit) - kit.mm(7);
  // A button beside the name leaves it less room.
  const form = state.can.handOver === undefined || kit.panel.roomy ? 'roomLong' : 'roomShort';
  return screen(
    kit,
    strip,
    'hold',
    head(kit, nameOf(kit, state, form) ?? kit.texts.purpose.preauth, {
      ...right,
      tools: [
        state.can.handOver !== undefined && handOverButton(kit),
        state.numberMissing && waysButton(kit),
      ],
    }),
    body(
      kit,
      line(
        kit,
        { align: 'between' },
        inlineIcon(kit, 'hold', 6, 'ink3'),
        amountText(kit, money(state.amount), width, { line: 1 }),
      ),
      gap(kit, 1.6),
      ...whereItStands(kit, state),
      ...(state.numberMissing && !state.owed
        ? [gap(kit, 1), told(kit, 'keypad', kit.texts.number.missing), gap(kit, 1)]
        : [gap(kit, 1.8)]),
      history(kit, state),
      ...(state.owed ? [gap(kit, 1.2), told(kit, 'bank', kit.texts.hold.owed)] : []),
      stretch(),
    ),
    foot(kit, ...ways(kit, state)),
  );
}

/** 换终端. */
const handOverButton = (kit: Kit): UiNode =>
  h(
    'button',
    {
      id: 'hand-over',
      style: 'headButton',
      w: kit.mm(9.7),
      h: kit.mm(9.7),
      hotkey: '6',
      onPress: { type: 'handOver' } satisfies CashierAction,
    },
    icon(kit, 'handover', 4.2),
  );

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
  const late = state.daysLeft <= 1 ? 'redText' : state.daysLeft <= 3 ? 'amberText' : 'ink';
  return [
    line(
      kit,
      { align: 'between' },
      text(kit, words.until(date(kit, state.validUntilMs)), { bold: true }),
      text(kit, time.daysLeftLong(state.daysLeft), {
        step: 'label',
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
  const rows = lines.map((one) =>
    row(
      { w: 'fill' },
      text(kit, wide ? one.when.slice(0, 5) : one.when, {
        step: 'caption',
        colour: 'ink2',
        width: kit.mm(wide ? 10 : 17),
      }),
      text(kit, one.what, { step: 'label', grow: true }),
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

/** The ways out, for a number that cannot be had now. */
const waysButton = (kit: Kit): UiNode =>
  h(
    'button',
    {
      id: 'ways',
      style: 'headButton',
      w: kit.mm(9.7),
      h: kit.mm(9.7),
      hotkey: '9',
      onPress: { type: 'go', to: 'ways' },
    },
    icon(kit, 'list', 4.6),
  );

const told = (kit: Kit, iconName: string, words: string): UiNode =>
  note(kit, 'amber', iconName, [
    paragraph(kit, words, textWidthPx(kit) - kit.mm(4 + 1.6), {
      step: 'caption',
      bold: true,
      colour: 'ink',
    }),
  ]);

function ways(kit: Kit, { can, limit }: Hold): UiChild[] {
  const { hold: words, number, word } = kit.texts;
  const others = [
    can.number &&
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
      secondary(kit, 'print', word.print, { type: 'print' }, { share: true, hotkey: '4' }),
  ];
  return [
    others.some((button) => button !== false) && sideBySide(kit, ...others),
    can.handOver === 'see' && primary(kit, kit.texts.handover.see, { icon: 'handover' }),
    can.complete &&
      primary(kit, words.complete, {
        id: 'complete',
        action: { type: 'complete' },
        icon: 'check',
        hint: words.upTo(money(limit)),
      }),
  ];
}
