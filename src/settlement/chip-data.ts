import { concat, hex } from '../bytes.ts';
import type { EmvLines } from '../emv/contract.ts';

const object = (tag: string, value: string): Uint8Array =>
  concat(hex(tag), Uint8Array.of(value.length / 2), hex(value));

/** Field 55 of a chip transaction in the batch upload: what the journal keeps of it, no card data. */
export const uploadedChipData = (lines: EmvLines): Uint8Array =>
  concat(
    object('9F26', lines.applicationCryptogram),
    object('9F27', lines.cryptogramInformationData),
    object('9F36', lines.atc),
    object('95', lines.tvr),
    object('9B', lines.tsi),
    object('9F34', lines.cvmResults),
    object('84', lines.aid),
  );
