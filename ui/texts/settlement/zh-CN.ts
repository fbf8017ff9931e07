import type { SettlementTexts } from './texts.ts';

export const settlement: SettlementTexts = {
  waiting: (count) => `${count} 个批次没对平`,
  notTaken: '没对平，请主管找银行',
  title: '没对平的批次',
  closed: '结算时间',
  ours: (count) => `本机 (${count})`,
  bank: (count) => `银行 (${count})`,
  bankSilent: '银行',
  unknown: '没有说',
  sent: '已逐笔送',
  refusedRecords: '银行没收',
  withoutNumber: '没卡号，没送',
  endRefused: (code) => `银行没收下明细（应答码 ${code}）。请拿这些数打给银行。`,
  allSent: '银行已逐笔收到扣款，请向银行问差在哪里。',
  cleared: '已经对清',
  clearedHint: '要主管确认',
  next: '下一个批次',
};
