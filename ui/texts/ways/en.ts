import type { Finding, Remedy, RemedyKind } from '#src/recovery/evidence.ts';
import type { WaysTexts } from './texts.ts';

const time = (seconds: number): string => {
  if (seconds < 60) return `${seconds} seconds`;
  if (seconds >= 7_200) return `${Math.round(seconds / 3_600)} hours`;
  const minutes = Math.round(seconds / 60);
  return minutes === 1 ? '1 minute' : `${minutes} min`;
};

const then: Readonly<Record<RemedyKind, string>> = {
  readAgain: 'the same card',
  insertChip: 'chip up, all in',
  swipe: 'one steady pull',
  otherApplication: 'same card',
  otherCard: 'insert again',
  cleanReader: 'then a test',
  pinAgain: 'same card',
  otherAmount: 'from the start',
  typeAgain: 'from the card',
  tryBankAgain: 'same hold',
  waitForBank: 'tries by itself',
  checkLine: 'then it asks again',
  checkParts: 'then read again',
  otherHost: 'same hold',
  askHotline: 'how long is it?',
  callIssuer: 'charged, not held',
  cardAbsent: 'held without the card',
  numberLater: 'same hold',
  repairSettings: 'then try again',
  updateParameters: 'then try again',
  updateSoftware: 'a request is noted',
  compareOriginal: 'nothing is sent',
  handOver: 'same hold, there',
  paperSlip: 'registered later',
  cashDeposit: 'with a receipt',
  callSupervisor: 'then go on',
  keepCard: 'quietly',
  refuse: 'what to say',
  stop: 'nothing is kept',
};

const names = {
  customer: 'customer',
  issuer: 'bank',
  supervisor: 'supervisor',
  technician: 'technician',
};

const wayTerms = ({ agrees, risk }: Remedy): string => {
  const who = agrees.map((one) => names[one]).join(' + ');
  const agreed = who === '' ? '' : `${who} ${agrees.length === 1 ? 'agrees' : 'agree'}`;
  if (risk === 'shop') return who === '' ? 'our risk' : `${who}, our risk`;
  return agreed === '' ? (risk === 'none' ? 'no risk' : '') : agreed;
};

/** The same card once more: what to do with it is said by what was found. */
const readAgain = (finding: Finding): string => {
  if (finding === 'chipDirty' || finding === 'chipDead') return 'Wipe chip,\ninsert again';
  if (finding === 'stripeDamaged') return 'Wipe stripe,\nswipe again';
  if (finding === 'swipedBadly' || finding === 'headDirty') return 'Swipe again';
  if (finding === 'cardWithheld' || finding === 'unknown') return 'Read it again';
  return finding === 'cardPulled' ? 'Insert again,\nleave it in' : 'Insert again';
};

const onButton: Readonly<Record<Exclude<RemedyKind, 'readAgain'>, string>> = {
  insertChip: 'Insert the chip',
  swipe: 'Swipe it',
  otherApplication: 'Other account\non this card',
  otherCard: 'Another card',
  cleanReader: 'Clean reader,\nthen test it',
  pinAgain: 'Enter the PIN\nagain',
  otherAmount: 'Change amount',
  typeAgain: 'Type again',
  tryBankAgain: 'Try now',
  waitForBank: 'Wait for bank',
  checkLine: 'Check the line',
  checkParts: 'Check the\ncables',
  otherHost: "Bank's second\naddress",
  askHotline: 'Ask the bank\nby phone',
  callIssuer: "Call the\ncard's bank",
  cardAbsent: 'Hold without\nthe card',
  numberLater: 'Add the number',
  repairSettings: 'Check the\nsettings',
  updateParameters: 'Fetch settings\nfrom the bank',
  updateSoftware: 'Ask for a\nnew version',
  compareOriginal: 'Compare with\nopen holds',
  handOver: 'Use another\nterminal',
  paperSlip: 'Note on paper',
  cashDeposit: 'Cash deposit',
  callSupervisor: 'Fetch the\nsupervisor',
  keepCard: 'What to do',
  refuse: 'Say no politely',
  stop: 'Stop, no hold',
};

export const waysEn: WaysTexts = {
  ways: {
    title: 'Other ways',
    stop: 'Stop, no hold',
    stopLater: 'Leave it',
    typingRefused: {
      notForHolds: 'The bank takes no typed new hold.',
      issuerDecided: 'The bank has decided: no typing.',
    },
    more: (page, pages) => `More ${page}/${pages}`,
  },
  remedy: (kind, finding) => (kind === 'readAgain' ? readAgain(finding) : onButton[kind]),
  way: {
    readAgain: 'Read it again',
    insertChip: 'Insert the chip',
    swipe: 'Swipe the stripe',
    otherApplication: 'Other account on it',
    otherCard: 'Use another card',
    cleanReader: 'Clean the reader',
    pinAgain: 'Enter the PIN again',
    otherAmount: 'Another amount',
    typeAgain: 'Type it again',
    tryBankAgain: 'Ask the bank again',
    waitForBank: 'Wait for the bank',
    checkLine: 'Check the line',
    checkParts: 'Check the cables',
    otherHost: "Bank's 2nd address",
    askHotline: 'Ask the bank why',
    callIssuer: "Call the card's bank",
    cardAbsent: 'Hold without card',
    numberLater: 'Add the number',
    repairSettings: 'Check the settings',
    updateParameters: 'Update from bank',
    updateSoftware: 'Ask for new version',
    compareOriginal: 'Compare holds',
    handOver: 'Another terminal',
    paperSlip: 'Note it on paper',
    cashDeposit: 'Cash or transfer',
    callSupervisor: 'Fetch the supervisor',
    keepCard: 'What to do now',
    refuse: 'Say no politely',
    stop: 'Stop, no hold',
  },
  wayShort: {
    readAgain: 'Read again',
    insertChip: 'Chip',
    swipe: 'Swipe',
    otherApplication: 'Account',
    otherCard: 'Other card',
    cleanReader: 'Clean it',
    pinAgain: 'PIN again',
    otherAmount: 'New amount',
    typeAgain: 'Retype',
    tryBankAgain: 'Try again',
    waitForBank: 'Wait',
    checkLine: 'Check line',
    checkParts: 'Cables',
    otherHost: '2nd address',
    askHotline: 'Ask bank',
    callIssuer: 'Call bank',
    cardAbsent: 'No card',
    numberLater: 'Number',
    repairSettings: 'Settings',
    updateParameters: 'Update',
    updateSoftware: 'Version',
    compareOriginal: 'Compare',
    handOver: 'Terminal 2',
    paperSlip: 'On paper',
    cashDeposit: 'Cash',
    callSupervisor: 'Supervisor',
    keepCard: 'What to do',
    refuse: 'Say no',
    stop: 'Stop',
  },
  wayDone: (kind, finding) => {
    if (kind === 'readAgain')
      return finding === 'chipDirty' || finding === 'chipDead' ? 'Wiped, reinserted' : 'Read again';
    return done[kind];
  },
  wayCost: ({ kind, seconds }) => `${time(seconds)}, ${then[kind]}`,
  wayTerms,
  waitTitle: (finding) => {
    switch (finding) {
      case 'noLine':
      case 'lineBroke':
        return 'No line to bank';
      case 'bankDown':
        return 'The bank is down';
      case 'bankSilent':
        return 'No bank answer';
      default:
        return 'Asking the bank';
    }
  },
  guide: {
    page: {
      cleanChip: {
        title: 'Clean the slot',
        text: 'Take the card out. Push a cleaning card or a dry cloth card all the way in and out three times. No water.',
        go: 'Done, next',
      },
      cleanStripe: {
        title: 'Clean the head',
        text: 'Pull the cleaning card through the stripe slot three times, both sides.',
        go: 'Done, next',
      },
      cleanTest: {
        title: 'Test the reader',
        text: 'Insert or swipe any card, your own too. Nothing is charged and nothing is kept of it.',
      },
      cleanProved: {
        title: 'The reader works',
        text: "It read the test card. Now the customer's card once more.",
        go: "Customer's card",
      },
      cleanFailed: {
        title: 'Reader still fails',
        text: 'It could not read the test card either: not the fault of the card.',
        go: 'Other ways',
      },
      hotline: {
        title: "Ask the card's bank",
        text: 'Is there an outage? Until when? Is it this card? Never say more than the last four.',
      },
      parametersDone: {
        title: 'Settings fetched',
        text: 'Keys, settings and card tables of the bank are in use now.',
        go: 'Try again',
      },
      parametersFailed: {
        title: 'Not fetched',
        text: 'The bank did not send them. Nothing was changed, nothing is held.',
        go: 'Other ways',
      },
      lineCable: {
        title: 'Check the cables',
        text: 'Network cable in the terminal and in the wall, both ends clicked in? Router on, its lights on? It asks the bank by itself then.',
        go: 'Checked, try',
      },
      lineReception: {
        title: 'Better reception',
        text: 'Go to a window or outside, away from lifts and kitchens. No bars? Use other Wi-Fi. It asks the bank by itself then.',
        go: 'Moved, try',
      },
      lineWireless: {
        title: 'Check the Wi-Fi',
        text: 'Is the Wi-Fi of the shop on, and are phones online with it? Switch the router off and on. It asks the bank by itself then.',
        go: 'Checked, try',
      },
      partsCable: {
        title: 'Check the cables',
        text: 'Cable of the card reader and of the PIN pad: pull out and push in at both ends. Wait for their lights.',
        go: 'Checked, next',
      },
      hostSwitched: {
        title: 'It answers there',
        text: 'The bank answers there. The terminal stays with it.',
        go: 'Try again',
      },
      hostFailed: {
        title: 'No answer there',
        text: 'The other address of the bank does not answer either. Nothing is held.',
        go: 'Other ways',
      },
      software: {
        title: 'Ask for an update',
        text: 'No newer version is on this terminal. A technician is asked, and the time is noted.',
        go: 'Note the request',
      },
      softwareAsked: {
        title: 'Request noted',
        text: 'It stands in the journal. For this customer another way is needed now.',
        go: 'Other ways',
      },
      compare: {
        title: 'Compare first',
        text: 'The bank has something else in its books. Look at the open holds: same date, amount and code? Nothing is sent twice.',
      },
      cash: {
        title: 'Cash deposit',
        text: 'Last resort. Count it with the customer. A supervisor agrees, two receipts come out.',
      },
      paper: {
        title: 'Note it on paper',
        text: 'Fill in code, name and signature. Never the whole card number. Register it when the terminal works.',
      },
      keepCard: {
        title: 'A moment',
        text: 'The bank wants to speak about this card. Ask the customer to wait. Only if it is safe, keep the card. Call your supervisor.',
      },
      refuse: {
        title: 'What to say',
        go: 'Said, done',
      },
    },
    answer: {
      outage: 'There is an outage',
      noOutage: 'No outage',
      cardProblem: 'It is this card',
      notReached: 'Nobody reached',
      heldBefore: 'It is held already',
      notHeld: 'Not among them',
      cash: 'Cash received',
      transfer: 'Transfer received',
      written: 'Written and signed',
      cardKept: 'Card is here',
      cardReturned: 'Customer has it',
    },
    step: (at, of) => `${at}/${of}`,
    code: (figure) => `Code ${figure}`,
    due: (stamp) => `Due by ${stamp}`,
    figure: (page, figure) => {
      if (page.startsWith('software') || page === 'parametersDone') return `Version ${figure}`;
      return page === 'hostSwitched' || page === 'hostFailed'
        ? `Address ${figure}`
        : `Code ${figure}`;
    },
    anyCard: 'Any card now',
    print: 'Print it',
  },
  settingsCheck: {
    title: 'Settings check',
    item: {
      signIn: 'Keys of the bank',
      merchantData: 'Merchant, terminal',
      cardTables: 'Card types',
      caKeys: 'Card scheme keys',
      banks: 'Table of banks',
      clock: 'Clock',
      parameters: 'Settings of the bank',
    },
    well: (is) => (is === '' ? 'Right' : `Right: ${is}`),
    withWho: (what, who) => `${what}. ${who}`,
    becomes: (is, becomes) => `${is} now, then ${becomes}`,
    signInFirst: 'Not there: sign in',
    who: {
      anybody: 'You may',
      technician: 'Technician PIN',
      outside: 'Call the bank',
      elsewhere: 'Technician sets it',
    },
    repair: 'Repair',
    go: 'Try again',
  },
};

const done: Readonly<Record<RemedyKind, string>> = {
  readAgain: 'Read again',
  insertChip: 'Chip inserted',
  swipe: 'Swiped',
  otherApplication: 'Other account',
  otherCard: 'Another card',
  cleanReader: 'Reader cleaned',
  pinAgain: 'PIN again',
  otherAmount: 'Other amount',
  typeAgain: 'Typed again',
  tryBankAgain: 'Asked again',
  waitForBank: 'Waited',
  checkLine: 'Line checked',
  checkParts: 'Cables checked',
  otherHost: 'Second address',
  askHotline: 'Asked by phone',
  callIssuer: 'Called the bank',
  cardAbsent: 'Without the card',
  numberLater: 'Number added',
  repairSettings: 'Settings checked',
  updateParameters: 'Settings fetched',
  updateSoftware: 'Update asked for',
  compareOriginal: 'Compared',
  handOver: 'Handed over',
  paperSlip: 'Noted on paper',
  cashDeposit: 'Deposit taken',
  callSupervisor: 'Supervisor looked',
  keepCard: 'Bank informed',
  refuse: 'Refused politely',
  stop: 'Stopped',
};
