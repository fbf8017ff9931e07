import type { Role } from '../people/permissions.ts';

/** Questions by the roles that have to know them; the words stand in `ui/texts/training`, right answer first. */
const byRoles = {
  everybody: [
    'holdMeans',
    'guestPin',
    'threeDigits',
    'noLine',
    'ownPin',
    'violetBand',
    'trainingSlip',
    'cleanReader',
  ],
  shop: [
    'chipFirst',
    'dirtyChip',
    'deadChip',
    'typedHold',
    'keepCard',
    'withheld',
    'lastFour',
    'noAnswer',
    'takeOut',
    'bankDown',
    'chargeLimit',
    'lastDay',
    'leaveDesk',
    'expiredCard',
    'callNote',
    'numberMissing',
    'slipLost',
    'paperForm',
  ],
  supervisor: ['cancelAgree', 'callBecomes', 'caseEnd', 'cashAgree', 'whatIsKept', 'manyCards'],
  service: ['missingKeys', 'wrongClock', 'backupGood', 'updateWhen', 'openedCase', 'testCard'],
  answerable: ['code03', 'stranger', 'threeCards'],
} as const;

type Group = keyof typeof byRoles;
export type QuestionId = (typeof byRoles)[Group][number];

const groupsOf: Readonly<Record<Role, readonly Group[]>> = {
  cashier: ['everybody', 'shop'],
  supervisor: ['everybody', 'shop', 'supervisor', 'answerable'],
  technician: ['everybody', 'service', 'answerable'],
  vendor: ['everybody', 'service', 'answerable'],
};

export const questionIds: readonly QuestionId[] = Object.values(byRoles).flat();

export const questionsOf = (role: Role): readonly QuestionId[] =>
  groupsOf[role].flatMap((group) => [...byRoles[group]]);
