import type { IncidentState } from '../../../src/incident/machine.ts';
import type { Cause } from '../../../src/recovery/evidence.ts';

type Both = { readonly en: string; readonly zh: string };

export const causeWords: Readonly<Record<Cause, Both>> = {
  settings: { en: 'Wrong settings', zh: '设置不对' },
  unsupportedCard: { en: 'Card not taken', zh: '不支持的卡' },
  damagedOrExpired: { en: 'Card damaged or expired', zh: '卡坏了或过期' },
  network: { en: 'No network', zh: '网络不通' },
  operator: { en: 'Handled wrongly', zh: '操作不对' },
  deviceFault: { en: 'Terminal at fault', zh: '机器故障' },
  bankSide: { en: 'Bank at fault', zh: '银行故障' },
  withheld: { en: 'Card not given', zh: '客人不给卡' },
  suspectedFraud: { en: 'Supervisor to look', zh: '请主管看' },
  refusedByIssuer: { en: 'Refused by the issuer', zh: '发卡行拒绝' },
  unknown: { en: 'Cause not known yet', zh: '原因还不清楚' },
};

export const stateWords: Readonly<Record<IncidentState, Both>> = {
  open: { en: 'open', zh: '处理中' },
  waiting: { en: 'waiting', zh: '在等' },
  resolved: { en: 'solved', zh: '已解决' },
  reported: { en: 'reported', zh: '已上报' },
  closed: { en: 'closed', zh: '已了结' },
};
