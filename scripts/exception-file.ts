import './guard.ts';
import { randomBytes } from 'node:crypto';
import { parseArgs } from 'node:util';
import { fromHex, toHex } from '#src/bytes.ts';
import { listedDigest } from '#src/card/exception-file.ts';
import { Pan } from '#src/card/pan.ts';

const usage = `npm run exception-file -- [--salt <hex>] < numbers.txt
Reads card numbers from standard input, one a line, perhaps followed by a card sequence number (6222… 01),
and writes the part "exceptionFile" of a configuration: slow salted digests, no number. A salt of an older
file may be given to add to it. Ends with 1 and the number of the line when a line is no card number.`;

async function standardInput(): Promise<string> {
  let text = '';
  for await (const piece of process.stdin) {
    text += String(piece);
    if (text.length > 1_000_000) break;
  }
  return text;
}

async function main(): Promise<number> {
  const { values } = parseArgs({
    options: { salt: { type: 'string' }, help: { type: 'boolean', default: false } },
  });
  if (values.help) {
    console.log(usage);
    return 0;
  }
  const salt = values.salt === undefined ? new Uint8Array(randomBytes(16)) : fromHex(values.salt);
  if (salt === undefined || salt.length < 16) throw new Error('--salt: 16 bytes or more, as hex');
  const cards: { digest: string; panSequenceNumber?: number }[] = [];
  for (const [at, line] of (await standardInput()).split('\n').entries()) {
    if (line.trim() === '') continue;
    const [number = '', sequence, ...more] = line.trim().split(/[\s,;]+/);
    const pan = Pan.parse(number);
    const rightSequence = sequence === undefined || /^\d{1,2}$/.test(sequence);
    if (!(pan instanceof Pan) || !rightSequence || more.length > 0) {
      console.error(
        `line ${at + 1} is no card number, perhaps with a sequence number of two digits`,
      );
      return 1;
    }
    const digest = toHex(listedDigest(pan, salt));
    cards.push({
      digest,
      ...(sequence === undefined ? {} : { panSequenceNumber: Number(sequence) }),
    });
  }
  console.log(JSON.stringify({ exceptionFile: { salt: toHex(salt), cards } }, undefined, 2));
  return 0;
}

try {
  process.exitCode = await main();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  console.error(usage);
  process.exitCode = 2;
}
