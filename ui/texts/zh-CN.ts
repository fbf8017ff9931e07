import life from './life/zh-CN.ts';
import { link } from './link/zh-CN.ts';
import type { Texts } from './texts.ts';
import { whyZh } from './why/zh-CN.ts';

const times = (n: number): string => (n === 1 ? '一次' : n === 2 ? '两次' : ` ${n} 次`);
const inserted = (n: number): string => `插了${times(n)}`;
const minutes = (seconds: number): string =>
  seconds < 60 ? `约 ${seconds} 秒` : `约 ${Math.round(seconds / 60)} 分钟`;

export const zhCN: Texts = {
  settle: whyZh,
  name: {
    roomShort: (room) => `${room}房`,
    roomLong: (room) => `${room}房`,
    roomInside: (room) => `${room}房`,
    card: (last4) => `尾号 ${last4}`,
    cardEnds: (last4) => `尾号 ${last4}`,
    context: (what, name) => `${what} ${name}`,
    listed: (name, amount) => `${name}，${amount}`,
    language: '中文',
  },
  time: {
    date: (month, day) => `${month}月${day}日`,
    dateAndWeekday: (month, day, weekday) =>
      `${month}月${day}日 周${'日一二三四五六'.charAt(weekday)}`,
    seconds: (seconds) => `${seconds} 秒`,
    took: (seconds) =>
      seconds < 60 ? `${seconds} 秒` : `${Math.floor(seconds / 60)} 分 ${seconds % 60} 秒`,
    daysLeft: (days) =>
      days < 0 ? '已经到期' : days === 0 ? '今天到期' : days === 1 ? '明天到期' : `剩 ${days} 天`,
    daysLeftLong: (days) =>
      days < 0 ? '已经到期' : days === 0 ? '今天到期' : days === 1 ? '明天到期' : `还有 ${days} 天`,
    ago: (seconds) => {
      if (seconds < 60) return '刚刚';
      if (seconds < 3_600) return `${Math.floor(seconds / 60)} 分钟前`;
      const hours = Math.floor(seconds / 3_600);
      return hours < 48 ? `${hours} 小时前` : `${Math.floor(hours / 24)} 天前`;
    },
    secondsUnit: '秒',
    secondsUnitShort: '秒',
  },
  strip: {
    network: '网',
    paper: '纸',
    reader: '读卡',
    networkTrouble: { connecting: '正在连网', down: '网络断了' },
    paperTrouble: { low: '纸快用完', out: '没纸了', gone: '打印机断了' },
    readerTrouble: { gone: '读卡器断了', dirty: '芯片读不出' },
    battery: (percent) => `电量 ${percent}%`,
    training: '练习',
    noRealMoney: '不会真的扣钱',
  },
  key: { cancel: '取消', clear: '清除', enter: '确认' },
  purpose: {
    preauth: '押金',
    increment: '追加押金',
    cancellation: '撤销押金',
    completion: '完成扣款',
    completionAdvice: '完成扣款',
    completionVoid: '撤回扣款',
    offlineAdvice: '电话授权',
    signIn: '签到',
    reversal: '撤回',
    settlement: '日结',
  },
  history: {
    preauth: '冻结',
    increment: '追加',
    cancellation: '撤销',
    completion: '完成',
    completionAdvice: '完成',
    completionVoid: '撤回扣款',
    offlineAdvice: '电话授权',
    reversal: '撤回',
    expired: '到期',
  },
  print: {
    printing: '正在打印小票',
    printed: '小票打好了',
    failed: '小票没打出来',
  },
  word: {
    print: '打印',
    printAgain: '再打一次',
    done: '好了',
    close: '关闭',
    room: '房号',
    note: '备注',
    noNote: '没记房号',
    card: '卡号',
    authorisationCode: '授权码',
    noNumber: '没有卡号',
    waitingForBank: '等银行确认',
    total: (amount) => `共 ${amount}`,
    takeCard: '请取回卡',
    leaveCard: '别拔卡',
    code: (code) => `（代码 ${code}）`,
  },
  home: {
    where: (desk, operator) =>
      /^\d+$/.test(desk) ? `前台 ${desk}，${operator}` : `${desk}，${operator}`,
    expiresToday: (count) => `${count} 笔今天到期`,
    expiresTodayShort: (count) => `${count} 笔今天到期`,
    open: '未完成',
    owed: (count) => `${count} 笔等银行确认`,
    owedShort: (count) => `${count} 笔没确认`,
    cases: '待处理',
    reports: '报表',
    settings: '设置',
    preauth: '预授权',
    preauthHint: '收押金，也可以直接插卡',
    preauthHintShort: '收押金，也可以直接插卡',
  },
  amount: {
    question: { preauth: '冻结多少押金？', increment: '再加多少押金？' },
    noteQuestion: '房号是多少？',
    button: { preauth: (amount) => `冻结 ${amount}`, increment: (amount) => `追加 ${amount}` },
    missing: '先输金额',
    atMost: (amount) => `最多 ${amount}`,
    keysHint: '按键输入，或点一下金额',
  },
  presentCard: {
    ask: {
      insert: '请插卡',
      insertOrSwipe: '请插卡或刷卡',
      insertNotSwipe: '请插卡，别刷',
      swipe: '请刷卡',
      insertAgain: '请再插一次',
      otherCard: '请换一张卡',
      swipeAgain: '请再刷一次',
      sameCard: '请插原来的卡',
    },
    hint: {
      insert: '芯片朝上插到底',
      insertOrSwipe: '有芯片就插，没有再刷',
      insertNotSwipe: '这张卡有芯片，要插卡',
      swipe: '磁条朝里，一刷到底',
      insertAgain: '拔出来，芯片朝上插到底',
      otherCard: '芯片朝上插到底',
      swipeAgain: '匀速一刷到底，别停',
      sameCard: '要用收押金时的那张',
    },
    sameCard: (last4) => `要用尾号 ${last4} 的卡`,
    reading: '正在读芯片',
    readingHint: '一般 2 秒',
    slot: '插卡口在屏幕下方',
    stripe: '刷卡槽在屏幕右边',
    noSwipe: '有芯片\n不刷卡',
    swipeToo: '没芯片\n在这刷',
    attempt: (attempt) => `第 ${attempt} 次`,
  },
  choose: { title: '选一个账户', question: '用卡里的哪个？' },
  pin: {
    title: '请输入密码',
    purpose: {
      preauth: '冻结押金',
      completion: '完成扣款',
      cancellation: '撤销押金',
      completionVoid: '撤回扣款',
      increment: '追加押金',
    },
    wrong: '密码不对',
    triesLeft: (tries) => (tries === 1 ? '只剩 1 次' : `还可以输 ${tries} 次`),
    bypass: '没有密码就按确认',
  },
  asking: {
    step: {
      readChip: '读芯片',
      sentToBank: '发给银行',
      bankAnswers: '银行答复',
      writeChip: '写回芯片',
      undo: '在银行撤回',
      signIn: '签到',
      owedFirst: '先送没办完的',
      compare: '核对总数',
      upload: '逐笔上送',
      backUp: '备份',
    },
    running: {
      readChip: '正在读芯片',
      sentToBank: '正在发给银行',
      bankAnswers: '正在等银行答复',
      writeChip: '正在写回芯片',
      undo: '正在向银行撤回',
      signIn: '正在签到',
      owedFirst: '正在送没办完的',
      compare: '正在核对总数',
      upload: '正在逐笔上送',
      backUp: '正在备份',
    },
    usual: (limit) => `一般 3–10 秒，最多 ${limit} 秒`,
    noReply: '银行没有答复，先撤回',
  },
  held: {
    title: '押金冻结好了',
    until: (date, days) => `冻结到 ${date}（${days} 天）`,
    partly: (asked) => `银行只批了一部分，要的是 ${asked}`,
  },
  done: {
    title: {
      increment: '押金追加好了',
      cancellation: '押金撤销了',
      completion: '扣款完成了',
      completionAdvice: '扣款记下了',
      completionVoid: '扣款撤回了',
      offlineAdvice: '扣款记下了',
    },
    freed: (amount) => `${amount} 还给客人`,
    queued: '等银行确认，会自动补发',
  },
  declined: {
    head: '没有通过',
    by: { card: '卡没有同意', terminal: '这台机器没有放行' },
    host: {
      approved: '没有办成',
      callIssuer: '发卡行要先通话',
      settings: '银行不认这台机器',
      capture: '这张卡现在用不了',
      refused: '发卡行没有同意',
      originalMismatch: '银行对不上原来那笔',
      format: '银行没看懂这笔',
      noSuchCard: '卡号对不上',
      unsupported: '这种卡这里收不了',
      expired: '这张卡过期了',
      fallbackRefused: '这张卡要插芯片',
      bankSide: '银行系统停了',
      signInAgain: '要重新签到',
    },
    money: {
      preauth: '没有冻结任何钱',
      increment: '没有追加，原来的押金不变',
      cancellation: '没有撤销，押金还冻结着',
      completion: '没有扣款，押金还冻结着',
      completionAdvice: '没有扣款，押金还冻结着',
      completionVoid: '没有撤回，扣款不变',
      offlineAdvice: '没有扣款',
    },
    code: (code) => `（代码 ${code}）`,
  },
  notice: {
    words: {
      powerCut: (notice, { amount, name }) => ({
        title: '刚才断电了',
        text: `${name === '' ? '' : `${name} `}${amount} 只做到一半。`,
        money: zhCN.notice.undone[notice.undone](notice.what),
      }),
      noAnswer: (notice, { amount, fault }) => ({
        title: '银行没有答复',
        text: `${fault}，${amount} 没有办成。`,
        money: zhCN.notice.undone[notice.undone](notice.what),
      }),
      signInFailed: (_notice, { fault }) => ({
        title: '没有签到成功',
        text: `${fault}。签到前收不了押金。`,
        money: '没有动任何钱',
      }),
      settlementStopped: (notice, { fault }) => ({
        title: '还没结算好',
        text:
          notice.fault === 'adviceOwed'
            ? '有的扣款银行还没收下。'
            : notice.fault.length === 2
              ? `银行没有同意（代码 ${notice.fault}）。`
              : `${fault}。`,
        money: notice.begun ? '账都在，再来会接着办' : '账都在，银行好了再结算',
      }),
      ...link.notices,
      reversalSuspended: (notice, { amount }) => ({
        title: '银行没收到撤回',
        text: `请主管打给银行，工单 ${notice.ticket}。`,
        money: `${amount} 可能还冻结着`,
      }),
      cancelledByCustomer: () => ({
        title: '客人取消了',
        text: '要收的话，从头再来一次。',
        money: '没有冻结任何钱',
      }),
      partUndone: ({ undone }, { amount }) => ({
        title: '部分批准没留下',
        text: `银行只批了 ${amount}。可以换张卡。`,
        money: undone === 'owed' ? '正在向银行撤回，钱还没有放开' : '银行已撤回，没有冻结任何钱',
      }),
      typingNotAllowed: (notice) => ({
        title: '这里不能手输卡号',
        text: notice.text ?? '银行不收手输卡号的新押金。',
        money: '没有冻结任何钱',
      }),
      diskFull: () => ({
        title: '机器存储满了',
        text: '先不收新押金，请技术来清理。',
        money: '已经冻结的押金都在',
      }),
      slipUnknown: () => ({
        title: '小票上的码不认识',
        text: '在未完成里按房号找。',
        money: '没有动任何钱',
      }),
      printFailed: (_notice, { fault }) => ({
        title: '小票没打出来',
        text: `${fault}。弄好再打一次。`,
        money: '钱的事已经办好，只差小票',
      }),
    },
    undone: {
      owed: (what) => `正在向银行撤回，${what === 'preauth' ? '钱还没有放开' : '押金会和原来一样'}`,
      done: (what) =>
        what === 'preauth' ? '银行已撤回，没有冻结任何钱' : '银行已撤回，押金和原来一样',
      notNeeded: (what) =>
        what === 'preauth' ? '没发到银行，没有冻结任何钱' : '没发到银行，押金和原来一样',
    },
    primary: { ok: '知道了', tryAgain: '再试一次', print: '再打一次' },
  },
  holds: {
    title: (count) => `未完成 ${count} 笔`,
    soonestFirst: '快到期的在前',
    empty: '没有未完成的押金',
    nothingFound: '没有找到',
    searchHint: '房号、尾号或金额',
  },
  hold: {
    until: (date) => `到 ${date}`,
    state: {
      completed: '已完成扣款',
      cancelled: '已撤销，钱还给客人了',
      expired: '已到期，钱放开了',
      unknown: '银行还没确认',
    },
    owed: '有一笔还在等银行确认',
    complete: '完成扣款',
    upTo: (amount) => `最多 ${amount}`,
    add: '追加',
    cancel: '撤销',
    undoCharge: '撤回扣款',
  },
  complete: {
    question: (name) => `${name}${name === '' ? '' : ' '}实收多少？`,
    atMost: (amount) => `最多 ${amount}`,
    goesBack: (amount) => `剩 ${amount} 还给客人`,
    all: (amount) => `全额 ${amount}`,
    button: (amount) => `完成 ${amount}`,
    over: (amount) => `超过了 ${amount}`,
    missing: '先输金额',
  },
  cancel: {
    question: { cancellation: '撤销这笔押金？', completionVoid: '撤回这笔扣款？' },
    freed: { cancellation: '全部还给客人，马上生效', completionVoid: '扣的钱还给客人' },
    warning: {
      cancellation: '撤销后就不能再扣款了',
      completionVoid: '押金还冻结着，可再完成',
    },
    button: '撤销',
    holdOneSecond: '按住 1 秒',
    letGo: '松手就停',
    letGoSupervisor: '松手就停。按满后主管输密码',
  },
  supervisor: {
    title: {
      cashier: '收银员输密码',
      supervisor: '主管输密码',
      technician: '技术员输密码',
      vendor: '厂商输密码',
    },
    purpose: {
      preauth: '同意收押金',
      cardAbsentPreauth: '同意无卡预授权',
      increment: '同意追加押金',
      completion: '同意扣款',
      completionAdvice: '同意扣款',
      cancellation: '同意撤销押金',
      completionVoid: '同意撤回扣款',
      offlineAdvice: '同意电话授权',
      registerHold: '同意按小票登记',
      printAgain: '同意重打小票',
      cases: '同意看待处理',
      closeCase: '同意结案',
      endOfDay: '同意日结',
      report: '同意看报表',
      language: '同意换语言',
      theme: '同意换屏幕',
      status: '同意看自检',
      backUp: '同意备份',
      restore: '同意恢复备份',
      keys: '同意装密钥',
      bankParameters: '同意改银行参数',
      update: '同意升级',
      bulletins: '同意看公告',
      inspection: '同意登记保养',
      emergencyPlan: '同意看预案',
      training: '同意培训',
      supportBundle: '同意把资料给技术支持',
      operators: '同意改人员',
      ownPin: '同意改密码',
      signOff: '同意签退',
    },
    wrong: '密码不对',
    locked: (seconds) => `${seconds} 秒后再输`,
  },
  why: {
    howWeKnow: '怎么看出来的',
    money: {
      nothingHeld: (code) => `没有冻结任何钱（代码 ${code}）`,
      undoOwed: (code) => `正在向银行撤回（代码 ${code}）`,
    },
    otherWays: (count) => `其他办法（${count}）`,
    howToWipe: '怎么擦',
    wipe: '用干净软布，顺着金色触点擦两下，别用水。',
  },
  ways: {
    title: '其他办法',
    stop: '这笔不收了',
    typingRefused: '新收押金不收手输的卡号。',
  },
  wait: {
    title: '银行没有答复',
    nextTry: (seconds) => `${seconds} 秒后自动再试`,
    trying: '正在再试',
    since: (time, tries) => `${time} 起，试过 ${tries} 次`,
    bulletin: (text) => `银行公告：${text}`,
    undo: {
      nothing: (code) => `没发到银行，客人的钱没有冻结。（代码 ${code}）`,
      done: (code) => `前几次都撤回了，客人的钱没有冻结。（代码 ${code}）`,
      owed: (code) => `正在撤回，撤回前钱可能还冻结着。（代码 ${code}）`,
    },
    another: (count) => `换个办法（${count}）`,
    tryNow: '现在再试',
  },
  call: {
    title: '打给发卡行',
    hotline: (bank) => `${bank} 商户热线`,
    anyHotline: '发卡行热线',
    sayTitle: '电话里这样说',
    say: (amount, last4) => [
      { text: '收押金 ', bold: false },
      { text: amount, bold: true },
      ...(last4 === undefined
        ? []
        : [
            { text: '，卡尾号 ', bold: false },
            { text: last4, bold: true },
          ]),
      { text: '，请给一个授权码。', bold: false },
    ],
    noteThese: '记下这三样',
    code: '授权码',
    codeHint: '6 位',
    expiry: '有效期',
    expiryHint: '月/年',
    agent: '工号',
    agentHint: '选填',
    enterCode: '填授权码',
    go: '继续',
    missingCode: '还差授权码',
    missingExpiry: '还差有效期',
    expiryWrong: '有效期不对，月在前',
  },
  type: {
    title: '手输卡号',
    missing: (digits, expiry) =>
      digits > 0 ? (expiry ? `还差 ${digits} 位和有效期` : `还差 ${digits} 位`) : '还差有效期',
    complete: '继续',
    becomes: { offlineSale: '记成扣款，不是冻结', cardAbsent: '客人不在场的押金' },
    problem: {
      luhn: '卡号输错了，再对一遍',
      expiryPast: '有效期已经过了',
      expiryFormat: '有效期要月在前',
      differsFromCard: '和这张卡的号不一样',
    },
    problemShort: {
      luhn: '卡号输错了',
      expiryPast: '有效期已经过了',
      expiryFormat: '有效期要月在前',
      differsFromCard: '不是这张卡的号',
    },
  },
  check: {
    title: '核对',
    question: '请客人念卡号后四位',
    match: '念的和这里一样',
    seen: '我看到了这张卡',
    seenHint: '在客人手里，没有改动',
    supervisor: '主管同意',
    supervisorGave: (name, time) => `${name} ${time} 输了密码`,
    supervisorAsked: '点这里，请主管输密码',
    go: '继续',
    becomes: { offlineSale: '记成电话授权的扣款' },
    missing: { match: '先对后四位', seen: '先看到卡', supervisor: '还差主管同意' },
  },
  result: {
    title: '处理结果',
    ticket: (ticket) => `工单 ${ticket}`,
    outcome: {
      held: '押金冻结好了',
      heldOtherCard: '换卡冻结好了',
      offlineSale: '电话授权，记成扣款',
      noHold: '没有收这笔押金',
      customerLeft: '客人走了，没有收',
      other: '用别的办法办了',
    },
    outcomeShort: {
      held: '冻结好了',
      heldOtherCard: '换卡冻结',
      offlineSale: '记成扣款',
      noHold: '没有收',
      customerLeft: '客人走了',
      other: '别的办法',
    },
    cause: '原因',
    causeWithCode: (cause, code) => `${cause}（${code}）`,
    way: '办法',
    took: '用时',
    nothingLeft: '没有遗留的事',
    open: {
      reversal: '银行还没确认撤回',
      advice: '扣款还没送到银行',
      print: '小票还没打出来',
    },
  },
  cases: {
    title: '待处理',
    newestFirst: '新的在前',
    empty: '没有待处理的事',
    state: { open: '没办完', resolved: '办好了', closed: '已结案' },
  },
  case: {
    title: (name) => (name === undefined ? '没读到卡号' : `${name} 没读到卡号`),
    line: {
      opened: '没读到卡号',
      tried: '又试了一次',
      way: '换了办法',
      call: '打了电话',
      note: '记了一笔',
      linked: '补到了押金上',
      resolved: '有了结果',
      closed: '结案',
    },
    end: { done: '办成了', failed: '没办成', givenUp: '没再继续' },
    close: '结案',
    closedWith: (what, how) => (how === '' ? what : `${what}，${how}`),
    howDidItEnd: '最后怎么样了？',
  },
  life,
  settings: {
    title: '设置',
    menu: {
      language: '语言',
      theme: '屏幕',
      status: '机器自检',
      ownPin: '改我的密码',
      operators: '人员',
      signOff: '交班签退',
      reports: '报表',
      bulletins: '公告',
      inspection: '保养',
      emergencyPlan: '应急预案',
      training: '培训',
      restore: '恢复备份',
      keys: '密钥',
      bankParameters: '银行参数',
      update: '升级',
      supportBundle: '给技术支持',
    },
    themes: { light: '白天', dark: '夜间' },
    merchant: '商户号',
    terminal: '终端号',
    version: '版本',
    bank: '银行',
    signedIn: '已签到',
    signedOut: '还没签到',
  },
  language: { title: '语言' },
  report: {
    title: '报表',
    cases: '没读到卡号',
    noCases: '每张卡都读到了',
    held: '冻结',
    completed: '完成',
    cancelled: '撤销',
    count: (count) => `${count} 笔`,
    endOfDay: '日结',
  },
  endOfDay: {
    title: '日结',
    open: '未完成',
    expiresToday: (count) => `${count} 笔今天到期，先办`,
    expiresSoon: (count) => `${count} 笔 3 天内到期`,
    cases: (count, open) =>
      count === 0 && open === 0 ? '每张卡都读到了' : `没读到卡号 ${count} 次，${open} 次没办完`,
    backup: (ago) => (ago === undefined ? '还没备份过，结算时会做' : `上次备份 ${ago}，结算时再做`),
    owed: (count) => `${count} 笔还要先送银行`,
    settle: '结算',
    goOn: '接着结算',
    hint: '约 20 秒，打印汇总并备份',
  },
  dayClosed: {
    title: '今天结好了',
    balanced: '和银行对上了',
    notBalanced: '没对上，已逐笔送',
    batch: '批次',
    charged: '扣款',
    checkpoint: '账册校验码',
    backup: '备份',
    backupDone: { done: '做好了', failed: '没做成' },
    withoutNumber: (count) => `${count} 笔没送到，请告诉银行`,
  },
  status: {
    title: '机器自检',
    checkedAt: (time) => `${time} 查过`,
    item: {
      cardTables: '卡表',
      keys: '密钥',
      clock: '时间',
      paper: '小票纸',
      storage: '存储',
      backup: '备份',
      drill: '上次演练',
      version: '版本',
    },
    keysUntil: (month) => `用到 ${month}`,
    keysExpired: (count) => `${count} 个密钥过期`,
    noKeys: '没有密钥',
    signedInSince: (stamp) => `${stamp} 签到`,
    notSignedIn: '还没签到',
    clockExact: '准确',
    clockUnknown: '还没对过',
    clockOff: (seconds) =>
      seconds < 120
        ? `差 ${seconds} 秒`
        : seconds < 7_200
          ? `差 ${Math.round(seconds / 60)} 分钟`
          : `差 ${Math.round(seconds / 3_600)} 小时`,
    paperThere: '正常',
    free: (percent) => (percent === undefined ? '正常' : `剩 ${percent}%`),
    backupNone: '还没有',
    backupFailed: '没做成',
    secondPlaceFailed: '第二处没存上',
    drillNone: '还没有',
    drillFailed: '没通过',
    backUp: '现在备份',
    backUpHint: '大约 1 分钟',
    backingUp: (seconds) => `正在备份，${seconds} 秒`,
  },
  finding: {
    chipDirty: '多半是芯片脏了',
    chipDead: '多半是芯片坏了',
    chipDamaged: '芯片内容多半坏了',
    cardPulled: '卡拔早了',
    cardExpired: '这张卡过期了',
    stripeDamaged: '多半是磁条磨坏了',
    insertChip: '这张卡要插芯片',
    cardBlocked: '这张卡被锁了',
    cardNotAccepted: '这种卡这里收不了',
    readerFault: '多半是读卡器坏了',
    readerGone: '读卡器没有接上',
    noLine: '网络不通',
    lineBroke: '网络半路断了',
    bankSilent: '银行没有答复',
    bankDown: '银行系统停了',
    badAnswer: '银行的答复读不懂',
    numberTypedWrong: '卡号多半输错了',
    refused: '发卡行没有同意',
    keepCard: '这张卡现在用不了',
    settingsRefused: '银行不认这台机器',
    settingsWrong: '这台机器的设置不对',
    swipedBadly: '刷得不匀',
    headDirty: '多半是磁头脏了',
    lineNotTrusted: '和银行的线路不可信',
    cardWithheld: '客人没有给卡',
    askSupervisor: '请主管来看一下',
    unknown: '还不知道原因',
  },
  findingShort: {
    chipDirty: '芯片脏',
    chipDead: '芯片坏',
    chipDamaged: '芯片内容坏',
    cardPulled: '卡拔早了',
    cardExpired: '卡过期',
    stripeDamaged: '磁条磨坏',
    insertChip: '要插芯片',
    cardBlocked: '卡被锁',
    cardNotAccepted: '卡种不支持',
    readerFault: '读卡器坏',
    readerGone: '读卡器断开',
    noLine: '网络不通',
    lineBroke: '半路断网',
    bankSilent: '银行没答复',
    bankDown: '银行停了',
    badAnswer: '答复读不懂',
    numberTypedWrong: '卡号输错',
    refused: '发卡行没同意',
    keepCard: '卡用不了',
    settingsRefused: '设置不对',
    settingsWrong: '设置不对',
    swipedBadly: '刷得不匀',
    headDirty: '磁头脏',
    lineNotTrusted: '线路不可信',
    cardWithheld: '没给卡',
    askSupervisor: '请主管看',
    unknown: '还不知道',
  },
  cause: {
    settings: '设置不对',
    unsupportedCard: '卡种不支持',
    damagedOrExpired: '卡坏了或过期',
    network: '断网',
    operator: '输错了',
    deviceFault: '机器故障',
    bankSide: '银行那边',
    withheld: '客人没给',
    suspectedFraud: '要再核实',
    refusedByIssuer: '发卡行没同意',
    unknown: '还不知道',
  },
  evidence: {
    ...whyZh.evidence,
    noAtr: ({ tries }) => `${inserted(tries)}，芯片没有反应`,
    badAtr: ({ tries }) => `${inserted(tries)}，一开头就读乱`,
    chipFailed: ({ failure, tries, sw }) => {
      switch (failure) {
        case 'cardRemoved':
          return '读到一半，卡拔出来了';
        case 'readerGone':
          return '读到一半，读卡器断了';
        case 'noCommonApplication':
          return '卡里没有这里收的卡种';
        case 'applicationBlocked':
        case 'cardBlocked':
          return '卡自己说它被锁了';
        case 'conditionsNotSatisfied':
        case 'statusRefused':
          return `卡不肯往下走${sw === undefined ? '' : `（${sw}）`}`;
        case 'expired':
          return '芯片里写着已经过期';
        case 'cardMute':
        case 'protocolError':
          return tries === 1 ? '插了一次，读一半就断' : `${inserted(tries)}，都读一半就断`;
        default:
          return `${inserted(tries)}，读到的内容不对`;
      }
    },
    cardPulled: ({ tries }) =>
      tries === 1 ? '读到一半，卡拔出来了' : `${inserted(tries)}，都拔早了`,
    stripeFailed: (e) => {
      const { tries, speed, zone, otherTracksFine, tilted, headDirty, lostEdges } = e;
      const swiped = `刷了${times(tries)}`;
      if (lostEdges !== undefined) return `${swiped}，机器漏收了一段`;
      if (headDirty === true) return '不同的卡都弱在一处';
      if (tilted === true) return `${swiped}，卡是斜的`;
      if (speed !== undefined) return `${swiped}，刷得太${speed === 'tooFast' ? '快' : '慢'}`;
      if (zone !== undefined) return `${swiped}，离卡边 ${zone.fromMm} 毫米处坏`;
      return otherTracksFine ? `${swiped}，只有一条磁道坏` : `${swiped}，磁条读不全`;
    },
    cardDeclined: () => '卡自己不同意这笔',
    stripeOfChipCard: () => '磁条上写着它有芯片',
    cardExpired: ({ expiry }) => `卡只能用到 ${expiry.slice(0, 2)}年${Number(expiry.slice(2))}月`,
    readerReadOther: ({ minutesAgo }) =>
      `${minutesAgo === 0 ? '刚才' : `${minutesAgo} 分钟前`}别的卡读得好，机器没问题`,
    differentCardsFailed: ({ cards }) => `连着 ${cards} 张不同的卡都读不出`,
    readerFault: ({ fault }) => zhCN.fault[fault],
    linkFault: ({ fault, tries }) =>
      tries === 1 ? zhCN.fault[fault] : `${zhCN.fault[fault]}，试过 ${tries} 次`,
    otherHostAnswers: () => '网络是通的，别处有答复',
    answerCode: ({ code }) => `银行答复的代码是 ${code}`,
    badAnswer: ({ what }) => (what === 'badMac' ? '答复的校验码对不上' : '答复残缺不全'),
    typed: ({ problem, corrections }) => {
      const words = {
        luhn: '校验位对不上',
        length: '位数不对',
        transposition: '像是两位打反了',
        expiry: '有效期不对',
      }[problem];
      return corrections === 0 ? words : `${words}，改过 ${corrections} 次`;
    },
    bulletin: ({ text, until }) =>
      until === undefined ? `银行公告：${text}` : `银行公告：${text}，到 ${until}`,
  },
  remedy: (kind, finding) => {
    switch (kind) {
      case 'readAgain':
        if (finding === 'chipDirty' || finding === 'chipDead') return '擦擦芯片\n再插一次';
        if (finding === 'stripeDamaged') return '擦擦磁条\n再刷一次';
        return finding === 'cardPulled' ? '再插一次\n插着别动' : '再插一次';
      case 'insertChip':
        return '插芯片';
      case 'swipe':
        return '刷卡';
      case 'otherCard':
        return '换一张卡';
      case 'cleanReader':
        return '擦擦读卡口\n再插一次';
      case 'tryBankAgain':
        return '现在再试';
      case 'waitForBank':
        return '等银行恢复';
      case 'callIssuer':
        return '打给发卡行';
      case 'typeAgain':
        return '重新输卡号';
      case 'otherAmount':
        return '换个金额';
      case 'stop':
        return '这笔不收了';
    }
  },
  way: {
    readAgain: '再读一次这张卡',
    insertChip: '改插芯片',
    swipe: '改刷磁条',
    otherCard: '换一张卡',
    cleanReader: '擦擦读卡口再插',
    tryBankAgain: '现在再问银行',
    waitForBank: '等银行恢复',
    callIssuer: '打给发卡行要授权码',
    typeAgain: '重新输卡号',
    otherAmount: '换个金额',
    stop: '这笔不收了',
  },
  wayShort: {
    readAgain: '再插一次',
    insertChip: '插芯片',
    swipe: '刷卡',
    otherCard: '换张卡',
    cleanReader: '擦读卡口',
    tryBankAgain: '再试',
    waitForBank: '等银行',
    callIssuer: '打电话',
    typeAgain: '重新输',
    otherAmount: '换金额',
    stop: '不收了',
  },
  wayDone: (kind, finding) => {
    if (kind === 'readAgain') {
      return finding === 'chipDirty' || finding === 'chipDead' ? '擦了再插' : '又读了一次';
    }
    const words = {
      insertChip: '改插芯片',
      swipe: '改刷磁条',
      otherCard: '换了一张卡',
      cleanReader: '擦了读卡口',
      tryBankAgain: '又问了银行',
      waitForBank: '等银行恢复',
      callIssuer: '打给发卡行',
      typeAgain: '重新输了卡号',
      otherAmount: '换了金额',
      stop: '没有再收',
    };
    return words[kind];
  },
  wayCost: ({ kind, seconds, becomes, supervisor }) => {
    const then =
      becomes === 'offlineSale'
        ? '是扣款不是冻结'
        : {
            readAgain: '擦一擦再插',
            insertChip: '芯片朝上插到底',
            swipe: '一刷到底',
            otherCard: '从插卡重来',
            cleanReader: '用干净软布擦',
            tryBankAgain: '押金不变',
            waitForBank: '会自动再试',
            callIssuer: '是扣款不是冻结',
            typeAgain: '对着卡再输',
            otherAmount: '从金额重来',
            stop: '什么都不留',
          }[kind];
    const time = seconds >= 60 ? minutes(seconds).replace(/^约 (?=[2-9])/, '') : minutes(seconds);
    return supervisor ? `${time}，主管同意，${then}` : `${time}，${then}`;
  },
  fault: {
    'reader.serviceDown': '读卡服务停了',
    'reader.gone': '读卡器没有接上',
    'reader.cardRemoved': '卡拔早了',
    'reader.cardUnresponsive': '芯片没有反应',
    'reader.cardMute': '芯片读一半就断',
    'reader.protocol': '芯片的话读不懂',
    'head.gone': '刷卡槽没有接上',
    'head.edgesLost': '刷得太快，没读全',
    'printer.gone': '打印机没有接上',
    'printer.noPaper': '没纸了',
    'printer.fault': '打印机坏了',
    'pinPad.gone': '密码键盘没有接上',
    'link.nameNotFound': '找不到银行的地址',
    'link.connectRefused': '银行不接这条线',
    'link.unreachable': '网络到不了银行',
    'link.connectTimeout': '连银行太久没连上',
    'link.tls': '银行的证书对不上',
    'link.reset': '网络半路断了',
    'link.answerTimeout': '银行太久没有答复',
    'link.badFrame': '银行的答复残缺',
    'journal.diskFull': '机器存储满了',
    'journal.readOnly': '机器存储写不进去',
    'journal.corrupt': '机器里的记录坏了',
    'journal.inUse': '别的终端正在用这些记录',
    'keystore.missingKey': '机器里少了密钥',
    'keystore.badCheckValue': '银行发来的密钥对不上',
  },
};
