import { isFault } from '../fault.ts';
import type { KeysEvent } from '../keys/events.ts';
import { type MasterKeyRecord, masterKeyCounter } from '../keys/projector.ts';
import { peopleOf } from '../people/person.ts';
import { actionOf } from './amount.ts';
import { authorise } from './authorise.ts';
import { append, type Flow, facts, keyStep, show, tone, wait } from './flow.ts';
import { expectedValue, keyPart } from './key-part.ts';
import { showLine } from './line.ts';
import { counter } from './queries.ts';
import type { KeyLoadEnd } from './view/keys.ts';

/** 主密钥: which one is in use, and the loading of another by two custodians. `by` has just shown the PIN, or is on duty. */
export function* showKeys(by: string): Flow<void> {
  let end: KeyLoadEnd | undefined;
  let proved: string | undefined = by === (yield* facts()).operator ? undefined : by;
  for (;;) {
    const now = yield* facts();
    const { checkValue, loaded } = yield* keyStep({ do: 'look' });
    const record = counter<MasterKeyRecord>(now, masterKeyCounter);
    const known = loaded && record?.state === 'loaded' && record.checkValue === checkValue;
    yield* show({
      name: 'keys',
      checkValue,
      loaded,
      ...(known ? { atMs: record.atMs, by: yield* namesOf(record.by) } : {}),
      signedIn: now.signedIn,
      ...(end === undefined ? {} : { end }),
    });
    const action = actionOf(yield* wait());
    if (action?.type === 'back' || action?.type === 'cancel') return;
    if (action?.type === 'lineJob') yield* showLine(['signIn', 'test']);
    if (action?.type !== 'primary' && action?.type !== 'enter') continue;
    end = yield* loadKey(proved);
    // A PIN opens one try.
    proved = undefined;
    if (end !== undefined) yield* tone(end === 'loaded' ? 'ok' : 'warning');
  }
}

function* namesOf(numbers: readonly [string, string]) {
  const people = peopleOf(yield* facts());
  const nameOf = (number: string) =>
    people.find(({ id }) => id === number)?.name ?? { 'zh-CN': number, en: number };
  return [nameOf(numbers[0]), nameOf(numbers[1])] as const;
}

/** Both parts, one custodian after the other; nothing is kept before the typed check value agrees. */
function* loadKey(proved: string | undefined): Flow<KeyLoadEnd | undefined> {
  try {
    const first = proved ?? (yield* authorise('keyPart'));
    if (first === undefined) return undefined;
    const begun = yield* keyPart('first', first);
    if (begun !== 'done') return begun === 'tooLong' ? 'tooLong' : undefined;
    const second = yield* authorise('keyPart', first);
    if (second === undefined) return undefined;
    const ended = yield* keyPart('second', second);
    if (ended !== 'done') return ended === 'tooLong' ? 'tooLong' : undefined;
    return yield* combine([first, second]);
  } finally {
    yield* keyStep({ do: 'forget' });
  }
}

function* combine(by: readonly [string, string]): Flow<KeyLoadEnd | undefined> {
  const expected = yield* expectedValue(by[1]);
  if (expected === undefined || expected === 'tooLong') return expected;
  const whole = yield* keyStep({ do: 'combine' });
  const problem = whole.ok
    ? whole.checkValue === expected
      ? undefined
      : 'differs'
    : whole.problem;
  if (!whole.ok || problem !== undefined) {
    const why = problem ?? 'differs';
    yield* append({ events: [{ kind: 'masterKey.notLoaded', why, by }] });
    return why;
  }
  const { checkValue } = whole;
  yield* append({ events: [{ kind: 'masterKey.agreed', checkValue, by }] });
  try {
    yield* keyStep({ do: 'keep' });
  } catch (error) {
    if (!isFault(error, 'keystore.notKept')) throw error;
    yield* append({ events: [{ kind: 'masterKey.notLoaded', why: 'notKept', by }] });
    return 'notKept';
  }
  yield* append({ events: [{ kind: 'masterKey.loaded', checkValue }] });
  return 'loaded';
}

/** A key was being kept when the power went: the keystore says whether it is there. */
export function* settleInterruptedKey(): Flow<void> {
  const record = counter<MasterKeyRecord>(yield* facts(), masterKeyCounter);
  if (record?.state !== 'agreed') return;
  const { checkValue } = record;
  const inUse = yield* keyStep({ do: 'look' });
  const event: KeysEvent =
    inUse.loaded && inUse.checkValue === checkValue
      ? { kind: 'masterKey.loaded', checkValue }
      : { kind: 'masterKey.notLoaded', why: 'powerCut' };
  yield* append({ events: [event] });
}
