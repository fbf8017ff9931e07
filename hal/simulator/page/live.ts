import { byId } from './dom.ts';
import { t } from './texts.ts';

/** One changed rectangle of the panel, pixels as RGBA. */
export type Patch = { readonly x: number; readonly y: number; readonly image: ImageData };

export type Frame = {
  readonly width: number;
  readonly height: number;
  readonly patches: readonly Patch[];
};

type Event = { readonly type: string } & Readonly<Record<string, unknown>>;

const listeners = new Map<string, ((event: Event) => void)[]>();
const frameListeners: ((frame: Frame) => void)[] = [];
let socket: WebSocket | undefined;

/** Events of one type, as `/api/live` sends them. */
export function on<T>(type: string, listener: (event: T) => void): void {
  listeners.set(type, [...(listeners.get(type) ?? []), listener as (event: Event) => void]);
}

export function onFrame(listener: (frame: Frame) => void): void {
  frameListeners.push(listener);
}

export function sendPointer(x: number, y: number, pressed: boolean): void {
  if (socket?.readyState === WebSocket.OPEN) {
    socket.send(JSON.stringify({ type: 'pointer', x, y, pressed }));
  }
}

/** Opens the socket, and again whenever it closes. */
export function connectLive(): void {
  socket = new WebSocket(`ws://${location.host}/api/live`);
  socket.binaryType = 'arraybuffer';
  socket.addEventListener('open', () => document.body.classList.remove('alone'));
  socket.addEventListener('message', ({ data }) => {
    if (data instanceof ArrayBuffer) {
      const frame = decode(data);
      for (const listener of frameListeners) listener(frame);
      return;
    }
    const event = JSON.parse(String(data)) as Event;
    for (const listener of listeners.get(event.type) ?? []) listener(event);
  });
  socket.addEventListener('close', () => {
    document.body.classList.add('alone');
    byId('bar').dataset.note = t('lostTouch');
    setTimeout(connectLive, 1000);
  });
}

function decode(data: ArrayBuffer): Frame {
  const view = new DataView(data);
  const [width, height, count] = [view.getUint16(0), view.getUint16(2), view.getUint16(4)];
  const patches: Patch[] = [];
  let at = 6;
  for (let i = 0; i < count; i++) {
    const [x, y] = [view.getUint16(at), view.getUint16(at + 2)];
    const [w, high] = [view.getUint16(at + 4), view.getUint16(at + 6)];
    const bytes = new Uint8ClampedArray(data.slice(at + 8, at + 8 + w * high * 4));
    for (let pixel = 0; pixel < bytes.length; pixel += 4) {
      const blue = bytes[pixel] ?? 0;
      bytes[pixel] = bytes[pixel + 2] ?? 0;
      bytes[pixel + 2] = blue;
      bytes[pixel + 3] = 255;
    }
    patches.push({ x, y, image: new ImageData(bytes, w, high) });
    at += 8 + w * high * 4;
  }
  return { width, height, patches };
}
