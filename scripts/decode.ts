import './guard.ts';
import { parseArgs } from 'node:util';
import { decode, type Kind, kinds } from '#src/technician/decode.ts';
import type { DialectChoice } from '#src/technician/describe-iso.ts';

const numbers = ['ascii', 'bcd'] as const;
const keys = ['track-key', 'sm4'] as const;

const usage = `npm run decode -- [${kinds.map((kind) => `--${kind}`).join('|')}] [--ascii|--bcd] [--track-key|--sm4] <hex or text>
Puts card data, messages and tracks into words; without a flag it goes by their shape. Reads standard input
when nothing is given. A message goes by its bytes unless its dialect is said. Numbers are masked; tracks, names and PIN blocks are never shown.
Ends with 0 when it could be read, with 1 when not (saying where and why), with 2 for a wrong option.`;

async function standardInput(): Promise<string> {
  let text = '';
  for await (const piece of process.stdin) {
    text += String(piece);
    if (text.length > 1_000_000) break;
  }
  return text;
}

async function main(): Promise<number> {
  const flags = Object.fromEntries(
    [...kinds, ...numbers, ...keys, 'help'].map((name) => [name, { type: 'boolean' as const }]),
  );
  const { values, positionals } = parseArgs({ options: flags, allowPositionals: true });
  const given = <T extends string>(names: readonly T[]): readonly T[] =>
    names.filter((name) => values[name] === true);
  const chosen = given(kinds);
  if (values.help === true) {
    console.log(usage);
    return 0;
  }
  for (const names of [chosen, given(numbers), given(keys)])
    if (names.length > 1)
      throw new Error(`only one of these: ${names.map((name) => `--${name}`).join(', ')}`);
  const [name] = given(numbers);
  const [mode] = given(keys);
  const dialect: DialectChoice = {
    ...(name === undefined ? {} : { name }),
    ...(mode === undefined ? {} : { keys: mode }),
  };
  const isMessage = name !== undefined || mode !== undefined;
  const kind: Kind | undefined = chosen[0] ?? (isMessage ? 'iso' : undefined);
  const text = positionals.length > 0 ? positionals.join(' ') : await standardInput();
  const decoded = decode(text, kind, dialect);
  if (decoded.type === 'malformed') {
    console.error(decoded.problem);
    return 1;
  }
  for (const line of decoded.lines) console.log(line);
  return 0;
}

try {
  process.exitCode = await main();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  console.error(usage);
  process.exitCode = 2;
}
