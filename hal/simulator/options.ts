import { parseArgs } from 'node:util';
import type { Endpoint } from '../link/contract.ts';

/** What was asked for on the command line; see {@link help}. */
export type SimulatorOptions = {
  readonly reader: 'simulated' | 'pcsc';
  readonly head: 'simulated' | 'gpio';
  readonly printer: string;
  readonly acquirer: Endpoint | undefined;
  readonly profile: string | undefined;
  readonly language: string | undefined;
  readonly data: string;
  readonly port: number;
  readonly headless: boolean;
  readonly config: string | undefined;
  readonly task: 'run' | 'schema' | 'help';
};

/** What is wrong with the command line, in one line. */
export class BadOption extends Error {}

export const help = `Holdfast simulator: the terminal, with its cards, its bank and its paper, on a page in your browser.

  npm start -- [options]

  --port <n>               port of the page on 127.0.0.1 (8080); 0 picks a free one
  --data <folder>          where the terminal and its bank keep their books (./data)
  --profile <panel>        esign (default), smart, mobile, countertop
  --language <tag>         zh-CN (default) or en
  --config <file>          JSON laid over the defaults: merchant, bank, card tables, limits
  --schema                 prints the JSON Schema of that file and ends
  --reader <driver>        simulated (default) or pcsc: a real reader
  --head <driver>          simulated (default) or gpio: a real magnetic head
  --printer <where>        simulated (default) or the path of an ESC/POS printer, /dev/usb/lp0
  --acquirer <host:port>   a bank outside; without it the built-in one answers
  --headless               the API alone, without the page
  --help                   this text

  API: http://127.0.0.1:8080/api/docs`;

const text = { type: 'string' } as const;
const flag = { type: 'boolean', default: false } as const;

const known = {
  reader: { ...text, default: 'simulated' },
  head: { ...text, default: 'simulated' },
  printer: { ...text, default: 'simulated' },
  acquirer: text,
  profile: text,
  language: text,
  data: { ...text, default: 'data' },
  port: { ...text, default: '8080' },
  headless: flag,
  config: text,
  schema: flag,
  help: { ...flag, short: 'h' },
} as const;

/** Throws BadOption with one line that names the option and what it takes. */
export function parseOptions(argv: readonly string[]): SimulatorOptions {
  const values = parse(argv);
  return {
    reader: oneOf('reader', values.reader, ['simulated', 'pcsc']),
    head: oneOf('head', values.head, ['simulated', 'gpio']),
    printer: notEmpty('printer', values.printer),
    acquirer: values.acquirer === undefined ? undefined : parseEndpoint(values.acquirer),
    profile: optional(values.profile, (profile) =>
      oneOf('profile', profile, ['countertop', 'mobile', 'esign', 'smart']),
    ),
    language: optional(values.language, (language) => oneOf('language', language, ['zh-CN', 'en'])),
    data: notEmpty('data', values.data),
    port: parsePort('port', values.port, 0),
    headless: values.headless,
    config: optional(values.config, (file) => notEmpty('config', file)),
    task: values.help ? 'help' : values.schema ? 'schema' : 'run',
  };
}

function parse(argv: readonly string[]) {
  try {
    return parseArgs({ args: [...argv], options: known, strict: true }).values;
  } catch (error) {
    const [first] = String((error as Error).message).split(/\.\s|\n/);
    throw new BadOption(`${first}. All options: npm start -- --help`);
  }
}

function oneOf<T extends string>(name: string, value: string, all: readonly T[]): T {
  const found = all.find((each) => each === value);
  if (found !== undefined) return found;
  throw new BadOption(`--${name} takes ${all.join(' or ')}, not "${value}".`);
}

function notEmpty(name: string, value: string): string {
  if (value !== '') return value;
  throw new BadOption(`--${name} needs a value.`);
}

const optional = <T>(value: string | undefined, check: (value: string) => T): T | undefined =>
  value === undefined ? undefined : check(value);

function parsePort(name: string, value: string, from: number): number {
  const port = Number(value);
  if (/^\d{1,5}$/.test(value) && port >= from && port <= 65_535) return port;
  throw new BadOption(`--${name} takes a port from ${from} to 65535, not "${value}".`);
}

function parseEndpoint(value: string): Endpoint {
  const match = /^(\[[0-9A-Fa-f:.]+\]|[^:[\]\s]+):(\d+)$/.exec(value);
  if (match === null) {
    throw new BadOption(`--acquirer takes host:port, for one 127.0.0.1:8583, not "${value}".`);
  }
  const host = (match[1] ?? '').replace(/^\[|\]$/g, '');
  return { host, port: parsePort('acquirer', match[2] ?? '', 1) };
}
