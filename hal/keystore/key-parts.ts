import { toHex } from '#src/bytes.ts';
import { type BlockCipher, keyCheckValue } from '#src/security/block-cipher.ts';
import {
  keyWeakness,
  looksMistyped,
  partWeakness,
  withOddParity,
} from '#src/security/key-strength.ts';
import type { KeyPartEnd, MasterKeyEnd } from './contract.ts';

const longestPart = 16;

/** Three bytes of it are read out to people (ANSI X9.24-1). */
export const checkValueOf = (cipher: BlockCipher, key: Uint8Array): string =>
  toHex(keyCheckValue(cipher, key).subarray(0, 3));

/** The parts of a master key while its custodians type them: in this memory alone, wiped when they are done. */
export class KeyParts {
  readonly #cipher: BlockCipher;
  readonly #digitsOfPart: readonly number[];
  readonly #testKeysAllowed: boolean;
  readonly #typed = new Uint8Array(longestPart);
  #digits = 0;
  #parts: Uint8Array[] = [];
  #whole: Uint8Array | undefined;

  constructor(cipher: BlockCipher, digitsOfPart: readonly number[], testKeysAllowed: boolean) {
    this.#cipher = cipher;
    this.#digitsOfPart = digitsOfPart;
    this.#testKeysAllowed = testKeysAllowed;
  }

  /** How many digits a part may have: the second has as many as the first. */
  get lengths(): readonly number[] {
    const [first] = this.#parts;
    return first === undefined ? this.#digitsOfPart : [first.length * 2];
  }

  type(digit: string): number {
    const value = Number.parseInt(digit, 16);
    const at = this.#digits >> 1;
    if (this.#digits < Math.max(...this.lengths)) {
      const high = this.#digits % 2 === 0;
      this.#typed[at] = high ? value << 4 : (this.#typed[at] ?? 0) | value;
      this.#digits += 1;
    }
    return this.#digits;
  }

  /** The part that is being typed is forgotten. */
  clear(): void {
    this.#typed.fill(0);
    this.#digits = 0;
  }

  end(): KeyPartEnd {
    if (!this.lengths.includes(this.#digits) || this.#parts.length >= 2)
      return { ok: false, problem: 'length' };
    const part = this.#typed.slice(0, this.#digits / 2);
    this.clear();
    const problem = partWeakness(this.#cipher, part) ?? this.#repeated(part);
    if (problem !== undefined) {
      part.fill(0);
      return { ok: false, problem };
    }
    this.#parts.push(part);
    const parity = this.#cipher.name === 'sm4' || !looksMistyped(part);
    return { ok: true, checkValue: checkValueOf(this.#cipher, part), parity };
  }

  #repeated(part: Uint8Array): 'same' | undefined {
    const [first] = this.#parts;
    return first?.every((byte, at) => byte === part[at]) ? 'same' : undefined;
  }

  /** The custodian's paper says another check value: the part is typed again. */
  dropLast(): void {
    this.#parts.pop()?.fill(0);
    this.clear();
  }

  combine(): MasterKeyEnd {
    const [first, second] = this.#parts;
    if (first === undefined || second === undefined) return { ok: false, problem: 'length' };
    const xored = first.map((byte, at) => byte ^ (second[at] ?? 0));
    const whole = this.#cipher.name === 'tdes' ? withOddParity(xored) : xored.slice();
    xored.fill(0);
    const checkValue = checkValueOf(this.#cipher, whole);
    const problem = keyWeakness(this.#cipher, whole, this.#testKeysAllowed);
    if (problem !== undefined) {
      whole.fill(0);
      return { ok: false, problem };
    }
    this.#whole?.fill(0);
    this.#whole = whole;
    return { ok: true, checkValue };
  }

  /** The whole key, once: it is the caller's to wipe. */
  take(): Uint8Array | undefined {
    const whole = this.#whole;
    this.#whole = undefined;
    this.forget();
    return whole;
  }

  forget(): void {
    this.clear();
    for (const part of this.#parts) part.fill(0);
    this.#parts = [];
    this.#whole?.fill(0);
    this.#whole = undefined;
  }
}
