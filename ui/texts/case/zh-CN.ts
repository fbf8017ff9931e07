import type { CaseTexts } from './texts.ts';

const texts: CaseTexts = {
  question: {
    step: '下一步',
    phrase: '记一笔',
    waitFor: '等谁？',
    until: '等到什么时候？',
    spokeTo: '跟谁谈了？',
    outcome: '谈得怎么样？',
    party: '报给谁？',
    lesson: '记一条经验',
    customer: '联系客人',
    template: '写什么？',
    speech: '用哪种语言？',
  },
  step: {
    customer: '联系客人',
    note: '记一笔',
    spoke: '谈过了',
    wait: '等一等',
    cameBack: '等到了',
    report: '上报',
    lesson: '记经验',
    openHold: '打开押金',
    print: '打印这件事',
    reopen: '重新打开',
  },
  until: {
    inAnHour: '一小时后',
    thisEvening: '今天傍晚',
    tomorrow: '明天早上',
    inThreeDays: '三天后',
    inAWeek: '一周后',
  },
  contact: {
    call: '打电话',
    sms: '发短信',
    email: '发邮件',
    newPhone: '换个电话',
    newEmail: '换个邮箱',
    export: '资料存成文件',
    erase: '删除客人资料',
  },
  addressTitle: { phone: '客人电话', email: '客人邮箱' },
  address: { phone: '号码', email: '请客人出示邮箱码' },
  missing: { phone: '先按号码', email: '先扫码' },
  consent: '只为这件事，办完删除',
  agrees: '客人同意',
  callTitle: '给客人打电话',
  called: '打过了',
  privacyTitle: '客人资料',
  kept: (days) => ({
    holdLives: '押金在，它就在',
    caseDays: `结案后 ${days} 天`,
    always: '跟账目一起',
    never: '从不保存',
    backups: '轮换，旧的先删',
  }),
  next: '下一步',
  nextShort: '下一步',
  addNumber: '补录卡号',
  figure: '号码',
  save: '记下',
  due: ({ overdue, days }, clock, date) => {
    if (overdue && days === 0) return `${clock} 过期了`;
    if (overdue) return days === 1 ? '昨天就过期了' : `过期 ${days} 天了`;
    if (days === 0) return `${clock} 前`;
    return days === -1 ? '明天前' : `${date} 前`;
  },
  dueShort: ({ overdue, days }, clock, date) => {
    if (overdue) return days === 0 ? '过期' : `过期 ${days} 天`;
    return days === 0 ? clock : date;
  },
  lastTime: (lesson) => `上次经验：${lesson}`,
  dueTile: (count) => `过期 ${count}`,
  answered: '客人回了',
  answeredTile: '有回复',
  overdue: (count) => `${count} 件过期没办`,
};
export default texts;
