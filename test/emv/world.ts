import { hex, toHex } from '#src/bytes.ts';
import type {
  KernelInput,
  KernelOutcome,
  KernelRequest,
  KernelResponse,
  OnlineAnswer,
  OnlineRequest,
  TerminalApplication,
} from '#src/emv/contract.ts';
import { transaction } from '#src/emv/transaction.ts';
import { isSet, tvrBits } from '#src/emv/tvr.ts';
import { cny } from '#src/money.ts';

/** What a card answers to a command: hex of the response, or how the transmission failed. */
export type CardAnswer =
  | string
  | { readonly fault: 'cardRemoved' | 'cardMute' | 'readerGone' | 'protocol' };
export type TestCard = (command: string) => CardAnswer;

/** The people and the bank around the kernel; each answer may be given as a value or computed. */
export type Around = {
  readonly choose?: number;
  readonly confirm?: boolean;
  readonly pin?: 'entered' | 'bypassed' | 'padFailed' | 'cancelled';
  /**
   * What the card answered to the VERIFY that the PIN pad sent, one after the other; or no PIN
   * came.
   */
  readonly verify?: readonly (string | 'bypassed' | 'padFailed')[];
  readonly online?: OnlineAnswer | ((request: OnlineRequest) => OnlineAnswer) | 'cancelled';
  readonly random?: string;
  /** Answers a request before the others are asked. */
  readonly before?: (request: KernelRequest) => KernelResponse | undefined;
};

export const approved: OnlineAnswer = {
  type: 'answered',
  authorisationResponseCode: '00',
  approved: true,
  issuerScripts: [],
};

export type Run = {
  readonly outcome: KernelOutcome;
  readonly commands: readonly string[];
  readonly requests: readonly KernelRequest[];
};

/**
 * One transaction from insert to outcome; more yields than `maximumYields` is an endless kernel.
 */
export function run(
  card: TestCard,
  input: KernelInput,
  around: Around = {},
  maximumYields = 400,
): Run {
  const kernel = transaction(input);
  const commands: string[] = [];
  const requests: KernelRequest[] = [];
  const verify = [...(around.verify ?? [])];
  let turn = kernel.next();
  while (!turn.done) {
    if (requests.length === maximumYields) throw new Error('the kernel does not end');
    const request = turn.value;
    requests.push(request);
    if (request.type === 'transmit') commands.push(toHex(request.commandApdu));
    turn = kernel.next(
      around.before?.(request) ??
        (request.type === 'offlinePin'
          ? offlinePin(verify.shift())
          : respond(card, request, around)),
    );
  }
  return { outcome: turn.value, commands, requests };
}

function offlinePin(answer = '6983'): KernelResponse {
  return answer === 'bypassed' || answer === 'padFailed'
    ? { type: 'pin', result: answer }
    : { type: 'transmitted', responseApdu: hex(answer) };
}

type Plain = Exclude<KernelRequest, { type: 'offlinePin' }>;

function respond(card: TestCard, request: Plain, around: Around): KernelResponse {
  switch (request.type) {
    case 'transmit': {
      const answer = card(toHex(request.commandApdu));
      return typeof answer === 'string'
        ? { type: 'transmitted', responseApdu: hex(answer) }
        : { type: 'transmitFailed', fault: answer.fault };
    }
    case 'chooseApplication':
      return { type: 'chosen', index: around.choose ?? 0 };
    case 'confirmApplication':
      return { type: 'confirmed', yes: around.confirm ?? true };
    case 'random':
      return {
        type: 'random',
        bytes: hex((around.random ?? '01020304').padEnd(2 * request.length, '0')),
      };
    case 'onlinePin':
      return around.pin === 'cancelled'
        ? { type: 'cancelled' }
        : { type: 'pin', result: around.pin ?? 'entered' };
    case 'online': {
      const { online = approved } = around;
      if (online === 'cancelled') return { type: 'cancelled' };
      return {
        type: 'online',
        answer: typeof online === 'function' ? online(request.request) : online,
      };
    }
  }
}

export const unionPayDebit: TerminalApplication = {
  aid: 'A000000333010101',
  partialSelection: true,
  versionNumber: '0030',
  floorLimitMinorUnits: 100_000,
  randomSelection: { targetPercent: 0, maximumTargetPercent: 0, thresholdMinorUnits: 0 },
  tacDenial: '0010000000',
  tacOnline: 'D84004F800',
  tacDefault: 'D84000A800',
  defaultDdol: '9F3704',
  defaultTdol: '9F0206',
};

/** A hold of ¥500.00 on 23 November 2026. */
export const hold: KernelInput = {
  amount: cny(50_000),
  amountOther: cny(0),
  transactionType: 0,
  date: '261123',
  time: '170500',
  transactionSequenceCounter: 7,
  terminal: {
    countryCode: '0156',
    currencyCode: '0156',
    type: '22',
    capabilities: 'E0F8C8',
    additionalCapabilities: 'F000F0A001',
    interfaceDeviceSerialNumber: '3030303030303031',
    terminalId: '3132333435363738',
    merchantId: '313233343536373839303132333435',
    merchantCategoryCode: '7011',
  },
  applications: [unionPayDebit],
  caPublicKeys: [],
  forceOnline: true,
};

/** Names of the bits that are set in Terminal Verification Results (hex), in the book's order. */
export function bitsOf(tvr: string): string[] {
  const bytes = hex(tvr);
  return Object.entries(tvrBits)
    .filter(([, bit]) => isSet(bytes, bit))
    .map(([name]) => name);
}
