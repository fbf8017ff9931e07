import type { KeyProblem } from '#hal/keystore/contract.ts';
import { peopleOf } from '../people/person.ts';
import { actionOf } from './amount.ts';
import { append, type Flow, facts, keyStep, show, tone, wait } from './flow.ts';
import type { KeyEntryStep } from './view/keys.ts';
import type { CashierAction } from './view.ts';

type Typed = 'typed' | 'back' | 'tooLong';

/** A part that nobody goes on with is forgotten. */
const patienceMs = 180_000;

const checkValueDigits = 6;

/** One custodian types a part and says that its check value is the one on the paper. */
export function* keyPart(step: 'first' | 'second', by: string): Flow<'done' | 'back' | 'tooLong'> {
  let problem: KeyProblem | undefined;
  for (;;) {
    const typed = yield* typePart(step, by, problem);
    if (typed !== 'typed') return typed;
    const end = yield* keyStep({ do: 'endPart' });
    problem = end.ok ? undefined : end.problem;
    if (!end.ok) {
      yield* tone('warning');
      continue;
    }
    const { checkValue, parity } = end;
    const same = yield* compare(step, by, checkValue, parity);
    if (same === 'tooLong') return same;
    if (same === 'same') {
      const part = step === 'first' ? 1 : 2;
      yield* append({ events: [{ kind: 'masterKey.part', part, by, checkValue }] });
      return 'done';
    }
    yield* keyStep({ do: 'dropPart' });
  }
}

function* typePart(
  step: 'first' | 'second',
  by: string,
  problem: KeyProblem | undefined,
): Flow<Typed> {
  const { lengths } = yield* keyStep({ do: 'look' });
  let digits = 0;
  let shown = '';
  let said = problem;
  const end = yield* typeHex(
    function* () {
      yield* showEntry(step, by, { digits, lengths, shown }, said);
    },
    function* (input) {
      said = undefined;
      if (input === 'clear') {
        yield* keyStep({ do: 'clear' });
        digits = 0;
        shown = '';
        return;
      }
      if (digits >= Math.max(...lengths)) return;
      digits = yield* keyStep({ do: 'type', digit: input });
      shown = input;
    },
    () => lengths.includes(digits),
  );
  if (end !== 'typed') yield* keyStep({ do: 'clear' });
  return end;
}

/** The check value of the whole key, as the bank's letter has it: six hex digits. */
export function* expectedValue(by: string): Flow<string | 'tooLong' | undefined> {
  let typed = '';
  const lengths = [checkValueDigits];
  const end = yield* typeHex(
    function* () {
      const entry = { digits: typed.length, lengths, shown: typed };
      yield* showEntry('expected', by, entry, undefined);
    },
    (input) => {
      typed = input === 'clear' ? typed.slice(0, -1) : (typed + input).slice(0, checkValueDigits);
      return undefined;
    },
    () => typed.length === checkValueDigits,
  );
  if (end === 'typed') return typed;
  return end === 'tooLong' ? end : undefined;
}

type Entry = {
  readonly digits: number;
  readonly lengths: readonly number[];
  readonly shown: string;
};

function* showEntry(
  step: KeyEntryStep,
  by: string,
  entry: Entry,
  problem: KeyProblem | undefined,
): Flow<void> {
  yield* show({
    name: 'key-part',
    step,
    who: yield* nameOf(by),
    ...entry,
    ...(problem === undefined ? {} : { problem }),
  });
}

/** Hex digits until Enter, when they are enough. */
function* typeHex(
  paint: () => Flow<void>,
  take: (input: string) => Flow<void> | undefined,
  isWhole: () => boolean,
): Flow<Typed> {
  let untilMs = (yield* facts()).nowMs + patienceMs;
  for (;;) {
    yield* paint();
    const event = yield* wait(untilMs);
    const { nowMs } = yield* facts();
    const action = actionOf(event);
    if (action !== undefined) untilMs = nowMs + patienceMs;
    else if (nowMs >= untilMs) return 'tooLong';
    if (action?.type === 'back' || action?.type === 'cancel') return 'back';
    if (action?.type === 'primary' || action?.type === 'enter') {
      if (isWhole()) return 'typed';
    } else if (action !== undefined) {
      const input = hexOf(action);
      const taken = input === undefined ? undefined : take(input);
      if (taken !== undefined) yield* taken;
    }
  }
}

function hexOf(action: CashierAction): string | undefined {
  if (action.type === 'clear') return 'clear';
  if (action.type === 'hexLetter') return action.letter;
  return action.type === 'digit' && action.digit !== '00' ? action.digit : undefined;
}

function* compare(
  step: 'first' | 'second',
  by: string,
  checkValue: string,
  parity: boolean,
): Flow<'same' | 'other' | 'tooLong'> {
  const untilMs = (yield* facts()).nowMs + patienceMs;
  for (;;) {
    yield* show({ name: 'key-check', step, who: yield* nameOf(by), checkValue, parity });
    const action = actionOf(yield* wait(untilMs));
    if (action?.type === 'primary' || action?.type === 'enter') return 'same';
    if (action?.type === 'typeAgain' || action?.type === 'back' || action?.type === 'cancel')
      return 'other';
    if ((yield* facts()).nowMs >= untilMs) return 'tooLong';
  }
}

function* nameOf(by: string) {
  const name = peopleOf(yield* facts()).find(({ id }) => id === by)?.name;
  return name ?? { 'zh-CN': by, en: by };
}
