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
};
