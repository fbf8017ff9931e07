/**
 * The one JSON text of a value (RFC 8785): keys in UTF-16 order, no spaces, numbers as ECMAScript writes
 * them. Properties that are `undefined` are left out. Anything that JSON cannot carry faithfully (a class
 * instance such as a card number, a bigint, NaN) is our bug and throws.
 */
export function canonicalJson(value: unknown, depth = 0): string {
  if (typeof value === 'string') return canonicalText(value);
  if (typeof value === 'number') return canonicalNumber(value);
  if (value === null || typeof value === 'boolean') return String(value);
  if (depth > 32) throw new Error('canonical JSON: nested too deep');
  if (Array.isArray(value)) {
    let items = '';
    for (const item of value)
      items += `${items === '' ? '' : ','}${canonicalJson(item ?? null, depth + 1)}`;
    return `[${items}]`;
  }
  if (typeof value !== 'object' || !isPlain(value)) {
    throw new Error(`canonical JSON: no place for a ${describe(value)}`);
  }
  let text = '';
  for (const key of inOrder(Object.keys(value))) {
    const item = (value as Record<string, unknown>)[key];
    if (item === undefined) continue;
    text += `${text === '' ? '' : ','}${canonicalText(key)}:${canonicalJson(item, depth + 1)}`;
  }
  return `{${text}}`;
}

/** Nearly every text of the journal needs no escape; the library is asked about the rest. */
const needsNoEscape = /^[\x20\x21\x23-\x5b\x5d-\x7e]*$/;

const canonicalText = (text: string): string =>
  needsNoEscape.test(text) ? `"${text}"` : JSON.stringify(text);

/** Most objects are written in order already. */
function inOrder(keys: string[]): readonly string[] {
  for (let at = 1; at < keys.length; at++)
    if ((keys[at] as string) < (keys[at - 1] as string)) return keys.sort();
  return keys;
}

function canonicalNumber(value: number): string {
  if (!Number.isFinite(value)) throw new Error('canonical JSON: not a finite number');
  return String(value === 0 ? 0 : value);
}

function isPlain(value: object): boolean {
  const prototype = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}

const describe = (value: unknown): string =>
  typeof value === 'object' ? (value?.constructor?.name ?? 'object') : typeof value;
