import type { HostAnswer, HostRequest } from '../acquirer/contract.ts';
import type { ManagementMessage } from '../journal/events.ts';
import { askHost, batchNumber, type Meanwhile, nextStan } from './bank.ts';
import { append, type Flow, facts } from './flow.ts';

/** What came of one message that moves no money: the answer, or a code or fault that says why there is none. */
export type Managed =
  | { readonly type: 'answered'; readonly answer: HostAnswer }
  | { readonly type: 'failed'; readonly fault: string };

type Managing = Extract<HostRequest, { readonly kind: ManagementMessage }>;

/** One message of the management of the line: its trace number is journalled before it leaves. */
export function* manage(
  build: (numbers: { readonly stan: number; readonly batch: number }) => Managing,
  meanwhile?: Meanwhile,
): Flow<Managed> {
  const request = build({ stan: yield* nextStan(), batch: yield* batchNumber() });
  const { kind: what, stan, batch } = request;
  yield* append({ events: [{ kind: 'bank.requested', what, stan, batch }] });
  const result = yield* askHost(request, meanwhile);
  if (result.type === 'noAnswer') return { type: 'failed', fault: result.fault };
  const { responseCode, approved } = result.answer;
  yield* append({ events: [{ kind: 'bank.answered', what, stan, responseCode }] });
  return approved
    ? { type: 'answered', answer: result.answer }
    : { type: 'failed', fault: responseCode };
}

/** 回响测试: is the bank's computer there, and how long does it take? */
export const echo = (meanwhile?: Meanwhile): Flow<Managed> =>
  manage((numbers) => ({ kind: 'echo', ...numbers }), meanwhile);

/** 签退: the bank forgets the keys; the next transaction or the button fetches new ones. */
export function* signOff(meanwhile?: Meanwhile): Flow<Managed> {
  const { operator } = yield* facts();
  return yield* manage((numbers) => ({ kind: 'signOff', ...numbers, operator }), meanwhile);
}
