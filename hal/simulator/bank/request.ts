import { bytesOf, type Message, textOf } from '#src/iso8583/message.ts';
import type { MessageIdentity } from './entries.ts';
import { type FinancialKind, financialKind } from './transactions.ts';

/** Field 60 in its parts. */
export type Field60 = {
  readonly messageType: string;
  readonly batch: string;
  readonly networkCode: string;
  /** F60.5: 2 says that the chip of this card could not be read. */
  readonly chipCondition: string;
};

export function field60(message: Message): Field60 | undefined {
  const text = textOf(message, 60);
  if (text === undefined || text.length < 8) return undefined;
  return {
    messageType: text.slice(0, 2),
    batch: text.slice(2, 8),
    networkCode: text.slice(8, 11),
    chipCondition: text.slice(12, 13),
  };
}

/** Field 61: the transaction before. */
type OriginalReference = {
  readonly batch: string;
  readonly stan: string;
  readonly date: string;
};

function field61(message: Message): OriginalReference | undefined {
  const text = textOf(message, 61);
  if (text === undefined || text.length < 12) return undefined;
  return { batch: text.slice(0, 6), stan: text.slice(6, 12), date: text.slice(12, 16) };
}

/** A request about money, with everything that every kind must have. */
export type FinancialRequest = MessageIdentity & {
  readonly message: Message;
  readonly kind: FinancialKind;
  readonly mti: string;
  readonly isReversal: boolean;
  readonly pan: string;
  /** YYMM, from F14, else from track 2. */
  readonly expiry: string | undefined;
  readonly serviceCode: string | undefined;
  readonly amountMinorUnits: number;
  readonly currency: string;
  readonly posEntryMode: string;
  readonly chipCondition: string;
  readonly date: string | undefined;
  readonly originalRrn: string | undefined;
  readonly authorisationCode: string | undefined;
  readonly original: OriginalReference | undefined;
  readonly chipData: Uint8Array | undefined;
  readonly pinBlock: Uint8Array | undefined;
};

/** The request, or the code of field 39 that says what is wrong with its form. */
export function parseFinancial(
  message: Message,
  identity: MessageIdentity,
): FinancialRequest | string {
  const private60 = field60(message);
  if (private60 === undefined) return '30';
  const kind = financialKind(
    message.mti,
    textOf(message, 3),
    textOf(message, 25),
    private60.messageType,
  );
  if (kind === undefined) return '40';
  const track = /^(\d{12,19})[=D](\d{4})(\d{3})/.exec(textOf(message, 35) ?? '');
  const pan = textOf(message, 2) ?? track?.[1];
  const amount = textOf(message, 4);
  const currency = textOf(message, 49);
  const posEntryMode = textOf(message, 22);
  if (
    pan === undefined ||
    amount === undefined ||
    currency === undefined ||
    posEntryMode === undefined
  )
    return '30';
  if (textOf(message, 35) !== undefined && track === null) return '30';
  if (track !== null && track[1] !== pan) return '14';
  return {
    ...identity,
    message,
    kind,
    mti: message.mti,
    isReversal: message.mti === '0400',
    pan,
    expiry: textOf(message, 14) ?? track?.[2],
    serviceCode: track?.[3],
    amountMinorUnits: Number(amount),
    currency,
    posEntryMode,
    chipCondition: private60.chipCondition,
    date: textOf(message, 13),
    originalRrn: textOf(message, 37),
    authorisationCode: textOf(message, 38),
    original: field61(message),
    chipData: bytesOf(message, 55),
    pinBlock: bytesOf(message, 52),
  };
}
