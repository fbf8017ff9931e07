import './guard.ts';
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import Database from 'better-sqlite3';
import { readCheckpoints } from '#db/checkpoint.ts';
import { pathsOf } from '#db/folder.ts';
import { atOnce } from '#db/gently.ts';
import { verifyWhole } from '#db/inspect.ts';
import type { Problem } from '#db/verify.ts';

const usage = `npm run verify -- [--data <folder or .db file>] [--key <public key of the terminal, hex>]…
Checks every row of a journal: nothing changed, removed, inserted or swapped. Only reads, also while the
terminal runs. Ends with 0 when the journal is whole, with 1 when it is not, with 2 when it cannot be read.`;

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

function main(): number {
  const { values } = parseArgs({
    options: {
      data: { type: 'string', default: 'data' },
      key: { type: 'string', multiple: true, default: [] },
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
  const trusted = values.key.map((key) => key.toLowerCase());
  return report(file, trusted.length === 0 ? undefined : new Set(trusted));
}

function report(file: string, trusted: ReadonlySet<string> | undefined): number {
  const db = new Database(file, { readonly: true, timeout: 5000 });
  try {
    const start = performance.now();
    const whole = atOnce(verifyWhole(db, trusted === undefined ? {} : { trusted }));
    const seconds = ((performance.now() - start) / 1000).toFixed(1);
    console.log(
      `${file}: ${whole.rows} rows, ${whole.checkpoints} signed checkpoints, ${seconds} s`,
    );
    const keys = new Set(readCheckpoints(db, 0).map(({ publicKey }) => publicKey.toString('hex')));
    for (const key of keys) console.log(`signed by ${key}${trusted?.has(key) ? ' (trusted)' : ''}`);
    if (whole.integrity !== 'ok') console.log(`SQLite finds damage: ${whole.integrity}`);
    for (const { seq, what } of whole.problems) console.log(`row ${seq} ${words[what]}`);
    console.log(whole.ok ? 'The journal is whole.' : 'The journal is NOT whole.');
    return whole.ok ? 0 : 1;
  } finally {
    db.close();
  }
}

try {
  process.exitCode = main();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 2;
}
