import { type FaultCode, type Retry, TerminalFault } from '#src/fault.ts';

const cardLeft = ['RemovedCard', 'NoSmartcard', 'UnpoweredCard', 'ResetCard'];
const cardBad = [
  'UnresponsiveCard',
  'UnsupportedCard',
  'InvalidAtr',
  'ProtoMismatch',
  'CardUnsupported',
];
const readerGone = ['ReaderUnavailable', 'UnknownReader', 'NoReadersAvailable', 'SharingViolation'];
const serviceDown = [
  'NoService',
  'ServiceStopped',
  'CommError',
  'InvalidHandle',
  'Shutdown',
  'ServerTooBusy',
  'Cancelled',
  'InternalError',
];

const faults: readonly (readonly [readonly string[], FaultCode, Retry])[] = [
  [cardLeft, 'reader.cardRemoved', 'now'],
  [cardBad, 'reader.cardUnresponsive', 'now'],
  [readerGone, 'reader.gone', 'later'],
  [serviceDown, 'reader.serviceDown', 'later'],
];

/** The name of the PC/SC error, if it is one. */
export const codeOf = (cause: unknown): string =>
  cause instanceof Error && 'code' in cause && typeof cause.code === 'string' ? cause.code : '';

/** What a PC/SC error means at the terminal; `reader.protocol` for those that say nothing definite. */
export function faultOf(cause: unknown): TerminalFault {
  const code = codeOf(cause);
  const [, fault, retry] = faults.find(([codes]) => codes.includes(code)) ?? [
    [],
    'reader.protocol' as const,
    'now' as const,
  ];
  return new TerminalFault(fault, retry, `${fault}: ${code}`, cause);
}
