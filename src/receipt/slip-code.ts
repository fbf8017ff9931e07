const first = /^HOLDFAST:1:([0-9A-Za-z][0-9A-Za-z-]{0,63}):[0-9A-F]{4}$/;
const second =
  /^HOLDFAST:2:([0-9A-Za-z][0-9A-Za-z-]{0,63}):([0-9A-Za-z]{6}):(\d{1,12}):(\d{4}):(\d{6}):[0-9A-F]{4}$/;

/** What the code on a slip says of its hold: the first form only its name, the second what another terminal needs. */
export type SlipCode = {
  readonly holdId: string;
  readonly authorisationCode?: string;
  /** Held, cumulative. */
  readonly minorUnits?: number;
  readonly last4?: string;
  readonly batch?: number;
};

/** CRC-16/CCITT-FALSE of the text's bytes: a misread or clipped code is refused, not looked up. */
function checksum(text: string): string {
  let crc = 0xffff;
  for (const byte of new TextEncoder().encode(text)) {
    crc ^= byte << 8;
    for (let bit = 0; bit < 8; bit++) crc = ((crc << 1) ^ (crc & 0x8000 ? 0x1021 : 0)) & 0xffff;
  }
  return crc.toString(16).toUpperCase().padStart(4, '0');
}

const summed = (text: string): string => `${text}:${checksum(text)}`;

/** Text of the QR code that finds a hold again: `HOLDFAST:1:<holdId>:<checksum>`. No card number is in it. */
export function formatSlipCode(holdId: string): string {
  const text = summed(`HOLDFAST:1:${holdId}`);
  if (!first.test(text)) throw new Error('slip code: not the id of a hold');
  return text;
}

/**
 * The same with what a terminal that never saw the hold needs to complete it: `HOLDFAST:2:<holdId>:<authorisation
 * code>:<minor units>:<last four>:<batch>:<checksum>`; the first form when that cannot be said so.
 */
export function formatFullSlipCode(slip: Required<SlipCode>): string {
  const { holdId, authorisationCode, minorUnits, last4, batch } = slip;
  const parts = [holdId, authorisationCode, minorUnits, last4, String(batch).padStart(6, '0')];
  const text = summed(`HOLDFAST:2:${parts.join(':')}`);
  return second.test(text) ? text : formatSlipCode(holdId);
}

/** What a scanned text says, or undefined when it is not one of our slips; spaces around it are allowed. */
export function readSlipCode(text: string): SlipCode | undefined {
  if (text.length > 200) return undefined;
  const trimmed = text.trim();
  const at = trimmed.lastIndexOf(':');
  if (checksum(trimmed.slice(0, at)) !== trimmed.slice(at + 1)) return undefined;
  const holdId = first.exec(trimmed)?.[1];
  if (holdId !== undefined) return { holdId };
  const [, id, authorisationCode, minorUnits, last4, batch] = second.exec(trimmed) ?? [];
  if (id === undefined || authorisationCode === undefined || last4 === undefined) return undefined;
  const numbers = { minorUnits: Number(minorUnits), batch: Number(batch) };
  return { holdId: id, authorisationCode, last4, ...numbers };
}

/** The hold that a scanned text names, or undefined when it is not one of our slips. */
export const parseSlipCode = (text: string): string | undefined => readSlipCode(text)?.holdId;
