import { bytesOf, type Message, textOf } from '#src/iso8583/message.ts';
import { parseChipData } from './chip-check.ts';
import { type Answer, type BankContext, localTime, rrnOf } from './context.ts';
import type { MessageIdentity } from './entries.ts';
import type { WorkingKeys } from './security.ts';
import { answerMti } from './transactions.ts';

const scriptResultsTag = 'DF31';
const repeated = [2, 3, 4, 25, 49, 60, 61] as const;

/** What became of the scripts that the issuer sent: five bytes each in DF31. No money moves, nothing is booked. */
export function takeScriptReport(
  context: BankContext,
  message: Message,
  identity: MessageIdentity,
  keys: WorkingKeys,
): Answer {
  const results = parseChipData(bytesOf(message, 55) ?? new Uint8Array()).get(scriptResultsTag);
  const whole = results !== undefined && results.length > 0 && results.length % 5 === 0;
  const { date, time } = localTime(context);
  const fields = Object.fromEntries(repeated.map((number) => [number, textOf(message, number)]));
  return {
    mti: answerMti(message.mti),
    fields: {
      ...fields,
      11: identity.stan,
      12: time,
      13: date,
      37: textOf(message, 37) ?? rrnOf(context),
      39: whole ? '00' : '30',
      41: identity.terminalId,
      42: identity.merchantId,
    },
    macKeys: keys,
    kind: 'scriptReport',
    why: whole ? `scripts ended ${results.toString('hex')}` : 'field 55 holds no script results',
  };
}
