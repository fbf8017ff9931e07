import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { z } from 'zod';
import { makeFolder } from './make-folder.ts';

/** The data folder cannot be used; the message is one line for the person who started the simulator. */
export class BadDataFolder extends Error {}

const clockFile = z.object({ offsetMs: z.int() });

/** The folder in which the terminal keeps its books, and `simulator/` in it for the world's own. */
export class DataFolder {
  /** As it was given, absolute. */
  readonly path: string;
  readonly simulator: string;
  readonly #lock: string;

  /** Takes the folder for this process alone. Throws BadDataFolder. */
  constructor(folder: string) {
    this.path = resolve(folder);
    this.simulator = join(this.path, 'simulator');
    this.#lock = join(this.simulator, 'process');
    try {
      makeFolder(this.simulator, 0o700);
      this.#take();
    } catch (error) {
      if (error instanceof BadDataFolder) throw error;
      throw new BadDataFolder(
        `the data folder ${this.path} cannot be written (${(error as NodeJS.ErrnoException).code}): choose another with --data.`,
      );
    }
  }

  /** The simulated clock is ahead by so much; it goes on where it was, as a clock with a battery does. */
  get clockOffsetMs(): number {
    try {
      const text = readFileSync(join(this.simulator, 'clock.json'), 'utf8');
      return clockFile.parse(JSON.parse(text)).offsetMs;
    } catch {
      return 0;
    }
  }

  saveClock(offsetMs: number): void {
    this.#write('clock.json', { offsetMs });
  }

  /** Writes the configuration that the terminal starts with; answers the file's path. */
  saveConfig(config: unknown): string {
    return this.#write('config.json', config);
  }

  release(): void {
    rmSync(this.#lock, { force: true });
  }

  #write(name: string, value: unknown): string {
    const path = join(this.simulator, name);
    writeFileSync(`${path}.new`, JSON.stringify(value, null, 2), { mode: 0o600 });
    renameSync(`${path}.new`, path);
    return path;
  }

  #take(): void {
    const holder = Number(read(this.#lock));
    if (
      holder > 0 &&
      holder !== process.pid &&
      read(`/proc/${holder}/cmdline`).includes('simulate')
    ) {
      throw new BadDataFolder(
        `the data folder ${this.path} is in use by another simulator (process ${holder}): choose another with --data.`,
      );
    }
    writeFileSync(this.#lock, String(process.pid), { mode: 0o600 });
  }
}

function read(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}
