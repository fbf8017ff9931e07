import type { Decision } from './events.ts';

type Words = Readonly<Record<'zh-CN' | 'en', string>>;

/** A line of the case: what was decided, and nothing of why. */
export const decisionWords: Readonly<Record<Decision, Words>> = {
  goOn: { 'zh-CN': '主管看过，照常办', en: 'Supervisor looked: go on' },
  callBank: { 'zh-CN': '主管打给银行', en: 'Supervisor calls the bank' },
  refuse: { 'zh-CN': '主管看过，这笔不办', en: 'Supervisor looked: not this one' },
};
