import type { Finding, RemedyKind } from './evidence.ts';
import { type DeviceClass, deviceFirst } from './ways-device.ts';

/** At the hold the card is in front of us; later a hold exists that cannot be completed, cancelled or released. */
export type Moment = 'atHold' | 'later';

type Offers = readonly RemedyKind[];

/** What is left when neither card nor bank can be had, best first. */
const lastResort: Offers = ['handOver', 'cashDeposit', 'paperSlip', 'refuse'];
const withoutTheCard: Offers = ['callIssuer', 'cardAbsent', ...lastResort];
const bankAway: Offers = ['callIssuer', 'handOver', 'paperSlip', 'cashDeposit', 'refuse'];

/** At the hold, best way first, for each finding. What the rules refuse is struck out (`ways-rules.ts`). */
const atHold: Readonly<Record<Finding, Offers>> = {
  chipDirty: [
    'readAgain',
    'swipe',
    'otherApplication',
    'otherCard',
    'callIssuer',
    'cleanReader',
    'cardAbsent',
    ...lastResort,
  ],
  chipDead: ['otherCard', 'swipe', 'readAgain', 'callIssuer', 'cleanReader', ...withoutTheCard],
  chipDamaged: [
    'otherCard',
    'otherApplication',
    'readAgain',
    'swipe',
    'callIssuer',
    'cleanReader',
    ...withoutTheCard,
  ],
  cardPulled: ['readAgain', 'otherCard', ...withoutTheCard],
  cardExpired: ['otherCard', 'cashDeposit', 'refuse'],
  stripeDamaged: [
    'readAgain',
    'insertChip',
    'otherCard',
    'callIssuer',
    'cleanReader',
    ...withoutTheCard,
  ],
  insertChip: ['insertChip', 'otherCard', 'cleanReader', ...lastResort],
  cardBlocked: ['otherCard', 'otherApplication', 'cashDeposit', 'refuse'],
  cardNotAccepted: [
    'otherCard',
    'otherApplication',
    'callIssuer',
    'repairSettings',
    'updateParameters',
    'updateSoftware',
    ...lastResort,
  ],
  readerFault: [
    'cleanReader',
    'readAgain',
    'swipe',
    'handOver',
    'callIssuer',
    'cardAbsent',
    'updateSoftware',
    'cashDeposit',
    'paperSlip',
    'refuse',
  ],
  readerGone: [
    'readAgain',
    'handOver',
    'callIssuer',
    'cardAbsent',
    'updateSoftware',
    'cashDeposit',
    'paperSlip',
    'refuse',
  ],
  noLine: ['waitForBank', 'tryBankAgain', 'otherHost', 'repairSettings', ...bankAway],
  lineBroke: ['tryBankAgain', 'waitForBank', 'otherHost', ...bankAway],
  bankSilent: ['waitForBank', 'tryBankAgain', 'otherHost', 'askHotline', ...bankAway],
  bankDown: ['waitForBank', 'askHotline', 'callIssuer', 'otherCard', 'otherHost', ...bankAway],
  badAnswer: [
    'tryBankAgain',
    'waitForBank',
    'repairSettings',
    'updateParameters',
    'otherHost',
    ...bankAway,
  ],
  numberTypedWrong: ['typeAgain', 'otherCard', 'refuse'],
  refused: ['otherCard', 'otherAmount', 'cashDeposit', 'refuse'],
  keepCard: ['keepCard'],
  settingsRefused: ['repairSettings', 'updateParameters', 'updateSoftware', ...lastResort],
  settingsWrong: ['repairSettings', 'updateParameters', 'otherCard', ...bankAway],
  swipedBadly: ['readAgain', 'insertChip', 'otherCard', 'cleanReader', ...withoutTheCard],
  headDirty: ['cleanReader', 'readAgain', 'insertChip', 'otherCard', ...withoutTheCard],
  // A line that is dead is not cleaned back to life: the chip first, then another terminal.
  headSilent: ['insertChip', 'otherCard', 'cleanReader', 'handOver', ...withoutTheCard],
  lineNotTrusted: ['repairSettings', 'otherHost', 'waitForBank', ...bankAway],
  cardWithheld: ['readAgain', 'otherCard', 'cardAbsent', 'cashDeposit', 'refuse'],
  askSupervisor: ['callSupervisor', 'keepCard'],
  numberMissing: ['numberLater', 'otherCard', ...withoutTheCard],
  unknown: ['readAgain', 'otherCard', 'callIssuer', 'cleanReader', ...withoutTheCard],
};

/** Later there is no card to try: the number, the bank, the phone, another terminal, paper. */
const numberFirst: Offers = ['numberLater', 'callIssuer', 'handOver', 'paperSlip'];
const later: Partial<Readonly<Record<Finding, Offers>>> = {
  noLine: ['waitForBank', 'tryBankAgain', 'otherHost', 'callIssuer', 'handOver', 'paperSlip'],
  lineBroke: ['tryBankAgain', 'waitForBank', 'otherHost', 'callIssuer', 'handOver', 'paperSlip'],
  bankSilent: ['waitForBank', 'tryBankAgain', 'askHotline', 'callIssuer', 'handOver', 'paperSlip'],
  bankDown: ['waitForBank', 'askHotline', 'callIssuer', 'handOver', 'paperSlip'],
  badAnswer: ['tryBankAgain', 'waitForBank', 'repairSettings', 'callIssuer', 'paperSlip'],
  settingsRefused: ['repairSettings', 'updateParameters', 'handOver', 'paperSlip'],
  settingsWrong: ['repairSettings', 'updateParameters', ...numberFirst],
  refused: ['compareOriginal', 'askHotline'],
  keepCard: ['keepCard'],
  askSupervisor: ['callSupervisor', 'keepCard'],
};

/**
 * What an answer code (field 39) offers at the hold, where that is finer than its finding: DOMAIN's table, a row a
 * code. A code whose original is in doubt never repeats blindly.
 */
const byCode: Readonly<Record<string, Offers>> = {
  ...rowsFor('01 02', ['callIssuer', 'otherCard', 'cashDeposit', 'refuse']),
  ...rowsFor('03 58 97', atHold.settingsRefused),
  ...rowsFor('04 07 34 35 36 37 41 43', atHold.keepCard),
  ...rowsFor('05 57 62', ['otherCard', 'cashDeposit', 'refuse']),
  ...rowsFor('51 61 65', ['otherCard', 'otherAmount', 'cashDeposit', 'refuse']),
  ...rowsFor('38 75', ['otherCard', 'cashDeposit', 'refuse']),
  '55': ['pinAgain', 'otherCard', 'refuse'],
  ...rowsFor('12 22 25 64 94', ['compareOriginal', 'askHotline', 'refuse']),
  '13': ['otherAmount', 'askHotline', 'refuse'],
  '30': ['readAgain', 'insertChip', 'otherCard', 'updateParameters', 'askHotline', ...lastResort],
  '14': ['typeAgain', 'readAgain', 'otherCard', 'askHotline', 'cashDeposit', 'refuse'],
  ...rowsFor('15 40', atHold.cardNotAccepted),
  ...rowsFor('33 54', ['typeAgain', ...atHold.cardExpired]),
  '45': atHold.insertChip,
  ...rowsFor('68 90 91 92 96 98', atHold.bankDown),
  ...rowsFor('77 99 A0 C1', [
    'tryBankAgain',
    'repairSettings',
    'updateParameters',
    'askHotline',
    ...lastResort,
  ]),
};

/** Later the books are compared before anything else, unless the bank itself is away. */
const laterByCode: Readonly<Record<string, Offers>> = {
  ...rowsFor('01 02', ['callIssuer', 'askHotline', 'compareOriginal']),
  ...rowsFor('03 58 97', ['repairSettings', 'updateParameters', 'handOver', 'paperSlip']),
  ...rowsFor('04 07 34 35 36 37 41 43', atHold.keepCard),
  ...rowsFor('68 90 91 92 96 98', [
    'waitForBank',
    'askHotline',
    'callIssuer',
    'handOver',
    'paperSlip',
  ]),
  ...rowsFor('77 99 A0 C1', ['tryBankAgain', 'repairSettings', 'askHotline', 'paperSlip']),
};
const booksDiffer: Offers = ['compareOriginal', 'askHotline', 'paperSlip'];

function rowsFor(codes: string, offers: Offers): Record<string, Offers> {
  return Object.fromEntries(codes.split(' ').map((code) => [code, offers]));
}

/** These say more than any code. */
const found: ReadonlySet<Finding> = new Set([
  'cardExpired',
  'keepCard',
  'askSupervisor',
  // What is wrong here is put right here, whatever the bank made of it.
  'settingsWrong',
]);

/**
 * The ways of a finding in their order, each once, before the rules: what this class of device tries first, then the
 * finding's row. The code is that of the newest answer, if it was one.
 */
export function offersOf(
  finding: Finding,
  moment: Moment,
  device: DeviceClass,
  code?: string,
): Offers {
  if (code === undefined || found.has(finding)) {
    const offers = moment === 'later' ? (later[finding] ?? numberFirst) : atHold[finding];
    const first = moment === 'later' && finding === 'readerGone' ? undefined : deviceFirst[finding];
    return [...new Set([...(first?.[device] ?? []), ...offers])];
  }
  if (moment === 'later') return laterByCode[code] ?? booksDiffer;
  return byCode[code] ?? atHold[finding];
}

export const everyFinding = Object.keys(atHold) as readonly Finding[];
export const everyCode = Object.keys(byCode);
