import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Config } from '#src/config/schema.ts';
import { makeFolder } from './make-folder.ts';

/** A USB stick that is always in: a real folder, which the terminal's own driver reads. */
export class Stick {
  readonly path: string;
  #lastNumber = 0;

  constructor(path: string) {
    this.path = path;
    makeFolder(path, 0o700);
  }

  /** The terminal looks for bulletins on this stick, unless it was told of another folder. */
  shownTo(config: Config): Config {
    const { bulletins } = config;
    return { ...config, bulletins: { ...bulletins, folder: bulletins.folder ?? this.path } };
  }

  /** A number for the next bulletin that rises over restarts too: seconds of the simulated clock. */
  nextNumber(nowMs: number): number {
    this.#lastNumber = Math.max(this.#lastNumber + 1, Math.floor(nowMs / 1_000));
    return this.#lastNumber;
  }

  put(file: string): void {
    const number = readdirSync(this.path).length + 1;
    writeFileSync(join(this.path, `bulletin-${number}.json`), file, { mode: 0o600 });
  }
}
