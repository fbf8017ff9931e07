/** An object, style, font or image. Handles die with what they name and are never reused. */
export type ObjectHandle = number & { readonly handle?: 'object' };
export type StyleHandle = number & { readonly handle?: 'style' };
export type FontHandle = number & { readonly handle?: 'font' };
export type ImageHandle = number & { readonly handle?: 'image' };

export type LvglErrorCode =
  /** What the handle named is gone, or it never named anything of this kind. */
  | 'StaleHandle'
  /** The call does not fit the object's class. */
  | 'WrongClass'
  /** A value of the wrong type or out of its range. */
  | 'BadArgument'
  | 'UnknownClass'
  | 'UnknownProperty'
  | 'UnknownEvent'
  /** `createDisplay` comes first. */
  | 'NoDisplay'
  /** One display per process, worker threads included. */
  | 'DisplayTaken'
  /** The frame buffer was detached (transferred) or resized. */
  | 'FrameLost'
  /** 16,384 objects, 48 levels, 1,024 styles, 64 fonts, 64 MB of images. */
  | 'TooMany'
  | 'BadFont'
  /** The QR code and its quiet zone do not fit the size. */
  | 'TooSmall'
  /** `tick`, `refresh`, `pointer` or `key` from inside a callback. */
  | 'Nested'
  /** The native part is missing. */
  | 'NotBuilt';

export class LvglError extends Error {
  readonly code: LvglErrorCode;
  constructor(code: LvglErrorCode, message: string, options?: ErrorOptions);
}

export type Rectangle = {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
};

export type EventType =
  | 'pressed'
  | 'press-lost'
  | 'short-clicked'
  | 'long-pressed'
  | 'long-pressed-repeat'
  | 'clicked'
  | 'released'
  | 'scroll-begin'
  | 'scroll'
  | 'scroll-end'
  | 'key'
  | 'focused'
  | 'defocused'
  | 'value-changed'
  | 'ready'
  | 'deleted';

export type LvglEvent = {
  /** Dead already when the type is `deleted`. */
  readonly target: ObjectHandle;
  readonly type: EventType;
  /** Of `key`: a code of `KEYS` or a Unicode code point; else 0. */
  readonly key: number;
};

export type DisplayOptions = {
  readonly width: number;
  readonly height: number;
  /** width * height * 4 bytes: blue, green, red, 255. Stays the caller's, LVGL draws into it. */
  readonly frame: Uint8Array;
  /** The rectangles drawn by one `tick`, `refresh`, `pointer` or `key`. */
  readonly onFlush?: (rectangles: readonly Rectangle[]) => void;
  /** Events of what was listened to, after `onFlush`. */
  readonly onEvent?: (event: LvglEvent) => void;
  /** LVGL needs a `tick` earlier than the last one said. Called once until that tick. */
  readonly onWake?: () => void;
};

/**
 * Makes the display and gives its root object. What a callback throws is thrown by the call
 * that led to it, after everything has been delivered.
 */
export function createDisplay(options: DisplayOptions): ObjectHandle;
/** Ends the display: objects, styles and images die, fonts stay. Another one may follow. */
export function dispose(): void;
/** Moves the clock (milliseconds, never backwards); the wait until the next call, -1 for none. */
export function tick(nowMs: number): number;
/** True when something since the last tick asks for an earlier one than it said. */
export function woken(): boolean;
/** Draws what is invalid at once. */
export function refresh(): void;

/** Moves the pointer, paints the answer. While pressed, ticks bring long presses. */
export function pointer(x: number, y: number, pressed: boolean): void;
export type KeyName =
  | 'up' | 'down' | 'right' | 'left' | 'escape' | 'delete' | 'backspace' | 'enter'
  | 'next' | 'previous' | 'home' | 'end';
export const KEYS: Readonly<Record<KeyName, number>>;
/** A named key or one character, for the object that has the focus. */
export function key(name: KeyName | (string & {}), pressed: boolean): void;
/** Gives the keys to an object; without one, to none. */
export function focus(target?: ObjectHandle | null): void;
/** Default 400 and 100 ms. */
export function longPressTimes(pressMs: number, repeatMs: number): void;

export type ClassName =
  | 'box' | 'label' | 'button' | 'image' | 'qrcode' | 'textarea' | 'bar' | 'arc' | 'line'
  | 'canvas';
export type FlagName =
  | 'hidden' | 'clickable' | 'checkable' | 'scrollable' | 'scroll-elastic' | 'scroll-momentum'
  | 'press-lock' | 'ignore-layout' | 'floating' | 'state-trickle';
export type StateName = 'default' | 'checked' | 'focused' | 'pressed' | 'disabled';
export type PartName = 'main' | 'scrollbar' | 'indicator' | 'cursor';

/** Objects come bare: no theme, no scrolling; only buttons and text areas can be touched. */
export function create(className: ClassName, parent: ObjectHandle): ObjectHandle;
export function destroy(target: ObjectHandle): void;
export function clean(target: ObjectHandle): void;
export function moveToIndex(target: ObjectHandle, index: number): void;
export function setName(target: ObjectHandle, name: string): void;
export function setFlag(target: ObjectHandle, flag: FlagName, on: boolean): void;
export function setState(target: ObjectHandle, state: StateName, on: boolean): void;
/** Children are drawn and touched up to this many pixels beyond the edges; 0 cuts them off. */
export function setOverflow(target: ObjectHandle, pixels: number): void;
export function invalidate(target: ObjectHandle): void;
export function isAlive(target: ObjectHandle): boolean;
export function liveObjects(): number;
/** Reports events of this type on this object through `onEvent`, from now on. */
export function listen(target: ObjectHandle, type: EventType): void;

export type StyleProperty =
  | 'width' | 'height' | 'minWidth' | 'maxWidth' | 'minHeight' | 'maxHeight'
  | 'translateX' | 'translateY'
  | 'padTop' | 'padRight' | 'padBottom' | 'padLeft' | 'gapX' | 'gapY'
  | 'marginTop' | 'marginRight' | 'marginBottom' | 'marginLeft'
  | 'bgColor' | 'bgOpa' | 'bgGradientColor' | 'bgGradient'
  | 'borderColor' | 'borderOpa' | 'borderWidth' | 'borderSide'
  | 'outlineColor' | 'outlineOpa' | 'outlineWidth' | 'outlinePad'
  | 'imageOpa' | 'imageColor' | 'imageColorOpa'
  | 'lineColor' | 'lineOpa' | 'lineWidth' | 'lineRounded'
  | 'arcColor' | 'arcOpa' | 'arcWidth' | 'arcRounded'
  | 'textColor' | 'textOpa' | 'font' | 'letterSpace' | 'lineSpace' | 'textAlign'
  | 'radius' | 'clipCorner' | 'opa';

/**
 * Values: lengths in pixels, colours 0xRRGGBB, opacities 0..255, switches 0 or 1, `font` a
 * FontHandle, `textAlign` 0 auto 1 left 2 centre 3 right, `bgGradient` 0 none 1 down 2 across,
 * `borderSide` 1 bottom + 2 top + 4 left + 8 right; sizes also `pct(n)` and `CONTENT`.
 */
export function createStyle(): StyleHandle;
export function setStyleValue(style: StyleHandle, name: StyleProperty, value: number): void;
export function resetStyle(style: StyleHandle): void;
/** After new values: lays out and paints anew what wears the style. */
export function styleChanged(style: StyleHandle): void;
export function addStyle(target: ObjectHandle, style: StyleHandle, part?: PartName, state?: StateName): void;
export function removeStyle(target: ObjectHandle, style: StyleHandle, part?: PartName, state?: StateName): void;
export function setLocalStyle(target: ObjectHandle, name: StyleProperty, value: number, part?: PartName, state?: StateName): void;
export function removeLocalStyle(target: ObjectHandle, name: StyleProperty, part?: PartName, state?: StateName): void;
export function styleProperties(): StyleProperty[];
export function pct(percent: number): number;
export const CONTENT: number;

/** A TrueType file at `size` pixels per em; the same arguments give the same handle. */
export function loadFont(path: string, size: number, lineHeight?: number): FontHandle;
export function fontLineHeight(font: FontHandle): number;
export function textWidth(font: FontHandle, text: string, letterSpace?: number): number;

/** A8: drawn in the style's `imageColor`. ARGB8888: blue, green, red, alpha. Copied. */
export function createImage(width: number, height: number, format: 'A8' | 'ARGB8888', pixels: Uint8Array): ImageHandle;
/** Objects that show the image go on showing it. */
export function deleteImage(image: ImageHandle): void;
export function setImage(target: ObjectHandle, image: ImageHandle): void;
export function setCanvas(target: ObjectHandle, width: number, height: number, pixels?: Uint8Array): void;
export function fillCanvas(target: ObjectHandle, x: number, y: number, width: number, height: number, color: number, opacity: number): void;
/** x0, y0, x1, y1, ... */
export function setPoints(target: ObjectHandle, coordinates: readonly number[]): void;

export type Alignment =
  | 'default' | 'top-left' | 'top' | 'top-right' | 'left' | 'center' | 'right'
  | 'bottom-left' | 'bottom' | 'bottom-right';
export type FlexAlignment = 'start' | 'center' | 'end' | 'between' | 'around' | 'evenly';
export type GridAlignment = 'start' | 'center' | 'end' | 'stretch';

export function setPosition(target: ObjectHandle, x: number, y: number): void;
/** Pixels, `pct(n)` or `CONTENT`. */
export function setSize(target: ObjectHandle, width: number, height: number): void;
export function setAlign(target: ObjectHandle, alignment: Alignment, x: number, y: number): void;
export function setExtendedTouch(target: ObjectHandle, pixels: number): void;
export function setFlex(target: ObjectHandle, flow: 'row' | 'column' | 'row-wrap' | 'column-wrap', main: FlexAlignment, cross: FlexAlignment, tracks: FlexAlignment): void;
export function setFlexGrow(target: ObjectHandle, grow: number): void;
/** Tracks in pixels; -1 is the size of the content, -1-n are n shares of the rest. */
export function setGrid(target: ObjectHandle, columns: readonly number[], rows: readonly number[]): void;
export function setGridCell(target: ObjectHandle, column: number, columns: number, row: number, rows: number, alignX: GridAlignment, alignY: GridAlignment): void;
export function clearLayout(target: ObjectHandle): void;
export function setScrollDirection(target: ObjectHandle, direction: 'none' | 'horizontal' | 'vertical' | 'both'): void;
export function scrollTo(target: ObjectHandle, x: number, y: number, animated: boolean): void;
export function scrollIntoView(target: ObjectHandle, animated: boolean): void;
/** Scrolled from the left, from the top, left to the right, left to the bottom. */
export function scrollPosition(target: ObjectHandle): [number, number, number, number];

/** Label or text area. */
export function setText(target: ObjectHandle, text: string): void;
export function setLongMode(label: ObjectHandle, mode: 'wrap' | 'dots' | 'clip'): void;
/** Bar or arc; the value is held inside min..max. */
export function setValue(target: ObjectHandle, value: number, min: number, max: number): void;
/** Where the arc begins: degrees clockwise from three o'clock. It comes with 270, the top. */
export function setArcRotation(arc: ObjectHandle, degrees: number): void;
export function setPlaceholder(textArea: ObjectHandle, text: string): void;
export function setTextAreaMode(textArea: ObjectHandle, oneLine: boolean, password: boolean): void;
export function setMaxLength(textArea: ObjectHandle, letters: number): void;
export function setCursor(textArea: ObjectHandle, position: number): void;
export function insertText(textArea: ObjectHandle, text: string): void;
export function deleteLetter(textArea: ObjectHandle): void;
/** `size` pixels a side with four quiet modules around whole ones, error correction M. */
export function setQr(target: ObjectHandle, text: string, size: number, dark: number, light: number): { modules: number; modulePixels: number };

export type TreeNode = {
  readonly handle: ObjectHandle;
  readonly depth: number;
  readonly class: ClassName | 'root';
  readonly name?: string;
  readonly text?: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly states: readonly StateName[];
  readonly clickable: boolean;
  readonly hidden: boolean;
};
/** The object and everything inside it, parents before children, in absolute pixels. */
export function dump(target: ObjectHandle): TreeNode[];
/** x, y, width, height. */
export function place(target: ObjectHandle): [number, number, number, number];
/** LVGL's own warnings since the last call. */
export function warnings(): string[];
