/** Steps of type. x-height in millimetres, so that every panel looks alike; line height in em. */
export const typeSteps = {
  /** The words of the simulator's mark in the strip. */
  mark: { xHeight: 1.25, lineHeight: 1.3 },
  /** Strip, dates, costs, captions. */
  caption: { xHeight: 1.6, lineHeight: 1.3 },
  /** Evidence, table rows, secondary buttons, Cancel Clear Enter. */
  label: { xHeight: 1.85, lineHeight: 1.26 },
  /** Name of the screen, rows, sentences. */
  body: { xHeight: 2.1, lineHeight: 1.28 },
  /** Groups of a card number while it is typed. */
  cardNumber: { xHeight: 2.3, lineHeight: 1 },
  /** The question, the primary button, keypad digits. */
  title: { xHeight: 2.8, lineHeight: 1.2 },
  /** Counts and second amounts. */
  figure: { xHeight: 3.6, lineHeight: 1.12 },
  /** An amount too wide for `amount`. */
  amountSmall: { xHeight: 4.2, lineHeight: 1.1 },
  /** The one amount of the screen. */
  amount: { xHeight: 5, lineHeight: 1.1 },
} as const;

export type TypeStep = keyof typeof typeSteps;

/** x-heights of the smallest panel, where the large steps would leave no room for the sentences below them. */
export const tinyXHeights: Readonly<Partial<Record<TypeStep, number>>> = {
  title: 2.35,
  figure: 3.2,
  amountSmall: 3.7,
  amount: 4.2,
};

/** x-height of Noto Sans SC in em: turns a height into a font size. */
export const xHeightPerEm = 0.543;

/** Height of the font's own line box in em. */
export const lineHeightPerEm = 1.448;

// Advance widths of Noto Sans SC in thousandths of an em, U+0020 to U+007E.
const regular = [
  224, 323, 474, 555, 555, 921, 680, 278, 338, 338, 467, 555, 278, 347, 278, 392, 555, 555, 555,
  555, 555, 555, 555, 555, 555, 555, 278, 278, 555, 555, 555, 474, 946, 608, 657, 638, 688, 589,
  552, 689, 728, 293, 535, 646, 543, 812, 723, 742, 633, 742, 635, 596, 599, 721, 575, 878, 573,
  531, 603, 338, 392, 338, 555, 559, 606, 563, 618, 510, 620, 554, 325, 564, 607, 275, 275, 552,
  284, 926, 610, 606, 620, 620, 388, 468, 377, 607, 521, 802, 498, 521, 475, 338, 270, 338, 555,
];
const bold = [
  227, 370, 574, 590, 590, 963, 740, 325, 378, 378, 507, 590, 325, 370, 325, 387, 590, 590, 590,
  590, 590, 590, 590, 590, 590, 590, 325, 325, 590, 590, 590, 514, 1007, 641, 681, 656, 714, 615,
  585, 717, 757, 330, 568, 686, 578, 853, 749, 770, 667, 770, 682, 624, 625, 748, 619, 915, 627,
  580, 613, 378, 387, 378, 590, 567, 626, 591, 644, 527, 644, 581, 372, 597, 640, 304, 306, 604,
  315, 964, 641, 626, 644, 644, 437, 495, 421, 637, 576, 863, 562, 574, 511, 378, 296, 378, 590,
];

function advance(character: string, weight: 400 | 700): number {
  const code = character.codePointAt(0) ?? 0;
  const known = (weight === 400 ? regular : bold)[code - 32];
  if (known !== undefined) return known;
  if (character === '¥' || character === '€') return weight === 400 ? 555 : 590;
  if (character === '–') return weight === 400 ? 536 : 544;
  return 1000;
}

/** Width of one line of text in pixels, before kerning. */
export function textWidth(text: string, size: number, weight: 400 | 700): number {
  let thousandths = 0;
  for (const character of text) thousandths += advance(character, weight);
  return (thousandths * size) / 1000;
}
