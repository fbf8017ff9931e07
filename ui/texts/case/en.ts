import type { CaseTexts } from './texts.ts';

const texts: CaseTexts = {
  question: {
    step: 'Next step',
    phrase: 'Note',
    waitFor: 'Wait for whom?',
    until: 'Until when?',
    spokeTo: 'Talked to whom?',
    outcome: 'What came of it?',
    party: 'Report to whom?',
    lesson: 'Lesson learned',
    customer: 'The guest',
    template: 'What to write?',
    speech: 'In which language?',
  },
  step: {
    customer: 'Reach the guest',
    note: 'Add note',
    spoke: 'Talked to',
    wait: 'Wait',
    cameBack: 'Wait is over',
    report: 'Report',
    lesson: 'Lesson',
    openHold: 'Open the hold',
    print: 'Print the case',
    reopen: 'Open again',
  },
  until: {
    inAnHour: 'In an hour',
    thisEvening: 'This evening',
    tomorrow: 'Tomorrow morning',
    inThreeDays: 'In 3 days',
    inAWeek: 'In a week',
  },
  contact: {
    call: 'Call',
    sms: 'Text message',
    email: 'E-mail',
    newPhone: 'Other phone number',
    newEmail: 'Other e-mail',
    export: 'All data as a file',
    erase: 'Erase guest data',
  },
  addressTitle: { phone: 'Phone of the guest', email: 'E-mail of the guest' },
  address: { phone: 'Number', email: 'Guest shows a code' },
  missing: { phone: 'Type the number', email: 'Scan the code' },
  consent: 'For this matter only, then deleted',
  agrees: 'Guest agrees',
  callTitle: 'Call the guest',
  called: 'Called',
  privacyTitle: 'Guest data',
  kept: (days) => ({
    holdLives: 'While the hold lives',
    caseDays: `${days} days after the case ends`,
    always: 'With the books',
    never: 'Never kept',
    backups: 'In turn, the oldest go',
  }),
  next: 'Next step',
  nextShort: 'Next',
  addNumber: 'Add number',
  figure: 'Its number',
  save: 'Save',
  due: ({ overdue, days }, clock, date) => {
    if (overdue && days === 0) return `Was due ${clock}`;
    if (overdue) return days === 1 ? 'Due yesterday' : `Due ${days} days ago`;
    if (days === 0) return `By ${clock}`;
    return days === -1 ? 'By tomorrow' : `By ${date}`;
  },
  dueShort: ({ overdue, days }, clock, date) => {
    if (overdue) return days === 0 ? 'Late' : `${days} d late`;
    return days === 0 ? clock : date;
  },
  lastTime: (lesson) => `Learned: ${lesson}`,
  dueTile: (count) => `${count} due`,
  answered: 'Reply',
  answeredTile: 'Replies',
  overdue: (count) => (count === 1 ? '1 case is overdue' : `${count} cases are overdue`),
};
export default texts;
