import { questionsEn } from './questions-en.ts';
import type { TrainingTexts } from './texts.ts';

const texts: TrainingTexts = {
  title: 'Training',
  leave: 'Leave',
  best: (points) => `${points} of 100`,
  assessment: 'Assessment',
  standing: (standing) => {
    if (standing.state === 'never') return 'Not taken yet';
    if (standing.state !== 'passed') return 'Not passed yet';
    if (standing.days < 0) return 'To take again';
    return standing.days === 0 ? 'Good until today' : `Good for ${standing.days} days`;
  },
  page: (at, of) => `Drill ${at} of ${of}`,
  assessedPage: 'Assessment drill',
  goal: 'Goal',
  last: 'Last time',
  bestTry: 'Best',
  within: (seconds) => `in ${seconds} s`,
  tried: (seconds, taps) => `${seconds} s, ${taps} taps`,
  hint: 'Practice card. Supervisor PIN: 246810.',
  begin: 'Start drill',
  gettingReady: 'The drill is being set up',
  exercise: {
    dirtyChip: {
      title: 'Chip unreadable',
      story: (amount) => `The guest is in a hurry. Hold ${amount} on a card that fails.`,
      tip: 'Wipe the chip and insert it again, more than once.',
    },
    unknownCard: {
      title: 'Card not taken',
      story: (amount) => `Hold ${amount}. The terminal does not know this card.`,
      tip: 'Ask for another card at once.',
    },
    pulledCard: {
      title: 'Pulled out early',
      story: (amount) => `Hold ${amount}. The guest is quick to pull the card out.`,
      tip: 'Insert the same card again, and leave it in.',
    },
    deadLine: {
      title: 'No line',
      story: (amount) => `Hold ${amount}. The cable to the bank hangs loose.`,
      tip: 'Wait for the bank, or try it again.',
    },
    bankDown: {
      title: 'Bank down',
      story: (amount) => `Hold ${amount}. The bank of the card has an outage.`,
      tip: 'Wait for the bank: the terminal tries again by itself.',
    },
    refusedTerminal: {
      title: 'Terminal refused',
      story: (amount) => `Hold ${amount}. The bank does not know this terminal (03).`,
      tip: 'Check the settings, then fetch what the bank has.',
    },
    looseReader: {
      title: 'Reader gone',
      story: (amount) => `Hold ${amount}. The plug of the reader is loose.`,
      tip: 'Push the plug in, then read the card again.',
    },
    noCard: {
      title: 'No card given',
      story: (amount) => `${amount} is wanted, and the guest gives no card.`,
      tip: 'Say that no card comes. Take a deposit, or say no politely.',
    },
    lostCard: {
      title: 'Keep the card',
      story: (amount) => `Hold ${amount}. Read well what the bank says.`,
      tip: 'Keep the card, accuse nobody, try nothing else.',
    },
  },
  result: {
    title: 'How it went',
    solved: 'Well done',
    notSolved: 'Try once more',
    left: 'Left half-way',
    outOfTime: 'The time was over',
    points: (points) => `${points} of 100`,
    record: 'Your best so far',
    mark: {
      way: {
        good: 'The right way',
        half: 'Allowed, not the best',
        missed: 'No way to its end',
      },
      money: {
        good: 'The money is right',
        half: 'The money is half right',
        missed: 'The money is not right',
      },
      case: {
        good: 'The case has its end',
        half: 'The case is half done',
        missed: 'The case has no end',
      },
      time: { good: 'In time', half: 'Nearly in time', missed: 'Slower than the goal' },
      harm: {
        good: 'Nothing forbidden',
        half: 'Nearly forbidden',
        missed: 'Something forbidden',
      },
    },
    next: 'Go on',
  },
  assess: {
    title: 'Assessment',
    about: (questions, exercises, minutes) =>
      `${questions} questions in ${minutes} minutes, then ${exercises} drills.`,
    parts: {
      role: 'Role',
      questions: 'Questions',
      exercises: 'Drills',
      time: 'Time',
      pass: 'Passed from',
      valid: 'Good for',
      standing: 'Yours',
    },
    minutes: (minutes) => `${minutes} min`,
    days: (days) => `${days} days`,
    begin: 'Start',
    question: (at, of) => `Question ${at}/${of}`,
    minutesLeft: (minutes) => `${minutes} min`,
    choose: 'Choose an answer',
    next: 'Next',
    last: 'Done',
    passed: 'Passed',
    needed: (percent) => `${percent} % needed`,
    failed: 'Not passed',
    score: 'Score',
    knew: 'Questions',
    knewOf: (right, of) => `${right} of ${of} right`,
    did: 'Drills',
    until: 'Good until',
    certificate: {
      printing: 'Printing the certificate',
      printed: 'Certificate printed',
      failed: 'Certificate not printed',
    },
    review: (wrong) => `Answers (${wrong})`,
    reviewShort: 'Why',
    result: 'Result',
  },
  questions: questionsEn,
  notices: {
    realCardInTraining: () => ({
      title: 'A real card',
      text: 'It was not read: this is a training. Give it back, or leave the training first.',
      money: 'Nothing is held on it',
    }),
    assessmentDue: ({ standing }) => ({
      title: 'Assessment due',
      text:
        standing.state === 'passed' && standing.days >= 0
          ? `Yours ends in ${standing.days} days. Take it in Settings, Training.`
          : 'Take yours in Settings, Training.',
      money: 'Holds go on as ever',
    }),
  },
};
export default texts;
