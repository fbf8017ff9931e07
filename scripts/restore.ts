import './guard.ts';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { listBackups } from '#db/backup.ts';
import { signerOf } from '#db/checkpoint.ts';
import { pathsOf } from '#db/folder.ts';
import { restoreBackup } from '#db/restore.ts';
import { fileKeyFolder } from '#hal/keystore/key-folder.ts';
import { SoftwareKeystore } from '#hal/keystore/software.ts';
import { tdes } from '#src/security/block-cipher.ts';
import { parseArgs } from './arguments.ts';

const usage = `npm run restore -- [--data <folder>] [--backup <file or folder>] [--identity <file with an AGE-SECRET-KEY>]
Puts a backup in the place of the journal: the newest of this terminal's own when no other is named. What the
damaged journal still holds after it is saved as well; the old files are kept in damaged-<n>. Another
terminal's backup needs the merchant's or the vendor's identity; its card numbers do not come along.
Stop the terminal first.`;

async function main(): Promise<number> {
  const { values } = parseArgs({
    options: {
      data: { type: 'string', default: 'data' },
      backup: { type: 'string' },
      identity: { type: 'string' },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) {
    console.log(usage);
    return 0;
  }
  const folder = resolve(values.data);
  // Restoring needs the keys of the vault and of the head; none of a bank.
  const keystore = new SoftwareKeystore({
    cipher: tdes,
    masterKey: new Uint8Array(16),
    folder: fileKeyFolder(join(folder, 'keys')),
  });
  const place = resolve(values.backup ?? pathsOf(folder).backups);
  const file = fileIn(place, signerOf(keystore).publicKey.toString('hex'));
  if (file === undefined) {
    console.error(`There is no backup at ${place}.`);
    return 2;
  }
  const identity = values.identity && readIdentity(values.identity);
  const onProgress = progressLine();
  const report = await restoreBackup({
    folder,
    file,
    keystore,
    onProgress,
    ...(identity ? { identity } : {}),
  });
  const { sealed, openable } = report.numbers;
  console.log(`Restored ${file}`);
  console.log(`taken ${new Date(report.createdMs).toISOString()}, ${report.rows} rows`);
  console.log(`of these ${report.salvaged} saved from the damaged journal after the backup`);
  console.log(`${openable} of ${sealed} sealed card numbers can be opened on this terminal`);
  return 0;
}

function fileIn(place: string, publicKey: string): string | undefined {
  if (!existsSync(place)) return undefined;
  if (!statSync(place).isDirectory()) return place;
  const [newest] = listBackups(place, publicKey);
  return newest && join(place, newest.file);
}

/** The line with the key; age's own files have comments above it. */
function readIdentity(path: string): string {
  const line = readFileSync(path, 'utf8')
    .split('\n')
    .find((text) => text.startsWith('AGE-SECRET-KEY-'));
  if (line === undefined) throw new Error(`${path} holds no AGE-SECRET-KEY`);
  return line.trim();
}

/** One line that grows on a terminal; into a file a line each tenth. */
function progressLine(): (share: number) => void {
  const { isTTY } = process.stdout;
  const step = isTTY ? 1 : 10;
  let shown = -1;
  return (share) => {
    const percent = Math.floor((share * 100) / step) * step;
    if (percent === shown) return;
    shown = percent;
    process.stdout.write(isTTY ? `\r${percent} %${share >= 1 ? '\n' : ''}` : `${percent} %\n`);
  };
}

try {
  process.exitCode = await main();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
