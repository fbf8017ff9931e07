import type { PeopleTexts } from './texts.ts';

const texts: PeopleTexts = {
  role: {
    cashier: 'Cashier',
    supervisor: 'Supervisor',
    technician: 'Technician',
    vendor: 'Vendor',
  },
  signIn: { signIn: 'Who are you?', locked: 'Locked', agree: 'Who agrees?' },
  comeBack: (name) => `${name}, your PIN`,
  lockedOut: 'PIN locked',
  step: {
    signIn: 'Your PIN',
    old: 'Your PIN now',
    new: 'Choose a PIN',
    again: 'The same again',
  },
  problem: {
    differs: 'Not the same, once more',
    short: 'Too short',
    sameDigits: 'Not all the same digits',
    sequence: 'Not in a row like 1234',
    pattern: 'Not a repeated pattern',
    ownNumber: 'Not your own number',
  },
  leastDigits: (digits) => `${digits} to 8 digits`,
  firstStart: {
    title: 'Nobody works here yet',
    text: 'There is no PIN to begin with. Each chooses a secret one.',
    who: {
      supervisor: 'Supervisor first',
      cashier: 'Then the cashier',
      technician: 'Now the technician',
      vendor: 'Now the vendor',
    },
    next: 'Choose the PIN',
  },
  people: 'People',
  add: 'Add somebody',
  addTitle: 'Which role?',
  newPin: 'New PIN',
  unlock: 'Unlock',
  remove: 'Remove',
  noPin: 'No PIN yet',
  removeQuestion: 'Left the shop?',
  holdToRemove: 'Hold for 1 second',
};
export default texts;
