/** A renderer on virtual time, with a few styles. */
import type * as lvgl from 'lvgl-bindings';
import type { RendererOptions } from '#ui/canvas/options.ts';
import { createRenderer, type Renderer } from '#ui/canvas/renderer.ts';
import type { UiNode } from '#ui/h.ts';
import { FONTS } from './display.ts';

export const STYLES = {
  ground: { normal: { textColor: 0x101010 } },
  primary: {
    normal: { bgColor: 0x0a47bd, textColor: 0xffffff },
    pressed: { bgColor: 0x07358f },
    focused: { outlineWidth: 4, outlinePad: 4, outlineColor: 0x101010 },
    disabled: { bgColor: 0xe3e8ef, textColor: 0x596575 },
    checked: { bgColor: 0xe4ecfb },
  },
};

export class Stage {
  readonly renderer: Renderer;
  rectangles: lvgl.Rectangle[] = [];
  /** Actions, pictures and steps of a ring, in the order in which they came. */
  log: string[] = [];
  nowMs = 0;
  onAction: (id: string) => void = () => {};

  constructor(options: Partial<RendererOptions> = {}) {
    this.renderer = createRenderer({
      width: 480,
      height: 800,
      fonts: FONTS,
      font: { size: 30, weight: 400 },
      ground: 0xffffff,
      styles: STYLES,
      rasterise: (_, size) => new Uint8Array(size * size).fill(255),
      onFlush: (rectangles) => {
        this.rectangles.push(...rectangles);
        this.log.push('painted');
      },
      onAction: ({ id, action }) => {
        this.log.push(`action ${id} ${String(action)}`);
        this.onAction(id);
      },
      ...options,
    });
  }

  show(tree: UiNode): void {
    this.renderer.render(tree);
    this.run(50);
    this.drawn();
    this.log = [];
  }

  run(ms: number): number {
    const end = this.nowMs + ms;
    let next = this.renderer.tick(this.nowMs);
    while (this.nowMs < end) {
      this.nowMs = next < 0 ? end : Math.min(end, this.nowMs + Math.max(1, next));
      next = this.renderer.tick(this.nowMs);
    }
    return next;
  }

  drawn(): lvgl.Rectangle[] {
    const drawn = this.rectangles;
    this.rectangles = [];
    return drawn;
  }

  actions(): string[] {
    return this.log.filter((entry) => entry.startsWith('action'));
  }

  /** Red, green, blue of a pixel. */
  pixel(x: number, y: number): number {
    const at = (y * this.renderer.width + x) * 4;
    const [blue = 0, green = 0, red = 0] = this.renderer.frame.subarray(at, at + 3);
    return (red << 16) | (green << 8) | blue;
  }

  dispose(): void {
    this.renderer.dispose();
  }
}
