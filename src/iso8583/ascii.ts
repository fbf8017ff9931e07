import type { Dialect, FieldSpec, Packing } from './dialect.ts';
import { iso1987, type StandardField } from './iso1987.ts';

/** Private fields that carry bytes: working keys in F62. */
const binary: Readonly<Record<number, Partial<FieldSpec>>> = {
  62: { name: 'private: working keys', format: 'b', packing: 'hexText', mask: 'hidden' },
};

const packingOf = (field: StandardField): Packing =>
  field.format === 'b' || field.format === 'tlv' ? 'hexText' : 'ascii';

/** ISO 8583:1987 in plain ASCII: numbers, lengths and the bitmap as text, bytes as hex text. */
export const iso1987Ascii: Dialect = {
  name: 'iso1987-ascii',
  numbers: 'ascii',
  bitmap: 'hexText',
  fields: iso1987.map((field) => ({
    ...field,
    packing: packingOf(field),
    ...binary[field.number],
  })),
};
