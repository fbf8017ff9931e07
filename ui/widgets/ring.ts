import { h, type UiChild, type UiNode } from '../h.ts';
import type { Kit } from '../theme.ts';

/** A ring that fills clockwise from the top, with something in its middle. */
export function ring(
  kit: Kit,
  look: {
    readonly style: 'ringWait' | 'ringNext' | 'ringHold';
    /** In mm. */
    readonly diameter: number;
    readonly value: number;
    readonly max: number;
    /** Id of the node whose being held fills it. */
    readonly progressOf?: string;
  },
  ...middle: readonly UiChild[]
): UiNode {
  const side = kit.mm(look.diameter);
  return h(
    'box',
    { w: side, h: side, align: 'center', cross: 'center' },
    h('arc', {
      x: 0,
      y: 0,
      w: side,
      h: side,
      style: look.style,
      value: Math.min(look.value, look.max),
      max: Math.max(1, look.max),
      ...(look.progressOf !== undefined && { progressOf: look.progressOf }),
    }),
    h('column', { cross: 'center' }, ...middle),
  );
}

/** A bar of 1.2 mm with round ends. */
export const bar = (kit: Kit, value: number, max: number): UiNode =>
  h('bar', { style: 'bar', grow: 1, h: kit.mm(1.2), value: Math.max(0, value), max });
