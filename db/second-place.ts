import { appendFile, readFile, stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { isFault } from '#src/fault.ts';
import type { SecondPlaceEnd } from '#src/safekeeping.ts';
import type { FolderPaths } from './folder.ts';

/** A file of this name in a folder says that it is wanted as it is, on whatever disk it stands. */
export const placeMark = 'holdfast-backups';

/** Where Linux puts sticks and network drives (FHS 3.0 §3.11, §3.12; udisks uses /run/media). */
const underMounts = /^\/(media|mnt|run\/media)\//;

/** No second place: the folder under which a stick is mounted is still there when the stick is not. */
class PlaceMissing extends Error {}

/**
 * Throws PlaceMissing where a stick should be and only its folder is: on the terminal's own disk, under the usual
 * mounts or where a stick was seen before, and without the mark. Any other folder is taken as it is.
 */
export async function mustBeThere(place: string, paths: FolderPaths): Promise<void> {
  const there = await stat(place).catch(() => undefined);
  if (!there?.isDirectory()) throw new PlaceMissing(`${place} is not there`);
  const seen = await seenSticks(paths);
  const own = [await stat(paths.folder), await stat('/')].some(({ dev }) => dev === there.dev);
  if (!own) {
    if (!seen.includes(place)) await appendFile(paths.sticks, `${place}\n`, { mode: 0o600 });
    return;
  }
  if (!underMounts.test(resolve(place)) && !seen.includes(place)) return;
  if ((await stat(join(place, placeMark)).catch(() => undefined)) === undefined)
    throw new PlaceMissing(`${place}: nothing is mounted there`);
}

/** Places that were a disk of their own once, one a line. */
const seenSticks = async ({ sticks }: FolderPaths): Promise<readonly string[]> =>
  (await readFile(sticks, 'utf8').catch(() => '')).split('\n');

const systemCodes: Readonly<Record<string, SecondPlaceEnd>> = {
  ENOENT: 'missing',
  ENOTDIR: 'missing',
  ENODEV: 'missing',
  ENXIO: 'missing',
  ESTALE: 'missing',
  ENOTCONN: 'missing',
  ENOSPC: 'full',
  EDQUOT: 'full',
  EROFS: 'readOnly',
  EACCES: 'readOnly',
  EPERM: 'readOnly',
};

/** What an error at the second place means to whoever looks after it. */
export function endOf(error: unknown): SecondPlaceEnd {
  if (error instanceof PlaceMissing) return 'missing';
  if (isFault(error, 'journal.corrupt')) return 'damaged';
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return systemCodes[code] ?? 'failed';
}
