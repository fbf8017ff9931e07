import { commandLengths } from './commands.ts';

/** One step of an ESC/POS stream. */
export type Token =
  /** Printable bytes in the printer's character set. */
  | { readonly type: 'text'; readonly bytes: Uint8Array }
  | { readonly type: 'control'; readonly code: number }
  /** `name` is the command's first two bytes as text, parameters as they came. */
  | { readonly type: 'command'; readonly name: string; readonly parameters: Uint8Array }
  /** A command that no table knows, named by its bytes: `1B 7A`. */
  | { readonly type: 'unknown'; readonly name: string }
  /** The stream ends inside a command. */
  | { readonly type: 'truncated'; readonly name: string };

const introducers = new Set([0x1b, 0x1d, 0x1c, 0x10]);

const hexName = (name: string): string =>
  Array.from(name, (c) => c.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')).join(' ');

/** Takes an ESC/POS stream apart; ends for every input, because each step consumes at least one byte. */
export function* readEscPos(bytes: Uint8Array): Generator<Token> {
  for (let at = 0; at < bytes.length; ) {
    const code = bytes[at] ?? 0;
    if (introducers.has(code)) {
      const { token, next } = readCommand(bytes, at);
      yield token;
      at = next;
    } else if (code < 0x20 || code === 0x7f) {
      yield { type: 'control', code };
      at++;
    } else {
      const end = endOfText(bytes, at);
      yield { type: 'text', bytes: bytes.subarray(at, end) };
      at = end;
    }
  }
}

/** GB 18030: a lead byte takes the byte after it along, whatever it is, as long as it is no control. */
function endOfText(bytes: Uint8Array, from: number): number {
  let at = from;
  while (at < bytes.length) {
    const code = bytes[at] ?? 0;
    if (code < 0x20 || code === 0x7f) break;
    const next = bytes[at + 1] ?? 0;
    if (code < 0x81 || next < 0x30) at += 1;
    else at += next <= 0x39 ? 4 : 2;
  }
  return Math.min(at, bytes.length);
}

function readCommand(bytes: Uint8Array, at: number): { token: Token; next: number } {
  const name = String.fromCharCode(...bytes.subarray(at, at + 2));
  const length = commandLengths[name];
  if (name.length < 2) return { token: { type: 'truncated', name: hexName(name) }, next: at + 1 };
  if (length === undefined)
    return { token: { type: 'unknown', name: hexName(name) }, next: at + 2 };
  const end = at + 2 + parameterCount(length, bytes.subarray(at + 2));
  if (end > bytes.length) {
    return { token: { type: 'truncated', name: hexName(name) }, next: bytes.length };
  }
  const parameters = bytes.subarray(at + 2, end);
  return { token: { type: 'command', name, parameters }, next: end };
}

/** Number of parameter bytes; more than there are when the stream ends too early. */
function parameterCount(length: (typeof commandLengths)[string], rest: Uint8Array): number {
  const word = (at: number) => (rest[at] ?? 0) + 256 * (rest[at + 1] ?? 0);
  const toZero = (from: number) => {
    const zero = rest.indexOf(0, from);
    return zero < 0 ? rest.length + 1 : zero + 1;
  };
  const mode = rest[0] ?? 0;
  switch (length) {
    case 'counted':
      return rest.length < 3 ? rest.length + 1 : 3 + word(1);
    case 'toZero':
      return toZero(0);
    case 'raster':
      return rest.length < 6 ? rest.length + 1 : 6 + word(2) * word(4);
    case 'bitImage':
      return rest.length < 3 ? rest.length + 1 : 3 + word(1) * (mode >= 32 ? 3 : 1);
    case 'barcode':
      return mode < 65 ? toZero(1) : 2 + (rest[1] ?? 0);
    case 'cut':
      return mode === 65 || mode === 66 || mode >= 97 ? 2 : 1;
    case 'realTime':
      return mode === 8 ? 8 : 3;
    default:
      return length;
  }
}
