import { randomBytes, randomUUID } from 'node:crypto';
import { scryptPins } from '#src/security/pin-hash.ts';
import type { Plug } from './plug.ts';

/** Clock, chance, identity and paper: what `src` never takes for itself; the world may have set the clock. */
export const surroundings = (plug: Plug) => ({
  now: () => Date.now() + plug.clockOffsetMs,
  after: (ms: number, callback: () => void) => {
    const timer = setTimeout(callback, ms);
    return () => clearTimeout(timer);
  },
  random: (length: number) => new Uint8Array(randomBytes(length)),
  uuid: randomUUID,
  pins: scryptPins,
  paper: () => plug.paper,
});
