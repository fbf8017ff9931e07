import type { CareTexts } from './texts.ts';

export const careZh: CareTexts = {
  status: {
    title: '机器自检',
    checkedAt: (time) => `${time} 查过`,
    item: {
      cardTables: '卡表',
      banks: '银行表',
      keys: '密钥',
      merchant: '商户',
      clock: '时间',
      line: '线路',
      reader: '读卡口',
      head: '磁条口',
      pinPad: '密码键盘',
      messages: '短信邮件',
      cleaning: '清洁',
      inspection: '巡检',
      paper: '小票纸',
      storage: '存储',
      backup: '备份',
      drill: '上次演练',
      version: '版本',
    },
    keysUntil: (month) => `用到 ${month}`,
    keysExpired: (count) => `${count} 个密钥过期`,
    keysDamaged: (count) => `${count} 个密钥坏了`,
    lacking: (scheme) => `缺 ${scheme}`,
    noKeys: '没有密钥',
    outdated: '太旧了',
    wanted: '银行有新的',
    banks: ({ banks, doubled, strange }) => {
      if (banks === 0) return '是空的';
      if (doubled !== undefined) return `${doubled} 重复了`;
      return strange === undefined ? `${banks} 家银行` : `${strange} 不是卡号开头`;
    },
    merchant: ({ terminalId, problem }) =>
      problem === undefined ? terminalId.trim() : problem === 'empty' ? '没有编号' : '没有名称',
    line: (well) => (well ? '正常' : '连不上银行'),
    reader: (well) => (well ? '正常' : '没连上'),
    messagesGood: '正常',
    messages: (channel, trouble) => {
      if (channel === 'email') return '邮件服务器没应答';
      if (trouble === 'noSignal') return '没有手机信号';
      if (trouble === 'sim') return 'SIM 卡没就绪';
      return trouble.startsWith('modem') ? '短信模块没连上' : '短信网关没应答';
    },
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
    secondPlace: {
      missing: 'U盘没插好',
      full: 'U盘满了',
      readOnly: 'U盘写不进',
      damaged: 'U盘坏了',
      failed: '第二处没存上',
    },
    drillDone: (ago, seconds) => `${ago}，${seconds}秒`,
    drillNone: '还没有',
    drillFailed: '没通过',
    drillOlder: (ago) => `${ago}的那份可用`,
    reads: (count) => `已读 ${count} 次`,
    compared: (before, now) => `不好 ${before}%，现在 ${now}%`,
    cleaning: (why, { chip = 0, stripe = 0 }) =>
      why === 'manyReads'
        ? '读了很多次'
        : why === 'chipTrouble'
          ? `芯片 ${chip}% 不好`
          : `磁条 ${stripe}% 不好`,
    weakTrack: (track) => `，${track} 道`,
    waiting: (count) => `${count} 项没看`,
    nextOn: (date) => `下次 ${date}`,
    versionOld: '旧了',
    updateAsked: '已申请更新',
    fix: {
      signIn: '重新签到',
      cardTables: '换回出厂卡表',
      banks: '每家只留一次',
      fetchTables: '从银行下载',
      testLine: '测试线路',
      backUp: '现在备份',
      putStick: '插好后点这里',
      drill: '现在演练一次',
      clean: '清洁并试卡',
      inspect: '看过打勾',
      askUpdate: '申请更新',
    },
    byHand: {
      cardTables: '打给银行',
      banks: '打给银行',
      keys: '重新签到',
      merchant: '编号由银行给',
      clock: '技术员来校时间',
      line: '看看网线',
      reader: '看看插头，再重启',
      head: '芯片照读，技术员来修',
      pinPad: '看看插头',
      messages: '先打电话联系客人',
      cleaning: '清洁读卡口',
      inspection: '看过打勾',
      paper: '换一卷纸',
      storage: '技术员来腾地方',
      backup: '现在备份',
      drill: '演练一次',
      version: '打给技术员',
    },
    by: { anybody: '您就可以', technician: '要技术员密码', bank: '只有银行能改', shop: '您就可以' },
    repair: (what, by) => `${what}（${by}）`,
    working: (item, seconds) => `${item}，${seconds} 秒`,
    backUp: '现在备份',
    backUpHint: '大约 1 分钟',
    home: (count) => `自检有 ${count} 项要处理`,
  },
  inspection: {
    title: '巡检',
    task: {
      paper: '小票纸',
      seal: '封条和外壳',
      cleanReader: '清洁读卡口',
      cable: '电线插头',
      backup: '备份盘',
      clock: '时间',
      testHold: '试一笔',
      planRead: '读应急预案',
    },
    how: {
      paper: '今天的纸够不够，旁边有没有备用的一卷？',
      seal: '封条完好吗？外壳边上有没有撬过？卡口上有没有多出东西？',
      cleanReader: '用清洁卡擦卡口和磁头，再用卡试一次。跟着下面的步骤做。',
      cable: '电源、网线、读卡器都插紧了吗？线有没有磨破？',
      backup: '备份盘插着吗？自检里的备份是不是新的？',
      clock: '和手机上的时间一样吗？',
      testHold: '用自己的卡冻结 1 元，再撤销。两张小票都出来了吗？',
      planRead: '和前台的人一起读一遍。电话都对吗？',
    },
    ownHow: '按店里约定的方法看一遍。',
    when: ({ state, daysLeft, everyDays }) => {
      const every = everyDays === 1 ? '每天' : `每 ${everyDays} 天`;
      if (state === 'trouble') return `有问题，${every}`;
      return state === 'due' ? `该看了，${every}` : `还有 ${daysLeft} 天，${every}`;
    },
    last: (stamp, operator) => `上次 ${stamp}，${operator} 号`,
    never: '还没人看过',
    well: '都好',
    clean: '现在清洁',
    trouble: '有问题',
  },
  support: {
    title: '给技术支持',
    inside: '会带上：版本、设置、自检、次数、机器的步骤。',
    never: '不会带：卡号、姓名、备注、密码、密钥。',
    who: '文件加了密，只有厂商能打开。',
    make: '同意生成',
    again: '再试一次',
    done: '完成',
    working: (seconds) => `正在检查，${seconds} 秒`,
    nothingLeft: '什么都没有送出去。',
    size: (kilobytes, rows) => `${kilobytes} KB，${rows} 步`,
    place: { none: '存在机器里了', done: 'U 盘里也有', failed: 'U 盘没插好' },
  },
  emergency: {
    title: '应急预案',
    phones: '电话号码',
    noPhone: '还没填',
    print: '打印',
    typePhone: '输入新号码',
    save: '保存',
    whatToDo: '怎么办',
  },
};
