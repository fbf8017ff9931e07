import type { Cause } from './evidence.ts';

type BothLanguages = Readonly<Record<'zh-CN' | 'en', string>>;

const words = (zh: string, en: string): BothLanguages => ({ 'zh-CN': zh, en });

/**
 * What the customer is told when no hold can be taken: polite, true, and nothing of the card that others should not
 * hear. A suspicion is never said: it reads like any refusal.
 */
export const sentenceForCustomer: Readonly<Record<Cause, BothLanguages>> = {
  settings: words(
    '抱歉，本机暂时不能办理押金，与您的卡无关。',
    'Sorry, this terminal cannot take a hold now. It is not your card.',
  ),
  unsupportedCard: words(
    '抱歉，本店不能受理这种卡，请换一张卡。',
    'Sorry, we cannot take this kind of card. Another card, please.',
  ),
  damagedOrExpired: words(
    '抱歉，这张卡读不出来，请联系发卡行换卡。',
    'Sorry, this card cannot be read. Please ask your bank for a new one.',
  ),
  network: words(
    '抱歉，我们连不上银行，与您的卡无关。',
    'Sorry, we cannot reach the bank now. It is not your card.',
  ),
  operator: words(
    '抱歉，这次没有办成，没有冻结您的钱。',
    'Sorry, that did not work. Nothing of your money is held.',
  ),
  deviceFault: words(
    '抱歉，读卡器坏了，与您的卡无关。',
    'Sorry, our card reader has failed. It is not your card.',
  ),
  bankSide: words(
    '抱歉，银行系统正在维护，与您的卡无关。',
    'Sorry, the bank has an outage now. It is not your card.',
  ),
  withheld: words('抱歉，没有卡号不能办理押金。', 'Sorry, we cannot take a hold without the card.'),
  suspectedFraud: words(
    '抱歉，银行没有同意，请联系发卡行。',
    'Sorry, the bank did not agree. Please ask your bank.',
  ),
  refusedByIssuer: words(
    '抱歉，银行没有同意，请联系发卡行。',
    'Sorry, the bank did not agree. Please ask your bank.',
  ),
  unknown: words(
    '抱歉，这次没有办成，没有冻结您的钱。',
    'Sorry, that did not work. Nothing of your money is held.',
  ),
};
