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

/** The same with a track key: field 35 (and 36) may hold any hex digit. */
export const iso1987AsciiTrackKey: Dialect = {
  ...iso1987Ascii,
  name: 'iso1987-ascii-track-key',
  fields: iso1987Ascii.fields.map((field) =>
    field.format === 'z' ? { ...field, format: 'x' } : field,
  ),
};

/** The same where the keys are for SM4: a PIN block of 16 bytes. */
export const iso1987AsciiSm4: Dialect = {
  ...iso1987Ascii,
  name: 'iso1987-ascii-sm4',
  fields: iso1987Ascii.fields.map((field) =>
    field.number === 52 ? { ...field, length: { kind: 'fixed', length: 16 } } : field,
  ),
};
