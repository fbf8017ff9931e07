import { concat } from '../bytes.ts';
import { Malformed } from './malformed.ts';

/** What stands before the message on the line; the 2-byte length in front of all belongs to the link. */
export type FrameHead = {
  /** Transport protocol data unit, 5 bytes: 60, destination 2, source 2. */
  readonly tpdu: Uint8Array;
  /** Application header, 6 bytes: 60 or 61, 31, terminal state, request of the host, version 2½. */
  readonly header: Uint8Array;
};

export type Frame = FrameHead & { readonly body: Uint8Array };

const tpduLength = 5;
const headerLength = 6;

export function packFrame(head: FrameHead, body: Uint8Array): Uint8Array {
  if (head.tpdu.length !== tpduLength || head.header.length !== headerLength) {
    throw new Error('a TPDU has 5 bytes and a header 6');
  }
  return concat(head.tpdu, head.header, body);
}

/** Splits a frame; the parts are views of it. */
export function unpackFrame(bytes: Uint8Array): Frame | Malformed {
  if (bytes.length < tpduLength + headerLength)
    return new Malformed('truncated', ['header'], bytes.length);
  if (bytes[0] !== 0x60) return new Malformed('badHeader', ['tpdu'], 0);
  return {
    tpdu: bytes.subarray(0, tpduLength),
    header: bytes.subarray(tpduLength, tpduLength + headerLength),
    body: bytes.subarray(tpduLength + headerLength),
  };
}

/** The TPDU of an answer: destination and source change places. */
export function answerTpdu(tpdu: Uint8Array): Uint8Array {
  return Uint8Array.of(tpdu[0]!, tpdu[3]!, tpdu[4]!, tpdu[1]!, tpdu[2]!);
}

/** Digit 6 of the header: what the host asks the terminal to do when idle, 0 nothing. */
export const headerRequest = (header: Uint8Array): number => (header[2] ?? 0) & 15;
