import { toHex } from '../bytes.ts';
import { emvTags } from '../tlv/tags.ts';
import { specOf } from './codec.ts';
import type { Dialect, FieldSpec } from './dialect.ts';
import type { FieldValue, Message } from './message.ts';
import { tagName, walkTlv } from './tlv-chain.ts';

/** Digits of the settlement totals in field 48; anything else there is a record with card numbers. */
const totalsLength = 62;

/**
 * A message in words, one line a field, safe to log: `F2 primary account number: 622202*********0123`.
 * Field 55 gets a line for each object, indented, as `55 → 9F26: …`.
 */
export function describe(dialect: Dialect, message: Message): readonly string[] {
  const lines = [`MTI ${message.mti}`];
  for (let number = 2; number <= 128; number++) {
    const value = message.fields[number];
    if (value === undefined) continue;
    const spec = specOf(dialect, number);
    lines.push(
      `F${number} ${spec?.name ?? 'unknown'}: ${spec ? show(spec, value) : hidden(value)}`,
    );
    if (spec?.format === 'tlv' && value instanceof Uint8Array)
      lines.push(...objects(number, value));
  }
  return lines;
}

function show(spec: FieldSpec, value: FieldValue): string {
  switch (spec.mask) {
    case 'pan':
      return typeof value === 'string' ? maskedNumber(value) : hidden(value);
    case 'track':
      return typeof value === 'string' ? maskedTrack(value) : hidden(value);
    case 'hidden':
      return hidden(value);
    case 'records':
      return value.length <= totalsLength ? withoutNumbers(plain(value)) : hidden(value);
    case 'shown':
      return spec.format === 'tlv' ? `${value.length} bytes` : plain(value);
  }
}

const plain = (value: FieldValue): string => (typeof value === 'string' ? value : toHex(value));

const hidden = (value: FieldValue): string =>
  `(${value.length} ${typeof value === 'string' ? 'characters' : 'bytes'}, not shown)`;

/** First 6 and last 4; a text too short to be a number shows nothing. */
function maskedNumber(digits: string): string {
  if (digits.length < 12) return '*'.repeat(digits.length);
  return digits.slice(0, 6) + '*'.repeat(digits.length - 10) + digits.slice(-4);
}

function maskedTrack(track: string): string {
  const separator = track.search(/[=D]/);
  return separator < 0 ? hidden(track) : `${maskedNumber(track.slice(0, separator))}=…`;
}

/** Private fields of other acquirers may hold a number among other things. */
const withoutNumbers = (text: string): string =>
  text.length === totalsLength ? text : text.replace(/\d{12,19}/g, maskedNumber);

/** Objects that carry a card number, track data or a name show that they are there, not what they say. */
function objects(field: number, value: Uint8Array): readonly string[] {
  const lines: string[] = [];
  walkTlv(value, (tag, _from, valueFrom, to) => {
    const name = tagName(tag);
    const row = emvTags.get(name);
    const object = value.subarray(valueFrom, to);
    const text = row?.sensitive ? hidden(object) : toHex(object);
    lines.push(`  ${field} → ${name}${row ? ` ${row.name}` : ''}: ${text}`);
  });
  return lines;
}
