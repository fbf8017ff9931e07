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
};
export default texts;
