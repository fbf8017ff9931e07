import { singleObject } from '../tlv/tlv.ts';
import { isKey, pinPublicKey } from './card-keys.ts';
import { getChallenge, getData } from './commands.ts';
import type { CardData, OfflinePinMethod } from './contract.ts';
import { limits } from './limits.ts';
import { pinMissing } from './pin-missing.ts';
import { type Stage, setTvr, type Transaction } from './state.ts';
import { acceptTransmission, ask, transmit } from './transport.ts';

/**
 * Offline PIN (EMV 4.4 Book 3 §10.5.1): the card compares, the customer may try until it is right
 * or blocked. The PIN pad builds each block and the terminal sends it: digits never pass through
 * the kernel.
 */
export function* verifyOfflinePin(
  tx: Transaction,
  card: CardData,
  way: 'plaintext' | 'enciphered',
): Stage<'successful' | 'failed'> {
  let triesLeft = yield* readTryCounter(tx);
  for (let entry = 0; entry < limits.offlinePinTries; entry++) {
    if (triesLeft === 0) return tryLimitExceeded(tx);
    const method = yield* prepareMethod(tx, card, way);
    if (method === undefined) return 'failed';
    const response = yield* ask(tx.session, {
      type: 'offlinePin',
      method,
      languagePreference: tx.session.languagePreference,
      ...(triesLeft === undefined ? {} : { triesLeft }),
    });
    if (response.type === 'pin' && response.result !== 'entered')
      return pinMissing(tx, response.result);
    const [sw1 = 0, sw2 = 0] = acceptTransmission(tx.session, response).slice(-2);
    if (sw1 === 0x90 && sw2 === 0) return 'successful';
    if (sw1 === 0x69 && (sw2 === 0x83 || sw2 === 0x84)) return tryLimitExceeded(tx);
    if (sw1 !== 0x63 || sw2 >> 4 !== 0xc) return 'failed';
    triesLeft = sw2 & 0x0f;
  }
  return tryLimitExceeded(tx);
}

function tryLimitExceeded(tx: Transaction): 'failed' {
  setTvr(tx, 'pinTryLimitExceeded');
  return 'failed';
}

/** GET DATA of tag 9F17, before asking: a card that does not tell is asked all the same. */
function* readTryCounter(tx: Transaction): Stage<number | undefined> {
  const answer = yield* transmit(tx.session, getData('9F17'));
  const object = answer.sw === '9000' ? singleObject(answer.data) : undefined;
  return object?.tag === '9F17' && object.value.length === 1 ? object.value[0] : undefined;
}

/** For an enciphered PIN the card's key and a fresh challenge of eight bytes (Book 2 §7.2). */
function* prepareMethod(
  tx: Transaction,
  card: CardData,
  way: 'plaintext' | 'enciphered',
): Stage<OfflinePinMethod | undefined> {
  if (way === 'plaintext') return { type: 'plaintext' };
  const key = pinPublicKey(tx, card);
  if (!isKey(key)) {
    if (key === 'iccDataMissing') setTvr(tx, 'iccDataMissing');
    return undefined;
  }
  const answer = yield* transmit(tx.session, getChallenge);
  if (answer.sw !== '9000' || answer.data.length !== 8) return undefined;
  return { type: 'enciphered', ...key, challenge: answer.data };
}
