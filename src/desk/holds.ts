import { isPart } from '../handover/parts.ts';
import type { Hold } from '../preauth/hold.ts';
import { readSlipCode } from '../receipt/slip-code.ts';
import { actionOf, leaves } from './amount.ts';
import { showCase } from './cases.ts';
import { type Flow, facts, show, wait } from './flow.ts';
import { showHold } from './hold.ts';
import {
  daysLeftOf,
  holdOf,
  incidentOf,
  movedHolds,
  named,
  openHolds,
  rowOf,
  stuckWithoutNumber,
  sumOf,
} from './queries.ts';
import { registerHold } from './register-hold.ts';
import { receive } from './take-over.ts';

const searchLength = 12;

/** Rows at a time: what a panel draws while nobody notices. A hotel that has hundreds searches. */
const rowsAtOnce = 60;

/** 未完成: open holds, soonest first; digits search room, last four and amount, also of what another desk took over. */
export function* showHolds(): Flow<void> {
  let search: string | undefined;
  let shown = rowsAtOnce;
  for (;;) {
    const now = yield* facts();
    const open = openHolds(now).filter((hold) => matches(hold, search));
    const holds = [
      ...stuckWithoutNumber(now).filter((hold) => matches(hold, search)),
      ...open,
      ...(search === undefined || search === ''
        ? []
        : movedHolds(now).filter((hold) => matches(hold, search))),
    ].sort((a, b) => daysLeftOf(a, now) - daysLeftOf(b, now));
    yield* show({
      name: 'holds',
      total: sumOf(
        open.map(({ amount }) => amount),
        now,
      ),
      rows: holds.slice(0, shown).map((hold) => rowOf(hold, now)),
      ...(holds.length > shown ? { more: holds.length - shown } : {}),
      ...(search === undefined ? {} : { search }),
    });
    const event = yield* wait();
    if (event.type === 'scanned') yield* openScanned(event.text);
    const action = actionOf(event);
    switch (action?.type) {
      case 'openHold':
        yield* showHold(action.holdId);
        break;
      case 'registerHold': {
        const holdId = yield* registerHold();
        if (holdId !== undefined) yield* showHold(holdId);
        break;
      }
      case 'page':
        shown += rowsAtOnce;
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
  (named(hold).last4?.includes(search) ?? false) ||
  String(hold.amount.minorUnits).startsWith(search) ||
  (hold.original?.authorisationCode?.includes(search) ?? false);

/** A slip's QR finds its hold, or registers that of another terminal; what is no slip of ours is said. */
export function* openScanned(text: string): Flow<void> {
  if (isPart(text)) {
    yield* receive(text);
    return;
  }
  const code = readSlipCode(text);
  if (code !== undefined) {
    const now = yield* facts();
    // The form for a hold on paper carries the number of its case.
    if (incidentOf(now, code.holdId) !== undefined) {
      yield* showCase(code.holdId);
      return;
    }
    const known = holdOf(now, code.holdId) !== undefined;
    const holdId = known ? code.holdId : yield* registerHold(code);
    if (holdId !== undefined) yield* showHold(holdId);
    return;
  }
  const { cardIn } = yield* facts();
  yield* show({ name: 'notice', notice: { type: 'slipUnknown' }, primary: 'ok', cardIn });
  for (;;) {
    if (leaves(actionOf(yield* wait()))) return;
  }
}
