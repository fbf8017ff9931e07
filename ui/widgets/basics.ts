import { h, type UiChild, type UiNode, type UiProps } from '../h.ts';
import type { ColourName } from '../theme/colours.ts';
import { lineHeightPerEm, type TypeStep, textWidth } from '../theme/type.ts';
import { type Run, wrapRuns, wrapText } from '../theme/wrap.ts';
import type { Kit } from '../theme.ts';

/** How a text looks. Without a colour it takes that of the surface it stands on. */
export type Look = {
  readonly step?: TypeStep;
  readonly bold?: boolean;
  readonly colour?: ColourName;
  /** Line height in em. */
  readonly line?: number;
  readonly align?: 'left' | 'center' | 'right';
  /** Takes the rest of the row. */
  readonly grow?: boolean;
  /** Width in pixels. */
  readonly width?: number;
  /** Words that others wrote may be long: they take what room there is, and end in dots. */
  readonly ellipsis?: boolean;
};

const boldSteps: readonly TypeStep[] = ['title', 'figure', 'amount', 'amountSmall', 'cardNumber'];

const isBold = (look: Look): boolean => look.bold ?? boldSteps.includes(look.step ?? 'body');

/**
 * Text as it stands, line by line; it is never broken. LVGL cuts a label off at its lower edge, tails of letters
 * too: so the label keeps the font's own height and stands in the middle of the line box that is asked for.
 */
export function text(kit: Kit, words: string, look: Look = {}): UiNode {
  const weight = isBold(look) ? 700 : 400;
  const { size, lineHeight } = kit.font(look.step ?? 'body', weight, look.line);
  const natural = Math.floor(lineHeightPerEm * size);
  const sized = look.grow === true || look.width !== undefined || look.ellipsis === true;
  const label = h('label', {
    x: 0,
    y: Math.round((lineHeight - natural) / 2),
    text: words,
    font: { size, weight },
    lineSpace: lineHeight - natural,
    ...(sized && { w: 'fill' as const, wrap: false }),
    ...(look.ellipsis === true && { ellipsis: true }),
    ...(look.colour !== undefined && { color: kit.colours[look.colour] }),
    ...(look.align !== undefined && { textAlign: look.align }),
  });
  const box = {
    h: words.split('\n').length * lineHeight,
    ...(look.grow === true && { grow: 1 }),
    ...(look.width !== undefined && { w: look.width }),
    ...(look.ellipsis === true && look.grow !== true && { w: 'fill' as const }),
  };
  return h('box', box, label);
}

/** A sentence, broken by the rules of both languages to the width in pixels it has. */
export function paragraph(kit: Kit, words: string, width: number, look: Look = {}): UiNode {
  const weight = isBold(look) ? 700 : 400;
  const { size } = kit.font(look.step ?? 'body', weight);
  return text(kit, wrapText(words, width, size, weight).join('\n'), look);
}

/** A sentence with bold parts. */
export function richParagraph(kit: Kit, runs: readonly Run[], width: number, look: Look): UiNode {
  const { size } = kit.font(look.step ?? 'body');
  const lines = wrapRuns(runs, width, size).map((line) =>
    h('row', {}, ...line.map((run) => text(kit, run.text, { ...look, bold: run.bold }))),
  );
  return h('column', { cross: 'start' }, ...lines);
}

/** Icon of the given side in mm; without a colour it takes that of the surface it stands on. */
export function icon(kit: Kit, name: string, millimetres: number, colour?: ColourName): UiNode {
  return h('icon', {
    icon: name,
    iconSize: kit.mm(millimetres),
    ...(colour !== undefined && { color: kit.colours[colour] }),
  });
}

/**
 * An icon that stands in a line of body text: on its base line, and the line keeps its height. A larger icon
 * makes the line higher.
 */
export function inlineIcon(
  kit: Kit,
  name: string,
  millimetres: number,
  colour?: ColourName,
): UiNode {
  const { size, lineHeight } = kit.font('body');
  const side = kit.mm(millimetres);
  // Descent of the font, and half of what the line box takes off it.
  const below = Math.round(0.288 * size + (lineHeight - lineHeightPerEm * size) / 2);
  const height = Math.max(lineHeight, side + below);
  return h(
    'box',
    { w: side, h: height },
    h('box', { x: 0, y: height - below - side }, icon(kit, name, millimetres, colour)),
  );
}

/** Empty height. */
export const gap = (kit: Kit, millimetres: number): UiNode =>
  h('box', { h: kit.mm(millimetres), w: 1 });

/** Takes all height that is left over. */
export const stretch = (): UiNode => h('box', { grow: 1, w: 1 });

export const row = (props: UiProps & { key?: string }, ...children: readonly UiChild[]): UiNode =>
  h('row', props, ...children);

export const column = (
  props: UiProps & { key?: string },
  ...children: readonly UiChild[]
): UiNode => h('column', props, ...children);

/** One line in the largest of the steps that fits the width in pixels. */
export function fitText(
  kit: Kit,
  words: string,
  width: number,
  steps: readonly TypeStep[],
  look: Look = {},
): UiNode {
  const fits = (step: TypeStep): boolean =>
    textWidth(words, kit.font(step).size, isBold({ ...look, step }) ? 700 : 400) <= width;
  return text(kit, words, { ...look, step: steps.find(fits) ?? steps.at(-1) ?? 'caption' });
}

/** The one amount of a screen: too wide, it steps down; it never wraps and never loses a digit. */
function amountStep(kit: Kit, words: string, width: number): TypeStep {
  const steps: readonly TypeStep[] = ['amount', 'amountSmall', 'figure', 'title'];
  const fits = (step: TypeStep): boolean => textWidth(words, kit.font(step).size, 700) <= width;
  return steps.find(fits) ?? 'body';
}

export function amountText(kit: Kit, words: string, width: number, look: Look = {}): UiNode {
  return text(kit, words, { bold: true, ...look, step: amountStep(kit, words, width) });
}

/** A circle of the given diameter in mm, with something in its middle. */
export function disc(
  kit: Kit,
  diameter: number,
  look: { fill?: ColourName; ring?: ColourName; ringWidth?: number },
  ...children: readonly UiChild[]
): UiNode {
  const side = kit.mm(diameter);
  return h(
    'box',
    {
      w: side,
      h: side,
      align: 'center',
      cross: 'center',
      local: {
        radius: 0x7fff,
        ...(look.fill !== undefined && { bgColor: kit.colours[look.fill], bgOpa: 255 }),
        ...(look.ring !== undefined && {
          borderColor: kit.colours[look.ring],
          borderOpa: 255,
          borderSide: 15,
          borderWidth: Math.max(1, kit.mm(look.ringWidth ?? 0.25)),
        }),
      },
    },
    ...children,
  );
}
