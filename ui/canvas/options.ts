/** What a renderer is given and what it tells. */
import type * as lvgl from 'lvgl-bindings';
import type { FontRef } from '../h.ts';
import type { FontFiles } from './assets.ts';
import type { StyleSheet } from './styles.ts';

export type Action = { readonly id: string; readonly action: unknown };

export type RendererOptions = {
  readonly width: number;
  readonly height: number;
  /** Files of the two weights. */
  readonly fonts: FontFiles;
  readonly styles: StyleSheet;
  /** Font of text that names none. */
  readonly font: FontRef;
  /** Of the thumb beside a list that is longer than its window (style `scrollThumb`); none without it. */
  readonly scrollThumbPx?: number;
  /** Colour under everything. */
  readonly ground: number;
  readonly onFlush?: (rectangles: readonly lvgl.Rectangle[], frame: Uint8Array) => void;
  readonly onAction?: (action: Action) => void;
  readonly onHoldProgress?: (id: string, progress: number) => void;
  /** Something happened: `tick` is wanted earlier than the last one said. */
  readonly onWake?: () => void;
  /** The clock that `tick` is called with; default: the time of the last tick. */
  readonly now?: () => number;
  /** Draws icons that were not registered: size * size bytes of alpha. */
  readonly rasterise?: (name: string, size: number) => Uint8Array;
};

export type Located = {
  readonly id: string | undefined;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly enabled: boolean;
};
