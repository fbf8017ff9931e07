import { randomBytes, randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { openStore, type Store } from '#db/open.ts';
import { openSimulatedDisplay } from '#hal/display/simulated.ts';
import { type HeadWiring, openGpioHead } from '#hal/head/gpio.ts';
import { openSimulatedHead } from '#hal/head/simulated.ts';
import { fileKeyFolder } from '#hal/keystore/key-folder.ts';
import { SoftwareKeystore } from '#hal/keystore/software.ts';
import { createTcpLink } from '#hal/link/tcp.ts';
import { SimulatedPinPad } from '#hal/pin-pad/simulated.ts';
import { openEscPosPrinter } from '#hal/printer/escpos.ts';
import { simulatedPrinter } from '#hal/printer/simulated.ts';
import { openPcscReader } from '#hal/reader/pcsc.ts';
import { openSimulatedReader } from '#hal/reader/simulated.ts';
import { answerWorld } from '#hal/simulator/answers.ts';
import { withDeadLine, withFullDisk } from '#hal/simulator/faulty.ts';
import { Plug, worldChannel } from '#hal/simulator/plug.ts';
import { LivePanel } from '#ui/panel.ts';
import { createScreenHost } from '#ui/screen-host.ts';
import { createAcquirer } from './acquirer/acquirer.ts';
import { hex } from './bytes.ts';
import { acquirerSettings } from './config/acquirer.ts';
import { loadConfig } from './config/load.ts';
import type { Config } from './config/schema.ts';
import { isFault } from './fault.ts';
import { project } from './journal/projector.ts';
import { sm4, tdes } from './security/block-cipher.ts';
import { samePin } from './security/same-pin.ts';
import { slipPrinter } from './slip-printer.ts';
import { Terminal } from './terminal.ts';

/** Raised whenever the projector changes what it makes of the same rows. */
const projectorVersion = 2;

const options = {
  data: { type: 'string', default: 'data' },
  config: { type: 'string' },
  profile: { type: 'string' },
  language: { type: 'string' },
  reader: { type: 'string', default: 'simulated' },
  head: { type: 'string', default: 'simulated' },
  printer: { type: 'string', default: 'simulated' },
  acquirer: { type: 'string' },
} as const;

type Chosen = ReturnType<typeof chosenOptions>;
const chosenOptions = () => parseArgs({ options, strict: true }).values;

function configOf(chosen: Chosen): Config {
  const file: unknown =
    chosen.config === undefined ? {} : JSON.parse(readFileSync(chosen.config, 'utf8'));
  const [host, port] = splitAddress(chosen.acquirer);
  const config = loadConfig(file, {
    ...(chosen.profile === undefined ? {} : { profile: chosen.profile }),
    ...(chosen.language === undefined ? {} : { language: chosen.language }),
    ...(host === undefined ? {} : { acquirer: { addresses: [{ host, port: Number(port) }] } }),
  });
  if ('merchant' in config) return config;
  throw new Error(config.map(({ path, problem }) => `${path}: ${problem}`).join('\n'));
}

function splitAddress(address: string | undefined): [string?, string?] {
  const at = address?.lastIndexOf(':') ?? -1;
  return address === undefined ? [] : [address.slice(0, at), address.slice(at + 1)];
}

function openBooks(chosen: Chosen, keystore: SoftwareKeystore, now: () => number): Store {
  return openStore({
    folder: chosen.data,
    keystore,
    projector: project,
    projectorVersion,
    now,
    monoNs: () => process.hrtime.bigint(),
    bootId: randomUUID(),
  });
}

function openLink(config: Config) {
  const { acquirer } = config;
  return createTcpLink({
    endpoints: acquirer.addresses,
    connectTimeoutMs: acquirer.connectTimeoutMs,
    sendTimeoutMs: acquirer.connectTimeoutMs,
    answerTimeoutMs: acquirer.answerTimeoutMs,
    connection: acquirer.connection,
    keepAliveMs: 30_000,
    idleLimitMs: 120_000,
    maximumFrameBytes: 8_192,
    ...(acquirer.tls === undefined ? {} : { tls: tlsOf(acquirer.tls) }),
  });
}

function tlsOf({ ca, cert, key, servername }: NonNullable<Config['acquirer']['tls']>) {
  return {
    ca,
    ...(cert === undefined ? {} : { cert }),
    ...(key === undefined ? {} : { key }),
    ...(servername === undefined ? {} : { servername }),
  };
}

/** Only what is there is named: the driver's types know no `undefined`. */
const headWiring = ({ head }: Config): HeadWiring => JSON.parse(JSON.stringify(head)) as HeadWiring;

async function start(): Promise<void> {
  const chosen = chosenOptions();
  const config = configOf(chosen);
  const channel = worldChannel();
  if (channel === undefined)
    throw new Error('the simulated terminal is started by its world: npm start');
  const plug = await Plug.in(channel);
  const now = () => Date.now() + plug.clockOffsetMs;
  const keystore = new SoftwareKeystore({
    cipher: config.acquirer.keyMode === 'sm4' ? sm4 : tdes,
    masterKey: hex(config.acquirer.terminalMasterKey),
    folder: fileKeyFolder(join(chosen.data, 'keys')),
  });
  const books = openBooks(chosen, keystore, now);
  const journal = withFullDisk(books.journal, () => plug.faults.has('diskFull'));
  const store = { ...books, journal };
  const acquirer = createAcquirer({
    settings: acquirerSettings(config),
    link: withDeadLine(openLink(config), () => plug.faults.has('networkDown')),
    keystore,
  });
  const reader =
    chosen.reader === 'pcsc' ? await openPcscReader() : openSimulatedReader(plug.slot());
  const head =
    chosen.head === 'gpio' ? openGpioHead(headWiring(config)) : openSimulatedHead(plug.head());
  const { columns } = config.printer;
  const printer =
    chosen.printer === 'simulated'
      ? simulatedPrinter(plug.printer(), columns)
      : openEscPosPrinter({ path: chosen.printer, columns });
  const pinPad = new SimulatedPinPad(keystore);
  const screens = createScreenHost({ profile: config.profile, timeZone: config.timeZone });
  const display = openSimulatedDisplay(plug.panel(), screens.width, screens.height);
  const panel = new LivePanel(screens, display, (action) => terminal.act(action));
  const trace = (source: Parameters<Plug['trace']>[0], text: string) =>
    plug.trace(source, text, now());
  const terminal: Terminal = new Terminal({
    config,
    version: '0.1.0',
    simulated: true,
    operator: config.people.find(({ role }) => role === 'cashier')?.id ?? '01',
    reader,
    head,
    pinPad,
    acquirer,
    ...store,
    printSlip: slipPrinter({ printer, documents: store.documents, config, simulated: true }),
    present: (view) => panel.show(view),
    tone: (tone) => display.tone(tone),
    trace,
    paper: () => plug.paper,
    now,
    after: (ms, callback) => {
      const timer = setTimeout(callback, ms);
      return () => clearTimeout(timer);
    },
    random: (length) => new Uint8Array(randomBytes(length)),
    uuid: randomUUID,
    samePin,
  });
  answerWorld({ plug, screens, terminal, pinPad, ...store });
  const stop = async () => {
    terminal.stop();
    panel.close();
    await Promise.allSettled([
      reader.close(),
      head.close(),
      printer.close(),
      pinPad.close(),
      acquirer.close(),
    ]);
    store.close();
    process.exit(0);
  };
  plug.on('stop', () => void stop());
  channel.closed(() => void stop());
  process.once('SIGTERM', () => void stop());
  // The world decides when a terminal ends: Ctrl-C reaches both at once.
  process.on('SIGINT', () => undefined);
  terminal.begin();
}

start().catch((error: unknown) => {
  const text = isFault(error)
    ? `${error.code}: ${error.message}`
    : error instanceof Error
      ? error.message
      : String(error);
  process.stderr.write(`holdfast: ${text}\n`);
  process.exit(1);
});
