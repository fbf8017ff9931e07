import { readFileSync } from 'node:fs';
import { createBank } from '#hal/simulator/bank/bank.ts';
import { tablesOf } from '#hal/simulator/bank/tables.ts';
import { defaults } from '#src/config/defaults.ts';
import { parseArgs } from './arguments.ts';

/**
 * `npm run bank -- --port 8583`: the bank of the simulator alone, for terminals that run elsewhere.
 */
const { values } = parseArgs({
  options: {
    port: { type: 'string', default: '8583' },
    host: { type: 'string', default: '127.0.0.1' },
    ledger: { type: 'string', default: 'data/bank-ledger.jsonl' },
    tmk: { type: 'string', default: '0123456789ABCDEFFEDCBA9876543210' },
    mac: { type: 'string', default: 'ecb' },
    dialect: { type: 'string', default: 'unionpay-bcd' },
    'key-mode': { type: 'string', default: 'double' },
    'tls-cert': { type: 'string' },
    'tls-key': { type: 'string' },
    'tls-ca': { type: 'string' },
    'accept-unknown-cards': { type: 'boolean', default: false },
  },
});

const { mac, dialect } = values;
const port = Number(values.port);
if (mac !== 'ecb' && mac !== 'x919' && mac !== 'cbc') fail('--mac is ecb, x919 or cbc');
if (dialect !== 'unionpay-bcd' && dialect !== 'iso8583-ascii') {
  fail('--dialect is unionpay-bcd or iso8583-ascii');
}
if (!Number.isInteger(port) || port < 0 || port > 65_535)
  fail('--port is a number from 0 to 65535');
if (!/^([0-9A-Fa-f]{16}|[0-9A-Fa-f]{32})$/.test(values.tmk)) fail('--tmk is 8 or 16 bytes as hex');

const keyModes = ['single', 'double', 'doubleWithTrack', 'sm4'] as const;
const keyMode = keyModes.find((mode) => mode === values['key-mode']);
if (keyMode === undefined) fail(`--key-mode is ${keyModes.join(', ')}`);

/** Three files or none. */
function tlsOf(): { tls?: { cert: string; key: string; ca: string } } {
  const files = [values['tls-cert'], values['tls-key'], values['tls-ca']];
  if (files.every((file) => file === undefined)) return {};
  const [cert, key, ca] = files.map((file) => {
    if (file === undefined) fail('TLS takes --tls-cert, --tls-key and --tls-ca, all PEM files');
    return readFileSync(file, 'utf8');
  });
  return { tls: { cert: cert ?? '', key: key ?? '', ca: ca ?? '' } };
}

function fail(text: string): never {
  console.error(text);
  process.exit(2);
}

try {
  const bank = await createBank({
    port,
    host: values.host,
    ledgerFile: values.ledger,
    tmk: values.tmk,
    macAlgorithm: mac,
    dialect,
    keyMode,
    ...tlsOf(),
    tables: tablesOf(defaults),
    strangers: values['accept-unknown-cards'] ? 'accept' : 'refuse',
  });
  bank.listen(({ type, text }) =>
    console.log(`${new Date().toISOString().slice(11, 23)} ${type} ${text}`),
  );
  console.log(`Bank on ${values.host}:${bank.port}, ledger in ${values.ledger}`);
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => void bank.close().then(() => process.exit(0)));
  }
} catch (error) {
  fail(error instanceof Error ? error.message : String(error));
}
