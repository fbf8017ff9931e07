import type { LinkTexts } from './texts.ts';

export const link: LinkTexts = {
  notices: {
    adviceLimit: ({ state, limit, count }, { amount }) => ({
      title: state === 'near' ? '离线扣款快到上限了' : '现在不能再离线扣款',
      text:
        limit === 'age'
          ? '有一笔扣款等银行等得太久了。'
          : `有 ${count} 笔共 ${amount} 还在等银行收。`,
      money: state === 'near' ? '它们会自动发给银行' : '这次没有扣款，先让银行收下前面的',
    }),
    adviceSuspended: ({ ticket }, { amount }) => ({
      title: '银行还没收下这笔扣款',
      text: `请主管打给银行，工单 ${ticket}。`,
      money: `${amount} 留在机器里，还会再发`,
    }),
  },
};
