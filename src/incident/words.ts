import type { Channel, ContactKind, Template } from '../contact/events.ts';
import type { Lesson, Party, Phrase, ReopenReason, SpokenOutcome, WaitedFor } from './events.ts';
import type { IncidentLine, MessageEnd } from './incident.ts';

/** The words of a case that stand on the screen, on paper and in files alike. */

export type CaseLanguage = 'zh-CN' | 'en';
type Words = Readonly<Record<CaseLanguage, string>>;
type Table<K extends string> = Readonly<Record<K, Words>>;

const words = (chinese: string, english: string): Words => ({ 'zh-CN': chinese, en: english });

export const waitsForWords: Table<WaitedFor> = {
  customer: words('等客人', 'Waits for the guest'),
  issuer: words('等发卡行', 'Waits for the issuer'),
  technician: words('等技术员', 'Waits for the technician'),
  bank: words('等收单行', 'Waits for our bank'),
};

export const personWords: Table<WaitedFor> = {
  customer: words('客人', 'Guest'),
  issuer: words('发卡行', 'Issuer'),
  technician: words('技术员', 'Technician'),
  bank: words('收单行', 'Our bank'),
};

export const partyWords: Table<Party> = {
  bank: words('收单行', 'the bank'),
  headOffice: words('商户总部', 'head office'),
  vendor: words('设备厂商', 'the vendor'),
};

export const phraseWords: Table<Phrase> = {
  guestComesBack: words('客人会再来', 'Guest comes back'),
  guestBringsOtherCard: words('客人换张卡来', 'Guest brings another card'),
  guestSaysNumberByPhone: words('客人电话里报卡号', 'Guest says it by phone'),
  guestRefuses: words('客人不愿给卡号', 'Guest will not give it'),
  bankSaysWait: words('银行叫再等等', 'Bank says wait'),
  bankTicketFigure: words('银行的单号', 'Ticket of the bank'),
  technicianComes: words('技术员会上门', 'Technician comes'),
  technicianTicketFigure: words('技术单号', 'Ticket of the technician'),
  roomCheckedFigure: words('房间看过', 'Room checked'),
  slipKept: words('小票收好了', 'Slip is kept'),
};

export const outcomeWords: Table<SpokenOutcome> = {
  agreed: words('说好了', 'agreed'),
  willCome: words('会过来', 'will come'),
  callsBack: words('会回电', 'calls back'),
  noAnswer: words('没人接', 'no answer'),
  wrongNumber: words('号码不对', 'wrong number'),
  refused: words('不同意', 'refused'),
};

export const lessonWords: Table<Lesson> = {
  cleanFirst: words('先擦卡和读卡口', 'Clean card and slot first'),
  otherCardFirst: words('先请客人换卡', 'Ask for another card first'),
  callBankEarly: words('早点打给银行', 'Call the bank early'),
  checkLineFirst: words('先看网络通不通', 'Look at the network first'),
  checkSettingsFirst: words('先做机器自检', 'Run the self-check first'),
  readNumberTwice: words('卡号念两遍再按', 'Read the number out twice'),
  askForPhoneEarly: words('早点留客人电话', 'Ask for the phone early'),
  spareDeviceFirst: words('先换备用机', 'Take the spare first'),
};

export const reopenWords: Table<ReopenReason> = {
  adviceRefused: words('银行不认这笔收款', 'the bank refused the charge'),
  reversalSuspended: words('冲正没送到银行', 'the undo did not reach the bank'),
  numberLost: words('卡号打不开了', 'the number is gone'),
  failedAgain: words('又没读到', 'no number again'),
  byHand: words('店里重开', 'by hand'),
};

export const templateWords: Table<Template> = {
  numberNeeded: words('请带卡来', 'Please bring the card'),
  holdTaken: words('押金已冻结', 'The hold was taken'),
  holdExpires: words('押金快到期', 'The hold ends soon'),
  holdReleased: words('押金已解冻', 'The hold was released'),
  caseClosed: words('这件事办完了', 'The case is closed'),
};

export const channelWords: Table<Channel> = {
  sms: words('短信', 'Text'),
  email: words('邮件', 'E-mail'),
};

const contactWords: Table<ContactKind> = {
  phone: words('电话', 'Phone'),
  email: words('邮箱', 'E-mail'),
};

export const messageEndWords: Table<MessageEnd> = {
  queued: words('要发', 'to be sent'),
  sent: words('发出去了', 'sent'),
  refused: words('对方不收', 'refused'),
  notSent: words('没发出去', 'not sent'),
  unknown: words('不知道收没收', 'perhaps sent'),
  givenUp: words('不再发了', 'given up'),
  delivered: words('收到了', 'arrived'),
  undelivered: words('没送到', 'did not arrive'),
};

/** Consent, messages and answers; what was answered is opened by the case's own screen alone. */
function contactText(
  line: Omit<IncidentLine, 'atMs' | 'dueAtMs'>,
  language: CaseLanguage,
): string | undefined {
  const comma = language === 'en' ? ', ' : '，';
  const agreed = language === 'en' ? 'Guest agreed' : '客人同意联系';
  switch (line.what) {
    case 'contact':
      return `${agreed}: ${contactWords[line.contact ?? 'phone'][language]} ${line.masked ?? ''}`;
    case 'erased':
      return language === 'en' ? 'Personal data erased' : '客人资料已删除';
    case 'message': {
      const channel = channelWords[line.channel ?? 'sms'][language];
      const said = line.template === undefined ? '' : ` ${templateWords[line.template][language]}`;
      return `${channel}${said}${comma}${messageEndWords[line.messageEnd ?? 'queued'][language]}`;
    }
    case 'answer': {
      const answered = language === 'en' ? 'Guest answered' : '客人回了';
      return line.text === undefined ? answered : `${answered}: ${line.text}`;
    }
    default:
      return undefined;
  }
}

const bits: Table<
  'until' | 'note' | 'phone' | 'here' | 'cameBack' | 'reported' | 'lesson' | 'reopened'
> = {
  until: words('到', 'until'),
  note: words('记了', 'Noted'),
  phone: words('打电话', 'by phone'),
  here: words('当面', 'here'),
  cameBack: words('等到了', 'The wait is over'),
  reported: words('报给', 'Reported to'),
  lesson: words('经验', 'Lesson'),
  reopened: words('重新打开', 'Open again'),
};

/** A line of the follow-up in words; undefined for the older lines, which have theirs. `until` is the end of a wait. */
export function followUpText(
  line: Omit<IncidentLine, 'atMs' | 'dueAtMs'>,
  language: CaseLanguage,
  until?: string,
): string | undefined {
  const comma = language === 'en' ? ', ' : '，';
  switch (line.what) {
    case 'waiting': {
      const who = waitsForWords[line.who ?? 'customer'][language];
      return until === undefined ? who : [who, bits.until[language], until].join(' ');
    }
    case 'cameBack':
      return bits.cameBack[language];
    case 'phrase': {
      const said =
        line.phrase === undefined ? bits.note[language] : phraseWords[line.phrase][language];
      return line.text === undefined ? said : `${said} ${line.text}`;
    }
    case 'spoken': {
      const who = personWords[line.who ?? 'customer'][language];
      const how = bits[line.how ?? 'phone'][language];
      const outcome = line.outcome === undefined ? '' : outcomeWords[line.outcome][language];
      return [`${who} ${how}`, outcome].filter((part) => part !== '').join(comma);
    }
    case 'reported':
      return `${bits.reported[language]} ${partyWords[line.party ?? 'bank'][language]}`;
    case 'lesson':
      return `${bits.lesson[language]}: ${line.lesson === undefined ? '' : lessonWords[line.lesson][language]}`;
    case 'reopened':
      return [bits.reopened[language], reopenWords[line.why ?? 'byHand'][language]].join(comma);
    default:
      return contactText(line, language);
  }
}
