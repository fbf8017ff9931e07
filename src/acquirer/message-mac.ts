import { toHex } from '../bytes.ts';
import { pack } from '../iso8583/codec.ts';
import type { Dialect } from '../iso8583/dialect.ts';
import type { Message } from '../iso8583/message.ts';
import { computeMac, type MacAlgorithm, type MacKey, sameMac } from '../security/mac.ts';

export type MacMethod = {
  readonly algorithm: MacAlgorithm;
  readonly key: MacKey;
  readonly blockLength: number;
};

const macOf = ({ algorithm, key, blockLength }: MacMethod, data: Uint8Array): Uint8Array =>
  computeMac(algorithm, key, data, blockLength);

/** The last field of a message: F64, or F128 behind a secondary bitmap. */
const macField = (message: Message): 64 | 128 =>
  Object.keys(message.fields).some((n) => Number(n) > 64 && message.fields[Number(n)] !== undefined)
    ? 128
    : 64;

/** Bytes that the code takes at the end of a message: 8, or 16 where bytes are written as hex text. */
function macLength(dialect: Dialect): number {
  const spec = dialect.fields.find((field) => field.number === 64);
  return spec?.packing === 'hexText' ? 16 : 8;
}

/** Packs, with the code over everything before it as the last field. Throws `keystore.missingKey`. */
export function packWithMac(
  dialect: Dialect,
  message: Message,
  method: MacMethod | undefined,
): Uint8Array {
  if (method === undefined) return pack(dialect, message);
  const fields = { ...message.fields, [macField(message)]: new Uint8Array(8) };
  const bytes = pack(dialect, { mti: message.mti, fields });
  const length = macLength(dialect);
  const mac = macOf(method, bytes.subarray(0, bytes.length - length));
  bytes.set(length === 8 ? mac : new TextEncoder().encode(toHex(mac)), bytes.length - length);
  return bytes;
}

/** Does the message end in the code over what stands before it? */
export function verifyMac(
  dialect: Dialect,
  message: Message,
  body: Uint8Array,
  method: MacMethod,
): boolean {
  const mac = message.fields[macField(message)];
  if (!(mac instanceof Uint8Array)) return false;
  const data = body.subarray(0, body.length - macLength(dialect));
  return sameMac(macOf(method, data), mac);
}
