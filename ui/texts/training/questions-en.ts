import type { QuestionTexts } from './texts.ts';

/** The right answer first; the screen mixes them. */
export const questionsEn: QuestionTexts = {
  holdMeans: {
    question: 'What does a hold do?',
    answers: ['It sets the money aside', 'It charges the card', 'It only checks the card'],
    because: 'A hold blocks the amount. Nothing is charged before completion.',
  },
  chipFirst: {
    question: 'A card has a chip. How is it read?',
    answers: ['Insert the chip', 'Swipe it, that is faster', 'Type its number'],
    because: 'A chip card is read by its chip. The stripe is easily copied.',
  },
  dirtyChip: {
    question: 'The chip breaks off half-way. What first?',
    answers: ['Wipe it, insert it again', 'Swipe the card', 'Type the number'],
    because: 'Most chips only need a dry cloth. It takes seconds and costs nothing.',
  },
  deadChip: {
    question: 'The chip gives no sign at all. What now?',
    answers: ['Ask for another card', 'Type an ordinary hold', 'Insert it ten more times'],
    because: 'A dead chip stays dead. Another card is the quickest safe way.',
  },
  typedHold: {
    question: 'May an ordinary hold stand on a typed number?',
    answers: ['No, never', 'Yes, if the guest agrees', 'Yes, for small amounts'],
    because: 'The bank does not accept it. Typing belongs to other transactions.',
  },
  keepCard: {
    question: 'The bank wants the card kept. What do you do?',
    answers: ['Stay calm, call the supervisor', 'Accuse the guest', 'Try another card'],
    because: 'The guest may know nothing of it. No second card, no typed number.',
  },
  withheld: {
    question: 'The guest will not give a card. What do you offer?',
    answers: ['A deposit, or a polite no', 'The number of an old slip', 'A hold without a number'],
    because: "The number is the guest's to give. A deposit in cash is receipted.",
  },
  guestPin: {
    question: "Who may know the guest's PIN?",
    answers: ['Only the guest', 'You, to type it', 'The supervisor'],
    because: 'Nobody else needs it, ever. Turn away while it is typed.',
  },
  threeDigits: {
    question: 'May the three digits on the back be noted?',
    answers: ['No, nowhere', 'Yes, on the slip', "Yes, in the guest's file"],
    because: 'They must never be kept, not on paper and not in a file.',
  },
  lastFour: {
    question: 'What of a card number may you say or note?',
    answers: ['The last four digits', 'The first twelve digits', 'All of it, to be safe'],
    because: 'The last four are enough to tell two cards apart.',
  },
  noAnswer: {
    question: 'The bank does not answer a hold. What happens?',
    answers: ['The terminal undoes it', 'It is held twice', 'You repeat it at once'],
    because: 'What is not known is reversed, so that nothing is held twice.',
  },
  takeOut: {
    question: 'When may the card be taken out?',
    answers: ['When the screen says so', 'After the PIN', 'As soon as it beeps once'],
    because: 'Too early breaks the hold off, and it starts anew.',
  },
  bankDown: {
    question: 'The bank is down (91). What is best?',
    answers: ['Wait: it is tried by itself', 'Restart the terminal', 'Hold it as a sale'],
    because: 'The terminal tries again and shows the time. Nothing is lost.',
  },
  noLine: {
    question: 'Nothing reaches the bank. Where do you look first?',
    answers: ['At the cable and the signal', "At the guest's card", 'At the paper'],
    because: 'The strip at the top says whether the network is there.',
  },
  chargeLimit: {
    question: 'How much can be charged on a hold?',
    answers: ['Up to the limit on the screen', 'As much as you like', 'Only the exact amount'],
    because: 'The limit stands above the amount. More needs another hold.',
  },
  lastDay: {
    question: 'What happens after the last day of a hold?',
    answers: ['It ends, the money is free', 'It is charged', 'It is renewed by itself'],
    because: 'Complete or renew it before: the list shows the days left.',
  },
  cancelAgree: {
    question: 'Who agrees to cancelling a hold?',
    answers: ['A supervisor, with the PIN', 'Nobody has to', "The guest's bank"],
    because: 'A freed hold cannot be charged afterwards.',
  },
  ownPin: {
    question: 'A colleague asks for your PIN. What do you say?',
    answers: ['No', 'Yes, for today', 'Yes, if it is urgent'],
    because: 'Whatever is done with your PIN was done by you.',
  },
  leaveDesk: {
    question: 'You leave the desk. What about the terminal?',
    answers: ['Sign off, or let it lock', 'Leave it open', 'Give the guest the pad'],
    because: 'The next one signs in with the own PIN.',
  },
  expiredCard: {
    question: 'The card expired last month. What now?',
    answers: ['Ask for another card', 'Type a later date', 'Wipe the chip'],
    because: 'No bank takes an expired card. A typed date is a false one.',
  },
  callNote: {
    question: 'The issuer approves by phone. What do you note?',
    answers: ['Its code and who spoke', "The guest's PIN", 'The three digits'],
    because: 'The code is what the bank pays on.',
  },
  callBecomes: {
    question: 'A number typed with a phone code becomes what?',
    answers: ['A sale, charged at once', 'An ordinary hold', 'Nothing yet'],
    because: 'It is an offline sale: the guest must know that.',
  },
  numberMissing: {
    question: 'A hold stands without its number. What do you do?',
    answers: ['Get the number in time', 'Cancel it quietly', 'Forget it'],
    because: 'Without its number it cannot be completed. Its days are counted.',
  },
  slipLost: {
    question: 'The guest lost the slip. How is it completed?',
    answers: ['From the list, by room', 'Not at all', 'With a new hold'],
    because: 'The hold is found by room, last four or amount.',
  },
  paperForm: {
    question: 'No terminal works. How do you take the hold?',
    answers: ['On the emergency form', 'On any piece of paper', 'In a photo of the card'],
    because: 'The form has what the bank asks for, and a code that finds the case.',
  },
  caseEnd: {
    question: 'When can a case be closed?',
    answers: ['When it has a result', 'After a week', 'When nobody asks'],
    because: 'How it ended is what the next one learns from.',
  },
  cashAgree: {
    question: 'What does a deposit in cash need?',
    answers: ['A supervisor and receipts', 'Only a note', 'The card number'],
    because: 'Two receipts say who received how much.',
  },
  violetBand: {
    question: 'What says that you are training?',
    answers: ['The violet band and the word', 'Nothing, you must know', 'The green light'],
    because: 'On every screen. Nothing reaches a bank from there.',
  },
  trainingSlip: {
    question: 'May a guest get a training slip?',
    answers: ['No, it is no receipt', 'Yes, as a copy', 'Yes, if it is signed'],
    because: 'TRAINING stands on it at both ends.',
  },
  cleanReader: {
    question: 'How is the reader cleaned?',
    answers: ['With a dry cleaning card', 'With water', 'With a knife'],
    because: 'Follow the three steps, then test it with a card.',
  },
  missingKeys: {
    question: "A card scheme's key is missing. What helps?",
    answers: ["Fetch the bank's tables", 'A new printer', 'Typing the number'],
    because: 'The bank gives keys and card tables to the terminal itself.',
  },
  code03: {
    question: 'The bank does not know the terminal (03). First?',
    answers: ['Check the numbers, update', 'Try other cards', 'Wait for tomorrow'],
    because: 'Merchant and terminal number must be those of the bank.',
  },
  wrongClock: {
    question: 'The clock is an hour off. What goes wrong?',
    answers: ['Certificates and last days', 'Only the screen', 'Nothing'],
    because: 'Lines are refused and holds end at the wrong time.',
  },
  backupGood: {
    question: 'How do you know that a backup is good?',
    answers: ['A restore drill went well', 'Its file is large', 'It was made today'],
    because: 'Only what was restored once is a backup.',
  },
  updateWhen: {
    question: 'When is the software updated?',
    answers: ['Never during a transaction', 'At check-in time', 'While a card is in'],
    because: 'The terminal waits for a quiet moment.',
  },
  openedCase: {
    question: 'The terminal looks opened. What do you do?',
    answers: ['Take it out of use, report', 'Glue it', 'Use it until evening'],
    because: 'Somebody may have put something in that reads cards.',
  },
  stranger: {
    question: 'A stranger comes to service the terminal. You?',
    answers: ['Check the order and the pass', 'Let him work', 'Lend him your PIN'],
    because: 'A real technician is announced and can prove it.',
  },
  whatIsKept: {
    question: 'A guest asks what is kept of the card. You say:',
    answers: ['The number, sealed, until the end', 'Everything on the stripe', 'The PIN'],
    because: 'It is destroyed when the hold ends. The last four remain.',
  },
  manyCards: {
    question: 'One guest tries card after card. What do you do?',
    answers: ['Stay near, stop it politely', 'Nothing', 'Lend a terminal'],
    because: 'It may be fraud. Nobody is accused, nothing is typed.',
  },
  testCard: {
    question: 'Which card proves a reader?',
    answers: ["The merchant's test card", "Any guest's card", 'A hotel key'],
    because: 'Nothing is held on it, and it is known to be good.',
  },
  threeCards: {
    question: 'Three different cards fail in a row. The cause?',
    answers: ['The reader', 'The three banks', 'The guests'],
    because: 'Clean it, test it, and hand over to the next desk.',
  },
};
