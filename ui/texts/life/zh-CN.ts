import type { LifeTexts } from './texts.ts';

const texts: LifeTexts = {
  partial: {
    title: '只批了一部分',
    asked: (amount) => `本来要 ${amount}`,
    hint: '撤回就一分不冻结',
    keep: '留下',
    undo: '撤回',
    undoneIn: (seconds) => `${seconds} 秒后自动撤回`,
  },
  day: {
    forgotten: (withoutNumber, expired) =>
      [
        ...(withoutNumber > 0 ? [`${withoutNumber} 笔没有卡号`] : []),
        ...(expired > 0 ? [`${expired} 笔已到期`] : []),
      ].join('，'),
  },
};
export default texts;
