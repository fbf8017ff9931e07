import { hex } from '../bytes.ts';
import { iso1987Ascii, iso1987AsciiSm4, iso1987AsciiTrackKey } from '../iso8583/ascii.ts';
import type { Dialect } from '../iso8583/dialect.ts';
import { type FrameHead, packFrame, unpackFrame } from '../iso8583/frame.ts';
import type { Malformed } from '../iso8583/malformed.ts';
import type { Fields } from '../iso8583/message.ts';
import { unionPay, unionPaySm4, unionPayTrackKey } from '../iso8583/unionpay.ts';
import type { CardRequest, HostRequest, Original } from './contract.ts';
import { isoPrivateFields } from './iso-fields.ts';
import type { AcquirerSettings, KeyMode } from './settings.ts';
import type { TransactionRow } from './transactions.ts';
import { unionPayPrivateFields } from './unionpay-fields.ts';

/** The part of a message that each acquirer says in its own fields. */
export type PrivateFields = {
  /** Type of the transaction, batch, network code, capabilities. */
  common(request: HostRequest, row: TransactionRow, settings: AcquirerSettings): Fields;
  /** The transaction that this one refers to. */
  original(original: Original, originalMti: string): Fields;
  /** A reversal names the request that it undoes; without this it repeats what that request named. */
  undone?(request: CardRequest, undoneMti: string): Fields;
  /** Batch number of an answer. */
  batch(fields: Fields): number | undefined;
};

/** A second acquirer costs one of these: a table of fields, and its private ones. */
export type Protocol = {
  readonly dialect: Dialect;
  readonly privateFields: PrivateFields;
  /** TPDU and header in front of the message, or undefined where there are none. */
  readonly head: FrameHead | undefined;
};

const bcdDialects: Readonly<Record<KeyMode, Dialect>> = {
  single: unionPay,
  double: unionPay,
  doubleWithTrack: unionPayTrackKey,
  sm4: unionPaySm4,
};

const asciiDialects: Readonly<Record<KeyMode, Dialect>> = {
  single: iso1987Ascii,
  double: iso1987Ascii,
  doubleWithTrack: iso1987AsciiTrackKey,
  sm4: iso1987AsciiSm4,
};

/** Throws when the settings contradict each other. */
export function protocolOf(settings: AcquirerSettings): Protocol {
  if (settings.keyMode === 'sm4' && settings.macAlgorithm === 'x919') {
    throw new Error('the retail MAC (x919) is one of DES keys, not of SM4');
  }
  if (settings.protocol === 'iso1987') {
    const dialect = asciiDialects[settings.keyMode];
    return { dialect, privateFields: isoPrivateFields, head: undefined };
  }
  const head = { tpdu: hex(settings.tpdu), header: hex(settings.header) };
  return { dialect: bcdDialects[settings.keyMode], privateFields: unionPayPrivateFields, head };
}

export const wrap = (protocol: Protocol, body: Uint8Array): Uint8Array =>
  protocol.head === undefined ? body : packFrame(protocol.head, body);

/** The message bytes of a frame, and its header. */
export function unwrap(
  protocol: Protocol,
  frame: Uint8Array,
): { readonly header: Uint8Array; readonly body: Uint8Array } | Malformed {
  return protocol.head === undefined
    ? { header: new Uint8Array(6), body: frame }
    : unpackFrame(frame);
}
