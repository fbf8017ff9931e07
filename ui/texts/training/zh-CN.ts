import { questionsZhCn } from './questions-zh-CN.ts';
import type { TrainingTexts } from './texts.ts';

const texts: TrainingTexts = {
  title: '培训',
  leave: '退出',
  best: (points) => `${points} 分`,
  assessment: '考核',
  standing: (standing) => {
    if (standing.state === 'never') return '还没考过';
    if (standing.state !== 'passed') return '还没通过';
    if (standing.days < 0) return '要重新考核';
    return standing.days === 0 ? '今天到期' : `还有 ${standing.days} 天`;
  },
  page: (at, of) => `练习 ${at} / ${of}`,
  assessedPage: '考核练习',
  goal: '目标',
  last: '上次',
  bestTry: '最好',
  within: (seconds) => `${seconds} 秒内`,
  tried: (seconds, taps) => `${seconds} 秒，${taps} 下`,
  hint: '用练习卡，主管密码 246810',
  begin: '开始练习',
  gettingReady: '正在准备练习',
  exercise: {
    dirtyChip: {
      title: '芯片读不出来',
      story: (amount) => `客人赶时间，要收 ${amount}，可是卡读不出来。`,
      tip: '擦净芯片再插，可以多试一次。',
    },
    unknownCard: {
      title: '卡种不支持',
      story: (amount) => `要收 ${amount}，本机不认识这种卡。`,
      tip: '直接请客人换一张卡。',
    },
    pulledCard: {
      title: '卡拔得太早',
      story: (amount) => `要收 ${amount}，客人手快，提前拔卡。`,
      tip: '同一张卡再插一次，不要拔。',
    },
    deadLine: {
      title: '断网了',
      story: (amount) => `要收 ${amount}，可是网线松了。`,
      tip: '等银行恢复，或者再试一次。',
    },
    bankDown: {
      title: '银行那边坏了',
      story: (amount) => `要收 ${amount}，发卡行系统出了故障。`,
      tip: '等银行恢复，终端会自己重试。',
    },
    refusedTerminal: {
      title: '银行不认终端',
      story: (amount) => `要收 ${amount}，银行说没有这台终端（03）。`,
      tip: '先检查设置，再从银行更新参数。',
    },
    looseReader: {
      title: '读卡器没了',
      story: (amount) => `要收 ${amount}，读卡器的插头松了。`,
      tip: '插好插头，再读一次卡。',
    },
    noCard: {
      title: '客人不给卡',
      story: (amount) => `要收 ${amount}，客人不愿意给卡。`,
      tip: '点没有卡，收押金或婉拒。',
    },
    lostCard: {
      title: '银行要扣卡',
      story: (amount) => `要收 ${amount}，仔细看银行怎么说。`,
      tip: '留下卡片，不指责，不再试。',
    },
  },
  result: {
    title: '练习结果',
    solved: '做得好',
    notSolved: '再练一次',
    left: '中途退出',
    outOfTime: '时间到了',
    points: (points) => `${points} 分`,
    record: '到现在最好的一次',
    mark: {
      way: { good: '办法选对了', half: '可以，但不是最好', missed: '没有办法走到底' },
      money: { good: '钱在该在的地方', half: '钱只对了一半', missed: '钱不在该在的地方' },
      case: { good: '事情有了结果', half: '事情办了一半', missed: '事情没有结果' },
      time: { good: '时间够快', half: '差一点', missed: '比目标慢' },
      harm: { good: '没有做不该做的', half: '差点做错', missed: '做了不该做的事' },
    },
    next: '继续',
  },
  assess: {
    title: '考核',
    about: (questions, exercises, minutes) =>
      `${minutes} 分钟 ${questions} 道题，再做 ${exercises} 个练习。`,
    parts: {
      role: '岗位',
      questions: '题目',
      exercises: '练习',
      time: '时间',
      pass: '合格',
      valid: '有效',
      standing: '您的',
    },
    minutes: (minutes) => `${minutes} 分钟`,
    days: (days) => `${days} 天`,
    begin: '开始考核',
    question: (at, of) => `第 ${at} / ${of} 题`,
    minutesLeft: (minutes) => `${minutes} 分钟`,
    choose: '选一个答案',
    next: '下一题',
    last: '完成',
    passed: '考核合格',
    needed: (percent) => `${percent} % 合格`,
    failed: '考核没通过',
    score: '成绩',
    knew: '题目',
    knewOf: (right, of) => `对 ${right} / ${of}`,
    did: '练习',
    until: '有效期至',
    certificate: {
      printing: '正在打印证书',
      printed: '证书已打印',
      failed: '证书没打出来',
    },
    review: (wrong) => `看答案（${wrong}）`,
    reviewShort: '答案',
    result: '考核结果',
  },
  questions: questionsZhCn,
  notices: {
    realCardInTraining: () => ({
      title: '这是真的卡',
      text: '正在培训，没有读这张卡。还给客人，或先退出培训。',
      money: '这张卡没有冻结任何钱',
    }),
    assessmentDue: ({ standing }) => ({
      title: '该考核了',
      text:
        standing.state === 'passed' && standing.days >= 0
          ? `您的考核还有 ${standing.days} 天，到设置里的培训去考。`
          : '到设置里的培训去考。',
      money: '押金照常收',
    }),
  },
};
export default texts;
