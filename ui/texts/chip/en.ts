import type { ChipTexts } from './texts.ts';

export const chipEn: ChipTexts = {
  flaw: {
    numberMissing: 'The chip holds no card number',
    numbersDiffer: 'The chip gives two different numbers',
    numberTwice: 'The chip gives its number twice',
    numberUnreadable: 'The number in the chip is no card number',
    expiryMissing: 'The chip holds no expiry date',
    expiryUnreadable: 'The expiry in the chip is no date',
    objectTwice: 'The chip says the same thing twice',
    objectUnreadable: 'One entry in the chip is wrong',
    optionsUnreadable: 'The chip gave a wrong answer at the start',
    filesImpossible: 'The chip points to data it cannot have',
    recordMissing: 'A record of the chip is missing',
    recordUnreadable: 'A record of the chip is spoilt',
    wantedListImpossible: 'The chip asks for what nobody can give',
    wantedListMissing: 'The chip does not say what it needs',
    verificationListUnreadable: 'The PIN rules in the chip are spoilt',
    cryptogramOfOtherKind: 'The chip decided what it may not decide',
    cryptogramIncomplete: 'The chip left its answer unfinished',
    answerEndless: 'The chip never came to an end',
  },
  withoutBank: {
    refusedByActionCodes: 'by the rules no hold without it',
    refusedByCard: 'the chip alone refuses',
    approvedByCard: 'the chip alone is not enough',
  },
};
