import type { FraudTexts } from './texts.ts';

const texts: FraudTexts = {
  title: 'Internal line',
  none: 'No call now.',
  call: (number) => `Call ${number}`,
  signal: {
    manyCards: (n) => `${n} cards refused one after the other`,
    numberChanging: (n) => `${n} different numbers typed`,
    againstSlip: (n) => `${n} times not the card of the hold`,
    amountsSplit: (n) => `${n} holds just under the limit`,
    sameNumberOften: (n) => `${n} holds on one card today`,
    chipAvoided: (n) => `Swiped ${n} times, chip never tried`,
    voiceCodeRefused: (n) => `${n} codes by phone were not real`,
    captureCode: () => 'The bank wants the card kept',
    listedCard: () => "On the bank's list of lost cards",
    refusedBefore: () => 'Refused by a supervisor before',
  },
  amount: 'Amount',
  mayBeHonest: 'It may all be honest. Look first.',
  doTitle: 'Do',
  dos: [
    'Stay friendly and slow',
    'Look at card and ID quietly',
    'Call the bank: say "code 10"',
    'Keep the card only if it is safe',
  ],
  neverTitle: 'Never',
  nevers: ['Accuse anybody', 'Hold the customer back', 'Say why, or argue about it'],
  bankCalled: 'The bank was called',
  next: 'Decide',
  question: 'What now?',
  decision: {
    callBank: 'Bank, code 10',
    goOn: 'All well, go on',
    refuse: 'Refuse politely',
  },
  hint: (hotline) => ({
    callBank: hotline,
    goOn: 'No call for it today',
    refuse: 'Nothing is held',
  }),
};
export default texts;
