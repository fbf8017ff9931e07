import type { KernelRequest, KernelResponse } from '../emv/contract.ts';

/** How the bank answers when nobody's account is at stake. */
export type BankAnswer = 'approve' | 'decline' | 'none';

export const bankAnswers: readonly BankAnswer[] = ['approve', 'decline', 'none'];

/** What the kernel asks of people and bank; commands to the card and PIN blocks for it are not among it. */
export type Question = Exclude<KernelRequest, { type: 'transmit' | 'offlinePin' }>;

export type Around = {
  readonly bank: BankAnswer;
  /** At an online PIN; no PIN block is ever made. */
  readonly pin: 'entered' | 'bypassed';
  readonly random: (length: number) => Uint8Array;
};

/** The first application, yes to confirmation, and a bank that says what it was told to say. */
export function answerQuestion(request: Question, around: Around): KernelResponse {
  switch (request.type) {
    case 'chooseApplication':
      return { type: 'chosen', index: 0 };
    case 'confirmApplication':
      return { type: 'confirmed', yes: true };
    case 'random':
      return { type: 'random', bytes: around.random(request.length) };
    case 'onlinePin':
      return { type: 'pin', result: around.pin };
    case 'online':
      return { type: 'online', answer: bankAnswer(around.bank) };
  }
}

function bankAnswer(bank: BankAnswer): Extract<KernelResponse, { type: 'online' }>['answer'] {
  if (bank === 'none') return { type: 'unableToGoOnline' };
  const approved = bank === 'approve';
  const authorisationResponseCode = approved ? '00' : '05';
  return { type: 'answered', authorisationResponseCode, approved, issuerScripts: [] };
}
