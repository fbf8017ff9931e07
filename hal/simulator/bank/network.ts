import { bytesOf, type Message, textOf } from '#src/iso8583/message.ts';
import { type Answer, type BankContext, localTime, rrnOf } from './context.ts';
import type { MessageIdentity } from './entries.ts';
import { type Field60, field60 } from './request.ts';
import { after, comesAfter, stepsBetween } from './running-number.ts';
import { type KeyMode, makeWorkingKeys } from './security.ts';
import { field62Of } from './tables.ts';
import { answerMti, type FinancialKind, type NetworkKind } from './transactions.ts';

const keyModes: Record<string, KeyMode> = {
  '001': 'single',
  '003': 'double',
  '004': 'doubleWithTrack',
  '005': 'sm4',
};

/** Sign-in, sign-off, echo, settlement, batch upload: none of them carries a MAC. */
export function serveNetwork(
  context: BankContext,
  message: Message,
  identity: MessageIdentity,
  kind: NetworkKind,
): Answer {
  const private60 = field60(message);
  const { date, time } = localTime(context);
  const base = {
    11: identity.stan,
    12: time,
    13: date,
    32: '01020000',
    37: rrnOf(context),
    41: identity.terminalId,
    42: identity.merchantId,
  };
  const answer = (fields: Record<number, string | Uint8Array>, why: string): Answer => ({
    mti: answerMti(message.mti),
    fields: { ...base, 39: '00', 60: textOf(message, 60) ?? '', ...fields },
    macKeys: undefined,
    kind,
    why,
  });
  if (private60 === undefined) return answer({ 39: '30' }, 'field 60 is missing');
  if (kind === 'signIn') {
    const { fields, why } = signIn(context, identity, private60);
    return answer(fields, why);
  }
  if (kind === 'settlement') {
    const { fields, why } = settle(context, message, identity);
    return answer(fields, why);
  }
  if (kind === 'batchUpload') {
    const { fields, why } = takeUpload(context, message, identity, private60.networkCode);
    return answer(fields, why);
  }
  if (kind === 'download') {
    const table = field62Of(private60.networkCode, bytesOf(message, 62), context.served());
    return answer(table === undefined ? {} : { 62: table }, `download ${private60.networkCode}`);
  }
  if (kind === 'signOff')
    context.record({ type: 'signOff', atMs: context.now(), terminalId: identity.terminalId });
  return answer({}, kind);
}

/** Field 48 counts: two digits in front of stripe records, four at the end for everything; a chip transaction is one. */
function takeUpload(
  context: BankContext,
  message: Message,
  { terminalId, batch, stan }: MessageIdentity,
  networkCode: string,
) {
  const field48 = textOf(message, 48) ?? '';
  if (networkCode === '202' || networkCode === '207') {
    const ours = context.book.uploaded(terminalId, batch);
    const agreed = Number(field48.slice(0, 4)) === ours;
    const why = agreed ? `all ${ours} are here` : `${ours} came, not ${field48}`;
    return { fields: agreed ? {} : { 39: '95' }, why };
  }
  const isStripe = networkCode === '201';
  const count = isStripe ? Number(field48.slice(0, 2)) : 1;
  const whole = isStripe
    ? field48.length === 2 + 40 * count && count <= 8
    : message.fields[55] !== undefined;
  if (!whole) return { fields: { 39: '30' }, why: 'the upload is not whole' };
  context.record({
    type: 'upload',
    atMs: context.now(),
    terminalId,
    batch,
    stan,
    networkCode,
    count,
  });
  return { fields: {}, why: `${count} uploaded under ${networkCode}` };
}

/** New working keys; a terminal that has forgotten its trace numbers is moved to a fresh batch. */
function signIn(context: BankContext, identity: MessageIdentity, private60: Field60) {
  const mode = keyModes[private60.networkCode];
  if (mode === undefined) return { fields: { 39: '40' }, why: 'unknown key mode' };
  const batch = batchFor(context, identity);
  const field62 = makeWorkingKeys(context.masterKey, mode, context.random);
  context.record({
    type: 'signIn',
    atMs: context.now(),
    terminalId: identity.terminalId,
    batch,
    field62: field62.toString('hex'),
    mode,
  });
  return {
    fields: {
      60: `${private60.messageType}${batch}${private60.networkCode}`,
      62: Uint8Array.from(field62),
    },
    why: `new keys, ${mode}, batch ${batch}`,
  };
}

/** Further back than this, a trace number has gone round: nobody sends so many messages in one batch. */
const mostStepsBack = 900_000;

function batchFor(context: BankContext, { terminalId, batch, stan }: MessageIdentity): string {
  const { settled, current, lastStan } = context.book.batches(terminalId);
  const asked = Number(batch);
  const back = lastStan === 0 ? 0 : stepsBetween(Number(stan), lastStan);
  const startsOver = !comesAfter(asked, current) && back > 0 && back < mostStepsBack;
  const latest = comesAfter(settled, current) ? settled : current;
  const isOpen = comesAfter(asked, settled);
  const next = startsOver ? after(latest) : isOpen ? asked : after(settled);
  return String(next).padStart(6, '0');
}

const charges: readonly FinancialKind[] = [
  'completion',
  'completionAdvice',
  'offlineAdvice',
  'sale',
];

const figures = (amount: number, count: number) =>
  String(amount).padStart(12, '0') + String(count).padStart(3, '0');

/**
 * Field 48: debits, credits and a flag, domestic then foreign, in the answer as they are here. Voided and reversed
 * charges count on neither side.
 */
function settle(context: BankContext, message: Message, { terminalId, batch }: MessageIdentity) {
  const claimed = textOf(message, 48) ?? '';
  if (!/^\d{62}$/.test(claimed)) return { fields: { 39: '30' }, why: 'field 48 is not 62 digits' };
  const own = context.book.transactions.filter(
    ({ entry, state }) =>
      state === 'approved' && entry.terminalId === terminalId && entry.batch === batch,
  );
  const total = (kinds: readonly FinancialKind[], domestic: boolean) => {
    const chosen = own.filter(
      ({ entry }) => kinds.includes(entry.kind) && /^(62|81)/.test(entry.maskedNumber) === domestic,
    );
    return figures(
      chosen.reduce((sum, { entry }) => sum + entry.amountMinorUnits, 0),
      chosen.length,
    );
  };
  const half = (domestic: boolean) => total(charges, domestic) + total(['refund'], domestic);
  const [ours, ofOthers] = [half(true), half(false)];
  const balanced = claimed.slice(0, 30) === ours && claimed.slice(31, 61) === ofOthers;
  context.record({ type: 'settlement', atMs: context.now(), terminalId, batch, balanced });
  const flag = balanced ? '1' : '2';
  return {
    fields: { 48: ours + flag + ofOthers + flag },
    why: balanced ? 'balanced' : `not balanced: the bank has ${ours} and ${ofOthers}`,
  };
}
