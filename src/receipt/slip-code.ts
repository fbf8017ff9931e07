const prefix = 'HOLDFAST:1:';
const shape = /^HOLDFAST:1:([0-9A-Za-z][0-9A-Za-z-]{0,63}):([0-9A-F]{4})$/;

/** CRC-16/CCITT-FALSE of the text's bytes: a misread or clipped code is refused, not looked up. */
function checksum(text: string): string {
  let crc = 0xffff;
  for (const byte of new TextEncoder().encode(text)) {
    crc ^= byte << 8;
    for (let bit = 0; bit < 8; bit++) crc = ((crc << 1) ^ (crc & 0x8000 ? 0x1021 : 0)) & 0xffff;
  }
  return crc.toString(16).toUpperCase().padStart(4, '0');
}

/** Text of the QR code that finds a hold again: `HOLDFAST:1:<holdId>:<checksum>`. No card number is in it. */
export function formatSlipCode(holdId: string): string {
  const text = `${prefix}${holdId}:${checksum(prefix + holdId)}`;
  if (!shape.test(text)) throw new Error('slip code: not the id of a hold');
  return text;
}

/** The hold that a scanned text names, or undefined when it is not one of our slips; spaces around it are allowed. */
export function parseSlipCode(text: string): string | undefined {
  if (text.length > 200) return undefined;
  const [, holdId, sum] = shape.exec(text.trim()) ?? [];
  return holdId !== undefined && checksum(prefix + holdId) === sum ? holdId : undefined;
}
