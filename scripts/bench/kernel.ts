import { randomBytes } from 'node:crypto';
import { accountOf } from '#hal/simulator/bank/accounts.ts';
import {
  issuerAuthenticationData,
  parseChipData,
  verifyCryptogram,
} from '#hal/simulator/bank/chip-check.ts';
import { createCard, type SimulatedCard } from '#hal/simulator/cards/card.ts';
import { caPublicKeys } from '#hal/simulator/cards/keys.ts';
import { findCard } from '#hal/simulator/cards/tray.ts';
import { defaults } from '#src/config/defaults.ts';
import type { KernelInput, KernelRequest, KernelResponse } from '#src/emv/contract.ts';
import { transaction } from '#src/emv/transaction.ts';
import { cny } from '#src/money.ts';
import { duration, median, type Row } from './row.ts';

const cardId = 'unionpay-credit';
const transactions = 200;
const warmUp = 30;
/** EMV 4.4 Book 1 §7, §8.3: a character of T=0 is ten bits and a guard of two; 38,400 baud is a fast reader's line. */
const bitsPerCharacter = 12;
const baud = 38_400;

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

/** The bank approves what the card really signed; its time counts for nobody. */
function askBank(chipData: Uint8Array): KernelResponse {
  const account = accountOf(cardId)?.chip;
  const chip = parseChipData(chipData);
  if (account === undefined || verifyCryptogram(account, chip) !== 'right')
    throw new Error('the bank refuses the cryptogram of the bench');
  return {
    type: 'online',
    answer: {
      type: 'answered',
      authorisationResponseCode: '00',
      approved: true,
      issuerScripts: [],
      issuerAuthenticationData: new Uint8Array(issuerAuthenticationData(account, chip, '00')),
    },
  };
}

function answerOf(request: Exclude<KernelRequest, { type: 'transmit' }>): KernelResponse {
  switch (request.type) {
    case 'random':
      return { type: 'random', bytes: new Uint8Array(randomBytes(request.length)) };
    case 'onlinePin':
      return { type: 'pin', result: 'entered' };
    case 'online':
      return askBank(request.request.chipData);
    default:
      throw new Error(`the card of the bench asks for ${request.type}`);
  }
}

type Spent = { readonly kernel: number; readonly card: number; readonly bytes: number };

/**
 * One hold from SELECT to the second cryptogram: milliseconds in the kernel and in the card, and the bytes that
 * crossed the contacts.
 */
async function hold(card: SimulatedCard): Promise<Spent> {
  card.insert();
  card.reset('cold');
  const spent = { kernel: 0, card: 0, bytes: 0 };
  const timed = <T>(who: 'kernel' | 'card', work: () => T): T => {
    const start = performance.now();
    const result = work();
    spent[who] += performance.now() - start;
    return result;
  };
  const kernel = timed('kernel', () => transaction(input));
  let turn = timed('kernel', () => kernel.next());
  while (!turn.done) {
    const request = turn.value;
    let response: KernelResponse;
    if (request.type === 'transmit') {
      const answer = timed('card', () => card.transmit(request.commandApdu));
      const responseApdu = await answer;
      spent.bytes += request.commandApdu.length + responseApdu.length;
      response = { type: 'transmitted', responseApdu };
    } else response = answerOf(request);
    turn = timed('kernel', () => kernel.next(response));
  }
  if (turn.value.type !== 'approved') throw new Error(`the bench ended as ${turn.value.type}`);
  return spent;
}

/**
 * Our processor time a transaction on top of the card's own, both in this process, and as a share of the time that the
 * same bytes need on the contacts: the physical limit.
 */
export async function benchKernel(): Promise<readonly Row[]> {
  const profile = findCard(cardId);
  if (profile === undefined) throw new Error(`no card ${cardId}`);
  const card = createCard(profile);
  for (let i = 0; i < warmUp; i++) await hold(card);
  const spent = [];
  for (let i = 0; i < transactions; i++) spent.push(await hold(card));
  const kernel = median(spent.map((each) => each.kernel));
  const own = median(spent.map((each) => each.card));
  const bytes = median(spent.map((each) => each.bytes));
  const line = (bytes * bitsPerCharacter * 1000) / baud;
  return [
    {
      what: 'chip: one hold, our time on top of the card’s own',
      ours: duration(kernel),
      peer: 'the simulated card (its RSA and 3DES)',
      theirs: duration(own),
      ratio: kernel / own,
    },
    {
      what: `chip: the same hold, ${bytes} bytes`,
      ours: duration(kernel),
      peer: `these bytes over T=0 at ${baud.toLocaleString('en')} baud`,
      theirs: duration(line),
      ratio: kernel / line,
      wanted: 'a small share',
    },
  ];
}
