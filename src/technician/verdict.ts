import { hex } from '../bytes.ts';
import type { KernelFailureCode, KernelOutcome } from '../emv/contract.ts';
import { describeBits } from '../emv/describe-bits.ts';
import { describeCvmResults } from '../emv/describe-cvm.ts';

type Both = { readonly en: string; readonly zh: string };

const failures: Readonly<Record<KernelFailureCode, Both>> = {
  cardRemoved: { en: 'the card was pulled out', zh: '卡被拔出' },
  cardMute: { en: 'the card stopped answering', zh: '卡不再回答' },
  readerGone: { en: 'the reader is gone', zh: '读卡器不见了' },
  protocolError: { en: 'the contacts or the protocol failed', zh: '接触不良或通信出错' },
  noCommonApplication: { en: 'no application in common', zh: '没有本机认识的应用' },
  applicationBlocked: { en: 'its application is blocked', zh: '应用已被银行锁定' },
  cardBlocked: { en: 'the whole card is blocked', zh: '整张卡已被银行锁定' },
  conditionsNotSatisfied: { en: 'the card refuses to go on (6985)', zh: '卡拒绝继续（6985）' },
  statusRefused: { en: 'the card refuses a command', zh: '卡拒绝了一条命令' },
  malformedResponse: { en: 'its answer cannot be read', zh: '卡的回答读不懂' },
  mandatoryDataMissing: { en: 'data that must be there are missing', zh: '缺少必需的数据' },
  dataConflict: { en: 'its data contradict each other', zh: '卡内数据互相矛盾' },
  expired: { en: 'the card has expired', zh: '卡已过期' },
  tooManyRecords: { en: 'it names too many records', zh: '记录太多' },
  tooLong: { en: 'an answer or a list is too long', zh: '数据太长' },
};

/** What this terminal would do with the card, in both languages, and the results bit by bit. */
export function describeOutcome(outcome: KernelOutcome): string[] {
  const { en, zh } = words(outcome);
  const lines = [`${en}.`, `${zh}。`];
  if (outcome.type === 'failed') {
    const { step, sw, tag, flaw, evidence } = outcome.failure;
    const at = [
      flaw,
      `at the step ${step}`,
      sw && `status words ${sw}`,
      tag && `data object ${tag}`,
    ];
    return [
      ...lines,
      at.filter(Boolean).join(', '),
      ...(evidence === '' ? [] : [`evidence ${evidence}`]),
    ];
  }
  if (outcome.type === 'cancelled') return lines;
  const { tvr, tsi, cvmResults } = outcome.lines;
  return [
    ...lines,
    `TVR ${tvr}`,
    ...(describeBits('95', hex(tvr)) ?? []).map((line) => `  - ${line}`),
    `TSI ${tsi}`,
    ...(describeBits('9B', hex(tsi)) ?? []).map((line) => `  - ${line}`),
    `verification ${cvmResults}: ${describeCvmResults(hex(cvmResults)).join(', ')}`,
  ];
}

function words(outcome: KernelOutcome): Both {
  switch (outcome.type) {
    case 'approved':
      return { en: 'Accepted, approved without the bank', zh: '接受，脱机批准' };
    case 'unableToGoOnline':
      return {
        en: 'Accepted: the chip is ready, the bank would now be asked (here there is none)',
        zh: '接受：芯片一切就绪，接下来要问银行（这里没有接银行）',
      };
    case 'declinedOffline':
      return outcome.by === 'card'
        ? { en: 'Refused by the card itself', zh: '被卡自己拒绝' }
        : {
            en: 'Refused by the terminal: action codes or a false authentication',
            zh: '被终端拒绝：行为代码或认证不符',
          };
    case 'declinedByHost':
      return { en: 'Refused by the bank', zh: '被银行拒绝' };
    case 'declinedByCardAfterApproval':
      return { en: 'Refused by the card after an approval', zh: '银行批准后被卡拒绝' };
    case 'cancelled':
      return { en: 'Given up', zh: '已取消' };
    case 'failed': {
      const { en, zh } = failures[outcome.failure.code];
      return { en: `Not accepted: ${en}`, zh: `不接受：${zh}` };
    }
  }
}

/** The outcome as the last line of a transcript says it. */
export function outcomeWords(outcome: KernelOutcome): string {
  if (outcome.type === 'failed') {
    const { code, step, hostApproved } = outcome.failure;
    return `failed ${code} ${step}${hostApproved ? ' reversalOwed' : ''}`;
  }
  if (outcome.type === 'cancelled') return `cancelled ${outcome.at}`;
  const { tvr, tsi, cvmResults } = outcome.lines;
  return `${outcome.type} ${tvr} ${tsi} ${cvmResults}`;
}
