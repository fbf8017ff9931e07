/**
 * Disturbed swipes by the hundred thousand: `node test/stripe/fuzz.ts [count] [first seed]`. Says how many tracks
 * and numbers were given and how many of those were wrong. When none of n numbers was, the chance of a wrong one is
 * below 3/n with a confidence of 95 % (the rule of three: (1 − p)ⁿ ≥ 0.05). A wrong one prints the seed that
 * makes it again, and ends the run with an error.
 */

import { judgeDisturbed } from './disturbance.ts';

const count = Number(process.argv[2] ?? 100_000);
const firstSeed = Number(process.argv[3] ?? 1);

let given = 0;
let numbers = 0;
const mistakes = { number: 0, field: 0 };
for (let seed = firstSeed; seed < firstSeed + count; seed++) {
  const verdict = judgeDisturbed(seed);
  if (verdict.numberGiven) numbers++;
  given += verdict.tracksGiven;
  for (const { of, wrong } of verdict.mistakes) {
    mistakes[wrong]++;
    console.log(`seed ${seed}: ${of}, a wrong ${wrong}`);
  }
  const done = seed - firstSeed + 1;
  if (done % 100_000 === 0) console.log(`${done} swipes, ${numbers} numbers, ${given} tracks`);
}
const bound = (3 / numbers).toExponential(1);
console.log(
  `${count} swipes, ${numbers} numbers and ${given} tracks given, ${mistakes.number} wrong numbers, ${mistakes.field} other wrong fields; ` +
    `with none, a wrong one has a chance below ${bound} (95 %)`,
);
if (mistakes.number + mistakes.field > 0) process.exitCode = 1;
