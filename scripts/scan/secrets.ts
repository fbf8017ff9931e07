import type { Secret } from '#db/scan/needles.ts';
import { cardProfiles, stripeOf } from '#hal/simulator/cards/tray.ts';
import { Pan } from '#src/card/pan.ts';
import { pinBlockFormat0 } from '#src/security/pin-block.ts';

/** A track without sentinels; its discretionary data, with the CVV in it, when it is long enough to be looked for. */
function trackSecrets(id: string, track: string): readonly Secret[] {
  const text = track.replace(/^[%;]B?|\?$/g, '');
  return [{ what: `a track of ${id}`, value: text }];
}

const clearBlocks = (id: string, number: string, pin: string): readonly Secret[] => {
  const pan = Pan.parse(number);
  if (!(pan instanceof Pan)) return [];
  const digits = Uint8Array.from(pin, Number);
  return [
    { what: `the PIN block of ${id}`, value: pinBlockFormat0(digits, pan) },
    { what: `the PIN block of ${id} for SM4`, value: pinBlockFormat0(digits, pan, 16) },
  ];
};

/** Everything of the simulator's cards that a file must not hold: numbers, tracks with their CVV, clear PIN blocks. */
export function traySecrets(pin = '123456'): readonly Secret[] {
  return cardProfiles().flatMap((profile): readonly Secret[] => {
    const { id, pan, chip } = profile;
    const numbers = new Set([pan, ...(chip?.applications ?? []).map((it) => it.pan ?? pan)]);
    const stripe = stripeOf(profile);
    return [
      ...[...numbers].map((value) => ({ what: `the number of ${id}`, value })),
      ...(stripe === undefined
        ? []
        : [...trackSecrets(id, stripe.track1), ...trackSecrets(id, stripe.track2)]),
      ...[...numbers].flatMap((number) => clearBlocks(id, number, pin)),
    ];
  });
}

/** Numbers that somebody else names. */
export const numberSecrets = (numbers: readonly string[]): readonly Secret[] =>
  numbers.map((value, at) => ({ what: `number ${at + 1} of the command`, value }));
