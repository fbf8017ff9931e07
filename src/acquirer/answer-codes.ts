/** What the operator can do about an answer: the columns of the recovery table hang on it. */
export type AnswerFamily =
  | 'approved'
  | 'callIssuer'
  | 'settings'
  | 'capture'
  | 'refused'
  | 'originalMismatch'
  | 'format'
  | 'noSuchCard'
  | 'unsupported'
  | 'expired'
  | 'fallbackRefused'
  | 'bankSide'
  | 'signInAgain';

/** Meaning of a value of field 39; its words are in `ui/texts/answer-codes.ts` under the code. */
export type AnswerCode = {
  readonly code: string;
  readonly approved: boolean;
  /** Stable name of the meaning, for evidence and reports. */
  readonly meaning: string;
  readonly family: AnswerFamily;
};

const table: Readonly<Record<AnswerFamily, Readonly<Record<string, string>>>> = {
  approved: { '00': 'approved', '10': 'approvedForPartialAmount', '11': 'approvedVip' },
  callIssuer: { '01': 'referToIssuer', '02': 'referToIssuerSpecial' },
  settings: {
    '03': 'invalidMerchant',
    '58': 'notPermittedToTerminal',
    '97': 'terminalNotRegistered',
  },
  capture: {
    '04': 'captureCard',
    '07': 'captureCardSpecial',
    '34': 'suspectedFraud',
    '35': 'contactAcquirerCapture',
    '36': 'restrictedCardCapture',
    '37': 'callSecurityCapture',
    '41': 'lostCard',
    '43': 'stolenCard',
  },
  refused: {
    '05': 'doNotHonour',
    '38': 'pinTriesExceededCapture',
    '51': 'insufficientFunds',
    '55': 'incorrectPin',
    '57': 'notPermittedToCardholder',
    '61': 'exceedsAmountLimit',
    '62': 'restrictedCard',
    '65': 'exceedsFrequencyLimit',
    '75': 'pinTriesExceeded',
  },
  originalMismatch: {
    '12': 'invalidTransaction',
    '22': 'suspectedMalfunction',
    '25': 'originalNotFound',
    '64': 'originalAmountDiffers',
    '94': 'duplicateTransaction',
    '95': 'totalsDiffer',
  },
  format: { '13': 'invalidAmount', '30': 'formatError' },
  noSuchCard: { '14': 'invalidCardNumber' },
  unsupported: { '15': 'noSuchIssuer', '40': 'functionNotSupported' },
  expired: { '33': 'expiredCardCapture', '54': 'expiredCard' },
  fallbackRefused: { '45': 'fallbackNotAllowed' },
  bankSide: {
    '68': 'answerTooLate',
    '90': 'dayCutOver',
    '91': 'issuerInoperative',
    '92': 'networkNotFound',
    '96': 'systemMalfunction',
    '98': 'centreTimeout',
  },
  signInAgain: {
    '77': 'batchDiffers',
    '99': 'pinFormatError',
    A0: 'macError',
    C1: 'notSignedIn',
  },
};

/** Every code that has a row of its own. */
export const answerCodes: ReadonlyMap<string, AnswerCode> = new Map(
  Object.entries(table).flatMap(([family, codes]) =>
    Object.entries(codes).map(([code, meaning]): [string, AnswerCode] => [
      code,
      { code, approved: family === 'approved', meaning, family: family as AnswerFamily },
    ]),
  ),
);

/** A code without a row is a refusal, whatever it means to the bank. */
export function answerCode(code: string): AnswerCode {
  return (
    answerCodes.get(code) ?? { code, approved: false, meaning: 'otherRefusal', family: 'refused' }
  );
}
