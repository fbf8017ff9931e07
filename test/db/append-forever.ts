// A process to be killed in the middle of its writing: says each step only after the journal has it.
import { writeSync } from 'node:fs';
import { holdOpened, openTestStore, reversalOwed, testPan } from './helpers.ts';

const [folder = ''] = process.argv.slice(2);
const store = openTestStore({ folder });
for (let n = 1; ; n++) {
  const [row] = store.journal.append({
    events: [holdOpened(`hold-${n}`), reversalOwed(`hold-${n}`, n)],
    seal: [{ token: `token-${n}`, pan: testPan() }],
  });
  writeSync(1, `${row?.seq}\n`);
  if (n % 7 === 0) store.vault.shred(`token-${n}`);
}
