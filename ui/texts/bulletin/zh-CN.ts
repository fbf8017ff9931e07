import type { BulletinTexts } from './texts.ts';

const texts: BulletinTexts = {
  title: '公告',
  none: '还没有收到公告。',
  look: '找新公告',
  looking: (seconds) => `正在找新公告 ${seconds} 秒`,
  looked: (taken) => (taken === 0 ? '没有新公告。' : `新公告 ${taken} 条。`),
  failed: (because) => `${because}，过一会儿再试。`,
  refused: (file, problem) => `${file} 没有收下：${problem}`,
  problem: {
    tooLarge: '文件太大。',
    format: '不是公告，或者坏了。',
    newerFormat: '要先升级本机软件。',
    unknownSigner: '不认识签名的人。',
    signature: '签章不对，被改过。',
    expired: '已经过期。',
    olderNumber: '已有更新的一条。',
    notAllowed: '要改的东西不归它管。',
  },
  kind: {
    outage: '银行停机',
    maintenance: '维护',
    rules: '新规定',
    newCards: '新卡号段',
    news: '通知',
  },
  state: { ahead: '还没开始', inForce: '生效中', over: '已结束', withdrawn: '已撤回' },
  unread: '还没看',
  from: (name, number) => `${name}，第 ${number} 号`,
  period: (from, until) => (until === undefined ? `${from} 起` : `${from} 到 ${until}`),
  change: {
    validityDays: (days) => ['押金保留', `${days} 天`],
    completionLimitPercent: (percent) => ['最多扣', `${percent} %`],
    maximumHold: (amount) => ['一笔最多押', amount],
    defaultHotline: (phone) => ['客服电话', phone],
    newCards: (banks) => ['新卡号段', `${banks} 家`],
  },
  bins: (first, more) => (more === 0 ? `${first} 开头的卡` : `${first} 等 ${more + 1} 个卡号段`),
  understood: '看过了',
  close: '关闭',
};
export default texts;
