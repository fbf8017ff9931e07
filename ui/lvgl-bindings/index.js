// LVGL for Node: loads the native part on first use, gives every error its type, and hands out
// what LVGL drew and noticed after LVGL itself has returned. `index.d.ts` is the reference.
import { createRequire } from 'node:module';

export class LvglError extends Error {
  name = 'LvglError';
  constructor(code, message, options) {
    super(message, options);
    this.code = code;
  }
}

const CODES = new Set([
  'StaleHandle', 'WrongClass', 'BadArgument', 'UnknownClass', 'UnknownProperty', 'UnknownEvent',
  'NoDisplay', 'DisplayTaken', 'FrameLost', 'TooMany', 'BadFont', 'TooSmall',
]);

let loaded;

function native() {
  if (loaded) return loaded;
  try {
    loaded = createRequire(import.meta.url)('./lvgl-bindings.node');
  } catch (cause) {
    const what = `lvgl-bindings is not built for ${process.platform}-${process.arch}`;
    throw new LvglError('NotBuilt', `${what}: run \`bash scripts/setup\``, { cause });
  }
  return loaded;
}

/** Codes of ours stay; what N-API itself refuses is an argument of the wrong type. */
function typed(error) {
  const code = CODES.has(error?.code) ? error.code : 'BadArgument';
  return new LvglError(code, error?.message ?? String(error));
}

function wrap(name) {
  let call;
  return (...args) => {
    call ??= native()[name];
    let result;
    try {
      result = call(...args);
    } catch (error) {
      throw typed(error);
    }
    if (failed) rethrow();
    return result;
  };
}

/** The first error of the host's callbacks, thrown when the call that led to them is done. */
let failed;

function guard(callback, argument) {
  try {
    callback?.(argument);
  } catch (error) {
    failed ??= { error };
  }
}

function rethrow() {
  const { error } = failed;
  failed = undefined;
  throw error;
}

let host;
let delivering = false;
let eventNames;

/** Pixels first, then events: a handler runs after the press it answers has been shown. */
function deliver() {
  const waiting = native().pending();
  if (waiting === 0) return;
  const current = host;
  delivering = true;
  if (waiting & 1) guard(current.onFlush, rectangles(native().takeRectangles()));
  if (waiting & 2) {
    const queue = native().takeEvents();
    for (let i = 0; i < queue.length && host === current; i += 3) {
      const event = { target: queue[i], type: eventNames[queue[i + 1]], key: queue[i + 2] };
      guard(current.onEvent, event);
    }
  }
  delivering = false;
}

function rectangles(flat) {
  const list = [];
  for (let i = 0; i < flat.length; i += 4) {
    list.push({ x: flat[i], y: flat[i + 1], width: flat[i + 2], height: flat[i + 3] });
  }
  return list;
}

/** Calls that draw: their rectangles and events are delivered before they return. */
function drawing(name) {
  const call = wrap(name);
  return (...args) => {
    if (delivering) throw new LvglError('Nested', `${name} inside a callback`);
    const result = call(...args);
    deliver();
    if (failed) rethrow();
    return result;
  };
}

const open = wrap('createDisplay');
const close = wrap('dispose');

export function createDisplay(options) {
  const { width, height, frame, onFlush, onEvent, onWake } = options ?? {};
  const root = open(width, height, frame);
  host = { onFlush, onEvent };
  eventNames ??= native().eventNames();
  if (onWake) native().onWake(() => guard(onWake));
  return root;
}

export function dispose() {
  close();
  host = undefined;
}

const advance = drawing('tick');

export function tick(nowMs) {
  const next = advance(nowMs);
  return host && native().woken() ? 0 : next;
}

/** True when something since the last tick asks for an earlier one. */
export const woken = wrap('woken');
export const refresh = drawing('refresh');
export const pointer = drawing('pointer');

export const KEYS = Object.freeze({
  up: 17, down: 18, right: 19, left: 20, escape: 27, delete: 127, backspace: 8, enter: 10,
  next: 9, previous: 11, home: 2, end: 3,
});

const press = drawing('key');

export function key(name, pressed) {
  const single = typeof name === 'string' && [...name].length === 1;
  const code = Object.hasOwn(KEYS, name) ? KEYS[name] : single ? name.codePointAt(0) : undefined;
  if (code === undefined) throw new LvglError('BadArgument', `no key ${String(name)}`);
  press(code, pressed);
}

/** A percentage of the parent, and the size of the content, where a size is asked. */
export const pct = (percent) => 0x2000_0000 + percent;
export const CONTENT = 0x3fff_ffff;

let numbers;

function property(name) {
  numbers ??= new Map(native().styleProperties().map((known, number) => [known, number]));
  const number = numbers.get(name);
  if (number === undefined) {
    throw new LvglError('UnknownProperty', `no style property ${String(name)}`);
  }
  return number;
}

const styleValue = wrap('setStyleValue');
const localStyle = wrap('setLocalStyle');
const noLocalStyle = wrap('removeLocalStyle');

export const setStyleValue = (style, name, value) => styleValue(style, property(name), value);
export const setLocalStyle = (target, name, value, part, state) =>
  localStyle(target, property(name), value, part, state);
export const removeLocalStyle = (target, name, part, state) =>
  noLocalStyle(target, property(name), part, state);
export const styleProperties = wrap('styleProperties');

const layOn = wrap('addStyle');
const takeOff = wrap('removeStyle');
export const addStyle = (target, style, part = 'main', state = 'default') =>
  layOn(target, style, part, state);
export const removeStyle = (target, style, part = 'main', state = 'default') =>
  takeOff(target, style, part, state);

export const create = wrap('create');
export const destroy = wrap('destroy');
export const clean = wrap('clean');
export const moveToIndex = wrap('moveToIndex');
export const setName = wrap('setName');
export const setFlag = wrap('setFlag');
export const setState = wrap('setState');
export const setOverflow = wrap('setOverflow');
export const invalidate = wrap('invalidate');
export const isAlive = wrap('isAlive');
export const liveObjects = wrap('liveObjects');
export const listen = wrap('listen');
export const createStyle = wrap('createStyle');
export const resetStyle = wrap('resetStyle');
export const styleChanged = wrap('styleChanged');
export const loadFont = wrap('loadFont');
export const fontLineHeight = wrap('fontLineHeight');
export const textWidth = wrap('textWidth');
export const createImage = wrap('createImage');
export const deleteImage = wrap('deleteImage');
export const setImage = wrap('setImage');
export const setCanvas = wrap('setCanvas');
export const fillCanvas = wrap('fillCanvas');
export const setPoints = wrap('setPoints');
export const setPosition = wrap('setPosition');
export const setSize = wrap('setSize');
export const setAlign = wrap('setAlign');
export const setExtendedTouch = wrap('setExtendedTouch');
export const setFlex = wrap('setFlex');
export const setFlexGrow = wrap('setFlexGrow');
export const setGrid = wrap('setGrid');
export const setGridCell = wrap('setGridCell');
export const clearLayout = wrap('clearLayout');
export const setScrollDirection = wrap('setScrollDirection');
export const scrollTo = wrap('scrollTo');
export const scrollIntoView = wrap('scrollIntoView');
export const scrollPosition = wrap('scrollPosition');
export const setText = wrap('setText');
export const setLongMode = wrap('setLongMode');
export const setValue = wrap('setValue');
export const setArcRotation = wrap('setArcRotation');
export const setPlaceholder = wrap('setPlaceholder');
export const setTextAreaMode = wrap('setTextAreaMode');
export const setMaxLength = wrap('setMaxLength');
export const setCursor = wrap('setCursor');
export const insertText = wrap('insertText');
export const deleteLetter = wrap('deleteLetter');
export const setQr = wrap('setQr');
export const focus = wrap('focus');
export const longPressTimes = wrap('longPressTimes');
export const dump = wrap('dump');
export const place = wrap('place');
export const warnings = wrap('warnings');
