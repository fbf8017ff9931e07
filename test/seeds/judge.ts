import type { BookedTransaction } from '#hal/simulator/bank/book.ts';
import type { OutboxItem } from '#src/journal/outbox.ts';
import type { Hold } from '#src/preauth/hold.ts';
import { unsettledStates } from '#src/preauth/hold.ts';
import { isHoldEvent, step } from '#src/preauth/machine.ts';
import { MemoryDocuments } from './books.ts';
import type { World } from './world.ts';

type Told = (what: string, detail: string) => void;

/** One transaction as the journal has it. */
type Ours = {
  readonly holdId: string;
  readonly kind: string;
  approved: boolean;
};

const keyOf = (batch: number | string, stan: number | string) => `${Number(batch)}.${Number(stan)}`;

/** What the world must look like when everything that was owed is delivered. */
export function judge(world: World): void {
  const tell: Told = (what, detail) => world.violation(what, detail);
  const documents = MemoryDocuments.of(world.disk.rows());
  const suspended = new Set(
    documents.list('outbox', ['suspended']).map(({ body }) => {
      const { request } = body as OutboxItem;
      return keyOf(request.batch, request.stan);
    }),
  );
  judgeMachine(world, tell);
  judgeNumbers(world, documents, tell);
  judgeTransactions(world, suspended, tell);
  judgeHolds(world, documents, suspended, tell);
  judgeSlips(documents, tell);
  judgeSaid(world, documents, tell);
}

/** No row was journalled that the machine of the hold refuses: the projection would silently leave it out. */
function judgeMachine(world: World, tell: Told): void {
  const documents = new Map<string, Hold>();
  for (const { event, wallMs } of world.disk.rows()) {
    if (event.kind === 'hold.opened') {
      if (documents.has(event.holdId)) tell('holdOpenedTwice', event.holdId);
      documents.delete(event.holdId);
    }
    if (!isHoldEvent(event)) continue;
    const decision = step(documents.get(event.holdId), event, { atMs: wallMs });
    if (decision.type === 'moved') documents.set(event.holdId, decision.hold);
    else tell('machineRefuses', `${decision.event} when ${decision.state}`);
  }
}

const ended = new Set<Hold['state']>(['refused', 'cancelled', 'expired']);

/** A number is sealed as long as its hold lives or something is owed for it, and no longer. */
function judgeNumbers(world: World, documents: MemoryDocuments, tell: Told): void {
  world.scan(documents.text(), 'documents');
  const living = new Set<string>();
  for (const { body } of documents.list('hold')) {
    const hold = body as Hold;
    const advice = hold.state === 'offlineNoted';
    const pending = documents
      .list('outbox', ['owed', 'suspended'])
      .some(({ body: item }) => (item as OutboxItem).holdId === hold.holdId);
    if (hold.card !== undefined && (pending || !(ended.has(hold.state) || advice)))
      living.add(hold.card.token);
  }
  for (const token of world.disk.sealed.keys())
    if (!living.has(token)) tell('numberKept', 'a number outlives its hold');
}

function journalled(world: World): Map<string, Ours> {
  const ours = new Map<string, Ours>();
  const batches = new Map<string, string>();
  for (const { event } of world.disk.rows()) {
    if (event.kind === 'transaction.requested') {
      const { batch, stan, kind } = event.request;
      const isAdvice = kind === 'completionAdvice' || kind === 'offlineAdvice';
      const key = keyOf(batch, stan);
      batches.set(`${event.holdId} ${stan}`, key);
      ours.set(key, { holdId: event.holdId, kind, approved: isAdvice });
    }
    if (!('stan' in event) || !('holdId' in event)) continue;
    const found = ours.get(batches.get(`${event.holdId} ${event.stan}`) ?? '');
    if (found === undefined) continue;
    if (event.kind === 'transaction.approved') found.approved = true;
    if (event.kind === 'advice.refused') found.approved = false;
  }
  return ours;
}

/** Every approval of the bank is exactly one of approved here and reversed there. */
function judgeTransactions(world: World, suspended: ReadonlySet<string>, tell: Told): void {
  const ours = journalled(world);
  const stands = new Map<string, BookedTransaction>();
  for (const booked of world.office.book.transactions) {
    const { entry, state } = booked;
    const key = keyOf(entry.batch, entry.stan);
    const mine = ours.get(key);
    if (mine === undefined) {
      tell('unknownHere', `${entry.kind} was booked, nothing of it is journalled`);
      continue;
    }
    if (!entry.approved || suspended.has(key)) continue;
    if (state === 'reversed') {
      if (mine.approved) tell('approvedAndReversed', entry.kind);
    } else {
      stands.set(key, booked);
      if (!mine.approved) tell('approvedThereOnly', entry.kind);
    }
  }
  for (const [key, mine] of ours) {
    if (mine.approved && !stands.has(key) && !suspended.has(key))
      tell('approvedHereOnly', mine.kind);
  }
}

const sameState: Readonly<Record<string, readonly Hold['state'][]>> = {
  held: ['held', 'expired', 'voiceNoted', 'voiceCharged'],
  completed: ['completed'],
  cancelled: ['cancelled'],
};

/** Both sides' holds stand alike, with the same amounts, and nothing is undecided. */
function judgeHolds(
  world: World,
  documents: MemoryDocuments,
  suspended: ReadonlySet<string>,
  tell: Told,
): void {
  const holds = documents.list('hold').map(({ body }) => body as Hold);
  const isSuspended = ({ pending }: Hold) =>
    pending !== undefined && suspended.has(keyOf(pending.batch, pending.stan));
  for (const hold of holds)
    if (unsettledStates.includes(hold.state) && !isSuspended(hold)) tell('undecided', hold.state);
  if (documents.count('outbox', ['owed', 'suspended']) > 0) tell('stillOwed', 'outbox');
  const byOriginal = new Map(
    holds.map((hold) => [keyOf(hold.original?.batch ?? 0, hold.original?.stan ?? 0), hold]),
  );
  for (const { opened, state, amountMinorUnits, completion } of world.office.book.holds.values()) {
    const mine = byOriginal.get(keyOf(opened.batch, opened.stan));
    if (mine === undefined || isSuspended(mine) || state === 'reversed') continue;
    const byPhone = mine.history.some(({ what }) => what === 'offlineAdvice');
    // Charged by phone, then freed or lapsed: the bank has a sale of its own beside the hold.
    const alike = sameState[state]?.includes(mine.state) || (byPhone && mine.state === 'completed');
    if (alike !== true) tell('statesDiffer', `${state} there, ${mine.state} here`);
    if (mine.amount.minorUnits !== amountMinorUnits)
      tell('amountsDiffer', `${amountMinorUnits} there, ${mine.amount.minorUnits} here`);
    if (
      completion !== undefined &&
      mine.completion?.amount.minorUnits !== completion.amountMinorUnits
    )
      tell('amountsDiffer', 'completion');
  }
}

/** Every slip that was queued was printed, or is said to have failed. */
function judgeSlips(documents: MemoryDocuments, tell: Told): void {
  if (documents.count('slip', ['queued']) > 0) tell('slipForgotten', 'queued for ever');
}

/** What a slip or the screen told somebody stands in the journal. */
function judgeSaid(world: World, documents: MemoryDocuments, tell: Told): void {
  const stands = new Set(documents.list('slip').map(({ id }) => `slip ${id}`));
  for (const { event } of world.disk.rows())
    if (event.kind === 'transaction.approved') stands.add(`code ${event.authorisationCode}`);
  for (const what of world.saidSoFar)
    if (!stands.has(what)) tell('saidAndForgotten', what.startsWith('slip') ? 'slip' : 'approval');
}
