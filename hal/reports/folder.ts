import { rmSync } from 'node:fs';
import { mkdir, open, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { TerminalFault } from '#src/fault.ts';
import type { ReportFile } from '#src/report/document.ts';
import type { ReportFolder } from './contract.ts';
import { drawPdf } from './pdf.ts';

type Options = {
  readonly folder: string;
  /** Gets each report too, but for what stays on the device: a stick that is not there fails alone. */
  readonly secondPlace?: string | undefined;
};

const bytesOf = async (file: ReportFile): Promise<Uint8Array> =>
  'text' in file ? new TextEncoder().encode(file.text) : drawPdf(file.pages);

/** Reports as files: the device's own folder, and a second place. */
export function openReportFolder({ folder, secondPlace }: Options): ReportFolder {
  return {
    bytes: bytesOf,
    async write(files) {
      const drawn: Drawn[] = [];
      for (const file of files) drawn.push([file.name, await bytesOf(file)]);
      const staying = new Set(files.flatMap(({ name, stays }) => (stays === true ? [name] : [])));
      const leaving = drawn.filter(([name]) => !staying.has(name));
      try {
        await writeAll(folder, drawn);
      } catch (error) {
        throw new TerminalFault('reports.notWritten', 'later', String(error));
      }
      return {
        files: files.map(({ name }) => name),
        secondPlace:
          secondPlace === undefined || leaving.length === 0
            ? 'none'
            : await copied(secondPlace, leaving),
      };
    },
    remove(name) {
      for (const file of [name, asideOf(name)]) rmSync(join(folder, file), { force: true });
    },
  };
}

type Drawn = readonly [name: string, bytes: Uint8Array];

const asideOf = (name: string): string => `${name}.new`;

async function copied(place: string, files: readonly Drawn[]) {
  try {
    await writeAll(place, files);
    return 'done' as const;
  } catch {
    return 'failed' as const;
  }
}

/** Written aside, flushed, renamed: a stick that is pulled leaves the old file or the new one. */
async function writeAll(folder: string, files: readonly Drawn[]): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  for (const [name, bytes] of files) {
    const aside = join(folder, asideOf(name));
    const file = await open(aside, 'w', 0o600);
    try {
      await file.writeFile(bytes);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(aside, join(folder, name));
  }
}
