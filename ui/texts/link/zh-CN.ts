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
  title: '银行线路',
  job: { test: '测试线路', update: '从银行下载', signIn: '重新签到', signOff: '签退' },
  seconds: (seconds) => `${seconds} 秒`,
  signedIn: '签到',
  no: '未签到',
  tables: '卡表',
  ownTables: '出厂自带',
  version: '版本',
  entries: '公钥和卡种',
  counted: (keys, applications) => `${keys} + ${applications}`,
  running: '正在问银行。',
  idle: '这里的操作都不动钱。',
  done: {
    test: (ms) => `银行有回应：${seconds(ms)}。`,
    update: () => '新的卡表已经在用了。',
    signIn: () => '已签到，换了新密钥。',
    signOff: () => '已签退，下次收押金会自动签到。',
  },
  failed: (because) => `${because}。一切照旧。`,
  refusedWith: (code) => `银行没同意（代码 ${code}）`,
  badAnswer: '银行的回应看不懂',
  spoiled: (problem) => `${problem}。什么都没换，卡表照旧。`,
  problem: {
    format: '收到的用不了',
    hash: '有一把公钥坏了',
    expired: '有一把公钥已经过期',
    noAnswer: '银行没有回应',
    refused: '银行没同意',
  },
  updateSpoiled: '下载的是坏的',
  updatedAt: (stamp) => `${stamp} 更新`,
};

const seconds = (ms: number): string => `${(ms / 1_000).toFixed(1)} 秒`;
