import bulletin from './bulletin/en.ts';
import { careEn } from './care/en.ts';
import caseFollow from './case/en.ts';
import { chipEn } from './chip/en.ts';
import fraud from './fraud/en.ts';
import { handoverEn } from './handover/en.ts';
import { keys } from './keys/en.ts';
import life from './life/en.ts';
import { link } from './link/en.ts';
import { messageEn } from './message/en.ts';
import { numberEn } from './number/en.ts';
import people from './people/en.ts';
import reports from './reports/en.ts';
import restore from './restore/en.ts';
import { settlement } from './settlement/en.ts';
import type { Texts } from './texts.ts';
import training from './training/en.ts';
import { waysEn } from './ways/en.ts';
import { whyEn } from './why/en.ts';

const tries = (n: number): string => (n === 1 ? '1 try' : `${n} tries`);
const months = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');
const weekdays = 'Sun Mon Tue Wed Thu Fri Sat'.split(' ');
const daysLeft = (days: number): string =>
  days < 0
    ? 'Has expired'
    : days === 0
      ? 'Expires today'
      : days === 1
        ? '1 day left'
        : `${days} days left`;

/**
 * ASCII punctuation (and the short dash) only: in Noto Sans SC the other typographic marks are as wide as a
 * Chinese character.
 */
export const en: Texts = {
  settle: whyEn,
  ...waysEn,
  chip: chipEn,
  message: messageEn,
  ...numberEn,
  ...handoverEn,
  name: {
    roomShort: (room) => `Rm ${room}`,
    roomLong: (room) => `Room ${room}`,
    roomInside: (room) => `room ${room}`,
    card: (last4) => `Card ${last4}`,
    cardEnds: (last4) => `ends ${last4}`,
    context: (what, name) => `${what}, ${name}`,
    listed: (name, amount) => `${name}, ${amount}`,
    language: 'English',
  },
  time: {
    date: (month, day) => `${day} ${months[month - 1]}`,
    dateAndWeekday: (month, day, weekday) => `${weekdays[weekday]} ${day} ${months[month - 1]}`,
    seconds: (seconds) => `${seconds} s`,
    took: (seconds) =>
      seconds < 60 ? `${seconds} seconds` : `${Math.floor(seconds / 60)} min ${seconds % 60} s`,
    daysLeft,
    daysLeftLong: daysLeft,
    ago: (seconds) => {
      if (seconds < 60) return 'just now';
      if (seconds < 3_600) return `${Math.floor(seconds / 60)} min ago`;
      const hours = Math.floor(seconds / 3_600);
      if (hours < 48) return hours === 1 ? '1 hour ago' : `${hours} hours ago`;
      return `${Math.floor(hours / 24)} days ago`;
    },
    secondsUnit: 'seconds',
    secondsUnitShort: 's',
  },
  strip: {
    network: 'On',
    paper: 'Paper',
    reader: 'Reader',
    networkTrouble: { connecting: 'Connecting', down: 'No network' },
    paperTrouble: { low: 'Paper low', out: 'No paper', gone: 'No printer' },
    readerTrouble: { gone: 'No reader', dirty: 'Chip unread' },
    battery: (percent) => `Battery ${percent}%`,
    training: 'Training',
    noRealMoney: 'No real money',
  },
  key: { cancel: 'Cancel', clear: 'Clear', enter: 'Enter' },
  purpose: {
    preauth: 'Hold',
    increment: 'Add',
    cancellation: 'Cancel',
    completion: 'Complete',
    completionAdvice: 'Complete',
    completionVoid: 'Undo charge',
    offlineAdvice: 'Phone code',
    signIn: 'Sign-in',
    reversal: 'Undo',
    settlement: 'End of day',
    download: 'Update',
  },
  history: {
    preauth: 'Held',
    increment: 'Added',
    cancellation: 'Cancelled',
    completion: 'Charged',
    completionAdvice: 'Charged',
    completionVoid: 'Uncharged',
    offlineAdvice: 'By phone',
    reversal: 'Undone',
    expired: 'Expired',
    registered: 'From slip',
    numberGiven: 'Number',
    givenAway: 'Given',
    takenBack: 'Came back',
    takenOver: 'Received',
  },
  print: {
    printing: 'Printing the slip',
    printed: 'The slip is out',
    failed: 'The slip did not print',
  },
  word: {
    print: 'Print',
    printAgain: 'Print again',
    done: 'Done',
    close: 'Close',
    room: 'Room',
    note: 'Note',
    noNote: 'No room',
    card: 'Card',
    authorisationCode: 'Auth. code',
    noNumber: 'No number',
    waitingForBank: 'Bank not sure',
    away: 'Other desk',
    total: (amount) => `Total ${amount}`,
    leaveCard: 'Leave card in',
    code: (code) => `(code ${code})`,
  },
  home: {
    where: (desk, operator) =>
      /^\d+$/.test(desk) ? `Desk ${desk}, ${operator}` : `${desk}, ${operator}`,
    expiresToday: (count) => (count === 1 ? '1 expires today' : `${count} expire today`),
    expiresTodayShort: (count) => (count === 1 ? '1 ends today' : `${count} end today`),
    open: 'Open holds',
    owed: (count) => `${count} unconfirmed`,
    owedShort: (count) => `${count} to confirm`,
    cases: 'Cases',
    reports: 'Reports',
    settings: 'Settings',
    preauth: 'Pre-auth',
    preauthHint: 'or just insert a card',
    preauthHintShort: 'or insert a card',
  },
  amount: {
    question: {
      preauth: 'How much to hold?',
      increment: 'How much to add?',
      registered: 'Held on the slip',
    },
    noteQuestion: 'Which room?',
    button: {
      preauth: (amount) => `Hold ${amount}`,
      increment: (amount) => `Add ${amount}`,
      registered: (amount) => `Enter ${amount}`,
    },
    missing: 'Amount first',
    atMost: (amount) => `At most ${amount}`,
    keysHint: 'Type on the keys, or tap it',
  },
  presentCard: {
    ask: {
      insertAgain: 'Insert again',
      swipeAgain: 'Swipe again',
      swipeSlower: 'Swipe slower',
      swipeFaster: 'Swipe faster',
      swipeLevel: 'Hold it level',
      sameCard: 'The same card',
    },
    hint: {
      insert: 'Chip up, all the way in',
      insertOrSwipe: 'Chip first, else the stripe',
      insertNotSwipe: 'It has a chip, no swipe',
      swipe: 'Stripe inside, right through',
      insertAgain: 'Out, then all the way in',
      otherCard: 'Chip up, all the way in',
      swipeAgain: 'One steady pull, no stop',
      swipeSlower: 'It went too fast: take a second',
      swipeFaster: 'It went too slowly: one quick pull',
      swipeLevel: 'It leaned: down on the rail all along',
      sameCard: 'The card of the hold',
    },
    sameCard: (last4) => `The card ending ${last4}`,
    reading: 'Reading the chip',
    readingHint: 'Usually 2 s',
    slot: 'Slot below the screen',
    stripe: 'Slot at the right side',
    noSwipe: 'No swipe\nif chip',
    swipeToo: 'No chip?\nSwipe',
    attempt: (attempt) => `Try ${attempt}`,
  },
  choose: { title: 'Which account?', question: 'The card has several' },
  pin: {
    purpose: {
      preauth: 'Deposit hold',
      completion: 'Charge',
      cancellation: 'Cancel hold',
      completionVoid: 'Undo charge',
      increment: 'Add to hold',
    },
    triesLeft: (left) => (left === 1 ? 'Last try' : `${left} tries left`),
    bypass: 'No PIN? Press Enter',
  },
  asking: {
    step: {
      readChip: 'Read the chip',
      sentToBank: 'Sent to the bank',
      bankAnswers: 'Bank answers',
      writeChip: 'Write to the chip',
      undo: 'Undo at the bank',
      signIn: 'Sign in',
      owedFirst: 'Deliver what is owed',
      compare: 'Compare totals',
      upload: 'Send each charge',
      backUp: 'Back up',
    },
    running: {
      readChip: 'Reading the chip',
      sentToBank: 'Sending it',
      bankAnswers: 'Asking the bank',
      writeChip: 'Writing the chip',
      undo: 'Undoing it',
      signIn: 'Signing in',
      owedFirst: 'Clearing up first',
      compare: 'Comparing totals',
      upload: 'Sending charges',
      backUp: 'Backing up',
    },
    usual: (limit) => `Usually 3–10 s, at most ${limit} s`,
    noReply: 'No answer, it is undone first',
  },
  held: {
    title: 'Deposit held',
    until: (date, days) => `Until ${date} (${days} days)`,
    partly: (asked) => `The bank gave a part of ${asked}`,
  },
  done: {
    title: {
      increment: 'Added to hold',
      cancellation: 'Hold cancelled',
      completion: 'Completed',
      completionAdvice: 'Charge noted',
      completionVoid: 'Charge undone',
      offlineAdvice: 'Charge noted',
    },
    freed: (amount) => `${amount} goes back`,
    queued: 'Goes to the bank by itself',
  },
  declined: {
    head: 'Not approved',
    by: { card: 'The card said no', terminal: 'Stopped by this terminal' },
    host: {
      approved: 'Not done',
      callIssuer: 'Bank wants a call',
      settings: 'Bank does not know this terminal',
      capture: 'This card cannot be used now',
      refused: "The card's bank said no",
      originalMismatch: 'Bank finds no such hold',
      format: 'Bank did not follow',
      noSuchCard: 'Number not known',
      unsupported: 'Card not taken here',
      expired: 'Card has expired',
      fallbackRefused: 'This card has a chip',
      bankSide: 'The bank is down',
      signInAgain: 'Sign in again',
    },
    money: {
      preauth: 'Nothing is held',
      increment: 'Nothing added, the hold stays as it was',
      cancellation: 'Not cancelled, it is still held',
      completion: 'Nothing charged, it is still held',
      completionAdvice: 'Nothing charged, it is still held',
      completionVoid: 'Not undone, the charge stays',
      offlineAdvice: 'Nothing is charged',
    },
    notFound: 'No change. Ask the bank',
    code: (code) => `(code ${code})`,
  },
  notice: {
    words: {
      powerCut: (notice, { amount, name }) => ({
        title: 'Power went out',
        text: `It broke off ${amount}${name === '' ? '' : ` for ${name}`}.`,
        money: en.notice.undone[notice.undone](notice.what),
      }),
      noAnswer: (notice, { amount, fault }) => ({
        title: 'No bank answer',
        text: `${fault}. ${amount} did not go through.`,
        money: en.notice.undone[notice.undone](notice.what),
      }),
      wayStopped: ({ remedy, ticket, stillHeld }, { amount }) => ({
        title: 'Power went out',
        text: `"${waysEn.way[remedy]}" broke off, ${amount}. Case ${ticket} is open.`,
        money: stillHeld ? 'The hold stands as before' : 'Nothing is held',
      }),
      signInFailed: (_notice, { fault }) => ({
        title: 'Not signed in',
        text: `${fault}. No holds before sign-in.`,
        money: 'No money has moved',
      }),
      settlementStopped: (notice, { fault }) => ({
        title: 'Not settled yet',
        text:
          notice.fault === 'adviceOwed'
            ? 'The bank has not taken every charge.'
            : notice.fault.length === 2
              ? `The bank said no (code ${notice.fault}).`
              : `${fault}.`,
        money: notice.begun
          ? 'Nothing is lost, it goes on where it stopped'
          : 'Nothing is lost, settle when the bank is back',
      }),
      ...link.notices,
      ...training.notices,
      reversalSuspended: (notice, { amount }) => ({
        title: 'Undo not taken',
        text: `A supervisor calls the bank, case ${notice.ticket}.`,
        money: `${amount} of the guest may still be held`,
      }),
      cancelledByCustomer: () => ({
        title: 'Guest cancelled',
        text: 'To take it after all, start again.',
        money: 'Nothing is held',
      }),
      partUndone: ({ undone }, { amount }) => ({
        title: 'Part not kept',
        text: `${amount} was offered. Try another card.`,
        money:
          undone === 'owed'
            ? 'It is being undone, the money is not free yet'
            : 'Undone at the bank. Nothing is held',
      }),
      typingNotAllowed: (notice) => ({
        title: 'No typing here',
        text: notice.text ?? 'The bank takes no typed new hold.',
        money: 'Nothing is held',
      }),
      expiring: ({ days, count }, { amount, name }) => ({
        title: days === 0 ? 'Ends today' : days === 1 ? 'Ends in 1 day' : `Ends in ${days} days`,
        text: [name, amount, count > 1 ? `and ${count - 1} more` : ''].filter(Boolean).join(', '),
        money: 'Complete or cancel it in Open holds',
      }),
      notFree: (_notice, { amount }) => ({
        title: 'Not by phone now',
        text: 'Something else is under way for this hold. Look at it again.',
        money: `${amount} was not charged`,
      }),
      notAllowed: () => ({
        title: 'Not for your role',
        text: 'Somebody else must sign in for this.',
        money: 'No money has moved',
      }),
      memoryFault: ({ hotline, full, tries }) => ({
        title: full ? 'Memory is full' : 'Memory fault',
        text: `Take nothing here. Leave it on, it goes on by itself. Call ${hotline}.${tries === 0 ? '' : ` Tried ${tries === 1 ? 'once' : `${tries} times`}.`}`,
        money: 'Holds are safe. What was under way is undone later',
      }),
      diskFull: () => ({
        title: 'Storage is full',
        text: 'No new holds until support clears it.',
        money: 'Every hold taken so far is safe',
      }),
      otherCard: ({ given, known, by }) => ({
        title: 'Another card',
        text:
          known === undefined || known === given
            ? `It ends ${given} too, but its ${by === 'expiry' ? 'date' : 'number'} is another.`
            : `This one ends ${given}, the hold is on ${known}.`,
        money: 'Nothing has changed',
      }),
      numberGiven: ({ last4 }, { amount }) => ({
        title: 'Number is in',
        text: `Card ${last4} is with it.`,
        money: `${amount} still held`,
      }),
      handoverRefused: ({ why }) => handoverEn.handover.refused[why],
      slipUnknown: () => ({
        title: 'Slip not known',
        text: 'Look for the room in Open holds.',
        money: 'No money has moved',
      }),
      printFailed: (_notice, { fault }) => ({
        title: 'Slip not printed',
        text: `${fault}. Fix it, then print again.`,
        money: 'The money is settled, only the slip is missing',
      }),
    },
    undone: {
      owed: (what) =>
        what === 'preauth'
          ? 'It is being undone, the money is not free yet'
          : 'It is being undone, the hold will be as before',
      done: (what) =>
        what === 'preauth'
          ? 'Undone at the bank. Nothing is held'
          : 'Undone. The hold is as before',
      notNeeded: (what) =>
        what === 'preauth'
          ? 'It never left. Nothing is held'
          : 'It never left. The hold is as before',
    },
    primary: { ok: 'OK', tryAgain: 'Try again', print: 'Print again' },
  },
  holds: {
    title: () => 'Holds',
    soonestFirst: 'Soonest first',
    empty: 'No open holds',
    nothingFound: 'Nothing found',
    searchHint: 'Room, last 4 or amount',
    more: (count) => `${count} more`,
  },
  hold: {
    until: (date) => `Until ${date}`,
    state: {
      completed: 'Charged and done',
      voiceNoted: 'Charged by phone, not sent yet',
      voiceCharged: 'Charged by phone: now free it',
      cancelled: 'Cancelled, all freed',
      expired: 'Expired, all freed',
      elsewhere: 'Is at another desk',
      unknown: 'The bank is not sure yet',
    },
    owed: 'Something still waits for the bank',
    complete: 'Complete',
    upTo: (amount) => `Up to ${amount}`,
    add: 'Add',
    cancel: 'Cancel',
    undoCharge: 'Undo charge',
  },
  complete: {
    question: (name) => (name === '' ? 'Charge' : `${name}, charge`),
    atMost: (amount) => `At most ${amount}`,
    goesBack: (amount) => `${amount} goes back`,
    all: (amount) => `All ${amount}`,
    button: (amount) => `Complete ${amount}`,
    over: (amount) => `More than ${amount}`,
    missing: 'Amount first',
    advice: {
      first: 'Cannot be undone later',
      again: 'Type it once more',
      differs: 'Not the same, begin again',
    },
  },
  cancel: {
    question: { cancellation: 'Cancel this hold?', completionVoid: 'Undo this charge?' },
    freed: { cancellation: 'All of it is freed at once', completionVoid: 'The charge goes back' },
    warning: {
      cancellation: 'It cannot be charged afterwards',
      completionVoid: 'It stays held, and can be charged again',
    },
    button: 'Cancel',
    holdOneSecond: 'Hold for 1 second',
    letGo: 'Let go to stop',
    letGoSupervisor: 'Let go to stop. Supervisor next.',
  },
  supervisor: {
    title: {
      cashier: 'Cashier PIN',
      supervisor: 'Supervisor PIN',
      technician: 'Technician PIN',
      vendor: 'Vendor PIN',
    },
    purpose: {
      preauth: 'To take a hold',
      preauthUnassessed: 'No assessment yet: agree',
      cardAbsentPreauth: 'For a hold without the card',
      increment: 'To hold more',
      completion: 'To charge a hold',
      completionAdvice: 'To charge a hold',
      cancellation: 'To cancel a hold',
      completionVoid: 'To undo a charge',
      offlineAdvice: 'For a phone code',
      registerHold: 'To add a hold from a slip',
      printAgain: 'To print again',
      cases: 'To see the cases',
      closeCase: 'To close a case',
      customerData: 'To give or erase guest data',
      endOfDay: 'To close the day',
      clearBatch: 'Batch cleared with the bank',
      report: 'To see the report',
      language: 'To change the language',
      theme: 'To change the screen',
      status: 'To see the self-check',
      backUp: 'To make a backup',
      restore: 'To restore a backup',
      keys: 'To load keys',
      keyPart: 'For a part of the key',
      bankParameters: 'To change bank settings',
      update: 'To update',
      bulletins: 'To see bulletins',
      calls: 'To take the call',
      inspection: 'To note the care',
      emergencyPlan: 'To see the plan',
      emergencyPhones: 'To change a number',
      training: 'To train',
      supportBundle: 'To send data to support',
      operators: 'To change who works here',
      ownPin: 'To change your PIN',
      signOff: 'To sign off',
      cashDeposit: 'For a cash deposit',
      repairSettings: 'Technician: repair',
      giveNumber: 'To confirm a number',
      handOver: 'To hand over',
    },
    wrong: 'Wrong PIN',
    locked: (seconds) => `Wait ${seconds} s`,
    lockedOut: 'PIN is locked',
    lockedOutHint: 'Settings > People unlocks it',
  },
  why: {
    howWeKnow: 'How we know',
    money: {
      nothingHeld: (code) => `Nothing is held (code ${code})`,
      stillHeld: (code) => `The hold stands as before (code ${code})`,
      undoOwed: (code) => `Being undone at the bank (code ${code})`,
    },
    otherWays: (count) => `Other ways (${count})`,
    howToWipe: 'How to wipe',
    wipe: 'A clean dry cloth, twice along the gold contacts. No water.',
  },
  wait: {
    nextTry: (seconds) => `Next try in ${seconds} s`,
    trying: 'Trying now',
    since: (time, count) => `Since ${time}, ${tries(count)}`,
    bulletin: (text) => `Bank: ${text}`,
    undo: {
      nothing: (code) => `It never left. Nothing is held. (code ${code})`,
      done: (code) => `Earlier tries were undone. Nothing is held. (code ${code})`,
      stillHeld: (code) => `The hold stands as before. (code ${code})`,
      owed: (code) => `Being undone. Until then it may still be held. (code ${code})`,
    },
    another: (count) => `Another way (${count})`,
    tryNow: 'Try now',
  },
  call: {
    title: "Call the card's bank",
    hotline: (bank) => bank,
    anyHotline: "The card's bank",
    sayTitle: 'Say',
    say: (amount, last4) => [
      { text: 'A hold of ', bold: false },
      { text: amount, bold: true },
      ...(last4 === undefined
        ? []
        : [
            { text: ', card ending ', bold: false },
            { text: last4, bold: true },
          ]),
      { text: '. An authorisation code, please.', bold: false },
    ],
    noteThese: 'Note these three',
    code: 'Code',
    codeHint: '6 digits',
    expiry: 'Expiry',
    expiryHint: 'MM/YY',
    agent: 'Agent',
    agentHint: 'Optional',
    enterCode: 'Enter the code',
    go: 'Continue',
    missingCode: 'Code first',
    missingExpiry: 'Expiry first',
    expiryWrong: 'Month first, then year',
  },
  type: {
    title: 'Card number',
    missing: (digits, expiry) =>
      digits > 0
        ? expiry
          ? `${digits} digits and expiry`
          : `${digits} digits to go`
        : 'Expiry to go',
    complete: 'Continue',
    becomes: {
      offlineSale: 'becomes a charge, not a hold',
      numberLater: 'for this hold, nothing new is held',
      cardAbsent: 'a hold without the card',
    },
    problem: {
      luhn: 'Mistyped, compare it',
      expiryPast: 'That date has passed',
      expiryFormat: 'Month first, then year',
      expiryOrder: 'Month first, then year',
      differsFromCard: 'Not the number of this card',
      differsFromHold: 'Not the card of this hold',
      expiryDiffers: 'Not the date of this card',
      typingOff: 'The bank wants the card itself',
      chipUnread: 'Chip not read, try again',
      stripeUnread: 'Stripe not read, try again',
      chipCardSwiped: 'Has a chip, insert it',
    },
    problemShort: {
      luhn: 'Number mistyped',
      expiryPast: 'Date has passed',
      expiryFormat: 'Month first',
      expiryOrder: 'Month first',
      differsFromCard: 'Not this card',
      differsFromHold: 'Not this card',
      expiryDiffers: 'Not this date',
      typingOff: 'Insert or swipe',
      chipUnread: 'Insert again',
      stripeUnread: 'Swipe again',
      chipCardSwiped: 'Insert the card',
    },
  },
  check: {
    title: 'Check',
    question: 'Guest reads the last four',
    match: 'They match',
    seen: 'I have seen the card',
    seenHint: 'In hand, nothing altered',
    supervisor: 'Supervisor agrees',
    supervisorGave: (name, time) => `${name}, PIN at ${time}`,
    supervisorAsked: 'Tap for the supervisor',
    go: 'Continue',
    becomes: {
      offlineSale: 'noted as a charge by phone',
      numberLater: 'the number goes to this hold',
      cardAbsent: 'a hold without the card',
    },
    missing: {
      match: 'Last four first',
      seen: 'See the card first',
      seenOrPhone: 'Card or guest first',
      phone: 'Guest on the phone first',
      supervisor: 'Supervisor first',
    },
  },
  result: {
    title: 'Result',
    ticket: (ticket) => `No. ${ticket}`,
    outcome: {
      held: 'Deposit held',
      heldOtherCard: 'Held, other card',
      offlineSale: 'Charge noted',
      depositTaken: 'Deposit taken',
      onPaper: 'Noted on paper',
      refusedPolitely: 'Refused politely',
      cardKept: 'Card kept',
      noHold: 'No hold taken',
      customerLeft: 'Guest left',
      other: 'Solved another way',
    },
    outcomeShort: {
      held: 'Held',
      heldOtherCard: 'Other card',
      offlineSale: 'Charged',
      depositTaken: 'Deposit',
      onPaper: 'On paper',
      refusedPolitely: 'Refused',
      cardKept: 'Card kept',
      noHold: 'No hold',
      customerLeft: 'Guest left',
      other: 'Other way',
    },
    cause: 'Cause',
    causeWithCode: (cause, code) => `${cause} (${code})`,
    way: 'Way',
    took: 'Took',
    nothingLeft: 'Nothing left to do',
    open: {
      reversal: 'The undo waits for the bank',
      advice: 'The charge waits for the bank',
      print: 'The slip is not printed',
    },
  },
  cases: {
    title: 'Cases',
    newestFirst: 'Most urgent first',
    empty: 'No cases',
    state: {
      open: 'Open',
      waiting: 'Waiting',
      resolved: 'Solved',
      reported: 'Reported',
      closed: 'Closed',
    },
  },
  case: {
    title: (name) => (name === undefined ? 'No card number' : `${name}, no number`),
    line: {
      opened: 'Card gave no number',
      tried: 'Tried once more',
      way: 'Took another way',
      call: 'Called the bank',
      note: 'Note',
      linked: 'Joined to a hold',
      waiting: 'Waits',
      cameBack: 'The wait is over',
      phrase: 'Note',
      spoken: 'Talked',
      reported: 'Reported',
      lesson: 'Lesson',
      reopened: 'Open again',
      document: 'Slip',
      contact: 'Guest agreed',
      erased: 'Personal data erased',
      message: 'Message',
      answer: 'Guest answered',
      resolved: 'Result',
      closed: 'Closed',
    },
    end: { done: 'done', failed: 'did not work', givenUp: 'left' },
    close: 'Close',
    closedWith: (what, how) => (how === '' ? what : `${what}, ${how}`),
    howDidItEnd: 'How did it end?',
  },
  caseFollow,
  bulletin,
  fraud,
  life,
  reports,
  training,
  restore,
  link,
  keys,
  people,
  settings: {
    title: 'Settings',
    menu: {
      language: 'Language',
      theme: 'Screen',
      status: 'Self-check',
      ownPin: 'My PIN',
      operators: 'People',
      signOff: 'Sign off',
      reports: 'Reports',
      bulletins: 'Bulletins',
      calls: 'Internal line',
      inspection: 'Care',
      emergencyPlan: 'Emergency plan',
      training: 'Training',
      restore: 'Restore',
      privacy: 'Guest data',
      keys: 'Keys',
      testLine: 'Test the line',
      bankParameters: 'Bank settings',
      update: 'Update',
      supportBundle: 'For support',
    },
    themes: { light: 'Day', dark: 'Night' },
    merchant: 'Merchant',
    terminal: 'Terminal',
    version: 'Version',
    bank: 'Bank',
    signedIn: 'Signed in',
    signedOut: 'Not signed in',
  },
  language: { title: 'Language' },
  report: {
    title: 'Report',
    noCases: 'Every card was read',
    held: 'Held',
    completed: 'Completed',
    cancelled: 'Cancelled',
    count: (count) => String(count),
    endOfDay: 'End of day',
  },
  endOfDay: {
    title: 'End of day',
    open: 'Still open',
    expiresToday: (count) => (count === 1 ? '1 expires today' : `${count} expire today`),
    expiresSoon: (count) => (count === 1 ? '1 ends in 3 days' : `${count} end in 3 days`),
    cases: (count, open) =>
      count === 0 && open === 0
        ? 'Every card was read'
        : `${count} unread ${count === 1 ? 'card' : 'cards'}, ${open} still open`,
    backup: (ago) => (ago === undefined ? 'No backup yet' : `Last backup ${ago}`),
    owed: (count) => `${count} still to deliver to the bank`,
    settle: 'Settle',
    goOn: 'Go on settling',
    hint: '20 s, prints and backs up',
  },
  settlement,
  dayClosed: {
    title: 'Day closed',
    balanced: 'Agrees with the bank',
    notBalanced: 'Differs, all sent',
    batch: 'Batch',
    charged: 'Charged',
    checkpoint: 'Checkpoint',
    backup: 'Backup',
    backupDone: { done: 'Done', failed: 'Failed' },
    withoutNumber: (count) => `${count} not sent, tell the bank`,
  },
  ...careEn,
  finding: {
    chipDirty: 'Chip looks dirty',
    chipDead: 'Chip looks broken',
    chipDamaged: 'Chip data looks damaged',
    cardPulled: 'Card came out early',
    cardExpired: 'Card has expired',
    stripeDamaged: 'Stripe looks worn',
    insertChip: 'This card has a chip',
    cardBlocked: 'Card is locked',
    cardNotAccepted: 'Card not taken here',
    readerFault: 'Reader looks broken',
    readerGone: 'Reader not connected',
    noLine: 'No network',
    lineBroke: 'Line broke half-way',
    bankSilent: 'No bank answer',
    bankDown: 'The bank is down',
    badAnswer: 'Bank answer garbled',
    numberTypedWrong: 'Number looks mistyped',
    refused: "The card's bank said no",
    keepCard: 'This card cannot be used now',
    settingsRefused: 'Bank does not know this terminal',
    settingsWrong: 'A setting here is wrong',
    swipedBadly: 'Not swiped evenly',
    headDirty: 'Stripe reader looks dirty',
    headSilent: 'Stripe reader is dead',
    lineNotTrusted: "Bank's line is not trusted",
    cardWithheld: 'The customer gives no card',
    askSupervisor: 'Ask the supervisor',
    numberMissing: 'The card number is missing',
    unknown: 'Cause not known yet',
  },
  findingShort: {
    chipDirty: 'Dirty chip',
    chipDead: 'Broken chip',
    chipDamaged: 'Damaged chip',
    cardPulled: 'Card out early',
    cardExpired: 'Card expired',
    stripeDamaged: 'Worn stripe',
    insertChip: 'Has a chip',
    cardBlocked: 'Card locked',
    cardNotAccepted: 'Card not taken',
    readerFault: 'Reader broken',
    readerGone: 'Reader gone',
    noLine: 'No network',
    lineBroke: 'Line broke',
    bankSilent: 'No answer',
    bankDown: 'Bank down',
    badAnswer: 'Bad answer',
    numberTypedWrong: 'Mistyped',
    refused: 'Bank said no',
    keepCard: 'Not usable',
    settingsRefused: 'Settings',
    settingsWrong: 'Settings',
    swipedBadly: 'Uneven swipe',
    headDirty: 'Dirty head',
    headSilent: 'Dead head',
    lineNotTrusted: 'Not trusted',
    cardWithheld: 'No card given',
    askSupervisor: 'Supervisor',
    numberMissing: 'No number',
    unknown: 'Not known',
  },
  cause: {
    settings: 'Settings',
    unsupportedCard: 'Card not taken',
    damagedOrExpired: 'Card damaged',
    network: 'Network',
    operator: 'Mistyped',
    deviceFault: 'Terminal fault',
    bankSide: 'Bank down',
    withheld: 'Not given',
    suspectedFraud: 'To be checked',
    refusedByIssuer: 'Bank said no',
    unknown: 'Not known',
  },
  evidence: {
    ...whyEn.evidence,
    noAtr: (e) => `${tries(e.tries)}, no sign from the chip`,
    badAtr: (e) => `${tries(e.tries)}, garbled from the start`,
    chipFailed: ({ failure, tries: n, sw, flaw }) => {
      if (flaw !== undefined) return en.chip.flaw[flaw];
      switch (failure) {
        case 'cardRemoved':
          return 'The card came out half-way';
        case 'readerGone':
          return 'The reader left half-way';
        case 'noCommonApplication':
          return 'It holds no card type taken here';
        case 'applicationBlocked':
        case 'cardBlocked':
          return 'The card says it is locked';
        case 'conditionsNotSatisfied':
        case 'statusRefused':
          return `The card would not go on${sw === undefined ? '' : ` (${sw})`}`;
        case 'expired':
          return 'The chip says it has expired';
        case 'cardMute':
        case 'protocolError':
          if (n === 1) return '1 try, broke off half-way';
          return n === 2
            ? '2 tries, both broke off half-way'
            : `${n} tries, all broke off half-way`;
        default:
          return `${tries(n)}, the chip data was wrong`;
      }
    },
    cardPulled: (e) =>
      e.tries === 1 ? 'The card came out half-way' : `${tries(e.tries)}, the card came out early`,
    stripeFailed: (e) => {
      const { tries: n, speed, zone, otherTracksFine, tilted, headDirty, lostEdges, tracks } = e;
      const swiped = n === 1 ? '1 swipe' : `${n} swipes`;
      if (lostEdges !== undefined) return `${swiped}, the terminal missed a part`;
      if (headDirty === true) return 'Different cards, weak alike';
      if (tilted === true) return `${swiped}, the card leaned`;
      if (tracks.length === 0) return `${swiped}, no signal at all`;
      if (speed !== undefined) return `${swiped}, too ${speed === 'tooFast' ? 'fast' : 'slow'}`;
      if (zone !== undefined) return `${swiped}, worn ${zone.fromMm} mm from the edge`;
      return otherTracksFine
        ? `${swiped}, only one track is bad`
        : `${swiped}, the stripe was not whole`;
    },
    cardDeclined: ({ by }) =>
      by === 'terminal' ? 'The rules for this card say no' : 'The card itself said no',
    stripeOfChipCard: () => 'The stripe says it has a chip',
    cardExpired: ({ expiry }) => `Good until ${expiry.slice(2)}/${expiry.slice(0, 2)}`,
    readerReadOther: ({ minutesAgo }) =>
      minutesAgo === 0
        ? 'The reader took another card just now'
        : `The reader took another card ${minutesAgo} ${minutesAgo === 1 ? 'minute' : 'minutes'} ago`,
    differentCardsFailed: ({ cards }) => `${cards} different cards in a row could not be read`,
    readerFault: ({ fault }) => en.fault[fault],
    linkFault: (e) => {
      const said = e.tries === 1 ? en.fault[e.fault] : `${en.fault[e.fault]}, ${tries(e.tries)}`;
      return e.offline === undefined ? said : `${said}; ${en.chip.withoutBank[e.offline]}`;
    },
    otherHostAnswers: () => 'The network works, others answer',
    answerCode: ({ code }) => `The bank answered with code ${code}`,
    badAnswer: ({ what }) =>
      what === 'badMac' ? 'The seal of the answer did not match' : 'The answer was not whole',
    typed: ({ problem, corrections }) => {
      const words = {
        luhn: 'The check digit does not fit',
        length: 'Too many or too few digits',
        transposition: 'Two digits look swapped',
        expiry: 'The expiry does not fit',
      }[problem];
      if (corrections === 0) return words;
      return `${words}, ${corrections === 1 ? '1 correction' : `${corrections} corrections`}`;
    },
    numberMissing: ({ how }) =>
      how === 'neverHere' ? 'The number was never on here' : 'The number was destroyed',
    bulletin: ({ text, until }) => {
      const [title = ''] = text.split('\n');
      return until === undefined
        ? `Bank notice: ${title}`
        : `Bank notice: ${title}, until ${until}`;
    },
  },
  fault: {
    'reader.serviceDown': 'The reader service stopped',
    'reader.gone': 'The reader is not connected',
    'reader.cardRemoved': 'The card came out early',
    'reader.cardUnresponsive': 'No sign from the chip',
    'reader.cardMute': 'The chip broke off half-way',
    'reader.protocol': 'The chip talks nonsense',
    'head.gone': 'The swipe slot is not connected',
    'head.edgesLost': 'Swiped too fast to read',
    'printer.gone': 'The printer is not connected',
    'printer.noPaper': 'No paper',
    'printer.fault': 'The printer is broken',
    'reports.notWritten': 'The reports could not be saved',
    'support.noRecipient': 'No key of the vendor is set',
    'support.numberFound': 'A card number was found in it',
    'support.notWritten': 'The file could not be saved',
    'pinPad.gone': 'The PIN pad is not connected',
    'link.nameNotFound': "The bank's address is not known",
    'link.connectRefused': 'The bank took no connection',
    'link.unreachable': 'No road to the bank',
    'link.connectTimeout': 'No connection in time',
    'link.tls': "The bank's certificate does not match",
    'link.reset': 'The line broke half-way',
    'link.answerTimeout': 'No answer in time',
    'link.badFrame': 'The answer was not whole',
    'journal.diskFull': 'Storage is full',
    'journal.readOnly': 'Storage takes no writing',
    'journal.corrupt': 'The records are damaged',
    'journal.inUse': 'Another terminal uses these records',
    'bulletins.unreachable': 'Bulletins cannot be fetched',
    'keystore.missingKey': 'A key is missing',
    'keystore.badCheckValue': 'The key from the bank does not match',
    'keystore.notKept': 'The key could not be kept',
  },
};
