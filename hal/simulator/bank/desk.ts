import { type Message, textOf } from '#src/iso8583/message.ts';
import { clear, plainRefusal } from './clearing.ts';
import { type Answer, type BankContext, type Bend, localTime, rrnOf } from './context.ts';
import type { MessageIdentity } from './entries.ts';
import { serveNetwork } from './network.ts';
import { field60, parseFinancial } from './request.ts';
import { reverse } from './reversal.ts';
import { takeScriptReport } from './script-report.ts';
import { messageMac, openTrack, unwrapWorkingKeys } from './security.ts';
import { answerMti, financialKind, type MessageKind, networkKind } from './transactions.ts';
import type { Received } from './wire.ts';

/** Which message this is, before anything of it is believed. */
export function kindOf(message: Message): MessageKind | undefined {
  if (message.mti === '0400') return 'reversal';
  if (message.mti === '0620') return 'scriptReport';
  const private60 = field60(message);
  if (private60 === undefined) return undefined;
  return (
    financialKind(message.mti, textOf(message, 3), textOf(message, 25), private60.messageType) ??
    networkKind(message.mti, private60.networkCode)
  );
}

/** One message to one answer. Throws LedgerUnwritable, and then nothing was booked. */
export function serve(context: BankContext, received: Received, bend: Bend): Answer {
  const { message } = received;
  const kind = kindOf(message);
  const refuse = (code: string, why: string) => bareRefusal(context, message, kind, code, why);
  const identity = identityOf(message);
  if (identity === undefined) return refuse('30', 'trace, terminal, merchant or batch is missing');
  const stranger = terminalProblem(context, identity);
  if (stranger !== undefined) return refuse(stranger, 'the merchant or the terminal is not known');
  const network = networkKind(message.mti, field60(message)?.networkCode ?? '');
  if (network !== undefined) {
    if (bend.mode === 'decline') return refuse(bend.code, 'the bank was told to refuse');
    return serveNetwork(context, message, identity, network);
  }
  if (!['0100', '0200', '0220', '0400', '0620'].includes(message.mti))
    return refuse('40', 'not a message of this interface');
  const signedIn = context.book.signIn(identity.terminalId);
  if (signedIn === undefined) return refuse('C1', 'the terminal has not signed in');
  const field62 = Buffer.from(signedIn.field62, 'hex');
  const keys = unwrapWorkingKeys(context.masterKey, { field62, mode: signedIn.mode });
  const expected = messageMac(context.macAlgorithm, keys, received.covered);
  if (!expected.equals(received.mac ?? Buffer.alloc(0))) return refuse('A0', 'the MAC is wrong');
  if (kind === 'scriptReport')
    return bend.mode === 'decline'
      ? { ...refuse(bend.code, 'the bank was told to refuse'), macKeys: keys }
      : takeScriptReport(context, message, identity, keys);
  const opened = withOpenTrack(message, keys.track);
  const request = typeof opened === 'string' ? opened : parseFinancial(opened, identity);
  if (typeof request === 'string') {
    return { ...refuse(request, 'a field is missing or wrong'), macKeys: keys };
  }
  if (!request.isReversal) return clear(context, request, keys, bend);
  if (bend.mode === 'decline')
    return plainRefusal(context, request, keys, bend.code, 'the bank was told to refuse');
  return reverse(context, request, keys);
}

/** A terminal with a track key must use it: a track in clear is refused, and one under another key is no track. */
function withOpenTrack(message: Message, key: Buffer | undefined): Message | string {
  const track = textOf(message, 35);
  const saysEncrypted = textOf(message, 53)?.charAt(2) === '1';
  if (track === undefined) return message;
  if (key === undefined) return saysEncrypted ? '30' : message;
  const clear = saysEncrypted ? openTrack(track, key) : undefined;
  return clear === undefined ? '30' : { ...message, fields: { ...message.fields, 35: clear } };
}

function identityOf(message: Message): MessageIdentity | undefined {
  const stan = textOf(message, 11);
  const terminalId = textOf(message, 41);
  const merchantId = textOf(message, 42);
  const batch = field60(message)?.batch;
  if (
    stan === undefined ||
    terminalId === undefined ||
    merchantId === undefined ||
    batch === undefined
  )
    return undefined;
  return { stan, terminalId, merchantId, batch };
}

function terminalProblem(
  { terminals }: BankContext,
  { merchantId, terminalId }: MessageIdentity,
): string | undefined {
  if (terminals === undefined) return undefined;
  const ofMerchant = terminals.filter((it) => it.merchantId === merchantId);
  if (ofMerchant.length === 0) return '03';
  return ofMerchant.some((it) => it.terminalId === terminalId) ? undefined : '97';
}

/** The bank's own computer is in trouble. */
export const systemFault = (context: BankContext, { message }: Received): Answer =>
  bareRefusal(context, message, kindOf(message), '96', 'the ledger cannot be written');

/** A refusal from what little of the message could be believed; without a MAC. */
function bareRefusal(
  context: BankContext,
  message: Message,
  kind: MessageKind | undefined,
  code: string,
  why: string,
): Answer {
  const fields: Record<number, string> = {};
  for (const number of [3, 4, 11, 25, 41, 42, 49, 60]) {
    const text = textOf(message, number);
    if (text !== undefined) fields[number] = text;
  }
  const { date, time } = localTime(context);
  const mti = /^0[1-8][0-9]0$/.test(message.mti) ? answerMti(message.mti) : '0810';
  return {
    mti,
    fields: { ...fields, 12: time, 13: date, 37: rrnOf(context), 39: code },
    macKeys: undefined,
    kind,
    why,
  };
}
