import { act, get } from './api.ts';
import { byId, debounced, h } from './dom.ts';
import { on, onFrame, sendPointer } from './live.ts';
import { onLanguage, t } from './texts.ts';

export type ScreenView = { readonly name: string; readonly texts: readonly string[] };

const screenListeners: ((screen: ScreenView | undefined) => void)[] = [];

/** Called with each new screen of the terminal; undefined while it is off. */
export function onScreen(listener: (screen: ScreenView | undefined) => void): void {
  screenListeners.push(listener);
}

const keys = [
  '1',
  '2',
  '3',
  '4',
  '5',
  '6',
  '7',
  '8',
  '9',
  'cancel',
  '0',
  'clear',
  'up',
  'enter',
  'down',
];
const signs: Readonly<Record<string, string>> = {
  cancel: '✕',
  clear: '⌫',
  enter: '↵',
  up: '▲',
  down: '▼',
};

/** The terminal: its panel, its slot and its groove, its keys. */
export function showTerminal(): void {
  const canvas = h('canvas', { id: 'panel', width: 480, height: 800 });
  const off = h('div', { class: 'off' });
  const slot = h('div', { id: 'slot' });
  const groove = h('div', { id: 'groove' });
  const keypad = h('details', { id: 'keys' });
  byId('terminal').append(
    h(
      'div',
      { class: 'device' },
      h('div', { class: 'mouth' }),
      h('div', { class: 'glass' }, canvas, off),
      groove,
      slot,
    ),
    keypad,
  );
  onLanguage(() => {
    keypad.replaceChildren(
      h('summary', {}, t('keys')),
      h('div', { class: 'keys' }, ...keys.map((key) => hardwareKey(key))),
    );
  });
  draw(canvas);
  touch(canvas);
  power(off);
}

const hardwareKey = (key: string) =>
  h(
    'button',
    { class: `key ${key}`, onclick: () => act('POST', 'key', { key }) },
    signs[key] ?? key,
  );

function draw(canvas: HTMLCanvasElement): void {
  const context = canvas.getContext('2d', { alpha: false });
  const tell = debounced(120, async () => {
    const screen = await get<ScreenView>('screen').catch(() => undefined);
    if (screen !== undefined) canvas.dataset.screen = screen.name;
    for (const listener of screenListeners) listener(screen);
  });
  onFrame(({ width, height, patches }) => {
    if (canvas.width !== width || canvas.height !== height) {
      canvas.width = width;
      canvas.height = height;
      canvas.style.setProperty('--ratio', String(width / height));
      // Small panels belong to terminals with a hardware keypad.
      byId('keys').toggleAttribute('open', width <= 320);
    }
    for (const { x, y, image } of patches) context?.putImageData(image, x, y);
    tell();
  });
}

/** A finger on the glass: it goes down, moves and comes up again, also outside. */
function touch(canvas: HTMLCanvasElement): void {
  let down = false;
  const send = (event: PointerEvent, pressed: boolean) => {
    const box = canvas.getBoundingClientRect();
    const clamp = (value: number, end: number) => Math.max(0, Math.min(end - 1, Math.floor(value)));
    const x = clamp(((event.clientX - box.left) / box.width) * canvas.width, canvas.width);
    const y = clamp(((event.clientY - box.top) / box.height) * canvas.height, canvas.height);
    sendPointer(x, y, pressed);
  };
  canvas.addEventListener('pointerdown', (event) => {
    down = true;
    canvas.setPointerCapture(event.pointerId);
    send(event, true);
  });
  canvas.addEventListener('pointermove', (event) => down && send(event, true));
  const up = (event: PointerEvent) => {
    if (down) send(event, false);
    down = false;
  };
  canvas.addEventListener('pointerup', up);
  canvas.addEventListener('pointercancel', up);
}

function power(off: HTMLElement): void {
  let state = 'starting';
  const button = h('button', {
    class: 'power',
    onclick: () => act('POST', 'power', state === 'off' ? { on: true } : { cut: true }),
  });
  byId('power').append(button);
  const show = () => {
    document.body.dataset.terminal = state;
    button.textContent = state === 'off' ? t('switchOn') : t('cutPower');
    off.textContent = state === 'off' ? t('off') : state === 'starting' ? t('starting') : '';
  };
  on<{ state: string }>('terminal', (event) => {
    state = event.state;
    show();
    if (state !== 'ready') for (const listener of screenListeners) listener(undefined);
  });
  onLanguage(show);
}
