import type { Language, Theme } from '#src/desk/view.ts';
import type { FontRef } from './h.ts';
import { en } from './texts/en.ts';
import type { Texts } from './texts/texts.ts';
import { zhCN } from './texts/zh-CN.ts';
import { type Colours, coloursOf } from './theme/colours.ts';
import type { Panel } from './theme/panels.ts';
import { type TypeStep, tinyXHeights, typeSteps, xHeightPerEm } from './theme/type.ts';

/** What every widget draws with: the panel's millimetres, the theme's colours, the language's words. */
export type Kit = {
  readonly panel: Panel;
  readonly language: Language;
  readonly theme: Theme;
  readonly training: boolean;
  /** Beside a keypad of real keys, the drawn one was asked for by a touch. */
  readonly keypadOpen: boolean;
  readonly colours: Colours;
  readonly texts: Texts;
  /** Millimetres to whole pixels. */
  readonly mm: (millimetres: number) => number;
  /** A step of type in pixels; `lineHeight` in em replaces the step's own. */
  readonly font: (step: TypeStep, weight?: 400 | 700, lineHeight?: number) => Required<FontRef>;
};

const texts: Readonly<Record<Language, Texts>> = { 'zh-CN': zhCN, en };

export const textsOf = (language: Language): Texts => texts[language];

const kits = new Map<string, Kit>();

/** The kit of a panel, language and theme; the same one every time. */
export function kitOf(
  panel: Panel,
  language: Language,
  theme: Theme,
  training: boolean,
  keypadOpen: boolean = false,
): Kit {
  const key = [panel.name, panel.timeZone, language, theme, training, keypadOpen].join(' ');
  const known = kits.get(key);
  if (known !== undefined) return known;
  const kit: Kit = {
    panel,
    language,
    theme,
    training,
    keypadOpen,
    colours: coloursOf(theme, training),
    texts: texts[language],
    mm: (millimetres) => Math.round(millimetres * panel.pxPerMm),
    font: (step, weight = 400, lineHeight = typeSteps[step].lineHeight) => {
      const xHeight = (panel.tiny ? tinyXHeights[step] : undefined) ?? typeSteps[step].xHeight;
      const size = Math.round((xHeight * panel.pxPerMm) / xHeightPerEm);
      return { size, weight, lineHeight: Math.round(size * lineHeight) };
    },
  };
  kits.set(key, kit);
  return kit;
}
