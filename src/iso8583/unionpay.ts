import { type Dialect, type FieldSpec, fixed, ll, lll, type Packing } from './dialect.ts';
import { iso1987, type StandardField } from './iso1987.ts';

/** Numbers of a fixed odd length are right-aligned, those behind a length prefix left-aligned. */
function packingOf(field: StandardField): Packing {
  if (field.format === 'n' && field.length.kind === 'fixed') return 'bcdRight';
  if (field.format === 'n' || field.format === 'z') return 'bcdLeft';
  return field.format === 'b' || field.format === 'tlv' ? 'bytes' : 'ascii';
}

/** Where the UnionPay-style terminal interface departs from the standard, or says more. */
const departures: readonly FieldSpec[] = [
  {
    number: 22,
    name: 'point of service entry mode',
    format: 'n',
    length: fixed(3),
    packing: 'bcdLeft',
    mask: 'shown',
    doc: 'entry (01 keyed, 02 stripe, 05 chip, 07 contactless, 80 fallback) + PIN (1 yes, 2 no); 051 lies as 0510',
  },
  {
    number: 23,
    name: 'card sequence number',
    format: 'n',
    length: fixed(3),
    packing: 'bcdRight',
    mask: 'shown',
    doc: 'tag 5F34; 001 lies as 0001',
  },
  {
    number: 35,
    name: 'track 2 data',
    format: 'z',
    length: ll(37),
    packing: 'bcdLeft',
    mask: 'track',
    doc: 'the separator is = in the message and the nibble D on the wire',
  },
  {
    number: 44,
    name: 'additional response data',
    format: 'ans',
    length: ll(25),
    packing: 'ascii',
    mask: 'shown',
    doc: 'receiving institution 11 + acquiring institution 11',
  },
  {
    number: 48,
    name: 'additional data, private',
    format: 'n',
    length: lll(322),
    packing: 'bcdLeft',
    mask: 'records',
    doc: 'settlement: domestic debit amount 12 + count 3, credit 12 + 3, reply flag 1, the same for foreign; batch upload: count 2 + records of 40',
  },
  {
    number: 53,
    name: 'security related control information',
    format: 'n',
    length: fixed(16),
    packing: 'bcdLeft',
    mask: 'shown',
    doc: 'PIN format (2 = X9.8 with card number) + key length (6 = double) + track encryption (1 = yes) + zeros',
  },
  {
    number: 54,
    name: 'additional amounts',
    format: 'an',
    length: lll(20),
    packing: 'ascii',
    mask: 'shown',
    doc: 'account type 2 + amount type 2 + currency 3 + C or D + amount 12',
  },
  {
    number: 55,
    name: 'integrated circuit card data',
    format: 'tlv',
    length: lll(255),
    packing: 'bytes',
    mask: 'shown',
  },
  {
    number: 60,
    name: 'private: type, batch, network code, capability',
    format: 'n',
    length: lll(17),
    packing: 'bcdLeft',
    mask: 'shown',
    doc: 'type 2 + batch 6 + network code 3 + read capability 1 + chip condition 1 [+ partial approval 1 + account type 3]',
  },
  {
    number: 61,
    name: 'private: original transaction',
    format: 'n',
    length: lll(29),
    packing: 'bcdLeft',
    mask: 'shown',
    doc: 'original batch 6 + original trace 6 + original date MMDD',
  },
  {
    number: 62,
    name: 'private: keys, parameters',
    format: 'b',
    length: lll(999),
    packing: 'bytes',
    mask: 'hidden',
    doc: 'working keys under the TMK in 0810; TLV of downloads; track data of uploads',
  },
  {
    number: 63,
    name: 'private: operator, institution, notes',
    format: 'ans',
    length: lll(163),
    packing: 'ascii',
    mask: 'shown',
    doc: 'operator or card organisation 3 + notes of the issuer, the centre and the acquirer, as GB 18030 bytes',
  },
];

const departure = new Map(departures.map((field) => [field.number, field]));

/** ISO 8583:1987 with numbers in BCD, as UnionPay-style acquirers in mainland China speak it to terminals. */
export const unionPay: Dialect = {
  name: 'unionpay-bcd',
  numbers: 'bcd',
  bitmap: 'bytes',
  fields: iso1987.map(
    (field): FieldSpec => departure.get(field.number) ?? { ...field, packing: packingOf(field) },
  ),
};

/** The same with a track key: eight bytes of field 35 (and 36) are encrypted and may hold any nibble. */
export const unionPayTrackKey: Dialect = {
  ...unionPay,
  name: 'unionpay-bcd-track-key',
  fields: unionPay.fields.map((field) =>
    field.format === 'z' ? { ...field, format: 'x' } : field,
  ),
};

/** The same where the keys are for SM4: a PIN block of 16 bytes. */
export const unionPaySm4: Dialect = {
  ...unionPay,
  name: 'unionpay-bcd-sm4',
  fields: unionPay.fields.map((field) =>
    field.number === 52 ? { ...field, length: fixed(16) } : field,
  ),
};
