import type { MagneticHead } from './contract.ts';

/** A terminal that takes chips only: nothing is ever swiped. */
export const openAbsentHead = (): MagneticHead => ({
  kind: 'none',
  present: false,
  listen: () => () => undefined,
  close: async () => undefined,
});
