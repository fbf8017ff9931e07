import type { TransactionRequest } from '../journal/events.ts';

type Of = { readonly holdId: string; readonly stan: number };

/** What became of the issuer's scripts is owed to the bank from the row on that says it. */
export type ScriptReportEvent =
  | (Of & {
      readonly kind: 'scriptReport.owed';
      /** The report's own trace number; `original` is the transaction whose answer brought the scripts. */
      readonly request: TransactionRequest;
      /** Field 55, hex: results (DF31), TVR, TSI, the final cryptogram. No card data in it. */
      readonly chipData: string;
    })
  | (Of & { readonly kind: 'scriptReport.attempted'; readonly attempt: number })
  /** Taken by the bank, or refused for good; the number that was kept for it is destroyed. */
  | (Of & {
      readonly kind: 'scriptReport.settled';
      readonly responseCode: string;
      readonly token: string;
    });
