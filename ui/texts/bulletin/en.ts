import type { BulletinTexts } from './texts.ts';

const texts: BulletinTexts = {
  title: 'Bulletins',
  none: 'No bulletin has come yet.',
  look: 'Look for new ones',
  looking: (seconds) => `Looking for new ones, ${seconds} s`,
  looked: (taken) => (taken === 0 ? 'Nothing new.' : `New: ${taken}.`),
  failed: (because) => `${because}. Try again later.`,
  refused: (file, problem) => `${file}: not taken. ${problem}`,
  problem: {
    tooLarge: 'The file is too large.',
    format: 'It is no bulletin, or damaged.',
    newerFormat: 'It needs newer software here.',
    unknownSigner: 'Signed by nobody we know.',
    signature: 'The seal is wrong: it was altered.',
    expired: 'Its time is over.',
    olderNumber: 'A newer one is here already.',
    notAllowed: 'It wants to change what it may not.',
  },
  kind: {
    outage: 'Bank down',
    maintenance: 'Maintenance',
    rules: 'New rule',
    newCards: 'New cards',
    news: 'News',
  },
  state: {
    ahead: 'Coming',
    inForce: 'In force',
    over: 'Over',
    withdrawn: 'Recalled',
  },
  unread: 'Not read yet',
  from: (name, number) => `${name}, no. ${number}`,
  period: (from, until) => (until === undefined ? `From ${from}` : `${from} to ${until}`),
  change: {
    validityDays: (days) => ['Holds last', `${days} days`],
    completionLimitPercent: (percent) => ['Charge at most', `${percent} %`],
    maximumHold: (amount) => ['Hold at most', amount],
    defaultHotline: (phone) => ['Hotline', phone],
    newCards: (banks) => ['New card numbers', String(banks)],
  },
  bins: (first, more) => (more === 0 ? `Cards ${first}...` : `Cards ${first}... and ${more} more`),
  understood: 'I have read it',
  close: 'Close',
};
export default texts;
