/**
 * What a field may hold: `n` digits, `z` track data (digits and `=`), `x` track data of which eight bytes are
 * encrypted (hex digits, D written `=`), `an` letters, digits and spaces, `ans` any printable byte as Latin-1 text, `b` bytes, `tlv` bytes that are a chain of BER-TLV objects.
 */
export type Format = 'n' | 'z' | 'x' | 'an' | 'ans' | 'b' | 'tlv';

/**
 * How it lies on the wire: `bcdLeft` two digits a byte, an odd count padded right with 0; `bcdRight` padded
 * left with 0; `ascii` one byte a character; `bytes` as they are; `hexText` two hex characters a byte.
 */
export type Packing = 'bcdLeft' | 'bcdRight' | 'ascii' | 'bytes' | 'hexText';

/**
 * Lengths count digits (`n`, `z`), characters (`an`, `ans`) or bytes (`b`, `tlv`); only a `hexText` prefix
 * counts the hex characters that follow. `ll` and `lll` are two and three digit prefixes.
 */
export type Length =
  | { readonly kind: 'fixed'; readonly length: number }
  | { readonly kind: 'll' | 'lll'; readonly max: number };

/** How `describe` shows the value: `pan` first 6 + last 4, `track` the number masked and the rest left out. */
export type Mask = 'shown' | 'pan' | 'track' | 'hidden' | 'records';

/** One row: it gives types, pack, unpack, describe, masking and the generators of the tests. */
export type FieldSpec = {
  readonly number: number;
  readonly name: string;
  readonly format: Format;
  readonly length: Length;
  readonly packing: Packing;
  readonly mask: Mask;
  readonly doc?: string;
};

export type Dialect = {
  readonly name: string;
  /** Of the MTI and of the length prefixes. */
  readonly numbers: 'bcd' | 'ascii';
  readonly bitmap: 'bytes' | 'hexText';
  readonly fields: readonly FieldSpec[];
};

export const fixed = (length: number): Length => ({ kind: 'fixed', length });
export const ll = (max: number): Length => ({ kind: 'll', max });
export const lll = (max: number): Length => ({ kind: 'lll', max });
