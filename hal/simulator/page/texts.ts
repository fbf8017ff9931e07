/** The words of the page; `language` picks one of each pair. */
export type Language = 'en' | 'zh';

export const texts = {
  docs: { en: 'API', zh: '接口' },
  power: { en: 'Power', zh: '电源' },
  cutPower: { en: 'Pull the plug', zh: '拔电源' },
  switchOn: { en: 'Switch on', zh: '开机' },
  starting: { en: 'Starting …', zh: '启动中…' },
  off: { en: 'The terminal is off', zh: '终端已断电' },
  hour: { en: '+1 hour', zh: '+1 小时' },
  day: { en: '+1 day', zh: '+1 天' },
  month: { en: '+27 days', zh: '+27 天' },
  clockHint: { en: 'Clock of the terminal and its bank', zh: '终端和银行的时钟' },
  cards: { en: 'Cards', zh: '卡片' },
  cardsHint: {
    en: 'Drag a card to the slot, or along the groove at the right edge. Or click it.',
    zh: '把卡拖到卡槽，或沿右侧磁条槽刷过。也可以点一下。',
  },
  insert: { en: 'Insert', zh: '插卡' },
  swipe: { en: 'Swipe', zh: '刷卡' },
  takeOut: { en: 'Take the card out', zh: '拔卡' },
  renew: { en: 'New cards', zh: '换成新卡' },
  slot: { en: 'Card slot', zh: '卡槽' },
  groove: { en: 'Swipe here', zh: '刷卡' },
  realReader: { en: 'A real reader is connected', zh: '接的是真实读卡器' },
  pinPad: { en: 'Customer’s PIN pad', zh: '密码键盘（顾客）' },
  pinIdle: { en: 'not asked now', zh: '现在不用输' },
  pinAsked: { en: 'PIN, please', zh: '请输密码' },
  pinCancel: { en: 'Cancel', zh: '取消' },
  pinClear: { en: 'Clear', zh: '清除' },
  pinEnter: { en: 'Enter', zh: '确认' },
  pinTest: { en: 'Type 123456', zh: '输入 123456' },
  paper: { en: 'Paper', zh: '小票' },
  paperEmpty: { en: 'No slip yet.', zh: '还没有小票。' },
  scan: { en: 'Scan its code', zh: '扫它的码' },
  bank: { en: 'Bank', zh: '银行' },
  faults: { en: 'Faults', zh: '故障' },
  timeline: { en: 'Timeline', zh: '时间线' },
  journal: { en: 'Journal', zh: '账本' },
  keys: { en: 'Keys', zh: '按键' },
  mendAll: { en: 'Mend everything', zh: '全部修好' },
  atCommand: { en: 'at command', zh: '第几条命令' },
  delay: { en: 'ms', zh: '毫秒' },
  strike: { en: 'Now', zh: '现在' },
  answersNext: { en: 'The bank answers', zh: '银行怎样回答' },
  once: { en: 'next message only', zh: '只下一条' },
  always: { en: 'until changed', zh: '直到改变' },
  approve: { en: 'Approve', zh: '同意' },
  decline: { en: 'Decline with', zh: '拒绝，代码' },
  silentBefore: { en: 'Silent, nothing booked', zh: '不应答，没入账' },
  silentAfter: { en: 'Silent, but booked', zh: '不应答，已入账' },
  late: { en: 'Late, 5 s', zh: '迟到 5 秒' },
  tooLate: { en: 'Too late, 40 s', zh: '太迟 40 秒' },
  garbage: { en: 'Garbage', zh: '乱码' },
  reset: { en: 'Hang up', zh: '挂断' },
  wrongMac: { en: 'Wrong MAC', zh: 'MAC 错' },
  partial: { en: 'Half the money', zh: '只同意 ¥250' },
  down: { en: 'Computer down', zh: '主机停机' },
  ledger: { en: 'The bank’s own book', zh: '银行自己的账' },
  held: { en: 'held', zh: '冻结中' },
  completed: { en: 'completed', zh: '已完成' },
  cancelled: { en: 'cancelled', zh: '已撤销' },
  reversed: { en: 'reversed', zh: '已冲正' },
  charged: { en: 'charged', zh: '已扣款' },
  noEntries: { en: 'Nothing booked yet.', zh: '还没有入账。' },
  messages: { en: 'Messages at the bank', zh: '银行收发的报文' },
  declined: { en: 'declined', zh: '拒绝' },
  approved: { en: 'approved', zh: '同意' },
  voided: { en: 'voided', zh: '已撤销' },
  reversalOf: { en: 'reversal of', zh: '冲正' },
  all: { en: 'All', zh: '全部' },
  chip: { en: 'Chip', zh: '芯片' },
  stripe: { en: 'Stripe', zh: '磁条' },
  screen: { en: 'Screen', zh: '屏幕' },
  printer: { en: 'Printer', zh: '打印' },
  terminal: { en: 'Terminal', zh: '终端' },
  journalHint: {
    en: 'Every row was on the disk before anything was done. Click a row to read it.',
    zh: '每一行都先落盘再动作。点开可看内容。',
  },
  lostTouch: {
    en: 'The simulator has ended. Start it again: npm start',
    zh: '模拟器已结束。请重新运行 npm start',
  },
} as const;

export type TextKey = keyof typeof texts;

const stored = () => {
  const kept = localStorage.getItem('language');
  if (kept === 'en' || kept === 'zh') return kept;
  return navigator.language.startsWith('zh') ? 'zh' : 'en';
};

let language: Language = stored();
const listeners: (() => void)[] = [];

export const currentLanguage = (): Language => language;

/** The text in the language of the page. */
export const t = (key: TextKey): string => texts[key][language];

/** Of a text that came with both languages. */
export const pick = (both: { readonly en: string; readonly zh: string }): string => both[language];

export function setLanguage(next: Language): void {
  language = next;
  localStorage.setItem('language', next);
  for (const listener of listeners) listener();
}

/** Runs now and whenever the language changes: every part of the page draws itself through this. */
export function onLanguage(draw: () => void): void {
  listeners.push(draw);
  draw();
}
