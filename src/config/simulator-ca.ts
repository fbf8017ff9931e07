import type { Config } from './schema.ts';

/** Public keys of the simulator's own certificate authority; the private halves stand with the simulated cards. */
export const simulatorCaPublicKeys: Config['caPublicKeys'] = [];
