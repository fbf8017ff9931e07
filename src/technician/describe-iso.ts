import { toHex } from '../bytes.ts';
import { iso1987Ascii, iso1987AsciiSm4, iso1987AsciiTrackKey } from '../iso8583/ascii.ts';
import { unpack } from '../iso8583/codec.ts';
import { describe } from '../iso8583/describe.ts';
import type { Dialect } from '../iso8583/dialect.ts';
import { unpackFrame } from '../iso8583/frame.ts';
import { Malformed } from '../iso8583/malformed.ts';
import type { Message } from '../iso8583/message.ts';
import { unionPay, unionPaySm4, unionPayTrackKey } from '../iso8583/unionpay.ts';
import { type Decoded, explained, refused } from './decoded.ts';
import { describeParts, tellingOf } from './describe-fields.ts';

export type DialectName = 'bcd' | 'ascii';

/** Keys that change how fields lie: a track of which eight bytes are encrypted, PIN blocks of SM4. */
export const keyModes = ['plain', 'track-key', 'sm4'] as const;
export type DialectKeys = (typeof keyModes)[number];

/** What is said of a message: which numbers, and which keys; what is not said goes by the bytes. */
export type DialectChoice = { readonly name?: DialectName; readonly keys?: DialectKeys };

const dialects: Readonly<Record<DialectName, Readonly<Record<DialectKeys, Dialect>>>> = {
  bcd: { plain: unionPay, 'track-key': unionPayTrackKey, sm4: unionPaySm4 },
  ascii: { plain: iso1987Ascii, 'track-key': iso1987AsciiTrackKey, sm4: iso1987AsciiSm4 },
};

/**
 * A frame or a message in words, field by field and part by part, in the dialect given or the one its bytes speak:
 * where nothing is said of the keys, a message that does not fit the plain dialect is tried in the others.
 */
export function describeIso(bytes: Uint8Array, { name, keys }: DialectChoice = {}): Decoded {
  const { lines, body, skipped } = withoutFrame(bytes);
  const numbers = name ?? dialectOf(body);
  const candidates = keys === undefined ? keyModes : [keys];
  let first: Decoded | undefined;
  for (const mode of candidates) {
    const dialect = dialects[numbers][mode];
    const message = unpack(dialect, body);
    if (!(message instanceof Malformed))
      return explained(
        ...lines,
        `dialect ${dialect.name}`,
        ...inWords(dialect, message, numbers === 'ascii'),
      );
    const { reason, path, offset } = message;
    first ??= refused(
      `ISO 8583 (${dialect.name}): ${reason} in ${path.join(' → ')} at byte ${offset + skipped}`,
    );
  }
  return first ?? refused('ISO 8583: no dialect was given');
}

/** The lines of the message, and below each field what it holds. */
function inWords(dialect: Dialect, message: Message, isAscii: boolean): readonly string[] {
  const telling = tellingOf(message, isAscii);
  return describe(dialect, message).flatMap((line) => {
    const number = /^F(\d+) /.exec(line)?.[1];
    if (number !== undefined) return [line, ...describeParts(Number(number), telling)];
    // The objects of field 55 are told in more words below.
    return line.startsWith('  55 → ') ? [] : [line];
  });
}

/** Message types that begin no data object and no file locator of a card. */
const messageTypes = /^0(1[0-2]|2[0-3]|3[0-3]|4[0-3]|5[0-3]|6[23]|8[0-3])0$/;

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
