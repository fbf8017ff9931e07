/**
 * What a message asks for: MTI, processing code (F3), condition code (F25) and message type
 * (F60.1).
 */
type Row = {
  readonly kind: FinancialKind;
  readonly mti: string;
  readonly processingCode: string;
  readonly conditionCode: string;
  readonly messageType: string;
};

export const financialKinds = [
  'preauth',
  'increment',
  'cardAbsentPreauth',
  'cancellation',
  'completion',
  'completionAdvice',
  'completionVoid',
  'offlineAdvice',
  'sale',
  'saleVoid',
  'refund',
] as const;

const networkKinds = [
  'signIn',
  'signOff',
  'echo',
  'settlement',
  'batchUpload',
  'download',
] as const;

export type FinancialKind = (typeof financialKinds)[number];
export type NetworkKind = (typeof networkKinds)[number];
export type MessageKind = FinancialKind | NetworkKind | 'reversal' | 'scriptReport';

export const messageKinds: readonly MessageKind[] = [
  ...financialKinds,
  ...networkKinds,
  'reversal',
  'scriptReport',
];

const row = (
  kind: FinancialKind,
  mti: string,
  processingCode: string,
  conditionCode: string,
  messageType: string,
): Row => ({ kind, mti, processingCode, conditionCode, messageType });

const table: readonly Row[] = [
  row('preauth', '0100', '030000', '06', '10'),
  row('increment', '0100', '030000', '60', '10'),
  row('cardAbsentPreauth', '0100', '030000', '18', '10'),
  row('cancellation', '0100', '200000', '06', '11'),
  row('completion', '0200', '000000', '06', '20'),
  row('completionAdvice', '0220', '000000', '06', '24'),
  row('completionVoid', '0200', '200000', '06', '21'),
  row('offlineAdvice', '0220', '000000', '00', '30'),
  row('sale', '0200', '000000', '00', '22'),
  row('saleVoid', '0200', '200000', '00', '23'),
  row('refund', '0220', '200000', '00', '25'),
];

/** The kind of a financial request; a reversal repeats F3, F25 and F60.1 of what it undoes. */
export function financialKind(
  mti: string,
  processingCode: string | undefined,
  conditionCode: string | undefined,
  messageType: string,
): FinancialKind | undefined {
  const found = table.find(
    (it) =>
      (mti === '0400' || it.mti === mti) &&
      it.processingCode === processingCode &&
      it.conditionCode === conditionCode &&
      it.messageType === messageType,
  );
  return found?.kind;
}

/** F60.1 of a request that does not say it: MTI, F3 and F25 are different for every kind. */
export const messageTypeOf = (
  mti: string,
  processingCode: string | undefined,
  conditionCode: string | undefined,
): string | undefined =>
  table.find(
    (it) =>
      it.mti === mti && it.processingCode === processingCode && it.conditionCode === conditionCode,
  )?.messageType;

/** The kind of a network message, by MTI and F60.3. */
export function networkKind(mti: string, networkCode: string): NetworkKind | undefined {
  if (mti === '0800' && ['001', '003', '004', '005'].includes(networkCode)) return 'signIn';
  if (mti === '0820' && networkCode === '002') return 'signOff';
  if (mti === '0820' && networkCode === '301') return 'echo';
  if (mti === '0820' && /^3[678]2$/.test(networkCode)) return 'download';
  if (mti === '0800' && /^3[678][01]$/.test(networkCode)) return 'download';
  if (mti === '0500') return 'settlement';
  return mti === '0320' ? 'batchUpload' : undefined;
}

/** Kinds that a reversal may undo. */
export const isReversible = (kind: FinancialKind): boolean =>
  !['completionAdvice', 'offlineAdvice', 'refund'].includes(kind);

export const isAdvice = (kind: FinancialKind): boolean => !isReversible(kind);

/** `0100` → `0110`. */
export const answerMti = (mti: string): string =>
  `${mti.slice(0, 2)}${Number(mti.charAt(2)) + 1}${mti.charAt(3)}`;
