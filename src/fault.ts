/** Every way in which the world can fail the terminal; each has a text in both languages in `ui/texts`. */
export const faultCodes = [
  'reader.serviceDown',
  'reader.gone',
  'reader.cardRemoved',
  'reader.cardUnresponsive',
  'reader.cardMute',
  'reader.protocol',
  'head.gone',
  'head.edgesLost',
  'printer.gone',
  'printer.noPaper',
  'printer.fault',
  'pinPad.gone',
  'link.nameNotFound',
  'link.connectRefused',
  'link.unreachable',
  'link.connectTimeout',
  'link.tls',
  'link.reset',
  'link.answerTimeout',
  'link.badFrame',
  'journal.diskFull',
  'journal.readOnly',
  'journal.corrupt',
  'journal.inUse',
  'bulletins.unreachable',
  'keystore.missingKey',
  'keystore.badCheckValue',
  'reports.notWritten',
  'keystore.notKept',
  'support.noRecipient',
  'support.numberFound',
  'support.notWritten',
] as const;

export type FaultCode = (typeof faultCodes)[number];

/** When it makes sense to try the same thing again. */
export type Retry = 'now' | 'later' | 'never';

/**
 * The world failed: hardware, link, disk. Thrown only at the edges (hal, acquirer, db). Expected ends
 * (declined, card not accepted) are values, and our own bugs are assertions.
 */
export class TerminalFault extends Error {
  readonly code: FaultCode;
  readonly retry: Retry;
  /** Bytes that show it, where there are any: what a card gave for an answer to reset. */
  readonly evidence: Uint8Array | undefined;

  constructor(
    code: FaultCode,
    retry: Retry,
    message: string = code,
    cause?: unknown,
    evidence?: Uint8Array,
  ) {
    super(message, cause === undefined ? undefined : { cause });
    this.name = 'TerminalFault';
    this.code = code;
    this.retry = retry;
    this.evidence = evidence;
  }
}

export const isFault = (error: unknown, code?: FaultCode): error is TerminalFault =>
  error instanceof TerminalFault && (code === undefined || error.code === code);

/** A disk that is full to the last byte, or takes no writing at all. */
export const takesNoRow = (error: unknown): error is TerminalFault =>
  isFault(error, 'journal.diskFull') || isFault(error, 'journal.readOnly');
