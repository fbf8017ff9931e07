import { randomFillSync } from 'node:crypto';
import { closeSync, existsSync, fsyncSync, openSync, rmSync, writeSync } from 'node:fs';
import { type FolderPaths, sizeOf, syncFolder } from './folder.ts';

/** Bytes kept back for reversals: room for the WAL up to its checkpoint and some dozens of rows. */
export const reserveBytes = 2 * 1024 * 1024;

/** A file that only takes up room, given back when the disk is full so that what is owed can be written. */
export type Reserve = {
  /** Takes the room when it is not taken yet; false when the disk has none. */
  ensure(): boolean;
  /** Gives the room back; false when there was nothing to give. */
  release(): boolean;
};

export function openReserve(paths: FolderPaths): Reserve {
  let held = sizeOf(paths.reserve) === reserveBytes;
  return {
    ensure() {
      if (!held) held = take(paths);
      return held;
    },
    release() {
      if (!existsSync(paths.reserve)) return false;
      rmSync(paths.reserve);
      syncFolder(paths.folder);
      held = false;
      return true;
    },
  };
}

function take(paths: FolderPaths): boolean {
  // Random bytes: a file system that compresses would keep no room for zeros.
  const chunk = Buffer.allocUnsafe(64 * 1024);
  let handle: number | undefined;
  try {
    handle = openSync(paths.reserve, 'w', 0o600);
    for (let at = 0; at < reserveBytes; at += chunk.length) writeAll(handle, randomFillSync(chunk));
    fsyncSync(handle);
    closeSync(handle);
    handle = undefined;
    syncFolder(paths.folder);
    return true;
  } catch (error) {
    if (handle !== undefined) closeSync(handle);
    rmSync(paths.reserve, { force: true });
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (code === 'ENOSPC' || code === 'EDQUOT') return false;
    throw error;
  }
}

function writeAll(handle: number, bytes: Uint8Array): void {
  for (let at = 0; at < bytes.length; ) at += writeSync(handle, bytes, at);
}
