import assert from 'node:assert/strict';
import { constants, createPublicKey, publicEncrypt } from 'node:crypto';
import { accountOf } from '#hal/simulator/bank/accounts.ts';
import {
  issuerAuthenticationData,
  parseChipData,
  verifyCryptogram,
} from '#hal/simulator/bank/chip-check.ts';
import type { SimulatedCard } from '#hal/simulator/cards/card.ts';
import { caPublicKeys } from '#hal/simulator/cards/keys.ts';
import { concat, hex } from '#src/bytes.ts';
import { defaults } from '#src/config/defaults.ts';
import type {
  KernelInput,
  KernelOutcome,
  KernelRequest,
  KernelResponse,
  OfflinePinMethod,
} from '#src/emv/contract.ts';
import { transaction } from '#src/emv/transaction.ts';
import { isFault } from '#src/fault.ts';
import { cny } from '#src/money.ts';

const input: KernelInput = {
  amount: cny(50_000),
  amountOther: cny(0),
  transactionType: 0,
  date: '261123',
  time: '143200',
  transactionSequenceCounter: 1,
  terminal: {
    ...defaults.terminal,
    currencyCode: '0156',
    terminalId: defaults.merchant.terminalId,
    merchantId: defaults.merchant.merchantId,
    merchantCategoryCode: defaults.merchant.categoryCode,
  },
  applications: defaults.applications,
  caPublicKeys: caPublicKeys(),
  forceOnline: true,
};

/** What a PIN pad sends to the card when the customer types the PIN of the tray. */
function verifyCommand(method: OfflinePinMethod): Uint8Array {
  const block = hex('26123456FFFFFFFF');
  if (method.type === 'plaintext') return concat(hex('0020008008'), block);
  const text = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64url');
  const key = createPublicKey({
    key: { kty: 'RSA', n: text(method.modulus), e: text(method.exponent) },
    format: 'jwk',
  });
  const clear = new Uint8Array(method.modulus.length).fill(0x5a);
  clear.set(concat(hex('7F'), block, method.challenge));
  const sealed = publicEncrypt({ key, padding: constants.RSA_NO_PADDING }, clear);
  return concat(hex('00200088'), Uint8Array.of(sealed.length), sealed);
}

async function transmit(card: SimulatedCard, command: Uint8Array): Promise<KernelResponse> {
  try {
    const mute = new Promise<'mute'>((resolve) => setTimeout(() => resolve('mute'), 30));
    const answer = await Promise.race([card.transmit(command), mute]);
    if (answer === 'mute') return { type: 'transmitFailed', fault: 'cardMute' };
    if (answer.length < 2) return { type: 'transmitFailed', fault: 'cardRemoved' };
    return { type: 'transmitted', responseApdu: answer };
  } catch (error) {
    if (isFault(error, 'reader.protocol')) return { type: 'transmitFailed', fault: 'protocol' };
    throw error;
  }
}

/** The bank by its own arithmetic: refuses a wrong cryptogram, proves itself with tag 91. */
function askBank(id: string, chipData: Uint8Array): KernelResponse {
  const account = accountOf(id)?.chip;
  const chip = parseChipData(chipData);
  const right = account !== undefined && verifyCryptogram(account, chip) === 'right';
  const code = right ? '00' : '05';
  const proof = account && new Uint8Array(issuerAuthenticationData(account, chip, code));
  return {
    type: 'online',
    answer: {
      type: 'answered',
      authorisationResponseCode: code,
      approved: right,
      issuerScripts: [],
      ...(proof === undefined ? {} : { issuerAuthenticationData: proof }),
    },
  };
}

/** One hold at a terminal with the default configuration; the customer types the right PIN. */
export async function run(
  card: SimulatedCard,
  capabilities = input.terminal.capabilities,
): Promise<{ outcome: KernelOutcome; asked: string[] }> {
  const kernel = transaction({ ...input, terminal: { ...input.terminal, capabilities } });
  const asked: string[] = [];
  const answer = async (request: KernelRequest): Promise<KernelResponse> => {
    if (request.type !== 'transmit') asked.push(request.type);
    switch (request.type) {
      case 'transmit':
        return transmit(card, request.commandApdu);
      case 'offlinePin':
        return transmit(card, verifyCommand(request.method));
      case 'chooseApplication':
        return { type: 'chosen', index: 0 };
      case 'confirmApplication':
        return { type: 'confirmed', yes: true };
      case 'random':
        return { type: 'random', bytes: new Uint8Array(request.length).fill(0x3c) };
      case 'onlinePin':
        return { type: 'pin', result: 'entered' };
      case 'online':
        return askBank(card.profile.id, request.request.chipData);
    }
  };
  let turn = kernel.next();
  for (let i = 0; !turn.done; i++) {
    assert.ok(i < 500, 'the kernel does not end');
    turn = kernel.next(await answer(turn.value));
  }
  return { outcome: turn.value, asked };
}

/** The end as a table row says it. */
export const endOf = (outcome: KernelOutcome): string =>
  outcome.type === 'failed'
    ? `${outcome.failure.code} at ${outcome.failure.step}`
    : outcome.type === 'approved' && outcome.signatureWanted
      ? 'approved with signature'
      : outcome.type;
