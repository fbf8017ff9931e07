import { messageOfAsk } from '#src/capture/policy.ts';
import type { ScreenOf, Strip } from '#src/desk/view.ts';
import { h, type UiChild, type UiNode } from '../h.ts';
import { shorten } from '../theme/wrap.ts';
import type { Kit } from '../theme.ts';
import { amountText, fitText, gap, icon, inlineIcon, row, text } from '../widgets/basics.ts';
import { money, nameOf } from '../widgets/format.ts';
import { head, screen, textWidthPx } from '../widgets/frame.ts';
import { headButton, headWord } from '../widgets/head-button.ts';

type PresentCard = ScreenOf<'present-card'>;

const swipes: readonly PresentCard['ask'][] = [
  'swipe',
  'swipeAgain',
  'swipeSlower',
  'swipeFaster',
  'swipeLevel',
];

/** Which slot, and which way round; only the card moves. */
export function presentCard(kit: Kit, strip: Strip, state: PresentCard): UiNode {
  const { presentCard: words, purpose, message } = kit.texts;
  const called = nameOf(kit, state, state.typing === true ? 'roomShort' : 'roomLong');
  // Which room it is counts more than which try: beside the tools there is no place for both.
  const counted = state.attempt > 1 && called === undefined;
  const question = state.reading
    ? words.reading
    : (words.ask[state.ask] ?? message[messageOfAsk[state.ask]]);
  return screen(
    kit,
    strip,
    'present-card',
    head(kit, called ?? purpose.preauth, {
      ...(counted ? { right: words.attempt(state.attempt) } : {}),
      tools: !state.reading && [state.typing === true && typeButton(kit), noCard(kit)],
    }),
    h(
      'column',
      { key: 'question', w: 'fill', cross: 'center' },
      amountText(kit, money(state.amount), textWidthPx(kit)),
      gap(kit, 0.8),
      text(kit, question, { step: 'title' }),
      gap(kit, 0.6),
      announced(kit, state) ??
        fitText(kit, hint(kit, state), textWidthPx(kit), ['caption', 'mark'], { colour: 'ink2' }),
    ),
    h('box', { grow: 1, w: 1 }),
    pictured(kit, state),
  );
}

const typeButton = (kit: Kit): UiNode =>
  headButton(
    kit,
    'keypad',
    { id: 'card-absent', hotkey: '1', action: { type: 'cardAbsent' } },
    4.2,
  );

/** Nobody gives a card: that, too, is a case with a cause. */
const noCard = (kit: Kit): UiNode =>
  headWord(kit, kit.texts.settle.noCard, {
    id: 'no-card',
    hotkey: '0',
    action: { type: 'noCard' },
  });

function pictured(kit: Kit, state: PresentCard): UiNode | undefined {
  if (pictureHeight - shorterBy(kit) < leastHeight) return undefined;
  return swipes.includes(state.ask) ? stripePicture(kit, state) : slotPicture(kit, state);
}

function hint(kit: Kit, state: PresentCard): string {
  const { presentCard: words, word } = kit.texts;
  if (state.reading) return word.leaveCard;
  if (state.ask === 'sameCard' && state.last4 !== undefined) return words.sameCard(state.last4);
  return words.hint[state.ask];
}

/** What the bank announced for now stands where the hint would: it is known before anybody tries. */
function announced(kit: Kit, { bulletin, reading }: PresentCard): UiNode | undefined {
  if (bulletin === undefined || reading) return undefined;
  return row(
    { gap: kit.mm(0.6) },
    icon(kit, 'bank', 2.6, 'amberText'),
    text(kit, shorten(bulletin[kit.language], 12, 26), {
      step: 'caption',
      bold: true,
      colour: 'amberText',
    }),
  );
}

const cardWidth = 20;
const pictureHeight = 45.5;
/** Height of everything above the picture, in mm. */
const above = 36;
/** Below this a card would be a stump: the words alone must do. */
const leastHeight = 30;

/** What a shorter panel takes off the card, in mm. */
const shorterBy = ({ panel }: Kit): number =>
  Math.max(0, pictureHeight - (panel.heightPx / panel.pxPerMm - above));

const cardHeightOf = (kit: Kit): number => 31.7 - shorterBy(kit);

/** A card with its chip towards the bottom, drawn at `x`, `y` mm in a box. */
function cardPicture(kit: Kit, x: number, y: number, chip: boolean): UiNode {
  const { mm, colours: c } = kit;
  const cardHeight = cardHeightOf(kit);
  const bar = (props: { x: number; y: number; w: number; h: number }, opa: number): UiNode =>
    h('box', { ...props, local: { bgColor: 0xffffff, bgOpa: opa, radius: mm(0.5) } });
  const w = mm(cardWidth);
  const chipX = Math.round(w / 2) - mm(2.9);
  const chipY = mm(cardHeight) - mm(4) - mm(6.6);
  const contacts: UiChild = chip && [
    h('box', {
      x: chipX,
      y: chipY,
      w: mm(5.8),
      h: mm(6.6),
      local: { bgColor: 0xe9edf3, bgOpa: 255, radius: mm(1) },
    }),
    h('box', {
      x: chipX,
      y: mm(cardHeight) - mm(7.15) - mm(0.3),
      w: mm(5.8),
      h: mm(0.3),
      local: { bgColor: c.cardB, bgOpa: 255 },
    }),
    h('box', {
      x: Math.round(w / 2) - mm(0.15),
      y: chipY,
      w: mm(0.3),
      h: mm(6.6),
      local: { bgColor: c.cardB, bgOpa: 255 },
    }),
  ];
  return h(
    'box',
    {
      id: 'card-picture',
      x: mm(x),
      y: mm(y),
      w,
      h: mm(cardHeight),
      local: { bgColor: c.cardA, bgGradientColor: c.cardB, bgOpa: 255, radius: mm(1.6) },
    },
    bar({ x: mm(3), y: mm(4), w: mm(8), h: mm(1.1) }, 0x55),
    bar({ x: mm(3), y: mm(6.4), w: mm(5), h: mm(1.1) }, 0x33),
    contacts,
  );
}

const chevronOpacities = [64, 140, 255];

function slotPicture(kit: Kit, state: PresentCard): UiNode {
  const { mm, colours: c, panel } = kit;
  const height = mm(pictureHeight - shorterBy(kit));
  const middle = panel.widthPx / panel.pxPerMm / 2 - cardWidth / 2;
  const chevrons = chevronOpacities.map((opa, index) =>
    h(
      'box',
      { x: mm(6.8), y: mm(12.4 - shorterBy(kit) / 2 + 5 * index), local: { opa } },
      icon(kit, 'chevron-down', 6, 'ink'),
    ),
  );
  return h(
    'box',
    { key: 'slot', w: 'fill', h: height },
    cardPicture(kit, middle, 3.6, true),
    ...(state.reading ? [] : chevrons),
    stripeSlot(kit),
    stripeHint(kit, state),
    h('box', {
      x: 0,
      y: height - mm(11.6),
      w: 'fill',
      h: mm(11.6),
      local: { bgColor: c.bg, bgOpa: 255 },
    }),
    h('box', {
      x: mm(9),
      y: height - mm(10) - mm(1.8),
      w: panel.widthPx - 2 * mm(9),
      h: mm(1.8),
      local: { bgColor: c.ink, bgOpa: 255, radius: mm(0.9) },
    }),
    slotName(kit, height, 'chip', kit.texts.presentCard.slot),
  );
}

const slotName = (kit: Kit, height: number, iconName: string, words: string): UiNode =>
  row(
    {
      x: 0,
      y: height - kit.mm(2.2) - kit.mm(6),
      w: 'fill',
      h: kit.mm(6),
      gap: kit.mm(1.2),
      align: 'center',
    },
    inlineIcon(kit, iconName, 4, 'ink'),
    text(kit, words, { bold: true }),
  );

const stripeSlot = (kit: Kit): UiNode =>
  h('box', {
    x: kit.panel.widthPx - kit.mm(1.6),
    y: kit.mm(3),
    w: kit.mm(1.6) + kit.mm(0.8),
    h: kit.mm(24 - shorterBy(kit)),
    local: { bgColor: kit.colours.line, bgOpa: 255, radius: kit.mm(0.8) },
  });

function stripeHint(kit: Kit, state: PresentCard): UiNode {
  const { mm, panel } = kit;
  const { presentCard: words } = kit.texts;
  const said = state.ask === 'insertOrSwipe' ? words.swipeToo : words.noSwipe;
  return h(
    'column',
    {
      x: panel.widthPx - mm(2.4) - mm(12.8),
      y: mm(10.5 - shorterBy(kit)),
      w: mm(12.8),
      gap: mm(0.6),
      cross: 'end',
    },
    icon(kit, 'stripe', 4.4, 'ink3'),
    text(kit, said, { step: 'caption', colour: 'ink3', line: 1.15, align: 'right' }),
  );
}

/** Where the marks of the way stand, in mm: one and a clock for slowly, pairs for fast. */
const marks: Partial<Readonly<Record<PresentCard['ask'], readonly number[]>>> = {
  swipeSlower: [0],
  swipeFaster: [0, 2.6, 10, 12.6],
};
const evenly: readonly number[] = [0, 5, 10];

/** The stripe's slot runs down the right side: the card is drawn through it from top to bottom. */
function stripePicture(kit: Kit, { ask }: PresentCard): UiNode {
  const { mm, colours: c, panel } = kit;
  const height = mm(pictureHeight - shorterBy(kit));
  const slotX = panel.widthPx / panel.pxPerMm - 9;
  const steps = marks[ask] ?? evenly;
  const chevrons = steps.map((step, index) =>
    h(
      'box',
      {
        x: mm(6.4),
        y: mm(8 + step),
        local: { opa: 64 + Math.round((191 * (index + 1)) / steps.length) },
      },
      icon(kit, 'chevron-down', 6, 'ink'),
    ),
  );
  return h(
    'box',
    { key: 'slot', w: 'fill', h: height },
    cardPicture(kit, slotX - cardWidth + 1.2, 0.6, false),
    ...chevrons,
    ask === 'swipeSlower' && h('box', { x: mm(6.4), y: mm(15) }, icon(kit, 'clock', 6, 'ink')),
    h('box', {
      x: mm(slotX),
      y: 0,
      w: mm(1.8),
      h: mm(35 - shorterBy(kit)),
      local: { bgColor: c.ink, bgOpa: 255, radius: mm(0.9) },
    }),
    slotName(kit, height, 'stripe', kit.texts.presentCard.stripe),
  );
}
