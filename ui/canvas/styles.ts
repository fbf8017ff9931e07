/** Shared styles: each part is one LVGL style, made once and laid on every object that names it. */
import * as lvgl from 'lvgl-bindings';
import type { SharedStyle, StyleValues } from '../h.ts';

export type StyleSheet = Readonly<Record<string, SharedStyle>>;
export type LvglValues = Partial<Record<lvgl.StyleProperty, number>>;

/** The states a style answers to, in the order in which LVGL lays them over each other. */
export const STATES = ['default', 'checked', 'focused', 'pressed', 'disabled'] as const;
export type State = (typeof STATES)[number];

type Layer = { part: lvgl.PartName; state: lvgl.StateName; handle: lvgl.StyleHandle };

/** Values as LVGL takes them: a colour without an opacity is meant to be seen. */
export function lvglValues(values: Partial<StyleValues>): LvglValues {
  const coded: LvglValues = {};
  for (const [name, value] of Object.entries(values)) {
    coded[name as keyof StyleValues] = Number(value);
  }
  if (values.bgColor !== undefined) coded.bgOpa ??= 255;
  if (values.bgGradientColor !== undefined) coded.bgGradient = 1;
  if (values.imageColor !== undefined) coded.imageColorOpa = 255;
  return coded;
}

export class StyleBook {
  #sheet: StyleSheet = {};
  readonly #layers = new Map<string, Layer[]>();

  /** Takes a new sheet: the same names get new values, what wears them is painted anew. */
  use(sheet: StyleSheet): void {
    const old = this.#sheet;
    this.#sheet = sheet;
    for (const name of new Set([...Object.keys(old), ...Object.keys(sheet)])) {
      if (old[name] !== sheet[name]) this.#fill(name, sheet[name] ?? {});
    }
  }

  /** The style's text colour in a state, for icons that follow it. */
  textColor(name: string, state: State): number | undefined {
    const style = this.#sheet[name];
    return state === 'default' ? style?.normal?.textColor : style?.[state]?.textColor;
  }

  add(target: lvgl.ObjectHandle, name: string): void {
    for (const { handle, part, state } of this.#known(name)) {
      lvgl.addStyle(target, handle, part, state);
    }
  }

  remove(target: lvgl.ObjectHandle, name: string): void {
    for (const { handle, part, state } of this.#known(name)) {
      lvgl.removeStyle(target, handle, part, state);
    }
  }

  #known(name: string): Layer[] {
    const layers = this.#layers.get(name);
    if (!layers || !this.#sheet[name]) throw new Error(`style ${name} is not registered`);
    return layers;
  }

  /** All layers stand from the start, so that a later sheet may fill what was empty. */
  #fill(name: string, style: SharedStyle): void {
    let layers = this.#layers.get(name);
    if (!layers) {
      const main = STATES.map((state) => ({ part: 'main' as const, state }));
      const parts = [...main, { part: 'indicator' as const, state: 'default' as const }];
      layers = parts.map((part) => ({ ...part, handle: lvgl.createStyle() }));
      this.#layers.set(name, layers);
    }
    for (const { part, state, handle } of layers) {
      const values =
        part === 'indicator' ? style.indicator : state === 'default' ? style.normal : style[state];
      lvgl.resetStyle(handle);
      for (const [property, value] of Object.entries(lvglValues(values ?? {}))) {
        lvgl.setStyleValue(handle, property as lvgl.StyleProperty, value);
      }
      lvgl.styleChanged(handle);
    }
  }
}
