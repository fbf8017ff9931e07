import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { isFault } from '#src/fault.ts';
import type { SecondPlaceEnd } from '#src/safekeeping.ts';

/**
 * Whoever wants a folder on the terminal's own disk as a second place (another program carries it on from
 * there) puts a file of this name into it.
 */
export const placeMark = 'holdfast-backups';

/** No second place: the folder under which a stick is mounted is still there when the stick is not. */
class PlaceMissing extends Error {}

/** Throws PlaceMissing where the folder stands on a disk of the terminal itself and nobody has marked it. */
export async function mustBeThere(place: string, dataFolder: string): Promise<void> {
  const there = await stat(place).catch(() => undefined);
  if (!there?.isDirectory()) throw new PlaceMissing(`${place} is not there`);
  const own = [await stat(dataFolder), await stat('/')].some(({ dev }) => dev === there.dev);
  if (!own) return;
  const mark = await stat(join(place, placeMark)).catch(() => undefined);
  if (mark === undefined)
    throw new PlaceMissing(
      `${place} is on the terminal's own disk and holds no file ${placeMark}: nothing is mounted there`,
    );
}

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
