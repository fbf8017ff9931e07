import { concat } from '../bytes.ts';
import { endsInLe, getResponse } from './commands.ts';
import type { KernelFailureCode, KernelRequest, KernelResponse } from './contract.ts';
import { fail, KernelEnd, statusWords } from './end.ts';
import { limits } from './limits.ts';
import type { Session, Stage } from './state.ts';

/** An answer of the card with its parts put together: data, and the status words as hex. */
export type Answer = { readonly data: Uint8Array; readonly sw: string };

const faultCodes = {
  cardRemoved: 'cardRemoved',
  cardMute: 'cardMute',
  readerGone: 'readerGone',
  protocol: 'protocolError',
} as const satisfies Record<string, KernelFailureCode>;

/**
 * One command and its whole answer (EMV 4.4 Book 1 §9.3.1): 61xx fetches what waits, 6Cxx repeats
 * with the length that the card names. Over T=0 a warning (62xx, 63xx) to a command of case 4 leaves data to be
 * fetched too; the warning is the answer's, whatever GET RESPONSE ends in. All are bounded, because a card may say
 * them for ever.
 */
export function* transmit(session: Session, command: Uint8Array): Stage<Answer> {
  let data: Uint8Array = new Uint8Array(0);
  let next = command;
  let warning: string | undefined;
  for (let round = 0; round <= limits.chainedResponses; round++) {
    const response = yield* exchange(session, next);
    const [sw1 = 0, sw2 = 0] = response.slice(-2);
    if (warning === undefined && leavesData(session, next, response)) {
      warning = statusWords(response);
      next = getResponse(0);
      continue;
    }
    if (sw1 === 0x6c && response.length === 2) {
      next = withLe(next, sw2);
      continue;
    }
    data = concat(data, response.slice(0, -2));
    if (data.length > limits.responseBytes) {
      fail(session, 'tooLong', { flaw: 'answerEndless' });
    }
    if (sw1 !== 0x61) return { data, sw: warning ?? statusWords(response) };
    next = getResponse(sw2);
  }
  return fail(session, 'protocolError', {
    sw: statusWords(session.lastResponse),
    flaw: 'answerEndless',
  });
}

/** A warning without data to a command that brings data and wants some, over T=0 (Book 1 annex A, case 4). */
const leavesData = ({ input }: Session, command: Uint8Array, response: Uint8Array): boolean =>
  input.protocol === 'T=0' &&
  response.length === 2 &&
  (response[0] === 0x62 || response[0] === 0x63) &&
  command.length > 5 &&
  endsInLe(command);

/** One command as it is, one response as it comes. */
function* exchange(session: Session, commandApdu: Uint8Array): Stage<Uint8Array> {
  if (++session.commandsSent > limits.commands) {
    fail(session, 'protocolError', { flaw: 'answerEndless' });
  }
  const response = yield* ask(session, { type: 'transmit', commandApdu, step: session.step });
  return acceptTransmission(session, response);
}

/** The response APDU, or the end when the card or the reader failed. */
export function acceptTransmission(session: Session, response: KernelResponse): Uint8Array {
  if (response.type === 'transmitFailed')
    fail(session, faultCodes[response.fault], { evidence: new Uint8Array(0) });
  if (response.type !== 'transmitted') throw new Error(`${response.type} answers no command`);
  session.lastResponse = response.responseApdu;
  // A card pulled in the middle of a command can come back as an empty answer.
  if (response.responseApdu.length < 2) fail(session, 'cardRemoved');
  return response.responseApdu;
}

/** Yields a request; a person who gives up ends the transaction. */
export function* ask(session: Session, request: KernelRequest): Stage<KernelResponse> {
  const response = yield request;
  if (response.type === 'cancelled') {
    throw new KernelEnd({ type: 'cancelled', at: session.step });
  }
  return response;
}

/**
 * The same command with another expected length: the last byte of cases 2 and 4, added in case 3.
 */
function withLe(command: Uint8Array, le: number): Uint8Array {
  return concat(endsInLe(command) ? command.slice(0, -1) : command, Uint8Array.of(le));
}
