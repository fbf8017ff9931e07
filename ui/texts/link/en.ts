import type { LinkTexts } from './texts.ts';

export const link: LinkTexts = {
  notices: {
    adviceLimit: ({ state, limit, count }, { amount }) => ({
      title: state === 'near' ? 'Soon nothing more offline' : 'Nothing more offline now',
      text:
        limit === 'age'
          ? 'A charge has waited for the bank too long.'
          : `${count} charges, ${amount}, wait for the bank.`,
      money:
        state === 'near'
          ? 'They go to the bank by themselves'
          : 'Nothing was charged; first let the bank take these',
    }),
    adviceSuspended: ({ ticket }, { amount }) => ({
      title: 'Charge not taken yet',
      text: `A supervisor calls the bank, case ${ticket}.`,
      money: `${amount} is kept here and still sent`,
    }),
  },
  title: 'Line to the bank',
  job: {
    test: 'Test the line',
    update: 'Fetch tables',
    signIn: 'Sign in again',
    signOff: 'Sign off',
  },
  seconds: (seconds) => `${seconds} s`,
  signedIn: 'Signed in',
  no: 'No',
  tables: 'Card tables',
  ownTables: 'As delivered',
  version: 'Version',
  entries: 'Keys + cards',
  counted: (keys, applications) => `${keys} + ${applications}`,
  running: 'Asking the bank.',
  idle: 'Nothing here moves money.',
  done: {
    test: (ms) => `The bank answered: ${seconds(ms)}.`,
    update: () => 'The new tables are in use.',
    signIn: () => 'Signed in with new keys.',
    signOff: () => 'Signed off. The next hold signs in again.',
  },
  failed: (because) => `${because}. Everything is as before.`,
  refusedWith: (code) => `The bank said no (code ${code})`,
  badAnswer: 'The answer of the bank made no sense',
  spoiled: (problem) => `${problem}. Nothing was taken over, the tables are as before.`,
  problem: {
    format: 'What came cannot be used',
    hash: 'A key came damaged',
    expired: 'A key had expired already',
    noAnswer: 'The bank was silent',
    refused: 'The bank said no',
  },
  updateSpoiled: 'Came damaged',
  updatedAt: (stamp) => `From ${stamp}`,
};

const seconds = (ms: number): string => `${(ms / 1_000).toFixed(1)} s`;
