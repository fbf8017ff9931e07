import type { KernelFailureCode, KernelStep } from './contract.ts';

/**
 * What exactly is wrong with a card, where the failure's code alone is coarse: one thing that a person can be told.
 * Absent when the code says it all (card blocked, no common application, pulled out, mute).
 */
export const kernelFlaws = [
  /** Neither 5A nor 57. */
  'numberMissing',
  /** 5A and 57 hold different numbers. */
  'numbersDiffer',
  /** 5A or 57 stands twice. */
  'numberTwice',
  /** 5A or 57 is empty, too long, or holds letters or a length that no number has. */
  'numberUnreadable',
  /** No 5F24, and no expiry in 57. */
  'expiryMissing',
  /** 5F24 is no date. */
  'expiryUnreadable',
  /** Another data object stands twice. */
  'objectTwice',
  /** A data object has a length or a content that the book does not know. */
  'objectUnreadable',
  /** GET PROCESSING OPTIONS answered nothing that can be read, or lacks AIP or AFL. */
  'optionsUnreadable',
  /** The AFL (94) points outside what there can be, or names too many records. */
  'filesImpossible',
  /** A record that the AFL names is not there. */
  'recordMissing',
  /** A record is no template 70, or its lengths lie. */
  'recordUnreadable',
  /** A list of wanted data (9F38, 8C, 8D, 97) cannot be read, or asks for more than a command carries. */
  'wantedListImpossible',
  /** 8C or 8D is missing: the card does not say what its cryptogram needs. */
  'wantedListMissing',
  /** The list of verification methods (8E) is cut off. */
  'verificationListUnreadable',
  /** The card made a cryptogram of a higher kind than asked, or of a kind that does not exist. */
  'cryptogramOfOtherKind',
  /** The answer to GENERATE AC lacks its cryptogram, counter or information data, or cannot be read. */
  'cryptogramIncomplete',
  /** The card says for ever that more data wait, or that the length is wrong. */
  'answerEndless',
] as const;

export type KernelFlaw = (typeof kernelFlaws)[number];

type Where = {
  readonly code: KernelFailureCode;
  readonly step: KernelStep;
  readonly tag?: string;
};

/** The flaw that a failure shows by its code, its tag and its step; undefined when the code says it all. */
export function flawOf({ code, step, tag }: Where): KernelFlaw | undefined {
  const byTag = tag === undefined ? undefined : flawOfObject(code, step, tag);
  if (byTag !== undefined) return byTag;
  if (code === 'statusRefused' && step === 'readRecords') return 'recordMissing';
  if (code !== 'malformedResponse' && code !== 'tooLong') return undefined;
  if (step === 'initiate') return 'optionsUnreadable';
  return step === 'generateAc1' || step === 'generateAc2' ? 'cryptogramIncomplete' : undefined;
}

function flawOfObject(code: KernelFailureCode, step: KernelStep, tag: string): KernelFlaw {
  const missing = code === 'mandatoryDataMissing';
  switch (tag) {
    case '5A':
    case '57':
      return missing
        ? 'numberMissing'
        : code === 'dataConflict'
          ? 'numberTwice'
          : 'numberUnreadable';
    case '5F24':
      return missing
        ? 'expiryMissing'
        : code === 'dataConflict'
          ? 'objectTwice'
          : 'expiryUnreadable';
    case '8C':
    case '8D':
      return missing ? 'wantedListMissing' : listFlaw(code);
    case '9F38':
    case '97':
      return listFlaw(code);
    case '8E':
      return code === 'dataConflict' ? 'objectTwice' : 'verificationListUnreadable';
    case '70':
      return 'recordUnreadable';
    case '94':
      return step === 'initiate' ? 'optionsUnreadable' : 'filesImpossible';
  }
  if (step === 'initiate') return 'optionsUnreadable';
  if (step === 'generateAc1' || step === 'generateAc2')
    return code === 'dataConflict' && tag === '9F27'
      ? 'cryptogramOfOtherKind'
      : 'cryptogramIncomplete';
  return code === 'dataConflict' ? 'objectTwice' : 'objectUnreadable';
}

const listFlaw = (code: KernelFailureCode): KernelFlaw =>
  code === 'dataConflict' ? 'objectTwice' : 'wantedListImpossible';
