import { inspect } from 'node:util';

/** Why a text is not a primary account number. */
export type PanProblem = 'length' | 'digits' | 'luhn';

const luhnDoubled = [0, 2, 4, 6, 8, 1, 3, 5, 7, 9];

/** ISO/IEC 7812-1 annex B: the sum of the digits, every second one from the right doubled, ends in 0. */
export function passesLuhn(digits: string): boolean {
  let sum = 0;
  for (let i = 0; i < digits.length; i++) {
    const digit = digits.charCodeAt(digits.length - 1 - i) - 48;
    sum += i % 2 === 1 ? (luhnDoubled[digit] ?? 0) : digit;
  }
  return sum % 10 === 0;
}

/**
 * A primary account number (ISO/IEC 7812-1, 12 to 19 digits). Whatever prints, serialises or inspects it
 * sees a mask; the digits come out only through {@link Pan.reveal}, at the few places that name it.
 */
export class Pan {
  readonly #digits: string;

  private constructor(digits: string) {
    this.#digits = digits;
  }

  /** Length and digits are checked; Luhn is the caller's business, because chip and stripe carry what they carry. */
  static parse(text: string): Pan | PanProblem {
    if (!/^\d*$/.test(text)) return 'digits';
    if (text.length < 12 || text.length > 19) return 'length';
    return new Pan(text);
  }

  /** The same, with the check digit: for numbers that a person typed. */
  static parseTyped(text: string): Pan | PanProblem {
    const pan = Pan.parse(text);
    return pan instanceof Pan && !passesLuhn(text) ? 'luhn' : pan;
  }

  reveal(): string {
    return this.#digits;
  }

  get last4(): string {
    return this.#digits.slice(-4);
  }

  get first6(): string {
    return this.#digits.slice(0, 6);
  }

  get length(): number {
    return this.#digits.length;
  }

  /** First six and last four at most (PCI DSS 3.4.1), the rest as stars. */
  masked(): string {
    return this.first6 + '*'.repeat(this.#digits.length - 10) + this.last4;
  }

  equals(other: Pan): boolean {
    return this.#digits === other.#digits;
  }

  toString(): string {
    return this.masked();
  }

  toJSON(): string {
    return this.masked();
  }

  [inspect.custom](): string {
    return `Pan(${this.masked()})`;
  }
}
