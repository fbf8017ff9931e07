import './guard.ts';
import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { terminalIdentity } from '#hal/keystore/identity.ts';
import { fileKeyFolder } from '#hal/keystore/key-folder.ts';
import { fromHex } from '#src/bytes.ts';
import { signCertificate } from '#src/handover/certificate.ts';
import { type Identity, identityOf } from '#src/handover/keys.ts';
import { toParts } from '#src/handover/parts.ts';
import { makeOutOfService } from '#src/handover/words.ts';
import { parseArgs } from './arguments.ts';

const usage = `Head office: which terminals may hand holds over to each other.

npm run enrol -- new --merchant-key <file>
    makes the key of the merchant; keep the file on a stick at head office
npm run enrol -- request --data <folder> --terminal <8 letters or digits> --desk <name>
    at the terminal: prints its request, which holds no secret
npm run enrol -- sign --merchant-key <file> [--years <n>] <request> …
    prints the part "handover" of each terminal's configuration
npm run enrol -- gone --merchant-key <file> --terminal <id> --handover <id>
    that terminal is out of service for good: the code that brings its hand-over back, to be scanned at the giver`;

const options = {
  'merchant-key': { type: 'string' },
  data: { type: 'string' },
  terminal: { type: 'string' },
  desk: { type: 'string' },
  handover: { type: 'string' },
  years: { type: 'string', default: '3' },
  help: { type: 'boolean', default: false },
} as const;

const { values, positionals } = parseArgs({ allowPositionals: true, options });
const yearMs = 365 * 86_400_000;
const coded = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64url');

function given(name: 'merchant-key' | 'data' | 'terminal' | 'desk' | 'handover'): string {
  const value = values[name];
  if (value === undefined || value === '') throw new Error(`--${name} is missing`);
  return value;
}

function merchant(): Identity {
  const seed = fromHex(readFileSync(given('merchant-key'), 'utf8').trim());
  if (seed?.length !== 32) throw new Error('the file of the merchant key does not hold one');
  return identityOf(seed, seed);
}

function makeKey(): void {
  const file = given('merchant-key');
  if (existsSync(file)) throw new Error(`${file} is there already; a key is never replaced`);
  writeFileSync(file, `${randomBytes(32).toString('hex')}\n`, { mode: 0o600, flag: 'wx' });
  console.log(`merchant key ${coded(merchant().signingKey)}`);
}

function request(): void {
  const { signingKey, sealingKey } = terminalIdentity(fileKeyFolder(join(given('data'), 'keys')));
  const parts = [given('terminal'), given('desk'), coded(signingKey), coded(sealingKey)];
  console.log(parts.join(':'));
}

type Request = { readonly terminalId: string; readonly certificate: string };

function signOne(text: string, key: Identity): Request {
  const [terminalId = '', desk = '', signing = '', sealing = ''] = text.split(':');
  const [signingKey, sealingKey] = [signing, sealing].map((part) =>
    Uint8Array.from(Buffer.from(part, 'base64url')),
  );
  if (signingKey?.length !== 32 || sealingKey?.length !== 32)
    throw new Error(`not a request: ${text}`);
  const notAfterMs = Date.now() + Number(values.years) * yearMs;
  const body = { terminalId, desk, signingKey, sealingKey, notAfterMs };
  return { terminalId, certificate: coded(signCertificate(body, key)) };
}

function sign(requests: readonly string[]): void {
  const key = merchant();
  const signed = requests.map((text) => signOne(text, key));
  const configurations = signed.map(({ terminalId, certificate }) => ({
    merchant: { terminalId },
    handover: {
      merchantKey: coded(key.signingKey),
      certificate,
      peers: signed
        .filter((other) => other.terminalId !== terminalId)
        .map((one) => one.certificate),
    },
  }));
  console.log(JSON.stringify(configurations, undefined, 2));
}

function gone(): void {
  const word = { handoverId: given('handover'), terminalId: given('terminal') };
  for (const part of toParts(makeOutOfService(word, merchant()))) console.log(part);
}

const [task, ...rest] = positionals;
try {
  if (values.help || task === undefined) console.log(usage);
  else if (task === 'new') makeKey();
  else if (task === 'request') request();
  else if (task === 'sign') sign(rest);
  else if (task === 'gone') gone();
  else throw new Error(`${task}: new, request, sign or gone`);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  console.error(usage);
  process.exitCode = 2;
}
