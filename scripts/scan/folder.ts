import { closeSync, openSync, readdirSync, readSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Find, Finder } from '#db/scan/finder.ts';

export type FoundIn = Find & { readonly file: string };

const pieceBytes = 4 * 1024 * 1024;

/** Looks through every file under a folder; those that have not changed since the last look are left out. */
export function folderScanner(finder: Finder): (folder: string) => {
  readonly files: number;
  readonly bytes: number;
  readonly finds: readonly FoundIn[];
} {
  const seen = new Map<string, string>();
  return (folder) => {
    const finds: FoundIn[] = [];
    let [files, bytes] = [0, 0];
    for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
      const path = join(folder, name);
      const stats = statSync(path, { throwIfNoEntry: false, bigint: true });
      if (stats?.isFile() !== true) continue;
      const state = `${stats.ino} ${stats.size} ${stats.mtimeNs}`;
      if (seen.get(path) === state) continue;
      seen.set(path, state);
      files++;
      bytes += Number(stats.size);
      finds.push(...scanFile(finder, path).map((find) => ({ ...find, file: name })));
    }
    return { files, bytes, finds };
  };
}

/** In pieces that overlap, so that nothing hides across an edge. A file that is gone meanwhile holds nothing. */
function scanFile(finder: Finder, path: string): readonly Find[] {
  const finds: Find[] = [];
  const piece = Buffer.alloc(pieceBytes + finder.longest);
  let handle: number;
  try {
    handle = openSync(path, 'r');
  } catch {
    return [];
  }
  try {
    for (let from = 0; ; from += pieceBytes) {
      const length = readSync(handle, piece, 0, piece.length, from);
      for (const find of finder.find(piece.subarray(0, length)))
        if (find.at < pieceBytes) finds.push({ ...find, at: from + find.at });
      if (length < piece.length) return finds;
    }
  } finally {
    closeSync(handle);
  }
}
