import { hex } from '../../bytes.ts';
import { actionOf } from '../amount.ts';
import { fail, look, type Wish } from '../case.ts';
import { append, type Flow, facts, perform, wait } from '../flow.ts';
import { readWell } from '../reader-health.ts';
import type { GuidePage } from '../view/ways.ts';
import { guide, showGuide } from './guide.ts';
import type { Way } from './way.ts';

/** SELECT of the payment system's directory (EMV 4.4 Book 1 §11.3): any answer proves both directions. */
const selectDirectory = hex('00A404000E315041592E5359532E4444463031');

/** What a card at the cleaned part said, and at which part. */
type Tested = { readonly read: boolean; readonly by: 'chip' | 'stripe' };

/** 清洁读卡口: only when a test card proves the reader, the customer's card again. */
export const cleanReader: Way = function* (wish) {
  const test = yield* cleanAndTest(wish);
  if (test === 'left') return { type: 'left' };
  const { read, by } = test;
  const testCard = { type: 'testCard', read, ...(by === 'stripe' ? { by } : {}) } as const;
  if (read) {
    yield* look(wish, testCard);
    const said = yield* guide(wish, 'cleanProved');
    return said === 'back' ? { type: 'left' } : { type: 'tryCard', ask: 'insertAgain' };
  }
  yield* fail(wish, testCard);
  yield* guide(wish, 'cleanFailed');
  return { type: 'notHelped' };
};

/** Wipe the slot, wipe the head, then any card proves the reader; the counters of the reads begin anew. */
export function* cleanAndTest(wish: Wish): Flow<Tested | 'left'> {
  const { head } = (yield* facts()).config;
  const pages: readonly GuidePage[] =
    head.kind === 'none' ? ['cleanChip'] : ['cleanChip', 'cleanStripe'];
  const of = pages.length + 1;
  let at = 1;
  for (;;) {
    const page = pages[at - 1];
    if (page === undefined) {
      const test = yield* testCard(wish, of);
      if (test !== 'back') {
        const { operator } = yield* facts();
        yield* append({ events: [{ kind: 'care.cleaned', operator, read: test.read }] });
        return test;
      }
      at -= 1;
      continue;
    }
    const end = yield* guide(wish, page, { step: { at, of } });
    if (end === 'back' && at === 1) return 'left';
    at += end === 'back' ? -1 : 1;
  }
}

/** Any card at all, a staff card too: it is only powered up, and nothing is read from it. */
function* testCard(wish: Wish, last: number): Flow<Tested | 'back'> {
  for (;;) {
    yield* showGuide(wish, 'cleanTest', { step: { at: last, of: last } });
    const event = yield* wait();
    if (event.type === 'cardInserted') {
      const read = yield* answers();
      if (read) readWell(wish.health, 'test card', (yield* facts()).nowMs);
      return { read, by: 'chip' };
    }
    if (event.type === 'swiped') return { read: event.swipe.type === 'read', by: 'stripe' };
    const action = actionOf(event);
    if (action?.type === 'back' || action?.type === 'cancel') return 'back';
  }
}

function* answers(): Flow<boolean> {
  const powered = yield* perform({ type: 'powerUp' });
  if (powered.type === 'fault') return false;
  const answer = yield* perform({ type: 'transmit', commandApdu: selectDirectory });
  yield* perform({ type: 'powerDown' });
  return answer.type === 'transmit';
}
