import { kernelTables } from '../config/kernel.ts';
import type { KernelInput, TransmissionProtocol } from '../emv/contract.ts';
import type { Money } from '../money.ts';
import { type Flow, facts } from './flow.ts';
import { localTime } from './time.ts';

/** What the kernel is told of the shop, the terminal and the moment. A pre-authorisation always goes online. */
export function* kernelInput(
  amount: Money,
  stan: number,
  protocol: TransmissionProtocol | undefined,
): Flow<KernelInput> {
  const { config, nowMs } = yield* facts();
  const local = localTime(nowMs, config.timeZone);
  return {
    amount,
    amountOther: { ...amount, minorUnits: 0 },
    transactionType: 0x03,
    date: local.yymmdd,
    time: local.time,
    transactionSequenceCounter: stan,
    terminal: {
      ...config.terminal,
      currencyCode: `0${amount.currency}`,
      terminalId: config.merchant.terminalId,
      merchantId: config.merchant.merchantId,
      merchantCategoryCode: config.merchant.categoryCode,
    },
    ...kernelTables(config),
    ...(protocol === undefined ? {} : { protocol }),
    forceOnline: true,
    policies: { pinBypassAllowed: config.policies.pinBypassAllowed },
  };
}
