import type { CardData, KernelRequest, KernelResponse } from '../emv/contract.ts';
import { readNumber } from '../emv/read-number.ts';
import type { Money } from '../money.ts';
import { nextStan } from './bank.ts';
import { protocolOf, transmitFaults } from './chip.ts';
import { chooseApplication } from './choose-application.ts';
import { type Flow, perform, random } from './flow.ts';
import { kernelInput } from './kernel-input.ts';

export type ChipNumber =
  | { readonly type: 'read'; readonly card: CardData }
  | { readonly type: 'unread' }
  | { readonly type: 'cancelled' };

/** The number of the card in the slot. The card is asked for no cryptogram: no new hold, no charge. */
export function* readNumberByChip(amount: Money): Flow<ChipNumber> {
  const powered = yield* perform({ type: 'powerUp' });
  if (powered.type === 'fault') return { type: 'unread' };
  const kernel = readNumber(yield* kernelInput(amount, yield* nextStan(), protocolOf(powered)));
  let next = kernel.next();
  while (next.done !== true) next = kernel.next(yield* answer(next.value, amount));
  yield* perform({ type: 'powerDown' });
  switch (next.value.type) {
    case 'numberRead':
      return { type: 'read', card: next.value.card };
    case 'cancelled':
      return { type: 'cancelled' };
    case 'failed':
      return { type: 'unread' };
  }
}

function* answer(request: KernelRequest, amount: Money): Flow<KernelResponse> {
  switch (request.type) {
    case 'transmit': {
      const done = yield* perform({ type: 'transmit', commandApdu: request.commandApdu });
      return done.type === 'transmit'
        ? { type: 'transmitted', responseApdu: done.responseApdu }
        : { type: 'transmitFailed', fault: transmitFaults[done.fault] ?? 'readerGone' };
    }
    case 'random':
      return { type: 'random', bytes: yield* random(request.length) };
    case 'chooseApplication': {
      const index = yield* chooseApplication(amount, request.candidates);
      return index === undefined ? { type: 'cancelled' } : { type: 'chosen', index };
    }
    case 'confirmApplication': {
      const index = yield* chooseApplication(amount, [request.candidate]);
      return index === undefined ? { type: 'cancelled' } : { type: 'confirmed', yes: true };
    }
    default:
      throw new Error(`reading a number asks for no ${request.type}`);
  }
}
