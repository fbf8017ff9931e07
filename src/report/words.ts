import type { Party } from '../incident/events.ts';
import type { ReportField } from './fields.ts';

export type ReportLanguage = 'zh-CN' | 'en';
type Words = Readonly<Record<ReportLanguage, string>>;

const words = (chinese: string, english: string): Words => ({ 'zh-CN': chinese, en: english });

export const fieldWords: Readonly<Record<ReportField, Words>> = {
  ticket: words('工单', 'Ticket'),
  merchant: words('商户', 'Merchant'),
  merchantId: words('商户编号', 'Merchant no.'),
  terminalId: words('终端编号', 'Terminal'),
  desk: words('柜台', 'Desk'),
  profile: words('机型', 'Device class'),
  version: words('软件版本', 'Software'),
  operator: words('操作员', 'Operator'),
  openedAt: words('发现时间', 'Found at'),
  resolvedAt: words('解决时间', 'Solved at'),
  minutesToWayOut: words('用了几分钟', 'Minutes to a way out'),
  amount: words('金额', 'Amount'),
  note: words('备注', 'Note'),
  cause: words('原因', 'Cause'),
  finding: words('细目', 'Finding'),
  code: words('热线代码', 'Hotline code'),
  evidence: words('依据', 'Evidence'),
  ways: words('用过的办法', 'Ways tried'),
  result: words('结果', 'Result'),
  state: words('状态', 'State'),
  brand: words('卡组织', 'Card brand'),
  maskedPan: words('卡号（隐去中间）', 'Card, masked'),
  last4: words('卡号后四位', 'Last four'),
  authorisationCode: words('授权码', 'Auth code'),
  traces: words('交易流水', 'Transactions'),
  deposit: words('代收押金', 'Deposit'),
  timeline: words('经过', 'Timeline'),
};

export const reportTitles: Readonly<Record<Party, Words>> = {
  bank: words('无卡号事件报告 · 收单行', 'Missing card number: report to the bank'),
  headOffice: words('无卡号事件报告 · 商户总部', 'Missing card number: report to head office'),
  vendor: words('无卡号事件报告 · 设备厂商', 'Missing card number: report to the vendor'),
};

export const weekWords = {
  title: words('无卡号周报', 'Missing card numbers: the week'),
  week: words('周', 'Week'),
  cases: words('没读到卡号', 'Cases'),
  lastWeek: words('上一周', 'The week before'),
  byCause: words('按原因', 'By cause'),
  byTerminal: words('按终端', 'By terminal'),
  byOperator: words('按操作员', 'By operator'),
  byBrand: words('按卡组织', 'By card brand'),
  medianMinutes: words('多久有办法（中位，分钟）', 'Time to a way out (median, minutes)'),
  slowestMinutes: words('最慢一次（分钟）', 'Slowest (minutes)'),
  lost: words('没留住的预授权', 'Lost holds'),
  open: words('还没办完', 'Still open'),
  assessed: words('考核', 'Assessments'),
  passed: words('合格', 'passed'),
  failed: words('没合格', 'not passed'),
  exercises: words('做过的练习', 'Exercises done'),
  refresherDue: words('该复训的人', 'Refresher due'),
  unknownBrand: words('不知道', 'Not known'),
  generated: words('生成时间', 'Made at'),
  page: words('页', 'Page'),
} as const satisfies Record<string, Words>;
