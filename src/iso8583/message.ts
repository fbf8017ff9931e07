/** Text for digit and character fields, bytes for binary ones (F52, F55, F62, F64). */
export type FieldValue = string | Uint8Array;

/** Values by field number; a field that is absent or undefined is not in the bitmap. */
export type Fields = { readonly [field: number]: FieldValue | undefined };

/** `{ mti: '0100', fields: { 3: '030000', 4: '000000012345' } }`. The bitmap follows from the fields. */
export type Message = { readonly mti: string; readonly fields: Fields };

/** Text of a field, or undefined when it is absent or binary. */
export function textOf(message: Message, field: number): string | undefined {
  const value = message.fields[field];
  return typeof value === 'string' ? value : undefined;
}

/** Bytes of a field, or undefined when it is absent or text. */
export function bytesOf(message: Message, field: number): Uint8Array | undefined {
  const value = message.fields[field];
  return value instanceof Uint8Array ? value : undefined;
}
