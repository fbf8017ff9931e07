import type { CashierAction } from '#src/desk/view.ts';
import { h, type UiNode } from '../h.ts';
import type { Kit } from '../theme.ts';
import { column, icon, text } from './basics.ts';
import { ring } from './ring.ts';

/** How long it is held. */
const holdMs = 1000;

const action: CashierAction = { type: 'confirmHeld' };

/**
 * What cannot be undone is held for a second while its ring fills; by keys one press of Enter fills it. Diameters of
 * the ring and of the button inside it in mm.
 */
export const heldButton = (kit: Kit, ringMm: number, buttonMm: number, words?: string): UiNode =>
  ring(
    kit,
    { style: 'ringHold', diameter: ringMm, value: 0, max: 100, progressOf: 'confirm' },
    h(
      'button',
      {
        id: 'confirm',
        style: 'confirm',
        w: kit.mm(buttonMm),
        h: kit.mm(buttonMm),
        hotkey: 'enter',
        onHold: { ms: holdMs, action },
      },
      column(
        { cross: 'center' },
        icon(kit, 'cross', kit.panel.tiny && words !== undefined ? 4 : 5),
        words !== undefined &&
          text(kit, words, {
            step: kit.panel.tiny ? 'caption' : 'label',
            bold: true,
            line: 1.2,
          }),
      ),
    ),
  );
