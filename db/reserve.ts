import { randomFillSync } from 'node:crypto';
import { closeSync, fsyncSync, openSync, truncateSync, writeSync } from 'node:fs';
import { type FolderPaths, sizeOf, syncFolder } from './folder.ts';

/** Bytes kept back for reversals: room for the WAL up to its checkpoint and some dozens of rows. */
export const reserveBytes = 6 * 1024 * 1024;

/** Given back at a time: some rows' worth, so that nobody else on the disk can take all of it at once. */
const stepBytes = 256 * 1024;

/** A file that only takes up room, given back when the disk is full so that what is owed can be written. */
export type Reserve = {
  /** Takes what room is missing; false when the disk does not have all of it. */
  ensure(): boolean;
  /** Gives a step of the room back; false when there was nothing to give. */
  release(): boolean;
};

export function openReserve(paths: FolderPaths): Reserve {
  let held = sizeOf(paths.reserve);
  return {
    ensure() {
      if (held < reserveBytes) held = grow(paths, held);
      return held >= reserveBytes;
    },
    release() {
      if (held === 0) return false;
      held = Math.max(0, held - stepBytes);
      truncateSync(paths.reserve, held);
      return true;
    },
  };
}

/** Appends up to the full size or to the end of the disk; gives the size reached. */
function grow(paths: FolderPaths, from: number): number {
  // Random bytes: a file system that compresses would keep no room for zeros.
  const chunk = Buffer.allocUnsafe(stepBytes);
  let size = from;
  let handle: number | undefined;
  try {
    handle = openSync(paths.reserve, 'a', 0o600);
    while (size < reserveBytes) {
      const missing = Math.min(stepBytes, reserveBytes - size);
      size += writeSync(handle, randomFillSync(chunk), 0, missing);
    }
    fsyncSync(handle);
    syncFolder(paths.folder);
  } catch (error) {
    if (!isFull(error)) throw error;
    size = sizeOf(paths.reserve);
  } finally {
    if (handle !== undefined) closeSync(handle);
  }
  return size;
}

function isFull(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  return code === 'ENOSPC' || code === 'EDQUOT';
}
