/** A small display on virtual time for the tests of the bindings. */
import { fileURLToPath } from 'node:url';
import * as lvgl from 'lvgl-bindings';

export const FONTS = {
  400: font('400Regular/NotoSansSC_400Regular.ttf'),
  700: font('700Bold/NotoSansSC_700Bold.ttf'),
};

function font(file: string): string {
  return fileURLToPath(import.meta.resolve(`@expo-google-fonts/noto-sans-sc/${file}`));
}

export class Panel {
  readonly frame: Uint8Array;
  readonly root: lvgl.ObjectHandle;
  readonly width: number;
  readonly height: number;
  rectangles: lvgl.Rectangle[] = [];
  events: string[] = [];
  wakes = 0;
  nowMs = 0;

  constructor(width = 240, height = 320) {
    this.width = width;
    this.height = height;
    this.frame = new Uint8Array(width * height * 4);
    this.root = lvgl.createDisplay({
      width,
      height,
      frame: this.frame,
      onFlush: (rectangles) => this.rectangles.push(...rectangles),
      onEvent: ({ type }) => this.events.push(type),
      onWake: () => {
        this.wakes += 1;
      },
    });
    lvgl.setLocalStyle(this.root, 'bgOpa', 255);
    lvgl.setLocalStyle(this.root, 'bgColor', 0xffffff);
  }

  /** Ticks as a host would for this long; what the last tick said. */
  run(ms: number): number {
    const end = this.nowMs + ms;
    let next = lvgl.tick(this.nowMs);
    while (this.nowMs < end) {
      this.nowMs = next < 0 ? end : Math.min(end, this.nowMs + Math.max(1, next));
      next = lvgl.tick(this.nowMs);
    }
    return next;
  }

  /** What was drawn since the last call. */
  drawn(): lvgl.Rectangle[] {
    const drawn = this.rectangles;
    this.rectangles = [];
    return drawn;
  }

  pixel(x: number, y: number): number {
    const at = (y * this.width + x) * 4;
    const [blue = 0, green = 0, red = 0] = this.frame.subarray(at, at + 3);
    return (red << 16) | (green << 8) | blue;
  }

  button(x: number, y: number, width: number, height: number): lvgl.ObjectHandle {
    const button = lvgl.create('button', this.root);
    lvgl.setPosition(button, x, y);
    lvgl.setSize(button, width, height);
    lvgl.setLocalStyle(button, 'bgColor', 0x0000ff);
    lvgl.setLocalStyle(button, 'bgOpa', 255);
    lvgl.setLocalStyle(button, 'bgColor', 0x00ff00, 'main', 'pressed');
    return button;
  }

  dispose(): void {
    lvgl.dispose();
  }
}

/** The `code` of the error that a call ends in. */
export function codeOf(call: () => unknown): string | undefined {
  try {
    call();
  } catch (error) {
    if (error instanceof lvgl.LvglError) return error.code;
    throw error;
  }
  return undefined;
}
