import { statfsSync } from 'node:fs';
import { join } from 'node:path';
import type { Keystore } from '#hal/keystore/contract.ts';
import type { Projector } from '#src/journal/documents.ts';
import type { Safekeeping } from '#src/safekeeping.ts';
import { drill } from './drill.ts';
import type { Store } from './open.ts';
import { openRestoring, wishRestore } from './rescue.ts';
import { makeBundle } from './support-bundle.ts';

type SafekeepingOptions = {
  readonly store: Pick<Store, 'backup' | 'checkpoint' | 'journal' | 'documents' | 'vault'>;
  readonly folder: string;
  readonly keystore: Keystore;
  readonly projector: Projector;
  readonly projectorVersion?: number;
  readonly now: () => number;
  /** `age1…` keys that can open the backups besides this terminal. */
  readonly recipients: readonly string[];
  /** Ends this process well, so that the next one begins with the restore. */
  readonly restart: () => void;
  /** A folder that gets each backup too. */
  readonly secondPlace?: string | undefined;
};

/** Backups, drills and checkpoints of a store, as the terminal asks for them. */
export function openSafekeeping(options: SafekeepingOptions): Safekeeping {
  const { store, folder, recipients, secondPlace } = options;
  return {
    async backUp() {
      const places = secondPlace === undefined ? [] : [secondPlace];
      const report = await store.backup({ recipients, places });
      const [, second] = report.places;
      const { rows, bytes, durationMs } = report;
      return { rows, bytes, durationMs, secondPlace: second?.end ?? 'none' };
    },
    async drill() {
      const { file: _, ...report } = await drill(options);
      return report;
    },
    checkpoint: () => store.checkpoint().code,
    backups: () => openRestoring(options).backups(),
    restoreAtStart(by) {
      wishRestore(folder, by);
      options.restart();
    },
    freePercent: () => freePercentOf(folder),
    bundle: (wish) => makeBundle(store, wish, join(folder, 'support')),
  };
}

function freePercentOf(folder: string): number | undefined {
  try {
    const { bavail, blocks } = statfsSync(folder);
    return blocks === 0 ? undefined : Math.floor((bavail / blocks) * 100);
  } catch {
    return undefined;
  }
}
