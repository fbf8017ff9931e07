import './guard.ts';
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { Decrypter } from 'age-encryption';
import { openStore } from '#db/open.ts';
import { makeBundle } from '#db/support-bundle.ts';
import { fileKeyFolder } from '#hal/keystore/key-folder.ts';
import { SoftwareKeystore } from '#hal/keystore/software.ts';
import { loadConfig } from '#src/config/load.ts';
import { project, projectorVersion } from '#src/journal/projector.ts';
import { tdes } from '#src/security/block-cipher.ts';
import { parseArgs } from './arguments.ts';

const usage = `npm run bundle -- [--data <folder>] [--config <file>] [--out <folder>]
Makes the file for support from a data folder while its terminal is off: encrypted to the vendor, without card data;
a card number that is found in it stops it. With --open <file> --key <file> it is the vendor who opens one.`;

const { values } = parseArgs({
  options: {
    data: { type: 'string', default: 'data' },
    config: { type: 'string' },
    out: { type: 'string' },
    open: { type: 'string' },
    key: { type: 'string' },
    help: { type: 'boolean', default: false },
  },
});

async function opened(file: string, key: string): Promise<string> {
  const decrypter = new Decrypter();
  decrypter.addIdentity(readFileSync(key, 'utf8').trim());
  return decrypter.decrypt(readFileSync(file), 'text');
}

async function make(): Promise<string> {
  const file: unknown =
    values.config === undefined ? {} : JSON.parse(readFileSync(values.config, 'utf8'));
  const config = loadConfig(file);
  if (!('merchant' in config))
    throw new Error(config.map(({ path, problem }) => `${path}: ${problem}`).join(', '));
  const folder = resolve(values.data);
  const keystore = new SoftwareKeystore({
    cipher: tdes,
    masterKey: new Uint8Array(16),
    folder: fileKeyFolder(join(folder, 'keys')),
  });
  const store = openStore({
    folder,
    keystore,
    projector: project,
    projectorVersion,
    now: Date.now,
    monoNs: () => process.hrtime.bigint(),
    bootId: randomUUID(),
  });
  try {
    const out = values.out === undefined ? join(folder, 'support') : resolve(values.out);
    const wish = { config, version: 'command', checks: [], nowMs: Date.now() };
    const done = await makeBundle(store, wish, out);
    return `${join(out, done.file)}: ${done.bytes} bytes, ${done.rows} rows\n`;
  } finally {
    store.close();
  }
}

if (values.help) console.log(usage);
else if (values.open !== undefined)
  process.stdout.write(await opened(values.open, values.key ?? ''));
else process.stdout.write(await make());
