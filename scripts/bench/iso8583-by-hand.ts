import type { Message } from '#src/iso8583/message.ts';

/*
 * What a programmer writes who needs this one message and no other: the order of the fields is in the
 * code, nothing is checked. The table is measured against it.
 */

const text = (message: Message, field: number): string => message.fields[field] as string;
const bytes = (message: Message, field: number): Uint8Array => message.fields[field] as Uint8Array;

function putDigits(out: Buffer, at: number, digits: string): number {
  const even = digits.length % 2 === 0 ? digits : `${digits}0`;
  return at + out.write(even, at, 'hex');
}

/** Packs the pre-authorisation of the bench. */
export function packByHand(message: Message): Uint8Array {
  const out = Buffer.alloc(400);
  let at = putDigits(out, 0, `${message.mti}702406C020C09A11`);
  out[at++] = 0x19;
  at = putDigits(out, at, text(message, 2));
  for (const field of [3, 4, 11, 14, 22]) at = putDigits(out, at, text(message, field));
  at = putDigits(out, at, `0${text(message, 23)}`);
  at = putDigits(out, at, text(message, 25));
  at = putDigits(out, at, text(message, 26));
  out[at++] = 0x37;
  at = putDigits(out, at, text(message, 35).replace('=', 'D'));
  for (const field of [41, 42, 49]) at += out.write(text(message, field), at, 'latin1');
  out.set(bytes(message, 52), at);
  at = putDigits(out, at + 8, text(message, 53));
  const chipData = bytes(message, 55);
  at = putDigits(out, at, String(chipData.length).padStart(4, '0'));
  out.set(chipData, at);
  at = putDigits(out, at + chipData.length, '0014');
  at = putDigits(out, at, text(message, 60));
  out.set(bytes(message, 64), at);
  return out.subarray(0, at + 8);
}

/** Field number and digits of the numeric run from field 3 to field 22. */
const numbers = [
  [3, 6],
  [4, 12],
  [11, 6],
  [14, 4],
] as const;

/** Reads it again. */
export function unpackByHand(packed: Uint8Array): Message {
  const input = packed as Buffer;
  const digits = (at: number, count: number): string =>
    input.toString('hex', at, at + Math.ceil(count / 2)).slice(0, count);
  const fields: Record<number, string | Uint8Array> = {};
  let at = 10;
  fields[2] = digits(at + 1, 19);
  at += 11;
  for (const [field, count] of numbers) {
    fields[field] = digits(at, count);
    at += count / 2;
  }
  fields[22] = digits(at, 3);
  fields[23] = digits(at + 2, 4).slice(1);
  fields[25] = digits(at + 4, 2);
  fields[26] = digits(at + 5, 2);
  fields[35] = digits(at + 7, 37).replace('d', '=');
  at += 26;
  fields[41] = input.toString('latin1', at, at + 8);
  fields[42] = input.toString('latin1', at + 8, at + 23);
  fields[49] = input.toString('latin1', at + 23, at + 26);
  fields[52] = input.subarray(at + 26, at + 34);
  fields[53] = digits(at + 34, 16);
  const length = Number(digits(at + 42, 4));
  fields[55] = input.subarray(at + 44, at + 44 + length);
  at += 44 + length;
  fields[60] = digits(at + 2, 14);
  fields[64] = input.subarray(at + 9, at + 17);
  return { mti: digits(0, 4), fields };
}
