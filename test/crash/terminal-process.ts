/**
 * The terminal's core in a process that kills itself: the real journal, keystore, kernel, codec and TCP, the cashier
 * played by a script. It dies at the n-th boundary: after a journal write (so before the effect that follows, such as
 * the first byte of a message), or when an answer is here and not journalled yet.
 */
import { Shop } from '../flow/shop.ts';

type Scenario = 'hold' | 'completion' | 'cancellation' | 'settlement' | 'drain';

const [folder = '', scenario = 'drain', bankPort = '0', cut = '0'] = process.argv.slice(2);

let boundary = 0;
/** SIGKILL: nothing is flushed, nothing is tidied, as when the plug is pulled. */
function pass(): void {
  boundary += 1;
  if (boundary === Number(cut)) process.kill(process.pid, 'SIGKILL');
}

const shop = await Shop.open({
  folder,
  bankPort: Number(bankPort),
  config: { acquirer: { retrySeconds: 1 } },
  boundary: pass,
});

async function acknowledge(): Promise<void> {
  // A settlement that was cut goes on by itself: it is waited for, and its end is read.
  for (let i = 0; i < 1_000 && shop.screen.name !== 'home'; i++) {
    if (['notice', 'day-closed'].includes(shop.screen.name)) shop.tap({ type: 'primary' });
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  await shop.until('home');
}

async function change(scenario: 'completion' | 'cancellation'): Promise<void> {
  const hold = shop.holds().find(({ state }) => state === 'held');
  if (hold === undefined) throw new Error('no hold to change');
  shop.tap({ type: 'go', to: 'holds' });
  shop.tap({ type: 'openHold', holdId: hold.holdId });
  await shop.until('hold');
  if (scenario === 'completion') {
    shop.tap({ type: 'complete' });
    await shop.until('complete');
    shop.tap({ type: 'primary' });
  } else {
    shop.tap({ type: 'cancelHold' });
    await shop.until('cancel');
    shop.tap({ type: 'confirmHeld' });
    await shop.until('supervisor');
    shop.type('246810');
    shop.tap({ type: 'enter' });
  }
  await shop.until('done');
}

async function settle(): Promise<void> {
  shop.tap({ type: 'go', to: 'report' });
  shop.tap({ type: 'go', to: 'endOfDay' });
  await shop.until('end-of-day');
  shop.tap({ type: 'primary' });
  const closed = await shop.until('day-closed');
  if (!closed.balanced) throw new Error('the totals differ');
}

/** Until the bank has answered everything that is owed. */
async function drain(): Promise<void> {
  const end = performance.now() + 10_000;
  while (shop.store.documents.count('outbox', ['owed']) > 0) {
    if (performance.now() > end) throw new Error('something is still owed');
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

await acknowledge();
switch (scenario as Scenario) {
  case 'hold':
    await shop.hold();
    break;
  case 'completion':
  case 'cancellation':
    await change(scenario as 'completion');
    break;
  case 'settlement':
    await settle();
    break;
  case 'drain':
    await drain();
    break;
}
const holds = shop.holds().map(({ holdId, state, original, amount }) => ({
  holdId,
  state,
  stan: original?.stan,
  minorUnits: amount.minorUnits,
}));
const rows = shop.store.journal.read(0, 5_000).map(({ event }) => event);
const closed = rows.filter(({ kind }) => kind === 'settlement.closed').length;
const slips = rows.filter(
  (event) => event.kind === 'slip.queued' && event.of === 'endOfDay',
).length;
const unsettled = shop.store.documents.get('counter', 'unsettledBatches')?.body ?? [];
process.stdout.write(
  `${JSON.stringify({ boundaries: boundary, holds, closed, unsettled, slips })}\n`,
);
await shop.close();
