import type { IncidentState } from '../incident/machine.ts';
import type { IncidentResult, TransactionKind, WaySlipKind } from '../journal/events.ts';
import type { Role } from '../people/permissions.ts';
import type { Cause, RemedyKind } from '../recovery/evidence.ts';
import type { IncidentStep, SlipLanguage } from './facts.ts';

type Words = Readonly<Record<SlipLanguage, string>>;
type Table<K extends string> = Readonly<Record<K, Words>>;

const words = (zh: string, en: string): Words => ({ 'zh-CN': zh, en });

/** Titles stand in both languages on every slip. */
export const titles: Table<
  | TransactionKind
  | WaySlipKind
  | 'reversal'
  | 'incident'
  | 'report'
  | 'endOfDay'
  | 'certificate'
  | 'emergencyPlan'
> = {
  deposit: words('押金收据', 'DEPOSIT RECEIPT'),
  emergency: words('预授权应急单', 'EMERGENCY FORM'),
  refusal: words('说明', 'NOTE'),
  preauth: words('预授权', 'PRE-AUTHORISATION'),
  increment: words('追加预授权', 'PRE-AUTH INCREMENT'),
  cancellation: words('预授权撤销', 'PRE-AUTH CANCELLATION'),
  completion: words('预授权完成', 'PRE-AUTH COMPLETION'),
  completionAdvice: words('预授权完成（通知）', 'COMPLETION ADVICE'),
  completionVoid: words('预授权完成撤销', 'COMPLETION VOID'),
  offlineAdvice: words('离线结算', 'OFFLINE SALE'),
  reversal: words('冲正通知', 'REVERSAL NOTICE'),
  incident: words('事件记录', 'INCIDENT REPORT'),
  report: words('汇总报表', 'REPORT'),
  endOfDay: words('日结单', 'END OF DAY'),
  certificate: words('考核证书', 'CERTIFICATE'),
  emergencyPlan: words('应急预案', 'EMERGENCY PLAN'),
};

/** What the transaction means to the customer, in one sentence. */
export const meanings: Table<TransactionKind> = {
  preauth: words('押金已冻结，尚未扣款。', 'This amount is held, not charged.'),
  increment: words('押金已增加，尚未扣款。', 'More is held now, nothing is charged.'),
  cancellation: words('押金已解冻，不会扣款。', 'The hold is released, nothing is charged.'),
  completion: words('已扣款，剩余押金解冻。', 'This amount is charged; the rest is released.'),
  completionAdvice: words(
    '已通知银行扣款，剩余押金解冻。',
    'The bank is told to charge this amount.',
  ),
  completionVoid: words('扣款已撤销，押金仍冻结。', 'The charge is undone; the hold stands again.'),
  offlineAdvice: words('凭电话授权码扣款。', 'Charged with a code given by phone.'),
};

export const labels = {
  merchantId: words('商户编号', 'Merchant no.'),
  terminalId: words('终端编号', 'Terminal'),
  desk: words('柜台', 'Desk'),
  operator: words('操作员', 'Operator'),
  supervisor: words('主管', 'Supervisor'),
  card: words('卡号', 'Card'),
  sequence: words('卡序号', 'Card seq.'),
  label: words('卡种', 'Card type'),
  entry: words('读卡方式', 'Read by'),
  batch: words('批次号', 'Batch'),
  stan: words('凭证号', 'Trace'),
  rrn: words('参考号', 'Reference'),
  code: words('授权码', 'Auth code'),
  at: words('日期时间', 'Date/time'),
  amount: words('金额', 'Amount'),
  heldUntil: words('有效至', 'Held until'),
  originalAmount: words('原金额', 'Amount held'),
  originalStan: words('原凭证号', 'Original trace'),
  originalBatch: words('原批次号', 'Original batch'),
  originalDate: words('原日期', 'Original date'),
  originalCode: words('原授权码', 'Original code'),
  note: words('备注', 'Note'),
  reversed: words('被冲正交易', 'Reversed'),
  ticket: words('事件编号', 'Case no.'),
  cause: words('原因', 'Cause'),
  state: words('状态', 'State'),
  result: words('结果', 'Result'),
  how: words('收款方式', 'Received as'),
  receivedBy: words('收款人', 'Received by'),
  customerName: words('客人姓名', 'Customer'),
  customerPhone: words('客人电话', 'Phone'),
  lastFour: words('卡号后四位', 'Last four'),
  bank: words('发卡行', 'Card bank'),
} satisfies Record<string, Words>;

export const phrases = {
  simulated: words('SIMULATED 模拟', 'SIMULATED 模拟'),
  training: words('TRAINING 培训', 'TRAINING 培训'),
  noReceipt: words('不是凭证 NO RECEIPT', '不是凭证 NO RECEIPT'),
  noValue: words('不是真实交易', 'No real transaction'),
  reprint: words('重印 REPRINT', '重印 REPRINT'),
  signature: words('持卡人签名', 'Cardholder signature'),
  cash: words('现金', 'Cash'),
  transfer: words('转账', 'Transfer'),
  depositMeaning: words(
    '代替预授权的押金，退房时退还。',
    'A deposit in place of a hold; paid back at the end.',
  ),
  emergencyMeaning: words(
    '机器恢复后凭此单补登。不要写完整卡号。',
    'Register this when the terminal works. Never write the whole card number.',
  ),
  signed: words(
    '本人确认以上交易，同意将其记入本卡账户。',
    'I acknowledge the above and agree that it is booked to this card.',
  ),
  noSignature: words('交易金额无需签名', 'No signature required'),
  customerCopy: words('持卡人存根', 'CUSTOMER COPY'),
  merchantCopy: words('商户存根', 'MERCHANT COPY'),
  keep: words('请妥善保管，完成或撤销时使用。', 'Keep this slip for completion or release.'),
  scan: words('扫码找到此笔预授权', 'Scan to find this hold'),
  reversalSettled: words(
    '银行已确认：此笔未冻结、未扣款。',
    'The bank confirmed: nothing is held or charged by this.',
  ),
  reversalOwed: words(
    '此笔未成功，正在通知银行撤销；如已冻结将自动解除。',
    'This did not succeed. The bank is being told; any hold will be released.',
  ),
  history: words('经过', 'What happened'),
} satisfies Record<string, Words>;

/** Reports and the end of a day. */
export const dayWords = {
  held: words('冻结', 'Held'),
  completed: words('完成', 'Completed'),
  cancelled: words('撤销', 'Cancelled'),
  open: words('未完成', 'Still open'),
  batch: words('批次', 'Batch'),
  balanced: words('与银行核对一致', 'Agrees with the bank'),
  notBalanced: words('与银行不一致，已逐笔上送', 'Differs, sent one by one'),
  withoutNumber: words('卡号已销毁，未能上送', 'Not sent, number destroyed'),
  bank: words('银行合计', 'The bank has'),
  notTaken: words('银行未收明细，请主管核对', 'Bank did not take it, supervisor'),
  differing: words('以前未对平的批次', 'Batches still to clear with the bank'),
  openHolds: words('未完成明细（快到期在前）', 'Open holds, soonest first'),
  expired: words('上次日结后到期的', 'Expired since the last close'),
  lackingNumber: words('没有卡号，先补录', 'Without card number'),
  cases: words('没读到卡号', 'Cases without number'),
  care: words('巡检没做', 'Care overdue'),
  overdue: words('过期没办', 'Overdue'),
  stillOpen: words('没办完', 'still open'),
  backup: words('上次备份', 'Last backup'),
  none: words('没有', 'none'),
  checkpoint: words('账册校验码', 'Checkpoint of the records'),
} satisfies Record<string, Words>;

/** The first two digits of field 22. */
export const entryModes: Readonly<Record<string, Words>> = {
  '01': words('手工输入', 'keyed'),
  absent: words('客人不在场', 'card not present'),
  '02': words('刷卡', 'stripe'),
  '05': words('插卡', 'chip'),
  '07': words('非接', 'contactless'),
  '80': words('降级刷卡', 'stripe (fallback)'),
};

export const causes: Table<Cause> = {
  settings: words('终端参数不对', 'Terminal settings'),
  unsupportedCard: words('本机不支持此卡', 'Card not supported here'),
  damagedOrExpired: words('卡损坏或过期', 'Card damaged or expired'),
  network: words('网络不通', 'No line to the bank'),
  operator: words('输入有误', 'Typing error'),
  deviceFault: words('机器故障', 'Fault of this terminal'),
  bankSide: words('银行系统问题', 'Outage at the bank'),
  withheld: words('顾客未提供', 'Not given by the customer'),
  suspectedFraud: words('发卡行要求拒绝', 'Refused on the issuer’s order'),
  refusedByIssuer: words('发卡行拒绝', 'Refused by the issuer'),
  unknown: words('原因不明', 'Not known'),
};

export const remedies: Table<RemedyKind> = {
  readAgain: words('再读一次', 'Read again'),
  insertChip: words('改插芯片', 'Insert the chip'),
  swipe: words('改刷磁条', 'Swipe the stripe'),
  otherApplication: words('换卡上账户', 'Other account'),
  otherCard: words('换卡', 'Another card'),
  cleanReader: words('清洁读卡器', 'Clean the reader'),
  pinAgain: words('重输密码', 'PIN again'),
  otherAmount: words('换金额', 'Another amount'),
  typeAgain: words('重新输入', 'Type again'),
  tryBankAgain: words('再联系银行', 'Try the bank again'),
  waitForBank: words('等银行恢复', 'Wait for the bank'),
  checkLine: words('检查线路', 'Check the line'),
  checkParts: words('检查连接线', 'Check the cables'),
  otherHost: words('换备用线路', 'Second address'),
  askHotline: words('问发卡行', 'Ask the issuer'),
  callIssuer: words('致电发卡行', 'Call the issuer'),
  cardAbsent: words('无卡预授权', 'Card-absent hold'),
  numberLater: words('补录卡号', 'Number later'),
  repairSettings: words('检查设置', 'Check settings'),
  updateParameters: words('更新参数', 'Update parameters'),
  updateSoftware: words('申请更新软件', 'Ask for an update'),
  compareOriginal: words('核对原交易', 'Compare'),
  handOver: words('换终端', 'Another terminal'),
  paperSlip: words('应急单', 'Paper form'),
  cashDeposit: words('现金押金', 'Cash deposit'),
  callSupervisor: words('请主管看', 'Supervisor asked'),
  keepCard: words('按银行要求', 'As the bank asked'),
  refuse: words('婉拒', 'Refused politely'),
  stop: words('结束', 'Stop'),
};

export const ends: Table<NonNullable<IncidentStep['end']>> = {
  done: words('成功', 'done'),
  failed: words('未成功', 'failed'),
  givenUp: words('放弃', 'given up'),
};

export const results: Table<IncidentResult> = {
  held: words('已冻结', 'Held'),
  heldOtherCard: words('已用其他卡冻结', 'Held on another card'),
  offlineSale: words('凭授权码离线结算', 'Offline sale by code'),
  depositTaken: words('已收押金', 'Deposit taken'),
  onPaper: words('已写应急单', 'Noted on paper'),
  refusedPolitely: words('已婉拒', 'Refused politely'),
  cardKept: words('卡已留下', 'Card kept'),
  noHold: words('未冻结', 'No hold'),
  customerLeft: words('顾客离开', 'Customer left'),
  other: words('其他', 'Other'),
};

export const states: Table<IncidentState> = {
  open: words('处理中', 'Open'),
  waiting: words('等待中', 'Waiting'),
  reported: words('已上报', 'Reported'),
  resolved: words('已解决', 'Resolved'),
  closed: words('已关闭', 'Closed'),
};

export const stepNames: Table<IncidentStep['what']> = {
  opened: words('发现问题', 'Found'),
  tried: words('已尝试', 'Tried'),
  way: words('办法', 'Way'),
  call: words('通话', 'Call'),
  note: words('备注', 'Note'),
  phrase: words('备注', 'Note'),
  spoken: words('谈过', 'Talked to'),
  waiting: words('等待', 'Waits'),
  cameBack: words('等到了', 'Wait is over'),
  reported: words('已上报', 'Reported'),
  lesson: words('经验', 'Lesson'),
  reopened: words('重新打开', 'Open again'),
  document: words('单据', 'Slip'),
  contact: words('客人同意联系', 'Guest agreed'),
  erased: words('客人资料已删除', 'Personal data erased'),
  message: words('消息', 'Message'),
  answer: words('客人回了', 'Guest answered'),
  linked: words('已关联预授权', 'Hold linked'),
  resolved: words('已解决', 'Resolved'),
  closed: words('已关闭', 'Closed'),
};

/** `2026-12-23（30天）`, `2026-12-23 (30 days)`. */
export function untilText(date: string, days: number, language: SlipLanguage): string {
  if (language === 'zh-CN') return `${date}（${days}天）`;
  return `${date} (${days} ${days === 1 ? 'day' : 'days'})`;
}

export const roles: Table<Role> = {
  cashier: words('收银员', 'Cashier'),
  supervisor: words('主管', 'Supervisor'),
  technician: words('技术员', 'Technician'),
  vendor: words('厂商', 'Vendor'),
};

export const certificateWords = {
  role: words('岗位', 'Role'),
  score: words('成绩', 'Score'),
  validUntil: words('有效期至', 'Valid until'),
  passed: words(
    '考核合格：预授权与卡号异常处理。',
    'Passed: holds, and what to do without a number.',
  ),
  signature: words('主管签名', 'Signature of the supervisor'),
} satisfies Readonly<Record<string, Words>>;
