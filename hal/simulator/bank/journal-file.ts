import {
  closeSync,
  existsSync,
  fsyncSync,
  ftruncateSync,
  mkdirSync,
  openSync,
  readFileSync,
  writeSync,
} from 'node:fs';
import { dirname } from 'node:path';

/**
 * Append-only JSON lines, each on the disk before `append` returns. A line that a power cut tore is
 * cut off.
 */
export class JournalFile<Entry> {
  readonly #descriptor: number;
  /** What was in the file when it was opened. */
  readonly entries: readonly Entry[];

  constructor(path: string) {
    mkdirSync(dirname(path), { recursive: true });
    const isNew = !existsSync(path);
    const text = isNew ? '' : readFileSync(path, 'utf8');
    const whole = text.slice(0, text.lastIndexOf('\n') + 1);
    this.entries = whole
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line) as Entry);
    this.#descriptor = openSync(path, 'a', 0o600);
    if (whole.length < text.length) ftruncateSync(this.#descriptor, Buffer.byteLength(whole));
    if (isNew) syncFolder(dirname(path));
  }

  append(entry: Entry): void {
    writeSync(this.#descriptor, `${JSON.stringify(entry)}\n`);
    fsyncSync(this.#descriptor);
  }

  close(): void {
    closeSync(this.#descriptor);
  }
}

/** A new file is only there after a power cut when its folder is on the disk too. */
function syncFolder(path: string): void {
  const descriptor = openSync(path, 'r');
  fsyncSync(descriptor);
  closeSync(descriptor);
}
