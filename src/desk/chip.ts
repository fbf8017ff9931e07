import type { RequestCard } from '../acquirer/contract.ts';
import { toHex } from '../bytes.ts';
import type {
  Candidate,
  CardData,
  KernelOutcome,
  KernelRequest,
  KernelResponse,
  OnlineAnswer,
  OnlineRequest,
  TransmissionProtocol,
} from '../emv/contract.ts';
import { transaction } from '../emv/transaction.ts';
import type { FaultCode } from '../fault.ts';
import { AskingBank } from './asking-bank.ts';
import { type BankReady, nextStan, signIn } from './bank.ts';
import type { Wish } from './case.ts';
import { chooseApplication } from './choose-application.ts';
import { customerLanguage } from './customer-language.ts';
import {
  type DeskEvent,
  type Flow,
  facts,
  perform,
  random,
  type TaskResult,
  withBank,
} from './flow.ts';
import { kernelInput } from './kernel-input.ts';
import { enterOfflinePin, enterPin, pinAgain } from './pin.ts';
import { type Transacted, transact } from './transact.ts';

/** How a read of the chip ended: with the kernel's outcome, or before the kernel could begin. */
export type ChipEnd =
  | { readonly type: 'noAtr' }
  /** It answered its reset, and not with an answer to reset. */
  | { readonly type: 'badAtr'; readonly atr: Uint8Array }
  | { readonly type: 'fault'; readonly fault: FaultCode }
  | {
      readonly type: 'outcome';
      readonly outcome: KernelOutcome;
      /** What became of the bank's part, when it came to that. */
      readonly bank?: Transacted;
      readonly card?: CardData;
    };

/**
 * One chip transaction: power up, the kernel from selection to second GENERATE AC, the bank in the middle.
 * The bank's answers are journalled as they come; the caller journals what the whole amounts to.
 */
export function* readChip(wish: Wish): Flow<ChipEnd> {
  const screen = new AskingBank(wish);
  yield* screen.show();
  const repaint = (event: DeskEvent) => screen.meanwhile(event);
  const powered = yield* perform({ type: 'powerUp' }, repaint);
  if (powered.type === 'fault') return notPowered(powered);
  const kernel = transaction(
    yield* kernelInput(wish.amount, yield* nextStan(), protocolOf(powered)),
  );
  let bank: Transacted | undefined;
  let card: CardData | undefined;
  let pinBlock: Uint8Array | undefined;
  let offlineEntries = 0;
  let spokenTo = false;
  let next = kernel.next();
  while (next.done !== true) {
    const request: KernelRequest = next.value;
    if ('languagePreference' in request && !spokenTo) {
      wish.language = yield* customerLanguage(request.languagePreference);
      spokenTo = true;
    }
    if (request.type === 'onlinePin') {
      const ready = yield* keysForPin(screen);
      if (ready.type === 'notReady') {
        bank = { ...ready, type: 'bankNotReady' };
        next = kernel.next({ type: 'cancelled' });
        continue;
      }
      const entry = yield* enterPin(wish.amount, 'preauth', request.pan, wish.language);
      if (entry.type === 'pinBlock') pinBlock = entry.pinBlock;
      yield* screen.show();
      next = kernel.next(pinResponse(entry.type));
    } else if (request.type === 'offlinePin') {
      const entered = yield* offlinePin(wish, request, offlineEntries++);
      if (entered.type === 'transmitted' && toHex(entered.responseApdu) === '9000')
        screen.pinWasRight();
      next = kernel.next(entered);
      yield* screen.show();
    } else if (request.type === 'online') {
      card = request.request.card;
      bank = yield* goOnline(wish, request.request, pinBlock, screen);
      next = kernel.next({ type: 'online', answer: onlineAnswer(bank) });
    } else next = kernel.next(yield* answerKernel(wish, request, screen));
  }
  const outcome = next.value;
  if (outcome.type !== 'failed') card = outcome.type === 'cancelled' ? card : outcome.card;
  else card ??= outcome.failure.card;
  yield* perform({ type: 'powerDown' });
  return {
    type: 'outcome',
    outcome,
    ...(bank === undefined ? {} : { bank }),
    ...(card === undefined ? {} : { card }),
  };
}

export const protocolOf = (powered: TaskResult): TransmissionProtocol | undefined =>
  powered.type === 'powerUp' ? powered.protocol : undefined;

function notPowered({ fault, evidence }: Extract<TaskResult, { type: 'fault' }>): ChipEnd {
  if (fault !== 'reader.cardUnresponsive') return { type: 'fault', fault };
  return evidence === undefined ? { type: 'noAtr' } : { type: 'badAtr', atr: evidence };
}

/** The PIN is sealed under a working key: without one the bank is asked for it before the customer is. */
function* keysForPin(screen: AskingBank): Flow<BankReady> {
  if ((yield* facts()).signedIn) return { type: 'ready' };
  const repaint = (event: DeskEvent) => screen.meanwhile(event);
  return yield* withBank(() => signIn(repaint), repaint);
}

/** The card compares: each wrong try says how many are left. */
function* offlinePin(
  wish: Wish,
  { method, triesLeft }: Extract<KernelRequest, { type: 'offlinePin' }>,
  entriesBefore: number,
): Flow<KernelResponse> {
  const entry = yield* enterOfflinePin(
    {
      amount: wish.amount,
      purpose: 'preauth',
      ...(triesLeft === undefined ? {} : { triesLeft }),
      wrongBefore: entriesBefore > 0,
      ...(wish.language === undefined ? {} : { language: wish.language }),
    },
    method,
  );
  if (entry.type === 'answered') return { type: 'transmitted', responseApdu: entry.responseApdu };
  if (entry.type === 'cardFault')
    return { type: 'transmitFailed', fault: transmitFaults[entry.fault] ?? 'readerGone' };
  return pinResponse(entry.type);
}

/** Requests that need neither the bank nor the PIN pad. */
function* answerKernel(
  wish: Wish,
  request: Exclude<KernelRequest, { type: 'onlinePin' | 'offlinePin' | 'online' }>,
  screen: AskingBank,
): Flow<KernelResponse> {
  switch (request.type) {
    case 'transmit':
      return yield* transmit(request.commandApdu, screen);
    case 'random':
      return { type: 'random', bytes: yield* random(request.length) };
    case 'chooseApplication': {
      const index = yield* pickApplication(wish, screen, request.candidates);
      return index === undefined ? { type: 'cancelled' } : { type: 'chosen', index };
    }
    case 'confirmApplication': {
      const index = yield* chooseApplication(screen.amount, [request.candidate], wish.language);
      yield* screen.show();
      return index === undefined ? { type: 'cancelled' } : { type: 'confirmed', yes: true };
    }
    default:
      return request satisfies never;
  }
}

/** The customer's choice; the account that did not work before is not offered again. */
function* pickApplication(
  wish: Wish,
  screen: AskingBank,
  candidates: readonly Candidate[],
): Flow<number | undefined> {
  wish.applications = candidates.length;
  const open = candidates.filter(({ label }) => label !== wish.applicationLeftOut);
  const [only] = open;
  const chosen =
    open.length === 1
      ? only
      : open[(yield* chooseApplication(screen.amount, open, wish.language)) ?? -1];
  yield* screen.show();
  if (chosen === undefined) return undefined;
  wish.applicationTried = chosen.label;
  return candidates.indexOf(chosen);
}

export const transmitFaults: Partial<Record<FaultCode, 'cardRemoved' | 'cardMute' | 'protocol'>> = {
  'reader.cardRemoved': 'cardRemoved',
  'reader.cardMute': 'cardMute',
  'reader.cardUnresponsive': 'cardMute',
  'reader.protocol': 'protocol',
};

function* transmit(commandApdu: Uint8Array, screen: AskingBank): Flow<KernelResponse> {
  const done = yield* perform({ type: 'transmit', commandApdu }, (event) =>
    screen.meanwhile(event),
  );
  return done.type === 'transmit'
    ? { type: 'transmitted', responseApdu: done.responseApdu }
    : { type: 'transmitFailed', fault: transmitFaults[done.fault] ?? 'readerGone' };
}

function pinResponse(
  entry: 'pinBlock' | 'bypassed' | 'cancelled' | 'timedOut' | 'gone',
): KernelResponse {
  if (entry === 'pinBlock') return { type: 'pin', result: 'entered' };
  if (entry === 'bypassed') return { type: 'pin', result: 'bypassed' };
  if (entry === 'gone') return { type: 'pin', result: 'padFailed' };
  return { type: 'cancelled' };
}

function* goOnline(
  wish: Wish,
  online: OnlineRequest,
  pinBlock: Uint8Array | undefined,
  screen: AskingBank,
): Flow<Transacted> {
  yield* screen.step('sentToBank');
  const { card } = online;
  const requestCard: RequestCard = {
    pan: card.pan,
    expiry: card.expiry,
    ...(card.panSequenceNumber === undefined ? {} : { panSequenceNumber: card.panSequenceNumber }),
    ...(card.track2EquivalentData === undefined
      ? {}
      : { track2: track2Text(card.track2EquivalentData) }),
    ...(pinBlock === undefined ? {} : { pinBlock }),
    chipData: online.chipData,
  };
  const transacted = yield* transact(
    {
      kind: 'preauth',
      opens: {
        ...(wish.note === undefined ? {} : { note: wish.note }),
        label: card.applicationLabel,
        how: 'chip',
      },
      amount: wish.amount,
      posEntryMode: pinBlock === undefined ? '052' : '051',
      card: requestCard,
      askPinAgain: () => pinAgain(wish.amount, 'preauth', card.pan, screen, wish.language),
    },
    (event) => screen.meanwhile(event),
  );
  yield* screen.step('writeChip');
  return transacted;
}

/** Tag 57 as field 35 wants it: digits, `D` between number and expiry, padding F dropped (EMV Book 3 annex A). */
function track2Text(track2EquivalentData: Uint8Array): string {
  let text = '';
  for (const byte of track2EquivalentData) text += byte.toString(16).padStart(2, '0').toUpperCase();
  return text.replace(/F+$/, '');
}

function onlineAnswer(transacted: Transacted): OnlineAnswer {
  if (transacted.type !== 'answered') return { type: 'unableToGoOnline' };
  const { responseCode, approved, issuerAuthenticationData, issuerScripts } = transacted.answer;
  return {
    type: 'answered',
    authorisationResponseCode: responseCode,
    approved,
    ...(issuerAuthenticationData === undefined ? {} : { issuerAuthenticationData }),
    issuerScripts,
  };
}
