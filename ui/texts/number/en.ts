import type { NumberTexts } from './texts.ts';

export const numberEn: NumberTexts = {
  register: {
    title: 'Hold from a slip',
    open: 'From a slip',
    field: { code: 'Code', date: 'Date', last4: 'Last 4' },
    hint: { code: '6 digits', date: 'MMDD', last4: 'Optional' },
    missing: { code: 'Code to go', date: 'Date to go', last4: 'Last four: 4 digits' },
    problem: { noSuchDate: 'No such day', ranOut: 'This hold has run out' },
    go: 'Next: amount',
  },
  number: {
    button: 'Number',
    title: 'Give number',
    missing: 'No card number yet',
    cardToo: 'Or insert, swipe',
    reading: 'Reading the number only',
    slip: (slips) => {
      const [first] = slips;
      if (first?.type === 'oneDigit') return `Digit ${first.at} is wrong`;
      return `Swapped ${slips.map(({ at }) => `${at}-${at + 1}`).join(' or ')}?`;
    },
    readBack: 'Last four read back',
    onPhone: 'Guest on the phone',
    onPhoneHint: 'Agrees, heard last four back',
    withoutNumber: (count) => `${count} no number`,
    withoutNumberShort: (count) => `${count} no card`,
  },
};
