import { type Action, agreedBy } from '../people/permissions.ts';
import { actionOf } from './amount.ts';
import { append, type Flow, facts, show, tone, wait } from './flow.ts';
import { counter, permissionOf } from './queries.ts';

/** Wrong tries before the first pause, and the pauses after that, in seconds. */
const freeTries = 2;
const pauseSeconds = [5, 15, 60, 300, 900];

type Tries = { readonly count: number; readonly lastMs: number };

/** What came of a question to the table of permissions. `by`: who agreed, where somebody had to. */
export type Permit = { readonly allowed: true; readonly by?: string } | { readonly allowed: false };

/** May the person on duty do this now? Asks for the PIN of somebody who may agree, where the table says so. */
export function* permit(action: Action): Flow<Permit> {
  const cell = permissionOf(action, yield* facts());
  if (cell === 'alone') return { allowed: true };
  const by = cell === 'agreed' ? yield* authorise(action) : undefined;
  return by === undefined ? { allowed: false } : { allowed: true, by };
}

/**
 * Somebody whose role may agree to this does so with the PIN: the id, or undefined when nobody did. The try is
 * durable before the PIN is compared.
 */
export function* authorise(purpose: Action): Flow<string | undefined> {
  const [role = 'supervisor'] = agreedBy(purpose);
  let pin = '';
  let wrong = false;
  for (;;) {
    const now = yield* facts();
    const tries = counter<Tries>(now, 'supervisorTries') ?? { count: 0, lastMs: 0 };
    const pause = pauseSeconds[Math.min(tries.count - freeTries, pauseSeconds.length) - 1] ?? 0;
    const lockedSeconds = Math.max(
      0,
      Math.ceil((tries.lastMs + pause * 1_000 - now.nowMs) / 1_000),
    );
    const digits = pin.length;
    yield* show({ name: 'supervisor', purpose, role, digits, wrong, lockedSeconds });
    const action = actionOf(yield* wait(lockedSeconds > 0 ? now.nowMs + 1_000 : undefined));
    switch (action?.type) {
      case 'digit':
        if (lockedSeconds === 0) pin = (pin + action.digit).slice(0, 8);
        wrong = false;
        break;
      case 'clear':
        pin = '';
        break;
      case 'primary':
      case 'enter': {
        if (lockedSeconds > 0 || pin.length < 4) break;
        const agreed = yield* compare(pin, purpose);
        if (agreed !== undefined) return agreed;
        wrong = true;
        pin = '';
        yield* tone('warning');
        break;
      }
      case 'back':
      case 'cancel':
        return undefined;
    }
  }
}

function* compare(pin: string, purpose: Action): Flow<string | undefined> {
  const now = yield* facts();
  const { config } = now;
  const attempt = (counter<Tries>(now, 'supervisorTries')?.count ?? 0) + 1;
  yield* append({ events: [{ kind: 'operator.tried', purpose, attempt }] });
  for (const person of config.people) {
    if (!agreedBy(purpose).includes(person.role)) continue;
    const right = (yield { type: 'checkPin', person: person.id, pin }) as boolean;
    if (!right) continue;
    yield* append({ events: [{ kind: 'operator.approved', operator: person.id, purpose }] });
    return person.id;
  }
  return undefined;
}
