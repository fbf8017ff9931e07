import type { WhyTexts } from './texts.ts';

const time = (ms: number): string => (ms < 1_000 ? '' : `, ${Math.round(ms / 1_000)} s`);

/** ASCII only, as all English here. */
export const whyEn: WhyTexts = {
  evidence: {
    linkProbe: ({ check, ok, problem, tookMs }) => {
      if (ok) return `${whyEn.check[check]}${time(tookMs)}`;
      const why = problem === undefined ? '' : ` (${whyEn.problem[problem]})`;
      return `${whyEn.checkFailed[check]}${why}`;
    },
    settingsProblem: ({ item, detail }) =>
      detail === undefined ? whyEn.setting[item] : `${whyEn.setting[item]} (${detail})`,
    nothingPresented: ({ seconds }) => `No card for ${seconds} seconds`,
    testCard: ({ read }) =>
      read ? 'The test card can be read here' : 'Even the test card cannot be read',
    said: ({ question, answer }) => whyEn.said[question][answer],
    fraudSignal: () => 'Ask the supervisor to look at this one',
  },
  check: {
    interface: 'The terminal is connected',
    name: "The bank's name is found",
    connect: 'A line to the bank opens',
    tls: 'The line to the bank is trusted',
    echo: "The bank's computer answers a greeting",
    secondHost: "The bank's second computer answers",
    otherHost: 'The network works, others answer',
  },
  checkFailed: {
    interface: 'Cable or Wi-Fi is not connected',
    name: "The bank's name is not found",
    connect: 'No line to the bank opens',
    tls: "The bank's line could not be trusted",
    echo: 'The bank does not answer a greeting',
    secondHost: "The bank's second computer is away too",
    otherHost: 'Other hosts do not answer either',
  },
  problem: {
    down: 'down',
    notFound: 'not found',
    refused: 'refused',
    unreachable: 'no way',
    timeout: 'too slow',
    reset: 'broke off',
    certificateExpired: 'certificate too old',
    certificateNotYetValid: 'certificate not valid yet',
    certificateUntrusted: 'certificate unknown',
    certificateOfAnother: 'certificate of another',
    ownCertificateRefused: 'ours was refused',
    handshake: 'no handshake',
    noAnswer: 'no answer',
  },
  setting: {
    applications: 'A card type is missing here',
    caKeyMissing: 'A card key is missing here',
    caKeyExpired: 'A card key here is too old',
    banks: 'The table of banks is missing',
    merchant: 'The shop or terminal number is wrong',
    parameters: 'The bank has newer settings',
    software: 'The software is too old',
    clock: 'The clock here is wrong',
    keys: "The bank's keys are missing here",
  },
  question: {
    customerUnwilling: 'Is the customer unwilling to give the card?',
    otherCardWorked: 'Did another card work?',
    cardWorksElsewhere: 'Does this card work elsewhere?',
    printedDateGood: 'Is the date printed on the card still to come?',
    clockRight: 'Is the time on this screen right?',
    typedAsPrinted: 'Is it typed just as printed on the card?',
    slipAgrees: 'Do date, code and amount agree with the slip?',
    othersOnline: 'Are other devices here online?',
    detailsRight: "Are the settings as in the bank's letter?",
  },
  tellsApart: (one, other) => `It tells "${one}" from "${other}".`,
  ask: {
    customerUnwilling: 'Customer unwilling?',
    otherCardWorked: 'Did another work?',
    cardWorksElsewhere: 'Works elsewhere?',
    printedDateGood: 'Printed date good?',
    clockRight: 'Is the time right?',
    typedAsPrinted: 'Typed as printed?',
    slipAgrees: 'As on the slip?',
    othersOnline: 'Others online?',
    detailsRight: 'Settings right?',
  },
  test: {
    insertAgain: 'Insert it again',
    swipeAgain: 'Swipe it again',
    swipeSame: 'Swipe this card',
    otherCard: 'Try another card',
    testCard: 'Try the test card',
    bankEcho: 'Greet the bank',
  },
  said: {
    customerUnwilling: {
      yes: 'The customer does not want to give it',
      no: 'The customer would give the card',
    },
    otherCardWorked: { yes: 'Another card worked', no: 'No other card worked either' },
    cardWorksElsewhere: { yes: 'The card works elsewhere', no: 'It fails elsewhere too' },
    printedDateGood: { yes: 'The printed date is still to come', no: 'The printed date is past' },
    clockRight: { yes: 'The time here is right', no: 'The time here is wrong' },
    typedAsPrinted: { yes: 'It was typed as printed', no: 'It was not typed as printed' },
    slipAgrees: { yes: 'Date, code, amount are as on the slip', no: 'The slip says otherwise' },
    othersOnline: { yes: 'Other devices here are online', no: 'Nothing here is online' },
    detailsRight: {
      yes: "Settings are as in the bank's letter",
      no: 'A setting is not as it should be',
    },
  },
  maybe: (causes, name) => `Or: ${causes.map(name).join(', ')}`,
  otherWays: (count) => `Ways (${count})`,
  stop: 'Stop',
  yes: 'Yes',
  no: 'No',
  notSure: 'Not sure',
  askTitle: 'To be sure',
  insertTestCard: 'Insert the test card',
  insertTestCardHint: 'Nothing is held on it.',
  testing: 'Reading the test card',
  noCard: 'No card',
};
