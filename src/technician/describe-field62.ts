import { downloadObjects, downloadStates } from '../acquirer/downloads.ts';
import { query } from '../acquirer/field-parts.ts';
import { readParts } from '../acquirer/parts.ts';
import { checkValueLength, workingKeyLayouts } from '../acquirer/working-keys.ts';
import { toHex } from '../bytes.ts';
import { tagName, walkTlv } from '../iso8583/tlv-chain.ts';
import { parseDol } from '../tlv/dol.ts';
import { tagTitle } from '../tlv/tags.ts';

const signIns = new Set(['001', '003', '004', '005']);

/** Field 62 by the message it stands in: working keys, the steps of a download. Keys are never shown. */
export function describeField62(
  value: Uint8Array,
  mti: string,
  network: string,
): readonly string[] {
  const isAnswer = mti === '0810' || mti === '0830';
  // An answer of plain ISO 8583 may leave out which one it is: a table shows itself by its first byte and its chain.
  if (isAnswer && network === '') return isTable(value) ? answered(value) : workingKeys(value);
  if (mti === '0810' && signIns.has(network)) return workingKeys(value);
  const isDownload = mti.startsWith('08') && /^3[678][012]$/.test(network);
  if (!isDownload) return rest(value);
  if (isAnswer) return answered(value);
  return network.endsWith('2') ? asked(value) : objects(value);
}

const isTable = (value: Uint8Array): boolean =>
  downloadStates[toHex(value.subarray(0, 1))] !== undefined &&
  walkTlv(value.subarray(1)) === undefined;

const rest = (bytes: Uint8Array): readonly string[] =>
  bytes.length === 0 ? [] : [`  62 → rest: ${bytes.length} bytes`];

function workingKeys(value: Uint8Array): readonly string[] {
  const layout = Object.values(workingKeyLayouts).find(
    ({ keyLength, names }) => value.length === names.length * (keyLength + checkValueLength),
  );
  if (layout === undefined) return rest(value);
  const { keyLength, names } = layout;
  const step = keyLength + checkValueLength;
  return names.map((name, at) => {
    const check = value.subarray(at * step + keyLength, (at + 1) * step);
    return `  62.${at + 1} ${name} key: ${keyLength} bytes under the master key, not shown; check value ${toHex(check)}`;
  });
}

const latin1 = (bytes: Uint8Array): string => String.fromCharCode(...bytes);

function asked(value: Uint8Array): readonly string[] {
  const { parts, rest: more } = readParts(query, latin1(value));
  return [
    ...parts.map(({ part, value: text }, at) => `  62.${at + 1} ${part.name}: ${text}`),
    ...(more === '' ? [] : rest(value.subarray(value.length - more.length))),
  ];
}

function answered(value: Uint8Array): readonly string[] {
  const state = toHex(value.subarray(0, 1));
  return [
    `  62.1 ${downloadStates[state] ?? 'an unknown state'}: ${state}`,
    ...objects(value.subarray(1)),
  ];
}

/** Tables hold no card data: each object with its value, a list of data objects entry by entry. */
function objects(bytes: Uint8Array): readonly string[] {
  const lines: string[] = [];
  let end = 0;
  walkTlv(bytes, (tag, _from, valueFrom, to) => {
    const name = tagName(tag);
    const value = bytes.subarray(valueFrom, to);
    lines.push(`  62 → ${name} ${downloadObjects[name] ?? 'unknown'}: ${toHex(value)}`);
    if (name === 'DF14')
      for (const entry of parseDol(value) ?? [])
        lines.push(`    - ${tagTitle(entry.tag)}, ${entry.length} bytes`);
    end = to;
  });
  return [...lines, ...rest(bytes.subarray(end))];
}
