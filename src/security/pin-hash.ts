import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto';
import { hex, toHex } from '../bytes.ts';
import type { PinSecret, Pins } from '../people/pin.ts';
import { samePin } from './same-pin.ts';

const usual = { cost: 32_768, blockSize: 8, parallelism: 1 } as const;
const saltBytes = 16;
const hashBytes = 32;

type Parameters = Pick<PinSecret, 'cost' | 'blockSize' | 'parallelism'>;

const derive = (pin: string, salt: Uint8Array, how: Parameters): Promise<Buffer> => {
  const { cost, blockSize, parallelism } = how;
  const maxmem = 256 * cost * blockSize;
  return new Promise((resolve, reject) =>
    scrypt(
      pin,
      salt,
      hashBytes,
      { cost, blockSize, parallelization: parallelism, maxmem },
      (e, key) => (e === null ? resolve(key) : reject(e)),
    ),
  );
};

/** PINs by scrypt (RFC 7914), off the thread that draws; the parameters are kept with each secret. */
export const scryptPins: Pins = {
  async hash(pin) {
    const salt = new Uint8Array(randomBytes(saltBytes));
    const hash = await derive(pin, salt, usual);
    return { algorithm: 'scrypt', ...usual, salt: toHex(salt), hash: toHex(hash) };
  },
  async matches(typed, secret) {
    const hash = await derive(typed, hex(secret.salt), secret);
    return timingSafeEqual(hash, hex(secret.hash));
  },
  same: samePin,
};
