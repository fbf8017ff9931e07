import { formatMoney, type Money } from '../money.ts';
import type { Template } from './events.ts';

/** What a message may say of a case: never more of the card's number than its last four. */
export type TemplateFacts = {
  readonly merchant: string;
  readonly amount: Money;
  readonly ticket: string;
  readonly last4?: string;
  /** `2026-12-23`. */
  readonly until?: string;
};

type Text = (facts: TemplateFacts) => string;

const card = (last4: string | undefined, before: string, after: string): string =>
  last4 === undefined ? '' : `${before}${last4}${after}`;

const chinese: Readonly<Record<Template, Text>> = {
  numberNeeded: ({ merchant, amount, ticket }) =>
    `【${merchant}】您的押金 ${formatMoney(amount)} 还缺卡号，请带卡来前台一趟。请勿回复卡号、密码。工单 ${ticket}`,
  holdTaken: ({ merchant, amount, last4, until }) =>
    `【${merchant}】押金 ${formatMoney(amount)} 已在您${card(last4, '尾号 ', ' 的')}卡上冻结${until === undefined ? '' : `，最迟 ${until} 解冻`}，没有扣款。`,
  holdExpires: ({ merchant, amount, until }) =>
    `【${merchant}】您的押金 ${formatMoney(amount)} 将于 ${until ?? '近日'} 到期自动解冻，如需继续请联系前台。`,
  holdReleased: ({ merchant, amount, last4 }) =>
    `【${merchant}】押金 ${formatMoney(amount)} 已解冻${card(last4, '（尾号 ', '）')}，到账时间以发卡行为准。`,
  caseClosed: ({ merchant, ticket }) =>
    `【${merchant}】工单 ${ticket} 已办结，感谢您的配合。如有疑问请联系前台。`,
};

const english: Readonly<Record<Template, Text>> = {
  numberNeeded: ({ merchant, amount, ticket }) =>
    `${merchant}: your deposit of ${formatMoney(amount)} still needs the card. Please bring it to the desk. Never send a card number or PIN. Ticket ${ticket}`,
  holdTaken: ({ merchant, amount, last4, until }) =>
    `${merchant}: ${formatMoney(amount)} is held on your card${card(last4, ' ending ', '')}${until === undefined ? '' : ` until ${until}`}. Nothing was charged.`,
  holdExpires: ({ merchant, amount, until }) =>
    `${merchant}: the hold of ${formatMoney(amount)} ends ${until === undefined ? 'soon' : `on ${until}`}. Please contact the desk if you stay longer.`,
  holdReleased: ({ merchant, amount, last4 }) =>
    `${merchant}: the hold of ${formatMoney(amount)}${card(last4, ' on the card ending ', '')} was released. Your bank says when you see it.`,
  caseClosed: ({ merchant, ticket }) =>
    `${merchant}: ticket ${ticket} is closed. Thank you. Please contact the desk with any question.`,
};

/** The text of a message. */
export const messageText = (
  template: Template,
  language: 'zh-CN' | 'en',
  facts: TemplateFacts,
): string => (language === 'en' ? english : chinese)[template](facts);

export const messageSubject = (
  language: 'zh-CN' | 'en',
  { merchant, ticket }: TemplateFacts,
): string => (language === 'en' ? `${merchant}: ticket ${ticket}` : `${merchant}：工单 ${ticket}`);

/** What is said on the phone, in the caller's order. */
export const phoneScript = {
  'zh-CN': '您好，这里是酒店前台。您的押金还缺卡号。请您带卡来一趟；电话里请不要报密码。',
  en: 'Hello, this is the front desk. Your deposit still needs the card. Please come by with it; never tell a PIN on the phone.',
} as const;

/** What the customer agrees to, before anything is noted. */
export const consentQuestion = {
  'zh-CN': '我们记下您的联系方式，只为这件事联系您，办完后删除。您同意吗？',
  en: 'We note how to reach you, for this matter only, and delete it afterwards. Do you agree?',
} as const;
