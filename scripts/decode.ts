import { fromHex } from '#src/bytes.ts';
import { iso1987Ascii } from '#src/iso8583/ascii.ts';
import { unpack } from '#src/iso8583/codec.ts';
import { describe } from '#src/iso8583/describe.ts';
import { unpackFrame } from '#src/iso8583/frame.ts';
import { Malformed } from '#src/iso8583/malformed.ts';
import { unionPay } from '#src/iso8583/unionpay.ts';

/** `decode.ts [--ascii] <hex>`: a message or a whole frame in words, masked. Reads standard input without <hex>. */
async function main(): Promise<number> {
  const words = process.argv.slice(2);
  const dialect = words.includes('--ascii') ? iso1987Ascii : unionPay;
  const given = words.filter((word) => !word.startsWith('--')).join('');
  const bytes = fromHex(given === '' ? await standardInput() : given);
  if (bytes === undefined || bytes.length === 0) {
    console.error('give the bytes as hex, as an argument or on standard input');
    return 2;
  }
  const message = unpack(dialect, bodyOf(bytes));
  if (message instanceof Malformed) {
    console.error(String(message));
    return 1;
  }
  for (const line of describe(dialect, message)) console.log(line);
  return 0;
}

/** Without the length and the TPDU with its header, where they are there. */
function bodyOf(bytes: Uint8Array): Uint8Array {
  const length = ((bytes[0] ?? 0) << 8) | (bytes[1] ?? 0);
  const frame = length === bytes.length - 2 ? bytes.subarray(2) : bytes;
  const parts = frame[0] === 0x60 ? unpackFrame(frame) : undefined;
  return parts === undefined || parts instanceof Malformed ? frame : parts.body;
}

async function standardInput(): Promise<string> {
  let text = '';
  for await (const piece of process.stdin) text += String(piece);
  return text;
}

process.exitCode = await main();
