import { type Kept, keptBulletins, refusedBulletins, stateOf, unreadBy } from '../bulletin/kept.ts';
import { bulletinsInForce } from '../recovery/bulletins.ts';
import { actionOf } from './amount.ts';
import { fetchBulletins } from './bulletin-watch.ts';
import { append, type Facts, type Flow, facts, show, tone, wait } from './flow.ts';
import { money } from './queries.ts';
import type { BulletinRow, Looked } from './view/bulletin.ts';
import type { ScreenOf } from './view.ts';

/** The newest one that holds now, whatever it is about. */
export const newestBulletin = ({ documents, nowMs }: Facts): Kept | undefined =>
  keptBulletins(documents).findLast((one) => stateOf(one, nowMs) === 'inForce');

/** What is announced for now about the acquirer itself: every card would fail. */
export const announcedOutage = ({ documents, nowMs }: Facts): Kept | undefined =>
  bulletinsInForce(documents, nowMs, undefined).at(-1);

/** What the person on duty has not read is shown once; put off, it comes again before the next hold. */
export function* tellBulletins(told: Set<string>): Flow<void> {
  const { operator, documents, nowMs } = yield* facts();
  for (const { id } of unreadBy(operator, documents, nowMs)) {
    const key = `bulletin ${operator} ${id}`;
    if (told.has(key)) continue;
    told.add(key);
    yield* tone('warning');
    yield* readBulletin(id);
  }
}

/** 公告: all that are kept, newest first, and a look for new ones by hand. */
export function* showBulletins(): Flow<void> {
  let looked: Looked | undefined;
  for (;;) {
    yield* show(listScreen(yield* facts(), looked === undefined ? {} : { looked }));
    const action = actionOf(yield* wait((yield* facts()).nowMs + 20_000));
    if (action?.type === 'back' || action?.type === 'cancel') return;
    if (action?.type === 'bulletin') yield* readBulletin(action.id);
    if (action?.type === 'primary' || action?.type === 'enter') looked = yield* lookByHand();
  }
}

function* lookByHand(): Flow<Looked> {
  const startedMs = (yield* facts()).nowMs;
  const repaint = function* (): Flow<void> {
    const now = yield* facts();
    const looking = Math.max(0, Math.floor((now.nowMs - startedMs) / 1_000));
    yield* show(listScreen(now, { looking }));
  };
  yield* repaint();
  const stick = yield* fetchBulletins('folder', repaint);
  const net = yield* fetchBulletins('address', repaint);
  const refused = stick.refused ?? net.refused;
  const fault = stick.fault ?? net.fault;
  return {
    taken: stick.taken + net.taken,
    ...(refused === undefined ? {} : { refused }),
    ...(fault === undefined ? {} : { fault }),
  };
}

/** One bulletin: the large button says that it was read, in the name of the person on duty. */
function* readBulletin(id: string): Flow<void> {
  for (;;) {
    const now = yield* facts();
    const bulletin = keptBulletins(now.documents).find((one) => one.id === id);
    if (bulletin === undefined) return;
    yield* show(detailScreen(bulletin, now));
    const action = actionOf(yield* wait(now.nowMs + 20_000));
    if (action?.type === 'back' || action?.type === 'cancel') return;
    if (action?.type !== 'primary' && action?.type !== 'enter') continue;
    const { operator } = now;
    if (!bulletin.readBy.includes(operator))
      yield* append({ events: [{ kind: 'bulletin.acknowledged', id, operator }] });
    return;
  }
}

function listScreen(
  now: Facts,
  state: Pick<ScreenOf<'bulletins'>, 'looking' | 'looked'>,
): ScreenOf<'bulletins'> {
  const [refused] = refusedBulletins(now.documents);
  return {
    name: 'bulletins',
    rows: keptBulletins(now.documents)
      .map((one) => rowOf(one, now))
      .reverse(),
    ...(refused === undefined ? {} : { refused }),
    ...state,
  };
}

const rowOf = (one: Kept, { nowMs, operator }: Facts): BulletinRow => ({
  id: one.id,
  kind: one.kind,
  title: one.title,
  state: stateOf(one, nowMs),
  fromMs: one.fromMs,
  ...(one.untilMs === undefined ? {} : { untilMs: one.untilMs }),
  read: one.readBy.includes(operator),
});

function detailScreen(one: Kept, now: Facts): ScreenOf<'bulletin'> {
  const { issuer, issuerName, number, text, changes = {}, bins } = one;
  const most = changes.maximumHoldMinorUnits;
  return {
    ...rowOf(one, now),
    name: 'bulletin',
    ...{ issuer, issuerName, number, text, changes, bins },
    ...(most === undefined ? {} : { maximumHold: money(most, now) }),
  };
}
