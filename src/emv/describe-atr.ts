import { toHex } from '../bytes.ts';
import { atrDepartures, parseAtr } from './atr.ts';

/**
 * An answer to reset in words; what EMV 4.3 Book 1 does not accept at a cold reset is said at the
 * end.
 */
export function describeAtr(bytes: Uint8Array): string[] {
  const atr = parseAtr(bytes);
  if (atr === undefined) return [`not an answer to reset: ${toHex(bytes)}`];
  const groups = atr.groups.flatMap((group, i) =>
    Object.entries(group).map(
      ([name, value]) => `${name.toUpperCase()}${i + 1} ${toHex(Uint8Array.of(value))}`,
    ),
  );
  const departures = atrDepartures(atr, 'cold');
  return [
    `${atr.convention} convention, ${atr.protocols.map((protocol) => `T=${protocol}`).join(', ')}`,
    ...groups,
    `historical bytes ${toHex(atr.historicalBytes) || 'none'}`,
    `check character ${atr.checkCharacter}`,
    ...(departures.length === 0 ? ['accepted by EMV Book 1'] : departures),
  ];
}
