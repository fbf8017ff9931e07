import { type FaultCode, type Retry, TerminalFault } from '#src/fault.ts';
import type { LinkProgress } from './contract.ts';

/** A link fault also says whether the host may have seen the request. */
export class LinkFault extends TerminalFault {
  readonly progress: LinkProgress;

  constructor(
    code: FaultCode,
    retry: Retry,
    progress: LinkProgress,
    message: string,
    cause?: unknown,
  ) {
    super(code, retry, message, cause);
    this.name = 'LinkFault';
    this.progress = progress;
  }
}
