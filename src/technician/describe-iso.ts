import { toHex } from '../bytes.ts';
import { iso1987Ascii } from '../iso8583/ascii.ts';
import { unpack } from '../iso8583/codec.ts';
import { describe } from '../iso8583/describe.ts';
import type { Dialect } from '../iso8583/dialect.ts';
import { unpackFrame } from '../iso8583/frame.ts';
import { Malformed } from '../iso8583/malformed.ts';
import { unionPay } from '../iso8583/unionpay.ts';
import { type Decoded, explained, refused } from './decoded.ts';

export type DialectName = 'bcd' | 'ascii';

/** A frame or a message in words, in the dialect given or the one its first bytes speak. */
export function describeIso(bytes: Uint8Array, name?: DialectName): Decoded {
  const { lines, body, skipped } = withoutFrame(bytes);
  const dialect: Dialect = (name ?? dialectOf(body)) === 'ascii' ? iso1987Ascii : unionPay;
  const message = unpack(dialect, body);
  if (message instanceof Malformed) {
    const { reason, path, offset } = message;
    return refused(
      `ISO 8583 (${dialect.name}): ${reason} in ${path.join(' → ')} at byte ${offset + skipped}`,
    );
  }
  return explained(...lines, `dialect ${dialect.name}`, ...describe(dialect, message));
}

/** Message types that begin no data object and no file locator of a card. */
const messageTypes = /^0(1[0-2]|2[0-3]|3[0-3]|4[0-3]|5[0-3]|8[0-3])0$/;

/** Does it begin as a message does: length, TPDU and header, or a message type with a bitmap behind it? */
export function looksLikeIso(bytes: Uint8Array): boolean {
  const { body } = withoutFrame(bytes);
  const isAscii = dialectOf(body) === 'ascii';
  const type = isAscii ? String.fromCharCode(...body.slice(0, 4)) : toHex(body.slice(0, 2));
  return body.length >= 10 && messageTypes.test(type);
}

const dialectOf = (body: Uint8Array): DialectName =>
  body.length >= 4 && body.slice(0, 4).every((byte) => byte >= 0x30 && byte <= 0x39)
    ? 'ascii'
    : 'bcd';

/** Without the length and the TPDU with its header, where they are there. */
function withoutFrame(bytes: Uint8Array): {
  readonly lines: readonly string[];
  readonly body: Uint8Array;
  readonly skipped: number;
} {
  const length = ((bytes[0] ?? 0) << 8) | (bytes[1] ?? 0);
  const hasLength = bytes.length > 2 && length === bytes.length - 2;
  const lines = hasLength ? [`length ${length}`] : [];
  const frame = hasLength ? bytes.subarray(2) : bytes;
  const parts = frame[0] === 0x60 ? unpackFrame(frame) : undefined;
  const skipped = bytes.length - frame.length;
  if (parts === undefined || parts instanceof Malformed) return { lines, body: frame, skipped };
  return {
    lines: [...lines, `TPDU ${toHex(parts.tpdu)}, header ${toHex(parts.header)}`],
    body: parts.body,
    skipped: bytes.length - parts.body.length,
  };
}
