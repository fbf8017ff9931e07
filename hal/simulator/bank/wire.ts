import { iso1987AsciiSm4, iso1987AsciiTrackKey } from '#src/iso8583/ascii.ts';
import { pack, unpack } from '#src/iso8583/codec.ts';
import type { Dialect } from '#src/iso8583/dialect.ts';
import { answerTpdu, packFrame, unpackFrame } from '#src/iso8583/frame.ts';
import { Malformed } from '#src/iso8583/malformed.ts';
import { bytesOf, type Fields, type Message, textOf } from '#src/iso8583/message.ts';
import { unionPaySm4, unionPayTrackKey } from '#src/iso8583/unionpay.ts';
import { messageTypeOf } from './transactions.ts';

/** A message as it came, in the words of the UnionPay-style interface however it travelled. */
export type Received = {
  readonly message: Message;
  /** Everything before the MAC. */
  readonly covered: Buffer;
  readonly mac: Buffer | undefined;
  /** For the timeline: the message as it was on the line. */
  readonly original: Message;
};

/** How one acquirer's interface lies on the line. */
export type Wire = {
  readonly dialect: Dialect;
  open(frame: Uint8Array): Received | Malformed;
  /** Packs an answer; `seal` gives its MAC, or undefined where there is none. */
  close(
    request: Uint8Array,
    answer: Message,
    headerRequest: number,
    seal: ((covered: Buffer) => Buffer) | undefined,
  ): Uint8Array;
};

/** The PIN block of SM4 is twice as long: read as the other it never fits, because field 53 follows it. */
function openBody(usual: Dialect, sm4: Dialect, body: Uint8Array): Message | Malformed {
  const message = unpack(usual, body);
  if (!(message instanceof Malformed)) return message;
  const other = unpack(sm4, body);
  return other instanceof Malformed ? message : other;
}

/** BCD behind TPDU and header. */
const unionPayWire: Wire = {
  dialect: unionPayTrackKey,
  open(bytes) {
    const frame = unpackFrame(bytes);
    if (frame instanceof Malformed) return frame;
    const message = openBody(unionPayTrackKey, unionPaySm4, frame.body);
    if (message instanceof Malformed) return message;
    const mac = bytesOf(message, 64);
    const covered = Buffer.from(frame.body.subarray(0, -8));
    return { message, original: message, covered, mac: mac && Buffer.from(mac) };
  },
  close(request, answer, headerRequest, seal) {
    const frame = unpackFrame(request);
    if (frame instanceof Malformed) throw new Error('an answer to a frame that never came');
    const header = frame.header.slice();
    header[2] = ((header[2] ?? 0) & 0xf0) | headerRequest;
    return packFrame(
      { tpdu: answerTpdu(frame.tpdu), header },
      sealed(unionPayTrackKey, answer, 8, seal),
    );
  },
};

/** Plain ASCII, nothing in front: batch alone in F60, network code in F70, original in F90. */
const asciiWire = (signInCode: string): Wire => ({
  dialect: iso1987AsciiTrackKey,
  open(frame) {
    const original = openBody(iso1987AsciiTrackKey, iso1987AsciiSm4, frame);
    if (original instanceof Malformed) return original;
    const mac = bytesOf(original, 64) ?? bytesOf(original, 128);
    const covered = Buffer.from(frame.subarray(0, -16));
    const message = inUnionPayWords(original, signInCode);
    return { message, original, covered, mac: mac && Buffer.from(mac) };
  },
  close(_request, answer, _headerRequest, seal) {
    const batch = textOf(answer, 60)?.slice(2, 8);
    const { 61: _original, ...kept } = answer.fields;
    const message = { mti: answer.mti, fields: { ...kept, 60: batch } };
    return sealed(iso1987AsciiTrackKey, message, 16, seal);
  },
});

export const wireOf = (dialect: 'unionpay-bcd' | 'iso8583-ascii', signInCode: string): Wire =>
  dialect === 'unionpay-bcd' ? unionPayWire : asciiWire(signInCode);

function sealed(
  dialect: Dialect,
  message: Message,
  length: number,
  seal: ((covered: Buffer) => Buffer) | undefined,
): Uint8Array {
  if (seal === undefined) return pack(dialect, message);
  const open = { mti: message.mti, fields: { ...message.fields, 64: new Uint8Array(8) } };
  const covered = Buffer.from(pack(dialect, open).subarray(0, -length));
  const mac = seal(covered);
  const tail = length === 8 ? mac : Buffer.from(mac.toString('hex').toUpperCase(), 'latin1');
  return Uint8Array.from(Buffer.concat([covered, tail]));
}

/** F90 = MTI 4, trace 6, date and time 10, institutions; the batch of the original is not told. */
function inUnionPayWords({ mti, fields }: Message, signInCode: string): Message {
  const text = (number: number) => textOf({ mti, fields }, number);
  const original = text(90);
  const undone = mti === '0400' ? (original?.slice(0, 4) ?? '') : mti;
  const type = messageTypeOf(undone, text(3), text(25)) ?? '00';
  const network = text(70) === '001' && mti === '0800' ? signInCode : (text(70) ?? '000');
  const out: Fields = {
    ...fields,
    60: text(60) === undefined ? undefined : `${type}${text(60)?.slice(0, 6)}${network}50`,
    61: original && `000000${original.slice(4, 10)}${original.slice(10, 14)}`,
    90: undefined,
    128: undefined,
  };
  return { mti, fields: out };
}
