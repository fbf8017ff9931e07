import { iso1987Ascii } from '#src/iso8583/ascii.ts';
import { unionPay } from '#src/iso8583/unionpay.ts';
import { fuzz } from '../test/iso8583/fuzz.ts';

/** `fuzz-iso8583.ts [inputs] [seed]`: damaged messages of both dialects; prints how they ended. */
const [inputs = 1_000_000, seed = 1] = process.argv.slice(2).map(Number);
for (const dialect of [unionPay, iso1987Ascii]) {
  const start = performance.now();
  const { understood, malformed } = fuzz(dialect, seed, Math.ceil(inputs / 2));
  const ends = [...malformed].sort().map(([reason, count]) => `${reason} ${count}`);
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  console.log(`${dialect.name}: ${understood} understood, ${ends.join(', ')} (${seconds} s)`);
}
