import { readFileSync } from 'node:fs';
import { sizeOf } from './folder.ts';

const headerLength = 32;
const frameHeaderLength = 24;

/**
 * Counts the commits in a WAL that SQLite would silently leave out, because a frame before them is
 * damaged. One is what a power cut leaves of the last, unfinished commit. Two or more are damage to steps
 * that were acknowledged: with synchronous=FULL a commit is on the disk before the next one is written.
 * (Format: SQLite "Database File Format" §4.)
 */
export function unreadableCommits(walPath: string): number {
  if (sizeOf(walPath) <= headerLength) return 0;
  const wal = readFileSync(walPath);
  const magic = wal.readUInt32BE(0);
  if (magic !== 0x377f0682 && magic !== 0x377f0683) return 0;
  const pageSize = wal.readUInt32BE(8);
  if (pageSize < 512 || pageSize > 65_536) return 0;
  const salts = wal.subarray(16, 24);
  const sum = new RunningSum(magic === 0x377f0683);
  sum.add(wal.subarray(0, 24));
  let readable = sum.is(wal.readUInt32BE(24), wal.readUInt32BE(28));
  let unreadable = 0;
  const frameLength = frameHeaderLength + pageSize;
  for (let at = headerLength; at + frameLength <= wal.length; at += frameLength) {
    const frame = wal.subarray(at, at + frameLength);
    const isOurs = frame.subarray(8, 16).equals(salts);
    if (readable) {
      sum.add(frame.subarray(0, 8));
      sum.add(frame.subarray(frameHeaderLength));
      readable = isOurs && sum.is(frame.readUInt32BE(16), frame.readUInt32BE(20));
    }
    const isCommit = frame.readUInt32BE(4) !== 0;
    if (!readable && isOurs && isCommit) unreadable++;
  }
  return unreadable;
}

/** The checksum that runs through a WAL, over pairs of 32-bit words. */
class RunningSum {
  #first = 0;
  #second = 0;
  readonly #bigEndian: boolean;

  constructor(bigEndian: boolean) {
    this.#bigEndian = bigEndian;
  }

  add(bytes: Buffer): void {
    for (let at = 0; at + 8 <= bytes.length; at += 8) {
      this.#first = (this.#first + this.#word(bytes, at) + this.#second) >>> 0;
      this.#second = (this.#second + this.#word(bytes, at + 4) + this.#first) >>> 0;
    }
  }

  is(first: number, second: number): boolean {
    return this.#first === first && this.#second === second;
  }

  #word(bytes: Buffer, at: number): number {
    return this.#bigEndian ? bytes.readUInt32BE(at) : bytes.readUInt32LE(at);
  }
}
