import './guard.ts';
import { createPrivateKey, generateKeyPairSync } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { openEnvelope, sealEnvelope } from '#src/bulletin/envelope.ts';
import { bulletinSchema, mostBytes } from '#src/bulletin/format.ts';
import { loadConfig } from '#src/config/load.ts';
import { parseArgs } from './arguments.ts';

const usage = `npm run bulletin -- key <name.pem>
  Makes an Ed25519 pair: the private half into the file, the public one for "bulletins.keys" onto the screen.
npm run bulletin -- sign <bulletin.json> --key <name.pem> --id <key id> [--out <file>]
  Signs a bulletin after checking it against the format. Without --out it is printed.
npm run bulletin -- check <file> [--config <configuration.json>]
  Says who signed a file and what it says, as a terminal with this configuration would find it.`;

/** A mistake of whoever typed the command: one line, and 1. */
class Mistake extends Error {}

function json(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch (error) {
    throw new Mistake(`${path}: ${(error as Error).message}`);
  }
}

function bulletinOf(content: unknown, path: string) {
  const parsed = bulletinSchema.safeParse(content);
  if (parsed.success) return parsed.data;
  const lines = parsed.error.issues.map(
    (issue) => `${path}: ${issue.path.join('.') || '(top)'}: ${issue.message}`,
  );
  throw new Mistake(lines.join('\n'));
}

function makeKey(path: string): void {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  const pem = privateKey.export({ format: 'pem', type: 'pkcs8' });
  writeFileSync(path, pem, { mode: 0o600, flag: 'wx' });
  console.log(publicKey.export({ format: 'jwk' }).x);
}

function sign(path: string, key: string, id: string, out: string | undefined): void {
  const bulletin = bulletinOf(json(path), path);
  const payload = new TextEncoder().encode(JSON.stringify(bulletin));
  const file = sealEnvelope(payload, id, createPrivateKey(readFileSync(key, 'utf8')));
  if (file.length > mostBytes) throw new Mistake(`${path}: too long for a terminal`);
  if (out === undefined) console.log(file);
  else writeFileSync(out, file);
}

function check(path: string, configFile: string | undefined): void {
  const config = loadConfig(configFile === undefined ? {} : json(configFile));
  if (!('merchant' in config)) throw new Mistake(`${configFile}: is no configuration`);
  const opened = openEnvelope(new Uint8Array(readFileSync(path)), config.bulletins.keys);
  if (opened.type === 'refused') throw new Mistake(`${path}: ${opened.problem}`);
  const content: unknown = JSON.parse(new TextDecoder().decode(opened.payload));
  console.log(`signed by ${opened.key.id} (${opened.key.issuer})`);
  console.log(JSON.stringify(bulletinOf(content, path), undefined, 2));
}

function main(): number {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      key: { type: 'string' },
      id: { type: 'string' },
      out: { type: 'string' },
      config: { type: 'string' },
    },
  });
  const [task, path] = positionals;
  try {
    if (task === 'key' && path !== undefined) makeKey(path);
    else if (task === 'sign' && path !== undefined && values.key && values.id)
      sign(path, values.key, values.id, values.out);
    else if (task === 'check' && path !== undefined) check(path, values.config);
    else throw new Mistake(usage);
  } catch (error) {
    const known = error instanceof Mistake || (error as NodeJS.ErrnoException).code !== undefined;
    if (!known) throw error;
    console.error((error as Error).message);
    return 1;
  }
  return 0;
}

process.exitCode = main();
