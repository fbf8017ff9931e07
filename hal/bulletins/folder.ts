import { open, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { TerminalFault } from '#src/fault.ts';
import type { BulletinFile, BulletinPlace } from './contract.ts';

const mostFiles = 50;

type Options = {
  /** Where a stick shows itself, `/media/usb`. */
  readonly path: string;
  readonly mostBytes: number;
};

/** Files `*.json` of a folder that may come and go; a file that has not changed is handed out once. */
export function openBulletinFolder({ path, mostBytes }: Options): BulletinPlace {
  let seen = new Map<string, string>();
  return {
    async fetch() {
      const before = seen;
      seen = new Map();
      const names = await namesIn(path);
      const files: BulletinFile[] = [];
      for (const name of names.slice(0, mostFiles)) {
        const read = await readSmall(join(path, name), mostBytes);
        if (read === undefined) continue;
        seen.set(name, read.mark);
        if (before.get(name) === read.mark) continue;
        const { bytes } = read;
        files.push({ name: harmless(name), ...(bytes === undefined ? {} : { bytes }) });
      }
      return files;
    },
  };
}

async function namesIn(path: string): Promise<readonly string[]> {
  try {
    const entries = await readdir(path, { withFileTypes: true });
    return entries
      .filter((entry) => entry.isFile() && entry.name.endsWith('.json'))
      .map(({ name }) => name)
      .sort();
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'ENOTDIR') return [];
    throw new TerminalFault('bulletins.unreachable', 'later', path, error);
  }
}

/** The bytes of a file and a mark that changes with it; undefined when it went meanwhile. */
async function readSmall(
  path: string,
  mostBytes: number,
): Promise<{ readonly mark: string; readonly bytes?: Uint8Array } | undefined> {
  try {
    const file = await open(path, 'r');
    try {
      const { mtimeMs, size, ino } = await file.stat();
      const mark = `${ino} ${mtimeMs} ${size}`;
      if (size > mostBytes) return { mark };
      const { buffer, bytesRead } = await file.read(Buffer.alloc(mostBytes), 0, mostBytes, 0);
      return { mark, bytes: new Uint8Array(buffer.subarray(0, bytesRead)) };
    } finally {
      await file.close();
    }
  } catch {
    return undefined;
  }
}

const harmless = (name: string): string => name.replaceAll(/[^\w.-]/g, '_').slice(0, 60);
