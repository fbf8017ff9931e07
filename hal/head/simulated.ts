import type { MagneticHead, Swipe } from './contract.ts';

/** The byte-level port of the simulated head: the flux changes, or the bits, of each pass of a card. */
export interface SimulatedHead {
  listen(listener: (swipe: Swipe) => void): () => void;
  /** Whether the cable is in; it is when not said. */
  readonly present?: () => boolean;
}

/** A head whose lines end in the simulated world. */
export function openSimulatedHead(
  port: SimulatedHead,
  kind: MagneticHead['kind'] = 'f2f',
): MagneticHead {
  const listeners = new Set<(swipe: Swipe) => void>();
  const stop = port.listen((swipe) => {
    for (const listener of [...listeners]) listener(swipe);
  });
  return {
    kind,
    get present() {
      return port.present?.() ?? true;
    },
    listen: (listener) => {
      const own = (swipe: Swipe) => listener(swipe);
      listeners.add(own);
      return () => void listeners.delete(own);
    },
    close: async () => {
      stop();
      listeners.clear();
    },
  };
}
