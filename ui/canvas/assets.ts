/** Fonts, icons and images by name, loaded once and kept for the display's life. */
import * as lvgl from 'lvgl-bindings';
import type { FontRef } from '../h.ts';

export type FontFiles = { readonly 400: string; readonly 700: string };

export type Assets = {
  font(ref: FontRef): lvgl.FontHandle;
  icon(name: string, size: number): lvgl.ImageHandle;
  image(name: string): lvgl.ImageHandle;
  registerIcon(name: string, size: number, alpha: Uint8Array): void;
  registerImage(name: string, width: number, height: number, bgra: Uint8Array): void;
};

/** `rasterise` is asked for icons that nobody registered: size * size bytes of alpha. */
export function createAssets(
  fonts: FontFiles,
  rasterise?: (name: string, size: number) => Uint8Array,
): Assets {
  const images = new Map<string, lvgl.ImageHandle>();
  const registerIcon = (name: string, size: number, alpha: Uint8Array): void => {
    replace(images, iconKey(name, size), lvgl.createImage(size, size, 'A8', alpha));
  };
  const icon = (name: string, size: number): lvgl.ImageHandle => {
    const known = images.get(iconKey(name, size));
    if (known !== undefined) return known;
    if (!rasterise) throw new Error(`icon ${name} is not registered at ${size} px`);
    registerIcon(name, size, rasterise(name, size));
    return icon(name, size);
  };
  return {
    font: ({ size, weight, lineHeight }) => lvgl.loadFont(fonts[weight], size, lineHeight),
    icon,
    image(name) {
      const known = images.get(name);
      if (known === undefined) throw new Error(`image ${name} is not registered`);
      return known;
    },
    registerIcon,
    registerImage(name, width, height, bgra) {
      replace(images, name, lvgl.createImage(width, height, 'ARGB8888', bgra));
    },
  };
}

function iconKey(name: string, size: number): string {
  return `${name}@${size}`;
}

function replace(
  images: Map<string, lvgl.ImageHandle>,
  key: string,
  handle: lvgl.ImageHandle,
): void {
  const old = images.get(key);
  if (old !== undefined) lvgl.deleteImage(old);
  images.set(key, handle);
}
