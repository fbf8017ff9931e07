import type { Hold } from '../preauth/hold.ts';
import { parseSlipCode } from '../receipt/slip-code.ts';
import { actionOf, leaves } from './amount.ts';
import { type Flow, facts, show, wait } from './flow.ts';
import { showHold } from './hold.ts';
import { daysLeftOf, holdOf, openHolds, rowOf, sumOf } from './queries.ts';

const searchLength = 12;

/** 未完成: open holds, soonest first; digits search room, last four and amount. */
export function* showHolds(): Flow<void> {
  let search: string | undefined;
  for (;;) {
    const now = yield* facts();
    const holds = openHolds(now)
      .filter((hold) => matches(hold, search))
      .sort((a, b) => daysLeftOf(a, now) - daysLeftOf(b, now));
    yield* show({
      name: 'holds',
      total: sumOf(
        holds.map(({ amount }) => amount),
        now,
      ),
      rows: holds.map((hold) => rowOf(hold, now)),
      ...(search === undefined ? {} : { search }),
    });
    const event = yield* wait();
    if (event.type === 'scanned') yield* openScanned(event.text);
    const action = actionOf(event);
    switch (action?.type) {
      case 'openHold':
        yield* showHold(action.holdId);
        break;
      case 'search':
        search = search === undefined ? '' : undefined;
        break;
      case 'digit':
        search = `${search ?? ''}${action.digit}`.slice(0, searchLength);
        break;
      case 'clear':
        search = search === undefined || search === '' ? undefined : search.slice(0, -1);
        break;
      case 'back':
      case 'cancel':
        if (search === undefined) return;
        search = undefined;
        break;
    }
  }
}

const matches = (hold: Hold, search: string | undefined): boolean =>
  search === undefined ||
  search === '' ||
  (hold.note?.includes(search) ?? false) ||
  (hold.card?.last4.includes(search) ?? false) ||
  String(hold.amount.minorUnits).startsWith(search) ||
  (hold.original?.authorisationCode?.includes(search) ?? false);

/** A slip's QR finds its hold; one that is not of this shop is said. */
export function* openScanned(text: string): Flow<void> {
  const holdId = parseSlipCode(text);
  const hold = holdId === undefined ? undefined : holdOf(yield* facts(), holdId);
  if (hold !== undefined) {
    yield* showHold(hold.holdId);
    return;
  }
  const { cardIn } = yield* facts();
  yield* show({ name: 'notice', notice: { type: 'slipUnknown' }, primary: 'ok', cardIn });
  for (;;) {
    if (leaves(actionOf(yield* wait()))) return;
  }
}
