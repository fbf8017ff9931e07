/** Every way in which received bytes can fail to be a message. */
export type MalformedReason =
  /** The bytes end before the element does. */
  | 'truncated'
  /** Bytes are left over after the last field. */
  | 'trailingBytes'
  /** TPDU or application header is not one. */
  | 'badHeader'
  | 'badMti'
  | 'badBitmap'
  /** A bit is set for a field that the dialect does not have. */
  | 'unknownField'
  /** A length prefix that is not a number. */
  | 'badLength'
  /** A length above the field's maximum. */
  | 'tooLong'
  /** Not a decimal digit (or not a hex digit where bytes are written as text). */
  | 'badDigit'
  /** A character outside the field's set. */
  | 'badCharacter'
  /** Field 55 is not a chain of BER-TLV objects. */
  | 'badTlv';

/** An expected end of unpacking: what is wrong, on which path inwards (`55 → 9F26`), at which byte. Holds no data. */
export class Malformed {
  readonly reason: MalformedReason;
  readonly path: readonly string[];
  readonly offset: number;

  constructor(reason: MalformedReason, path: readonly string[], offset: number) {
    this.reason = reason;
    this.path = path;
    this.offset = offset;
  }

  /** `truncated in 55 → 9F26 at byte 120`. */
  toString(): string {
    return `${this.reason} in ${this.path.join(' → ')} at byte ${this.offset}`;
  }
}

/** A value that the dialect cannot carry: a bug of the caller. Says the field and the rule, never the value. */
export class InvalidField extends Error {
  readonly path: string;
  readonly rule: string;

  constructor(path: string, rule: string) {
    super(`field ${path}: ${rule}`);
    this.name = 'InvalidField';
    this.path = path;
    this.rule = rule;
  }
}
