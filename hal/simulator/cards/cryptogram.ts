import { createCipheriv, createDecipheriv } from 'node:crypto';
import { concat, hex } from '#src/bytes.ts';

/**
 * How an application makes its cryptograms. Both derive the card's master keys by option A (EMV 4.4
 * Book 2 §A1.4.1).
 * - `unionpay-01`: session key halves are 3DES of zeros ‖ ATC and zeros ‖ NOT ATC; the cryptogram
 *   covers the values of CDOL1, AIP, ATC and the card verification results (JR/T 0025.7, cryptogram
 *   version 01).
 * - `emv-csk-18`: EMV common session key (Book 2 §A1.3.1); the cryptogram covers the values of
 *   CDOL1, AIP, ATC and the whole issuer application data (cryptogram version 18).
 */
export type CryptogramScheme = 'unionpay-01' | 'emv-csk-18';

const zeros = (count: number) => new Uint8Array(count);

function cipher(key: Uint8Array, data: Uint8Array, mode: 'ecb' | 'cbc'): Uint8Array {
  // Two halves are two-key triple DES, one half is single DES: OpenSSL offers both as des-ede3.
  const full = key.length === 8 ? concat(key, key, key) : concat(key, key.subarray(0, 8));
  const algorithm = mode === 'cbc' ? 'des-ede3-cbc' : 'des-ede3';
  const des = createCipheriv(algorithm, full, mode === 'cbc' ? zeros(8) : null);
  des.setAutoPadding(false);
  return concat(des.update(data), des.final());
}

function decipher(key: Uint8Array, data: Uint8Array): Uint8Array {
  const des = createDecipheriv('des-ede3', concat(key, key, key), null);
  des.setAutoPadding(false);
  return concat(des.update(data), des.final());
}

/** Odd parity on each byte, as DES keys carry it. */
function oddParity(key: Uint8Array): Uint8Array {
  return key.map((byte) => {
    let ones = 0;
    for (let bit = 1; bit < 8; bit++) ones += (byte >> bit) & 1;
    return (byte & 0xfe) | (ones % 2 === 0 ? 1 : 0);
  });
}

/** EMV 4.4 Book 2 §A1.4.1, option A: the rightmost 16 digits of PAN ‖ PSN. */
export function deriveCardKey(
  issuerKey: Uint8Array,
  pan: string,
  panSequenceNumber: number,
): Uint8Array {
  const digits = `${pan}${String(panSequenceNumber).padStart(2, '0')}`.slice(-16).padStart(16, '0');
  const left = hex(digits);
  return oddParity(
    cipher(
      issuerKey,
      concat(
        left,
        left.map((byte) => byte ^ 0xff),
      ),
      'ecb',
    ),
  );
}

export function deriveSessionKey(
  scheme: CryptogramScheme,
  cardKey: Uint8Array,
  atc: number,
): Uint8Array {
  const high = atc >> 8;
  const low = atc & 0xff;
  if (scheme === 'unionpay-01') {
    const inverse = [high ^ 0xff, low ^ 0xff];
    return cipher(
      cardKey,
      Uint8Array.of(0, 0, 0, 0, 0, 0, high, low, 0, 0, 0, 0, 0, 0, ...inverse),
      'ecb',
    );
  }
  const half = (marker: number) => [high, low, marker, 0, 0, 0, 0, 0];
  return cipher(cardKey, Uint8Array.from([...half(0xf0), ...half(0x0f)]), 'ecb');
}

/** ISO/IEC 9797-1 algorithm 3, padding method 2 (80 00…): eight bytes. */
export function retailMac(key: Uint8Array, data: Uint8Array): Uint8Array {
  const padded = concat(data, Uint8Array.of(0x80), zeros(7 - (data.length % 8)));
  const chained = cipher(key.subarray(0, 8), padded, 'cbc').subarray(-8);
  return cipher(key.subarray(0, 8), decipher(key.subarray(8, 16), chained), 'ecb');
}

/**
 * EMV 4.4 Book 2 §8.2.1, ARPC method 1: 3DES of the cryptogram XOR the authorisation response code.
 */
export function authorisationResponseCryptogram(
  sessionKey: Uint8Array,
  applicationCryptogram: Uint8Array,
  responseCode: Uint8Array,
): Uint8Array {
  const block = applicationCryptogram.map((byte, i) => byte ^ (responseCode[i] ?? 0));
  return cipher(sessionKey, block, 'ecb');
}

/** The first four bytes of the MAC over command header, ATC, cryptogram and command data. */
export function scriptMac(
  sessionKey: Uint8Array,
  header: Uint8Array,
  atc: number,
  applicationCryptogram: Uint8Array,
  data: Uint8Array,
): Uint8Array {
  const message = concat(header, Uint8Array.of(atc >> 8, atc & 0xff), applicationCryptogram, data);
  return retailMac(sessionKey, message).subarray(0, 4);
}
