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
};
export default texts;
