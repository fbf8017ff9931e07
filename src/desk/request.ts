import type { CardRequest, Original, RequestCard } from '../acquirer/contract.ts';
import { fromHex } from '../bytes.ts';
import type { Pan } from '../card/pan.ts';
import type { TransactionRequest } from '../journal/events.ts';
import type { Action } from '../people/permissions.ts';
import { assertPermitted } from './authorise.ts';
import { batchNumber, nextStan } from './bank.ts';
import { type Flow, facts } from './flow.ts';
import { localTime } from './time.ts';

type Wanted = Omit<TransactionRequest, 'stan' | 'batch' | 'localDate' | 'localTime' | 'operator'>;

/** A request as it is journalled: what is wanted, under the next STAN, in this batch, now, by whoever is on duty. */
export function* newRequest<W extends Wanted>(
  wanted: W,
  action: Action,
): Flow<TransactionRequest & Pick<W, 'kind'>> {
  const now = yield* facts();
  assertPermitted(action, wanted.supervisor, now);
  const stan = yield* nextStan();
  const batch = yield* batchNumber();
  const { date, time } = localTime(now.nowMs, now.config.timeZone);
  return { ...wanted, stan, batch, localDate: date, localTime: time, operator: now.operator };
}

/** What a message says again of the row that was written before it: F4, F11, F12, F13, F22, F60.2. */
export const fieldsOf = ({
  stan,
  batch,
  amount,
  localDate,
  localTime,
  posEntryMode,
}: TransactionRequest): Omit<CardRequest, 'card'> => ({
  stan,
  batch,
  amount,
  localDate,
  localTime,
  posEntryMode,
});

/** The transaction that a request is about; itself when it is about none before it. */
export const originalOf = ({ original, batch, stan, localDate }: TransactionRequest): Original =>
  original ?? { batch, stan, date: localDate };

/** The card as it was journalled, with its number out of the vault; `chipData` is field 55 in hex. */
export function cardOf(
  { card }: Pick<TransactionRequest, 'card'>,
  pan: Pan,
  chipData?: string,
): RequestCard {
  const bytes = chipData === undefined ? undefined : fromHex(chipData);
  return {
    pan,
    ...(card.expiry === undefined ? {} : { expiry: card.expiry }),
    ...(card.panSequenceNumber === undefined ? {} : { panSequenceNumber: card.panSequenceNumber }),
    ...(bytes === undefined ? {} : { chipData: bytes }),
  };
}
