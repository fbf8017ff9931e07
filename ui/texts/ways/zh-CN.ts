import type { Finding, Remedy, RemedyKind } from '#src/recovery/evidence.ts';
import type { WaysTexts } from './texts.ts';

const time = (seconds: number): string => {
  if (seconds < 60) return `约 ${seconds} 秒`;
  if (seconds >= 7_200) return `${Math.round(seconds / 3_600)} 小时`;
  const minutes = Math.round(seconds / 60);
  return minutes === 1 ? '约 1 分钟' : `${minutes} 分钟`;
};

const then: Readonly<Record<RemedyKind, string>> = {
  readAgain: '还是这张卡',
  insertChip: '芯片朝上插到底',
  swipe: '一刷到底',
  otherApplication: '还是这张卡',
  otherCard: '从插卡重来',
  cleanReader: '再用别的卡试',
  pinAgain: '还是这张卡',
  otherAmount: '从金额重来',
  typeAgain: '对着卡再输',
  tryBankAgain: '押金不变',
  waitForBank: '会自动再试',
  checkLine: '会自动再问',
  checkParts: '再读一次',
  otherHost: '押金不变',
  askHotline: '问有没有故障',
  callIssuer: '是扣款不是冻结',
  cardAbsent: '不用卡也冻结',
  numberLater: '还是这笔押金',
  repairSettings: '修好再试',
  updateParameters: '更新完再试',
  updateSoftware: '先记下申请',
  compareOriginal: '不再发送',
  handOver: '换一台继续',
  paperSlip: '以后再补登',
  cashDeposit: '打印收据',
  callSupervisor: '看过再继续',
  keepCard: '不要声张',
  refuse: '怎么对客人说',
  stop: '什么都不留',
};

const names = { customer: '客人', issuer: '发卡行', supervisor: '主管', technician: '技术员' };

const wayTerms = ({ agrees, risk }: Remedy): string => {
  const agreed = agrees.length === 0 ? '' : `${agrees.map((one) => names[one]).join('、')}同意`;
  if (risk === 'shop') return agreed === '' ? '本店担风险' : `${agreed}，风险自担`;
  return agreed === '' ? (risk === 'none' ? '没有风险' : '') : agreed;
};

/** The same card once more: what to do with it is said by what was found. */
const readAgain = (finding: Finding): string => {
  if (finding === 'chipDirty' || finding === 'chipDead') return '擦擦芯片\n再插一次';
  if (finding === 'stripeDamaged') return '擦擦磁条\n再刷一次';
  if (finding === 'swipedBadly' || finding === 'headDirty') return '再刷一次';
  if (finding === 'cardWithheld' || finding === 'unknown') return '再读一次';
  return finding === 'cardPulled' ? '再插一次\n插着别动' : '再插一次';
};

const onButton: Readonly<Record<Exclude<RemedyKind, 'readAgain'>, string>> = {
  insertChip: '插芯片',
  swipe: '刷卡',
  otherApplication: '换卡上\n另一个账户',
  otherCard: '换一张卡',
  cleanReader: '清洁读卡口\n再试一试',
  pinAgain: '重新输密码',
  otherAmount: '换个金额',
  typeAgain: '重新输卡号',
  tryBankAgain: '现在再试',
  waitForBank: '等银行恢复',
  checkLine: '检查线路',
  checkParts: '检查连接线',
  otherHost: '换银行的\n备用线路',
  askHotline: '打电话问银行',
  callIssuer: '打给发卡行',
  cardAbsent: '无卡预授权',
  numberLater: '补录卡号',
  repairSettings: '检查设置',
  updateParameters: '向银行更新\n参数',
  updateSoftware: '申请更新软件',
  compareOriginal: '先核对押金',
  handOver: '换一台机器',
  paperSlip: '写应急单',
  cashDeposit: '收现金押金',
  callSupervisor: '请主管过来',
  keepCard: '怎么处理',
  refuse: '婉言谢绝',
  stop: '这笔不收了',
};

export const waysZhCN: WaysTexts = {
  ways: {
    title: '其他办法',
    stop: '这笔不收了',
    stopLater: '先放着',
    typingRefused: {
      notForHolds: '新收押金不论什么卡，银行都不收手输卡号。',
      issuerDecided: '银行已经拒绝，不能再输卡号。',
    },
    more: (page, pages) => `更多 ${page}/${pages}`,
  },
  remedy: (kind, finding) => (kind === 'readAgain' ? readAgain(finding) : onButton[kind]),
  way: {
    readAgain: '再读一次这张卡',
    insertChip: '改插芯片',
    swipe: '改刷磁条',
    otherApplication: '换卡上另一个账户',
    otherCard: '换一张卡',
    cleanReader: '清洁读卡口',
    pinAgain: '重新输密码',
    otherAmount: '换个金额',
    typeAgain: '重新输卡号',
    tryBankAgain: '现在再问银行',
    waitForBank: '等银行恢复',
    checkLine: '检查线路',
    checkParts: '检查连接线',
    otherHost: '换银行备用线路',
    askHotline: '打电话问有没有故障',
    callIssuer: '打给发卡行要授权码',
    cardAbsent: '无卡预授权',
    numberLater: '补录卡号',
    repairSettings: '检查设置',
    updateParameters: '向银行更新参数',
    updateSoftware: '申请更新软件',
    compareOriginal: '先核对押金',
    handOver: '换一台机器',
    paperSlip: '写应急单',
    cashDeposit: '收现金或转账押金',
    callSupervisor: '请主管过来看',
    keepCard: '现在怎么处理',
    refuse: '婉言谢绝客人',
    stop: '这笔不收了',
  },
  wayShort: {
    readAgain: '再读一次',
    insertChip: '插芯片',
    swipe: '刷卡',
    otherApplication: '换账户',
    otherCard: '换张卡',
    cleanReader: '清洁',
    pinAgain: '再输密码',
    otherAmount: '换金额',
    typeAgain: '重新输',
    tryBankAgain: '再试',
    waitForBank: '等银行',
    checkLine: '查线路',
    checkParts: '查接线',
    otherHost: '换线路',
    askHotline: '问银行',
    callIssuer: '打电话',
    cardAbsent: '无卡',
    numberLater: '补卡号',
    repairSettings: '查设置',
    updateParameters: '更新',
    updateSoftware: '软件',
    compareOriginal: '核对',
    handOver: '换机器',
    paperSlip: '应急单',
    cashDeposit: '收现金',
    callSupervisor: '请主管',
    keepCard: '怎么办',
    refuse: '婉拒',
    stop: '不收了',
  },
  wayDone: (kind, finding) => {
    if (kind === 'readAgain')
      return finding === 'chipDirty' || finding === 'chipDead' ? '擦了再插' : '又读了一次';
    return done[kind];
  },
  wayCost: ({ kind, seconds }) => `${time(seconds)}，${then[kind]}`,
  wayTerms,
  waitTitle: (finding) => {
    switch (finding) {
      case 'noLine':
      case 'lineBroke':
        return '连不上银行';
      case 'bankDown':
        return '银行系统故障';
      case 'bankSilent':
        return '银行没有答复';
      default:
        return '再问银行';
    }
  },
  guide: {
    page: {
      cleanChip: {
        title: '清洁插卡口',
        text: '先取出卡。用清洁卡插到底，再抽出，来回三次。不要用水。',
        go: '好了，下一步',
      },
      cleanStripe: {
        title: '清洁磁头',
        text: '用清洁卡刷三次，两面都刷。',
        go: '好了，下一步',
      },
      cleanTest: {
        title: '试试读卡口',
        text: '插或刷别的一张卡，自己的也行。不扣钱，也不留资料。',
      },
      cleanProved: {
        title: '读卡口好了',
        text: '那张卡读出来了。现在再读客人的卡。',
        go: '读客人的卡',
      },
      cleanFailed: {
        title: '读卡口还是不行',
        text: '那张卡也读不出来，不是客人的卡。',
        go: '其他办法',
      },
      hotline: {
        title: '问发卡行',
        text: '有没有故障？到几点？是不是这张卡？卡号只说后四位。',
      },
      parametersDone: {
        title: '参数已更新',
        text: '银行的密钥、参数和卡种表已经换上。',
        go: '再试一次',
      },
      parametersFailed: {
        title: '没有更新成',
        text: '银行没有发来。什么都没改，没有冻结钱。',
        go: '其他办法',
      },
      lineCable: {
        title: '检查网线',
        text: '网线两头都插紧了吗？路由器开着、灯亮吗？查过后会自动再问。',
        go: '再试一次',
      },
      lineReception: {
        title: '换个信号好的地方',
        text: '到窗边或室外，离电梯远一点。没信号就换无线网。之后会自动再问。',
        go: '再试一次',
      },
      lineWireless: {
        title: '检查无线网',
        text: '店里无线网开着吗？手机能上网吗？路由器关了再开。之后会自动再问。',
        go: '再试一次',
      },
      partsCable: {
        title: '检查连接线',
        text: '读卡器和密码键盘的线，两头拔下再插紧，等灯亮。',
        go: '下一步',
      },
      hostSwitched: {
        title: '备用线路通了',
        text: '银行在那边有答复，以后先用它。',
        go: '再试一次',
      },
      hostFailed: {
        title: '备用线路也不通',
        text: '另一条线路也没有答复，没有冻结钱。',
        go: '其他办法',
      },
      software: {
        title: '申请更新软件',
        text: '本机没有更新的版本。记下申请，请技术员处理。',
        go: '记下申请',
      },
      softwareAsked: {
        title: '申请已记下',
        text: '已经写进日志。这位客人要用别的办法。',
        go: '其他办法',
      },
      compare: {
        title: '先核对',
        text: '银行的记录和这笔不同。在未完成里找找，日期、金额都一样吗？不会重复发送。',
      },
      cash: {
        title: '不用卡的押金',
        text: '最后的办法。和客人当面点清，主管同意，打印两联收据。',
      },
      paper: {
        title: '写应急单',
        text: '写授权码、姓名，签字。不要写完整卡号。机器好了再补登。',
      },
      keepCard: {
        title: '请稍等一下',
        text: '银行要核对这张卡。让客人稍等。安全时才留下卡，再叫主管过来。',
      },
      refuse: {
        title: '对客人这样说',
        go: '说过了，完成',
      },
    },
    answer: {
      outage: '有故障',
      noOutage: '没有故障',
      cardProblem: '是这张卡的问题',
      notReached: '没人接',
      heldBefore: '已经冻结过了',
      notHeld: '里面没有',
      cash: '收到现金',
      transfer: '收到转账',
      written: '写好并签字了',
      cardKept: '卡在我们这里',
      cardReturned: '卡在客人手里',
    },
    step: (at, of) => `${at}/${of}`,
    code: (figure) => `代码 ${figure}`,
    due: (stamp) => `${stamp} 前处理`,
    figure: (page, figure) => {
      if (page.startsWith('software') || page === 'parametersDone') return `版本 ${figure}`;
      return page === 'hostSwitched' || page === 'hostFailed' ? `线路 ${figure}` : `代码 ${figure}`;
    },
    anyCard: '插一张卡',
    print: '打印出来',
  },
  settingsCheck: {
    title: '检查设置',
    item: {
      signIn: '银行密钥',
      merchantData: '商户和终端号',
      cardTables: '卡种表',
      caKeys: '卡组织公钥',
      banks: '银行表',
      clock: '时钟',
      parameters: '银行参数',
    },
    well: (is) => (is === '' ? '没问题' : `没问题：${is}`),
    withWho: (what, who) => `${what}。${who}`,
    becomes: (is, becomes) => `现在 ${is}，改成 ${becomes}`,
    signInFirst: '没有，要签到',
    who: {
      anybody: '您可以修',
      technician: '技术员输密码',
      outside: '请打给银行',
      elsewhere: '请技术员调',
    },
    repair: '修复',
    go: '再试一次',
  },
};

const done: Readonly<Record<RemedyKind, string>> = {
  readAgain: '又读了一次',
  insertChip: '改插芯片',
  swipe: '改刷磁条',
  otherApplication: '换了账户',
  otherCard: '换了一张卡',
  cleanReader: '清洁了读卡口',
  pinAgain: '重新输了密码',
  otherAmount: '换了金额',
  typeAgain: '重新输了卡号',
  tryBankAgain: '又问了银行',
  waitForBank: '等银行恢复',
  checkLine: '查过线路',
  checkParts: '查过连接线',
  otherHost: '换了备用线路',
  askHotline: '打电话问了',
  callIssuer: '打给发卡行',
  cardAbsent: '无卡预授权',
  numberLater: '补录了卡号',
  repairSettings: '检查了设置',
  updateParameters: '更新了参数',
  updateSoftware: '申请了更新',
  compareOriginal: '核对过了',
  handOver: '换了机器',
  paperSlip: '写了应急单',
  cashDeposit: '收了押金',
  callSupervisor: '主管看过',
  keepCard: '按银行说的办',
  refuse: '婉言谢绝了',
  stop: '没有再收',
};
