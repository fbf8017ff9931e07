import './guard.ts';
import type { KeyObject } from 'node:crypto';
import { existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import Database from 'better-sqlite3';
import { checkpointCode, readCheckpoints, rowOfCode } from '#db/checkpoint.ts';
import { pathsOf } from '#db/folder.ts';
import { headKey } from '#db/head.ts';
import type { WholeOptions } from '#db/inspect.ts';
import type { Problem } from '#db/verify.ts';
import { verifyFile } from '#db/verify-file.ts';
import { fileKeyFolder } from '#hal/keystore/key-folder.ts';
import { SoftwareKeystore } from '#hal/keystore/software.ts';
import { tdes } from '#src/security/block-cipher.ts';

const usage = `npm run verify -- [--data <folder or .db file>] [--key <public key of the terminal, hex>]… [--code <XXXX-XXXX>]…
Checks every row of a journal: nothing changed, removed, inserted or swapped, nothing cut off at the end. The seal of
the end needs the terminal's keys, which stand in the data folder; elsewhere the signed checkpoints and the code of an
end-of-day slip take their place. Only reads, also while the terminal runs. Ends with 0 when the journal is whole,
with 1 when it is not, with 2 when it cannot be read.`;

const words: Readonly<Record<Problem['what'], string>> = {
  changed: 'was changed after it was written',
  missing: 'was removed',
  moved: 'was written as another row: swapped or inserted',
  unlinked: 'does not follow the row before it',
  head: 'is not where the terminal left the end of its journal',
  seal: 'is not sealed by this terminal',
  checkpoint: 'is not the row that was signed here',
  signature: 'has a checkpoint whose signature is wrong',
  signer: 'has a checkpoint that another terminal signed',
};

async function main(): Promise<number> {
  const { values } = parseArgs({
    options: {
      data: { type: 'string', default: 'data' },
      key: { type: 'string', multiple: true, default: [] },
      code: { type: 'string', multiple: true, default: [] },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) {
    console.log(usage);
    return 0;
  }
  const path = resolve(values.data);
  const file = path.endsWith('.db') ? path : pathsOf(path).database;
  if (!existsSync(file)) {
    console.error(`There is no journal at ${file}.`);
    return 2;
  }
  const misread = malformed(values.code, values.key);
  if (misread !== undefined) {
    console.error(misread);
    return 2;
  }
  const trusted = values.key.map((key) => key.toLowerCase());
  const key = sealKey(dirname(file));
  return report(file, values.code, {
    ...(trusted.length === 0 ? {} : { trusted: new Set(trusted) }),
    ...(key === undefined ? {} : { key }),
  });
}

/** Why a code or a key cannot be one: that says nothing of the journal. */
function malformed(codes: readonly string[], keys: readonly string[]): string | undefined {
  const code = codes.find((text) => !/^[0-9A-Z]{4}-?[0-9A-Z]{4}$/i.test(text));
  if (code !== undefined)
    return `--code takes eight characters of a slip, A8ND-NZYK, not "${code}".`;
  const key = keys.find((text) => !/^[0-9A-F]{64}$/i.test(text));
  return key === undefined ? undefined : `--key takes 64 hex digits, not "${key}".`;
}

/** The key of the head's seal, where the terminal's keys stand beside the journal. */
function sealKey(folder: string): KeyObject | undefined {
  const keys = join(folder, 'keys');
  if (!existsSync(join(keys, 'lookup.key'))) return undefined;
  return headKey(
    new SoftwareKeystore({
      cipher: tdes,
      masterKey: new Uint8Array(16),
      folder: fileKeyFolder(keys),
    }),
  );
}

async function report(
  file: string,
  codes: readonly string[],
  options: WholeOptions,
): Promise<number> {
  const start = performance.now();
  const whole = await verifyFile(file, options);
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  console.log(`${file}: ${whole.rows} rows, ${whole.checkpoints} signed checkpoints, ${seconds} s`);
  const db = new Database(file, { readonly: true, timeout: 5000 });
  try {
    for (const line of signers(db, options.trusted)) console.log(line);
    if (options.key === undefined)
      console.log('The seal of the end was not checked: no keys here.');
    if (whole.integrity !== 'ok') console.log(`SQLite finds damage: ${whole.integrity}`);
    for (const { seq, what } of whole.problems) console.log(`row ${seq} ${words[what]}`);
    const rows = codes.map((code) => rowOfCode(db, code));
    codes.forEach((code, at) => {
      const row = rows[at];
      console.log(
        row === undefined ? `${code}: the journal of this code is not here` : `${code}: row ${row}`,
      );
    });
    const ok = whole.ok && !rows.includes(undefined);
    console.log(ok ? 'The journal is whole.' : 'The journal is NOT whole.');
    return ok ? 0 : 1;
  } finally {
    db.close();
  }
}

/** Who signed, and the newest signed end with its code. */
function signers(
  db: Database.Database,
  trusted: ReadonlySet<string> | undefined,
): readonly string[] {
  const all = readCheckpoints(db, 0);
  const keys = new Set(all.map(({ publicKey }) => publicKey.toString('hex')));
  const last = all.at(-1);
  return [
    ...[...keys].map((key) => `signed by ${key}${trusted?.has(key) ? ' (trusted)' : ''}`),
    ...(last === undefined
      ? []
      : [
          `last signed: row ${last.seq}, ${new Date(last.wallMs).toISOString()}, code ${checkpointCode(last)}`,
        ]),
  ];
}

try {
  process.exitCode = await main();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 2;
}
