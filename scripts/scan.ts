import './guard.ts';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { listBackups } from '#db/backup.ts';
import { decryptFile } from '#db/backup-file.ts';
import { backupIdentity } from '#db/backup-key.ts';
import { signerOf } from '#db/checkpoint.ts';
import { pathsOf } from '#db/folder.ts';
import { finderOf } from '#db/scan/finder.ts';
import { fileKeyFolder } from '#hal/keystore/key-folder.ts';
import { SoftwareKeystore } from '#hal/keystore/software.ts';
import { tdes } from '#src/security/block-cipher.ts';
import { parseArgs } from './arguments.ts';
import { type FoundIn, folderScanner } from './scan/folder.ts';
import { numberSecrets, traySecrets } from './scan/secrets.ts';

const usage = `npm run scan -- [--data <folder>] [--number <digits>]… [--pin <digits>]
Looks through every file of a data folder, and into its backups, for the numbers, tracks and clear PIN blocks of the
simulator's cards and for other numbers that are named, in ASCII, UTF-16, BCD on both nibbles, hex and base64 on all
alignments. Only reads, also while the terminal runs. Ends with 0 when nothing is found, with 1 when something is.`;

const { values } = parseArgs({
  options: {
    data: { type: 'string', default: 'data' },
    number: { type: 'string', multiple: true, default: [] },
    pin: { type: 'string', default: '123456' },
    help: { type: 'boolean', default: false },
  },
});

async function main(): Promise<number> {
  if (values.help) {
    console.log(usage);
    return 0;
  }
  const folder = resolve(values.data);
  if (!existsSync(folder)) {
    console.error(`There is no folder ${folder}.`);
    return 2;
  }
  const finder = finderOf([...traySecrets(values.pin), ...numberSecrets(values.number)]);
  const outside = folderScanner(finder)(folder);
  const inside = await backupFinds(folder, folderScanner(finder));
  for (const { file, what, form, at } of [...outside.finds, ...inside.finds])
    console.log(`${file}, byte ${at}: ${what}, as ${form}`);
  const found = outside.finds.length + inside.finds.length;
  console.log(
    `${outside.files} files, ${outside.bytes} bytes, ${inside.backups} backups opened: ${found} found`,
  );
  return found === 0 ? 0 : 1;
}

type Inside = { readonly backups: number; readonly finds: readonly FoundIn[] };

/** The clear text of the backups that this terminal can open. */
async function backupFinds(
  folder: string,
  scan: ReturnType<typeof folderScanner>,
): Promise<Inside> {
  const keys = join(folder, 'keys');
  const { backups } = pathsOf(folder);
  if (!existsSync(join(keys, 'lookup.key')) || !existsSync(backups))
    return { backups: 0, finds: [] };
  const keystore = new SoftwareKeystore({
    cipher: tdes,
    masterKey: new Uint8Array(16),
    folder: fileKeyFolder(keys),
  });
  const identity = await backupIdentity(keystore);
  const finds: FoundIn[] = [];
  const all = listBackups(backups, signerOf(keystore).publicKey.toString('hex'));
  for (const { file } of all) {
    const work = mkdtempSync(join(tmpdir(), 'holdfast-scan-'));
    try {
      await decryptFile(join(backups, file), identity, join(work, 'journal.db'));
      finds.push(...scan(work).finds.map((find) => ({ ...find, file: `${file}, its journal` })));
    } finally {
      rmSync(work, { recursive: true, force: true });
    }
  }
  return { backups: all.length, finds };
}

process.exitCode = await main();
