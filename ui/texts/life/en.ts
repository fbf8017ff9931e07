import type { LifeTexts } from './texts.ts';

const texts: LifeTexts = {
  partial: {
    title: 'Only a part',
    asked: (amount) => `Asked: ${amount}`,
    hint: 'Undo it, and nothing stays held.',
    keep: 'Keep it',
    undo: 'Undo',
    undoneIn: (seconds) => `Undone in ${seconds} s`,
  },
  day: {
    forgotten: (withoutNumber, expired) =>
      [
        ...(withoutNumber > 0 ? [`${withoutNumber} without number`] : []),
        ...(expired > 0 ? [`${expired} expired`] : []),
      ].join(', '),
  },
};
export default texts;
