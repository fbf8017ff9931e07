import type { FraudTexts } from './texts.ts';

const texts: FraudTexts = {
  title: '内线',
  none: '现在没有内线。',
  call: (number) => `内线 ${number}`,
  signal: {
    manyCards: (n) => `连着 ${n} 张卡被拒`,
    numberChanging: (n) => `输过 ${n} 个不同卡号`,
    againstSlip: (n) => `${n} 次不是原来那张卡`,
    amountsSplit: (n) => `${n} 笔都贴着上限`,
    sameNumberOften: (n) => `一张卡今天押了 ${n} 笔`,
    chipAvoided: (n) => `刷了 ${n} 次，没插过芯片`,
    voiceCodeRefused: (n) => `${n} 个电话授权码是假的`,
    captureCode: () => '银行要求没收卡',
    listedCard: () => '在银行的挂失名单上',
    refusedBefore: () => '主管拒绝过一次',
  },
  amount: '金额',
  mayBeHonest: '也可能没问题，先看清楚。',
  doTitle: '要做',
  dos: ['和气，别着急', '悄悄核对卡和证件', '打银行电话，说“十号授权”', '安全才把卡留下'],
  neverTitle: '不要做',
  nevers: ['不要指责客人', '不要拦住客人', '不要说原因，不要争'],
  bankCalled: '已经打过银行',
  next: '做决定',
  question: '怎么办？',
  decision: { callBank: '打银行，十号授权', goOn: '没问题，照常办', refuse: '婉言谢绝' },
  hint: (hotline) => ({
    callBank: hotline,
    goOn: '今天不再提醒',
    refuse: '没有冻结任何钱',
  }),
};
export default texts;
