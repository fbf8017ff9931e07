import type { CareTexts } from './texts.ts';

export const careEn: CareTexts = {
  status: {
    title: 'Self-check',
    checkedAt: (time) => time,
    item: {
      cardTables: 'Card tables',
      banks: 'Bank table',
      keys: 'Keys',
      merchant: 'Merchant',
      clock: 'Clock',
      line: 'Line',
      reader: 'Card reader',
      head: 'Stripe slot',
      pinPad: 'PIN pad',
      messages: 'Texts, e-mail',
      cleaning: 'Clean',
      inspection: 'Care',
      paper: 'Paper',
      storage: 'Storage',
      backup: 'Backup',
      drill: 'Last drill',
      version: 'Version',
    },
    keysUntil: (month) => `To ${month}`,
    keysExpired: (count) => `${count} expired`,
    keysDamaged: (count) => `${count} damaged`,
    lacking: (scheme) => `No ${scheme}`,
    noKeys: 'No keys',
    outdated: 'Outdated',
    wanted: 'New ones wait',
    banks: ({ banks, doubled, strange }) => {
      if (banks === 0) return 'Empty';
      if (doubled !== undefined) return `${doubled} twice`;
      return strange === undefined ? `${banks} banks` : `${strange}: no brand`;
    },
    merchant: ({ terminalId, problem }) =>
      problem === undefined ? terminalId.trim() : problem === 'empty' ? 'No number' : 'No name',
    line: (well) => (well ? 'Good' : 'No line'),
    reader: (well) => (well ? 'Good' : 'Not connected'),
    messagesGood: 'Good',
    messages: (channel, trouble) => {
      if (channel === 'email') return 'No mail server';
      if (trouble === 'noSignal') return 'No signal';
      if (trouble === 'sim') return 'SIM card';
      return trouble.startsWith('modem') ? 'No modem' : 'No answer';
    },
    signedInSince: (stamp) => `Since ${stamp}`,
    notSignedIn: 'Not signed in',
    clockExact: 'Exact',
    clockUnknown: 'Not compared',
    clockOff: (seconds) =>
      seconds < 120
        ? `${seconds} s off`
        : seconds < 7_200
          ? `${Math.round(seconds / 60)} min off`
          : `${Math.round(seconds / 3_600)} h off`,
    paperThere: 'Good',
    free: (percent) => (percent === undefined ? 'Good' : `${percent}% free`),
    backupNone: 'None yet',
    backupFailed: 'Failed',
    secondPlace: {
      missing: 'Stick not there',
      full: 'Stick is full',
      readOnly: 'Stick locked',
      damaged: 'Stick is bad',
      failed: 'No 2nd place',
    },
    drillDone: (ago, seconds) => `${ago}, ${seconds} s`,
    drillNone: 'Not yet',
    drillFailed: 'Failed',
    drillOlder: (ago) => `Good: ${ago}`,
    reads: (count) => (count === 1 ? '1 read since' : `${count} reads since`),
    compared: (before, now) => `Bad ${before} to ${now}%`,
    cleaning: (why, { chip = 0, stripe = 0 }) =>
      why === 'manyReads'
        ? 'many reads'
        : why === 'chipTrouble'
          ? `chip ${chip}% bad`
          : `stripe ${stripe}% bad`,
    weakTrack: (track) => `, tr. ${track}`,
    waiting: (count) => `${count} to look at`,
    nextOn: (date) => `Next ${date}`,
    versionOld: 'Old',
    updateAsked: 'Asked for',
    fix: {
      signIn: 'Sign in again',
      cardTables: 'As delivered',
      banks: 'Each bank once',
      fetchTables: 'Fetch from the bank',
      testLine: 'Test the line',
      backUp: 'Back up now',
      putStick: 'Put it in, touch here',
      drill: 'Try a restore now',
      clean: 'Clean and test',
      inspect: 'Look and tick',
      askUpdate: 'Ask for the update',
    },
    byHand: {
      cardTables: 'Call the bank',
      banks: 'Call the bank',
      keys: 'Sign in again',
      merchant: 'Ask the bank for it',
      clock: 'Technician sets the time',
      line: 'Check the cable',
      reader: 'Check cable, restart',
      head: 'Chips still work',
      pinPad: 'Check its cable',
      messages: 'Call guests instead',
      cleaning: 'Clean the slot',
      inspection: 'Look and tick',
      paper: 'Put in a new roll',
      storage: 'Technician makes room',
      backup: 'Back up now',
      drill: 'Try a restore',
      version: 'Call the technician',
    },
    by: {
      anybody: 'you may',
      technician: 'technician',
      bank: 'only the bank',
      shop: 'you may',
    },
    repair: (what, by) => `${what} (${by})`,
    working: (item, seconds) => `${item}, ${seconds} s`,
    backUp: 'Back up now',
    backUpHint: 'About 1 minute',
    home: (count) => `Self-check: ${count}`,
  },
  inspection: {
    title: 'Care',
    task: {
      paper: 'Paper',
      seal: 'Seal and case',
      cleanReader: 'Clean the reader',
      cable: 'Cables',
      backup: 'Backup stick',
      clock: 'Clock',
      testHold: 'Test hold',
      planRead: 'Read the plan',
    },
    how: {
      paper: 'Is there enough on the roll for today, and a new one beside it?',
      seal: 'Is the seal whole, the case without scratches at its edges, and nothing added to slot, keys or cable?',
      cleanReader:
        'Slot and stripe with the cleaning card, then a test card. The pages lead through it.',
      cable: 'Do power, network and reader sit firmly, and is no cable worn?',
      backup: 'Is the stick in, and does the self-check say that the backup is fresh?',
      clock: 'Does the clock agree with a telephone to the minute?',
      testHold:
        'Take a hold of 1 yuan on your own card and release it again. Do both slips come out?',
      planRead: 'Read the emergency plan with everybody at the desk. Are all numbers right?',
    },
    ownHow: 'Look at it as you agreed in the shop.',
    when: ({ state, daysLeft, everyDays }) => {
      const every = everyDays === 1 ? 'every day' : `every ${everyDays} days`;
      if (state === 'trouble') return `Not well, ${every}`;
      if (state === 'due') return `Due, ${every}`;
      return daysLeft === 1 ? `In 1 day, ${every}` : `In ${daysLeft} days, ${every}`;
    },
    last: (stamp, operator) => `Last ${stamp}, no. ${operator}`,
    never: 'Nobody has looked yet',
    well: 'All well',
    clean: 'Clean now',
    trouble: 'Not well',
  },
  support: {
    title: 'For support',
    inside: 'Goes: versions, settings, self-check, counts, what the terminal did.',
    never: 'Stays: card numbers, names, notes, PINs, keys.',
    who: 'Locked: only the vendor can open it.',
    make: 'Yes, make it',
    again: 'Try again',
    done: 'Done',
    working: (seconds) => `Looking through it, ${seconds} s`,
    nothingLeft: 'Nothing left the terminal.',
    size: (kilobytes, rows) => `${kilobytes} KB, ${rows} steps`,
    place: {
      none: 'On the terminal, folder support',
      done: 'On the stick too',
      failed: 'The stick is not there',
    },
  },
  emergency: {
    title: 'Emergency plan',
    phones: 'Phone numbers',
    noPhone: 'No number yet',
    print: 'Print',
    typePhone: 'New number',
    save: 'Keep it',
    whatToDo: 'What to do',
  },
};
