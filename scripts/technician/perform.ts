import type { CardConnection } from '#hal/reader/contract.ts';
import type { ScriptStep } from '#src/emv/apdu-script.ts';
import type {
  KernelInput,
  KernelOutcome,
  KernelRequest,
  KernelResponse,
} from '#src/emv/contract.ts';
import { pinPaddingLength, plaintextPinBlock, verifyCommand } from '#src/emv/offline-pin-block.ts';
import { transaction } from '#src/emv/transaction.ts';
import { type FaultCode, isFault } from '#src/fault.ts';
import { type Around, answerQuestion } from '#src/technician/answers.ts';
import { answerWords } from '#src/technician/transcript.ts';
import { outcomeWords } from '#src/technician/verdict.ts';

type KernelFault = Extract<KernelResponse, { type: 'transmitFailed' }>['fault'];

const faults: Partial<Record<FaultCode, KernelFault>> = {
  'reader.cardRemoved': 'cardRemoved',
  'reader.cardMute': 'cardMute',
  'reader.protocol': 'protocol',
};

export type People = Around & {
  /** Of a simulated card; without it an offline PIN is passed over, so that no try of the card is spent. */
  readonly offlinePin?: string | undefined;
};

export type Performed = { readonly outcome: KernelOutcome; readonly steps: readonly ScriptStep[] };

/** A whole kernel transaction with the card in the reader, and what was said in it, step by step. */
export async function perform(
  connection: CardConnection,
  input: KernelInput,
  people: People,
): Promise<Performed> {
  const steps: ScriptStep[] = [];
  const kernel = transaction(input);
  let turn = kernel.next();
  while (!turn.done) {
    const response = await respond(connection, turn.value, people);
    steps.push(...stepsOf(turn.value, response));
    turn = kernel.next(response);
  }
  steps.push({ type: 'outcome', words: outcomeWords(turn.value).split(' ') });
  return { outcome: turn.value, steps };
}

async function respond(
  connection: CardConnection,
  request: KernelRequest,
  people: People,
): Promise<KernelResponse> {
  if (request.type === 'transmit') return transmit(connection, request.commandApdu);
  if (request.type !== 'offlinePin') return answerQuestion(request, people);
  if (people.offlinePin === undefined) return { type: 'pin', result: 'bypassed' };
  const padding = people.random(pinPaddingLength(request.method));
  const command = verifyCommand(request.method, plaintextPinBlock(people.offlinePin), padding);
  return command === undefined
    ? { type: 'pin', result: 'padFailed' }
    : transmit(connection, command);
}

async function transmit(connection: CardConnection, command: Uint8Array): Promise<KernelResponse> {
  try {
    return { type: 'transmitted', responseApdu: await connection.transmit(command) };
  } catch (error) {
    if (!isFault(error)) throw error;
    return { type: 'transmitFailed', fault: faults[error.code] ?? 'readerGone' };
  }
}

function stepsOf(request: KernelRequest, response: KernelResponse): ScriptStep[] {
  if (request.type === 'transmit') {
    const command: ScriptStep = { type: 'command', bytes: request.commandApdu };
    if (response.type === 'transmitFailed')
      return [command, { type: 'fault', fault: response.fault }];
    return response.type === 'transmitted'
      ? [command, { type: 'response', bytes: response.responseApdu }]
      : [command];
  }
  return [{ type: 'answer', request: request.type, words: answerWords(response) }];
}
