import { isFault } from '#src/fault.ts';
import type { MagneticHead, Swipe } from './contract.ts';

type Options = {
  readonly kind: MagneticHead['kind'];
  /** Throws `head.gone` while its lines cannot be had. */
  readonly open: () => MagneticHead;
  /** Then it is tried again after so long. */
  readonly againMs?: number;
};

/** A head that may not be there yet: chips are read meanwhile, and the self-check says what is missing. */
export function openHeadLater({ kind, open, againMs = 10_000 }: Options): MagneticHead {
  const listeners = new Set<(swipe: Swipe) => void>();
  let head: MagneticHead | undefined;
  let again: NodeJS.Timeout | undefined;
  const look = (): void => {
    try {
      head = open();
      head.listen((swipe) => {
        for (const listener of [...listeners]) listener(swipe);
      });
    } catch (error) {
      if (!isFault(error, 'head.gone')) throw error;
      again = setTimeout(look, againMs).unref();
    }
  };
  look();
  return {
    kind,
    get present() {
      return head?.present ?? false;
    },
    listen(listener) {
      const own = (swipe: Swipe) => listener(swipe);
      listeners.add(own);
      return () => void listeners.delete(own);
    },
    async close() {
      clearTimeout(again);
      listeners.clear();
      await head?.close();
    },
  };
}
