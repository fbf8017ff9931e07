/** One part of a field that the acquirer fills: what packs it and what puts it into words are this same row. */
export type Part = {
  readonly key: string;
  /** In the words of a technician. */
  readonly name: string;
  /** Digits or characters. */
  readonly length: number;
  /** What its values mean. */
  readonly words?: Readonly<Record<string, string>>;
  /** An amount in minor units, or a card number that is never shown. */
  readonly as?: 'amount' | 'number';
};

/** The value of each part by its key; those at the end may be left out. */
export type PartValues<P extends readonly Part[]> = {
  readonly [K in P[number]['key']]?: string | undefined;
};

/** The parts one behind the other. Throws when one has another length, or is missing before one that is there. */
export function packParts<P extends readonly Part[]>(parts: P, values: PartValues<P>): string {
  const given: Readonly<Record<string, string | undefined>> = values;
  let text = '';
  let ended = false;
  for (const { key, length } of parts) {
    const value = given[key];
    if (value === undefined) ended = true;
    else if (ended || value.length !== length) throw new Error(`${key} has ${length} characters`);
    else text += value;
  }
  return text;
}

export type ReadParts = {
  readonly parts: readonly { readonly part: Part; readonly value: string }[];
  /** What is behind the last part, or too short for the next one. */
  readonly rest: string;
};

/** A text cut into its parts, as many as are whole. */
export function readParts(parts: readonly Part[], text: string): ReadParts {
  const found: { part: Part; value: string }[] = [];
  let at = 0;
  for (const part of parts) {
    if (text.length - at < part.length) break;
    found.push({ part, value: text.slice(at, at + part.length) });
    at += part.length;
  }
  return { parts: found, rest: text.slice(at) };
}
