import type { IncidentResult } from '../journal/events.ts';
import { actionOf, leaves } from './amount.ts';
import type { Wish } from './case.ts';
import { type Flow, facts, show, tone, wait } from './flow.ts';
import { daysLeftOf, holdOf, incidentOf, named, unsettledItems } from './queries.ts';
import { printCase, slipsState } from './slips.ts';
import type { PrintState, ScreenOf } from './view.ts';
import { namedOf } from './why.ts';

const heldScreenMs = 3_000;

/** The hold stands: said with its date, the slip on its way, a tone until the card is out. */
export function* granted(
  wish: Wish,
  holdId: string,
  slips: readonly string[],
  result: IncidentResult,
): Flow<void> {
  yield* tone('ok');
  if (wish.incidentId !== undefined) {
    yield* showResult(wish, wish.incidentId, result, slips);
    if (!(yield* facts()).cardIn) return;
  }
  yield* untilTaken(function* (print, cardIn) {
    const now = yield* facts();
    const hold = holdOf(now, holdId);
    if (hold === undefined) return;
    yield* show({
      name: 'held',
      ...named(hold),
      amount: hold.amount,
      ...(hold.amount.minorUnits < wish.amount.minorUnits ? { asked: wish.amount } : {}),
      validUntilMs: hold.validUntilMs ?? now.nowMs,
      days: daysLeftOf(hold, now),
      authorisationCode: hold.original?.authorisationCode ?? '',
      ...(hold.history[0]?.slip?.signatureWanted === true ? { signatureWanted: true } : {}),
      print,
      cardIn,
    });
  }, slips);
}

/** Repaints until the card is out and the screen has been read, or the cashier touches on. */
export function* untilTaken(
  paint: (print: PrintState, cardIn: boolean) => Flow<void>,
  slips: readonly string[],
): Flow<void> {
  const { nowMs } = yield* facts();
  let readyMs = nowMs + heldScreenMs;
  let sounding = false;
  for (;;) {
    const now = yield* facts();
    yield* paint(slipsState(now, slips), now.cardIn);
    if (now.cardIn !== sounding) {
      sounding = now.cardIn;
      yield* tone(sounding ? 'remove' : 'off');
    }
    if (!now.cardIn && now.nowMs >= readyMs) return;
    const event = yield* wait(now.cardIn ? undefined : readyMs);
    if (event.type === 'cardRemoved') readyMs = Math.max(readyMs, now.nowMs + 1_000);
    const action = actionOf(event);
    const leaving =
      action?.type === 'primary' ||
      action?.type === 'back' ||
      action?.type === 'enter' ||
      action?.type === 'cancel';
    if (leaving && !(yield* facts()).cardIn) return;
    if (action?.type === 'print') for (const slipId of slips) yield { type: 'print', slipId };
  }
}

/** The end of a case: its number, cause, way and result, and what is still open. */
export function* showResult(
  wish: Wish,
  incidentId: string,
  result: IncidentResult,
  slips: readonly string[],
): Flow<void> {
  for (;;) {
    const now = yield* facts();
    const incident = incidentOf(now, incidentId);
    if (incident === undefined) return;
    const print = slipsState(now, slips);
    const screen: ScreenOf<'result'> = {
      name: 'result',
      ...namedOf(wish),
      incidentId,
      ticket: incident.ticket,
      result,
      amount: wish.amount,
      diagnosis: incident.diagnosis,
      ...(incident.way === undefined ? {} : { way: incident.way }),
      tookSeconds: Math.round(((incident.resolvedAtMs ?? now.nowMs) - incident.openedAtMs) / 1_000),
      stillOpen: [
        ...(unsettledItems(now, 'reversal').length > 0 ? (['reversal'] as const) : []),
        ...(unsettledItems(now, 'advice').length > 0 ? (['advice'] as const) : []),
        ...(print === 'failed' ? (['print'] as const) : []),
      ],
      print,
      cardIn: now.cardIn,
    };
    yield* show(screen);
    yield* tone(now.cardIn ? 'remove' : 'off');
    const action = actionOf(yield* wait());
    if (action?.type === 'print') yield* printCase(incidentId);
    if (leaves(action)) break;
  }
  yield* tone('off');
}
