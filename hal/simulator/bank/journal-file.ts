import {
  closeSync,
  existsSync,
  fsyncSync,
  ftruncateSync,
  openSync,
  readFileSync,
  writeSync,
} from 'node:fs';
import { dirname } from 'node:path';
import { makeFolder } from '../make-folder.ts';
import { LedgerUnwritable } from './ledger-unwritable.ts';

/**
 * Append-only JSON lines, each on the disk before `append` returns. A line that a power cut tore is
 * cut off.
 */
export class JournalFile<Entry> {
  readonly #descriptor: number;
  #length: number;
  /** What was in the file when it was opened. */
  readonly entries: readonly Entry[];

  /** Throws when the file is not a ledger or the folder is not writable. */
  constructor(path: string) {
    makeFolder(dirname(path));
    const isNew = !existsSync(path);
    const text = isNew ? '' : readFileSync(path, 'utf8');
    const whole = text.slice(0, text.lastIndexOf('\n') + 1);
    this.entries = whole
      .split('\n')
      .slice(0, -1)
      .map((line, index) => parseLine<Entry>(line, `${path}, line ${index + 1}`));
    this.#length = Buffer.byteLength(whole);
    this.#descriptor = openSync(path, 'a', 0o600);
    if (whole.length < text.length) ftruncateSync(this.#descriptor, this.#length);
    if (isNew) syncFolder(dirname(path));
  }

  /** Throws LedgerUnwritable, and leaves the file as it was. */
  append(entry: Entry): void {
    const line = Buffer.from(`${JSON.stringify(entry)}\n`);
    try {
      for (let at = 0; at < line.length; ) at += writeSync(this.#descriptor, line, at);
      fsyncSync(this.#descriptor);
      this.#length += line.length;
    } catch (cause) {
      ftruncateSync(this.#descriptor, this.#length);
      throw new LedgerUnwritable('the ledger cannot be written', { cause });
    }
  }

  close(): void {
    closeSync(this.#descriptor);
  }
}

function parseLine<Entry>(line: string, place: string): Entry {
  try {
    return JSON.parse(line) as Entry;
  } catch {
    throw new Error(`not a ledger of this bank: ${place}`);
  }
}

/** A new file is only there after a power cut when its folder is on the disk too. */
function syncFolder(path: string): void {
  const descriptor = openSync(path, 'r');
  fsyncSync(descriptor);
  closeSync(descriptor);
}
