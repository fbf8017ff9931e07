/**
 * The one JSON text of a value (RFC 8785): keys in UTF-16 order, no spaces, numbers as ECMAScript writes
 * them. Properties that are `undefined` are left out. Anything that JSON cannot carry faithfully (a class
 * instance such as a card number, a bigint, NaN) is our bug and throws.
 */
export function canonicalJson(value: unknown, depth = 0): string {
  if (value === null || typeof value === 'boolean') return String(value);
  if (typeof value === 'string') return JSON.stringify(value);
  if (typeof value === 'number') return canonicalNumber(value);
  if (depth > 32) throw new Error('canonical JSON: nested too deep');
  if (Array.isArray(value)) {
    return `[${value.map((item) => canonicalJson(item ?? null, depth + 1)).join(',')}]`;
  }
  if (typeof value !== 'object' || !isPlain(value)) {
    throw new Error(`canonical JSON: no place for a ${describe(value)}`);
  }
  let text = '';
  for (const key of Object.keys(value).sort()) {
    const item = (value as Record<string, unknown>)[key];
    if (item === undefined) continue;
    text += `${text === '' ? '' : ','}${JSON.stringify(key)}:${canonicalJson(item, depth + 1)}`;
  }
  return `{${text}}`;
}

function canonicalNumber(value: number): string {
  if (!Number.isFinite(value)) throw new Error('canonical JSON: not a finite number');
  return JSON.stringify(value);
}

function isPlain(value: object): boolean {
  const prototype = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}

const describe = (value: unknown): string =>
  typeof value === 'object' ? (value?.constructor?.name ?? 'object') : typeof value;
