import type { Display, InputEvent, Rectangle } from './contract.ts';

/** The byte-level port of a simulated panel: pixels out, touches in. */
export type SimulatedPanel = {
  readonly ready: (width: number, height: number) => void;
  readonly frame: (
    patches: readonly { readonly area: Rectangle; readonly bgra: Uint8Array }[],
  ) => void;
  readonly tone: (tone: string) => void;
  readonly listen: (listener: (event: InputEvent) => void) => () => void;
};

/** A panel whose glass is in another process: only what changed is copied out of the frame. */
export function openSimulatedDisplay(
  panel: SimulatedPanel,
  width: number,
  height: number,
): Display {
  panel.ready(width, height);
  return {
    width,
    height,
    flush(frame, rectangles) {
      panel.frame(rectangles.map((area) => ({ area, bgra: cut(frame, width, area) })));
    },
    listen: (listener) => panel.listen(listener),
    tone: (tone) => panel.tone(tone),
    close: async () => undefined,
  };
}

function cut(
  frame: Uint8Array,
  panelWidth: number,
  { x, y, width, height }: Rectangle,
): Uint8Array {
  const out = new Uint8Array(width * height * 4);
  for (let row = 0; row < height; row++) {
    const from = ((y + row) * panelWidth + x) * 4;
    out.set(frame.subarray(from, from + width * 4), row * width * 4);
  }
  return out;
}
