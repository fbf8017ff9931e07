export type Rectangle = {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
};

export type Key =
  | '0'
  | '1'
  | '2'
  | '3'
  | '4'
  | '5'
  | '6'
  | '7'
  | '8'
  | '9'
  | 'enter'
  | 'clear'
  | 'cancel'
  | 'up'
  | 'down'
  | 'left'
  | 'right';

export type InputEvent =
  | { readonly type: 'pointer'; readonly x: number; readonly y: number; readonly pressed: boolean }
  | { readonly type: 'key'; readonly key: Key };

/** A panel: takes pixels, gives touches and keys. */
export interface Display {
  readonly width: number;
  readonly height: number;
  /** BGRA frame buffer that the panel shows; `rectangles` changed since the last call. */
  flush(frame: Uint8Array, rectangles: readonly Rectangle[]): void;
  listen(listener: (event: InputEvent) => void): () => void;
  tone(tone: 'key' | 'ok' | 'warning' | 'remove' | 'off'): void;
  close(): Promise<void>;
}
