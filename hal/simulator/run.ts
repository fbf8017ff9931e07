import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import type { Config } from '#src/config/schema.ts';
import type { Bank } from './bank/bank.ts';
import { openBuiltInBank, whyNotBuiltIn } from './built-in-bank.ts';
import { BadConfig, type Configuration } from './configuration.ts';
import { Darkroom } from './darkroom.ts';
import type { DataFolder } from './data-folder.ts';
import { openMailServer } from './mail-server.ts';
import type { SimulatorOptions } from './options.ts';
import { Relay } from './relay.ts';
import { createServer } from './rest/server.ts';
import { Stick } from './stick.ts';
import { World } from './world.ts';
import { spoilt } from './wrong-settings.ts';

type Parts = {
  readonly options: SimulatorOptions;
  readonly configuration: Configuration;
  readonly data: DataFolder;
  readonly version: string;
  /** The terminal's program. */
  readonly program: string;
};

export type RunningSimulator = {
  readonly address: string;
  readonly data: string;
  stop(): Promise<void>;
};

/** Opens the bank, the line, the page and the terminal, in this order; rejects with EADDRINUSE when the port is busy. */
export async function runSimulator(parts: Parts): Promise<RunningSimulator> {
  const { options, configuration, data } = parts;
  const clock = { offsetMs: data.clockOffsetMs };
  const line = await openLine(parts, () => Date.now() + clock.offsetMs);
  const mail = await openMailServer({
    take: (letter) => world.phones.mailed(letter),
    down: () => world.phones.mailDown,
  });
  const stick = new Stick(join(data.simulator, 'stick'));
  const config = withMail(
    stick.shownTo(line === undefined ? configuration.config : atRelay(configuration.config, line)),
    mail.port,
  );
  const darkroom = new Darkroom(config.printer.columns);
  const world: World = new World({
    program: parts.program,
    argv: argvOf(options, config, data),
    reader: options.reader,
    head: options.head,
    printer: options.printer,
    bank: line?.bank,
    relay: line?.relay,
    others: line?.others,
    stick,
    spoil: (faults) => void data.saveConfig(spoilt(config, faults)),
    render: darkroom.develop,
    timeZone: config.timeZone,
    clockOffsetMs: clock.offsetMs,
    saveClock: (offsetMs) => {
      clock.offsetMs = offsetMs;
      data.saveClock(offsetMs);
    },
  });
  const server = await createServer(world, {
    version: parts.version,
    headless: options.headless,
  });
  await server.listen({ host: '127.0.0.1', port: options.port });
  world.terminal.start();
  const { port } = server.server.address() as AddressInfo;
  return {
    address: `http://127.0.0.1:${port}`,
    data: data.path,
    async stop() {
      await world.stop();
      await server.close();
      await darkroom.close();
      await mail.close();
      await line?.relay.close();
      await line?.others.close();
      await line?.bank.close();
    },
  };
}

type Line = { readonly bank: Bank; readonly relay: Relay; readonly others: Relay };

/** The built-in bank and the line to it; nothing when the bank is outside. */
async function openLine(
  { options, configuration, data }: Parts,
  now: () => number,
): Promise<Line | undefined> {
  if (configuration.outside !== undefined) return undefined;
  const problem = whyNotBuiltIn(configuration.config);
  if (problem !== undefined) throw new BadConfig(problem);
  const strangers = options.reader === 'pcsc' ? 'accept' : 'refuse';
  const bank = await openBuiltInBank(configuration.config, data.simulator, { now, strangers });
  const relay = new Relay({ host: '127.0.0.1', port: bank.port });
  await relay.open();
  const others = new Relay({ host: '127.0.0.1', port: bank.port });
  await others.open();
  return { bank, relay, others };
}

const atRelay = (config: Config, { relay, others }: Line): Config => ({
  ...config,
  acquirer: { ...config.acquirer, addresses: [{ host: '127.0.0.1', port: relay.port }] },
  probes: { ...config.probes, otherHost: { host: '127.0.0.1', port: others.port } },
});

/** Mail of the terminal comes to this world, unless a server outside is configured. */
const withMail = (config: Config, port: number): Config => ({
  ...config,
  contact: {
    mail: { host: '127.0.0.1', port, tls: 'none', from: 'desk@terminal.invalid' },
    ...config.contact,
  },
});

/** Everything that was chosen stands in the file; the options that name devices go along. */
function argvOf(options: SimulatorOptions, config: Config, data: DataFolder): readonly string[] {
  return [
    ...['--data', data.path, '--config', data.saveConfig(config)],
    ...['--profile', config.profile, '--language', config.language],
    ...['--reader', options.reader, '--head', options.head, '--printer', options.printer],
  ];
}
