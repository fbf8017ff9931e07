import { PNG } from 'pngjs';
import type { Rectangle } from '../display/contract.ts';

export type Patch = { readonly area: Rectangle; readonly bgra: Uint8Array };

/** The world's copy of what the panel shows, put together from the rectangles that changed. */
export class Picture {
  readonly width: number;
  readonly height: number;
  readonly #bgra: Uint8Array;

  constructor(width: number, height: number) {
    this.width = width;
    this.height = height;
    this.#bgra = new Uint8Array(width * height * 4);
  }

  /** A patch that does not fit into the panel is dropped: a wrong rectangle must not tear the rest. */
  apply({ area, bgra }: Patch): boolean {
    const fits =
      area.x >= 0 &&
      area.y >= 0 &&
      area.x + area.width <= this.width &&
      area.y + area.height <= this.height &&
      bgra.length === area.width * area.height * 4;
    if (!fits) return false;
    const bytes = area.width * 4;
    for (let row = 0; row < area.height; row++) {
      const line = bgra.subarray(row * bytes, (row + 1) * bytes);
      this.#bgra.set(line, ((area.y + row) * this.width + area.x) * 4);
    }
    return true;
  }

  whole(): Patch {
    const area = { x: 0, y: 0, width: this.width, height: this.height };
    return { area, bgra: this.#bgra };
  }

  png(): Buffer {
    const png = new PNG({ width: this.width, height: this.height, colorType: 2 });
    for (let i = 0; i < this.#bgra.length; i += 4) {
      png.data[i] = this.#bgra[i + 2] ?? 0;
      png.data[i + 1] = this.#bgra[i + 1] ?? 0;
      png.data[i + 2] = this.#bgra[i] ?? 0;
      png.data[i + 3] = 255;
    }
    return PNG.sync.write(png, { colorType: 2 });
  }
}

/**
 * One binary message of the live socket: panel width and height, number of patches (three 16-bit words, big
 * endian), then for each patch x, y, width, height (16 bit each) and its pixels as BGRA.
 */
export function frameMessage(panel: Pick<Picture, 'width' | 'height'>, patches: readonly Patch[]) {
  const parts: Uint8Array[] = [words(panel.width, panel.height, patches.length)];
  for (const { area, bgra } of patches) {
    parts.push(words(area.x, area.y, area.width, area.height), bgra);
  }
  return Buffer.concat(parts);
}

const words = (...values: readonly number[]) => {
  const bytes = Buffer.alloc(values.length * 2);
  for (const [i, value] of values.entries()) bytes.writeUInt16BE(value, i * 2);
  return bytes;
};
