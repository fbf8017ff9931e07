import type { NumberTexts } from './texts.ts';

export const numberZhCN: NumberTexts = {
  register: {
    title: '登记小票上的押金',
    open: '登记',
    field: { code: '授权码', date: '日期', last4: '卡尾号' },
    hint: { code: '6 位', date: '月日', last4: '选填' },
    missing: { code: '还差授权码', date: '还差日期', last4: '卡尾号要 4 位' },
    problem: { noSuchDate: '没有这一天', ranOut: '这笔已经过期' },
    go: '下一步：金额',
  },
  number: {
    button: '补录卡号',
    title: '补录卡号',
    missing: '没有卡号，先补录',
    cardToo: '插卡、刷卡也行',
    reading: '正在读卡，只读卡号',
    slip: (slips) => {
      const [first] = slips;
      if (first?.type === 'oneDigit') return `第 ${first.at} 位不对`;
      return `${slips.map(({ at }) => `${at}-${at + 1}`).join('、')} 位颠倒？`;
    },
    readBack: '复述后四位，客人说对',
    onPhone: '客人在电话里报号',
    onPhoneHint: '客人同意，听到复述的后四位',
    withoutNumber: (count) => `${count} 笔没有卡号`,
    withoutNumberShort: (count) => `${count} 笔没卡号`,
  },
};
