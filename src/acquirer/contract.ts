import type { Pan } from '../card/pan.ts';
import type { FaultCode } from '../fault.ts';
import type { Money } from '../money.ts';

/** What a flow asks of the bank; the dialect turns it into a message (DOMAIN: table of transactions). */
export type HostRequest =
  | ({ readonly kind: 'preauth' } & CardRequest & { readonly cardPresent: boolean })
  | ({ readonly kind: 'increment' } & CardRequest & { readonly original: Original })
  | ({ readonly kind: 'cancellation' } & CardRequest & { readonly original: Original })
  | ({ readonly kind: 'completion' } & CardRequest & { readonly original: Original })
  | ({ readonly kind: 'completionAdvice' } & CardRequest & { readonly original: Original })
  | ({ readonly kind: 'completionVoid' } & CardRequest & { readonly original: Original })
  /** What became of the issuer's scripts (发卡行脚本结果通知): no money moves. */
  | ({ readonly kind: 'scriptReport' } & CardRequest & { readonly original: Original })
  | ({ readonly kind: 'offlineAdvice' } & CardRequest & { readonly authorisationCode: string })
  | ({ readonly kind: 'reversal' } & CardRequest & {
        /** The request that is undone, with its own STAN: the reversal repeats it. */
        readonly of: 'preauth' | 'increment' | 'cancellation' | 'completion' | 'completionVoid';
        readonly reason: ReversalReason;
        readonly original: Original;
      })
  | {
      readonly kind: 'signIn';
      readonly stan: number;
      readonly batch: number;
      readonly operator: string;
    }
  | {
      readonly kind: 'signOff';
      readonly stan: number;
      readonly batch: number;
      readonly operator: string;
    }
  | { readonly kind: 'echo'; readonly stan: number; readonly batch: number }
  | {
      readonly kind: 'settlement';
      readonly stan: number;
      readonly batch: number;
      readonly totals: SettlementTotals;
    }
  | {
      readonly kind: 'upload';
      readonly stan: number;
      readonly batch: number;
      readonly balanced: boolean;
      readonly upload: BatchUpload;
    }
  | ({ readonly kind: 'download'; readonly stan: number; readonly batch: number } & Download);

/** One message of the batch upload that follows a settlement. */
export type BatchUpload =
  /** Up to eight records of stripe transactions. */
  | { readonly type: 'stripe'; readonly records: readonly UploadRecord[] }
  /** A chip transaction with its data. */
  | {
      readonly type: 'chip';
      readonly transaction: Pick<CardRequest, 'amount' | 'card' | 'posEntryMode'>;
    }
  | { readonly type: 'end'; readonly count: number };

export type UploadRecord = {
  readonly stan: number;
  readonly pan: Pan;
  readonly minorUnits: number;
  readonly foreignCard: boolean;
};

/** Tables that the host keeps for the terminal: ask what there is, fetch each, say that all are in. */
export type Download = {
  readonly table: 'parameters' | 'caPublicKeys' | 'applications';
  readonly step:
    | { readonly type: 'query'; readonly received: number }
    /** `item` as the list named it (TLV). */
    | { readonly type: 'fetch'; readonly item: Uint8Array }
    | { readonly type: 'end' };
};

/** F39 of a reversal: 98 no answer, A0 bad MAC in the answer, 06 chip refused after approval, 96 fault. */
export type ReversalReason = '98' | 'A0' | '06' | '96';

/** Fields that every financial request shares. */
export type CardRequest = {
  /** F11, 1…999999. */
  readonly stan: number;
  /** F60.2, 1…999999. */
  readonly batch: number;
  readonly amount: Money;
  /** MMDD and HHMMSS, local time of the terminal (F13, F12). */
  readonly localDate: string;
  readonly localTime: string;
  readonly card: RequestCard;
  /** F22, `051`. */
  readonly posEntryMode: string;
};

export type RequestCard = {
  readonly pan: Pan;
  /** YYMM. */
  readonly expiry?: string;
  readonly panSequenceNumber?: number;
  readonly track2?: string;
  readonly pinBlock?: Uint8Array;
  readonly chipData?: Uint8Array;
};

/** What F37, F38 and F61 say of the transaction before. */
export type Original = {
  readonly batch: number;
  readonly stan: number;
  /** MMDD. */
  readonly date: string;
  readonly rrn?: string;
  readonly authorisationCode?: string;
};

type CardTotals = {
  readonly debitMinorUnits: number;
  readonly debitCount: number;
  readonly creditMinorUnits: number;
  readonly creditCount: number;
};

/** Cards of the domestic scheme and of the others are settled apart. */
export type SettlementTotals = {
  readonly domestic: CardTotals;
  /** Absent: none. */
  readonly foreign?: CardTotals;
};

export type HostAnswer = {
  /** F39. */
  readonly responseCode: string;
  readonly approved: boolean;
  /** Its MAC was right, or its kind carries none: nobody on the line can have made it. */
  readonly proven: boolean;
  readonly stan: number;
  readonly rrn?: string;
  readonly authorisationCode?: string;
  /** F4 of the answer: smaller than asked on a partial approval (10). */
  readonly amount?: Money;
  /** F54: the cumulative amount after an increment. */
  readonly cumulativeAmount?: Money;
  /** F12, F13 of the host. */
  readonly localDate?: string;
  readonly localTime?: string;
  readonly settlementDate?: string;
  /** F44: issuer and acquirer institution. */
  readonly institutions?: string;
  readonly issuerAuthenticationData?: Uint8Array;
  readonly issuerScripts: readonly Uint8Array[];
  /** Header digit 6: what the bank asks the terminal to do when idle. */
  readonly headerRequest: number;
  /** Settlement: F48's reply flag said balanced. */
  readonly balanced?: boolean;
  /** Settlement: the totals of F48 as the bank sent them, its own where it does not just repeat ours. */
  readonly totals?: SettlementTotals;
  readonly batch?: number;
  /** Download: F62, as the parsers of `downloads.ts` take it. */
  readonly data?: Uint8Array;
};

export type HostResult =
  | { readonly type: 'answered'; readonly answer: HostAnswer }
  /** No usable answer. `maybeSent`: the bank may have booked it, so a reversible request owes a reversal. */
  | {
      readonly type: 'noAnswer';
      readonly fault: FaultCode | 'answer.badMac' | 'answer.malformed';
      readonly maybeSent: boolean;
      readonly detail: string;
    };

/** The acquirer as the flows see it: one request at a time, no retries of its own. */
export interface Acquirer {
  exchange(request: HostRequest): Promise<HostResult>;
  /** Is there a way to the host now? */
  probe(): Promise<{ readonly open: true } | { readonly open: false; readonly fault: FaultCode }>;
  /** Exchanges begin with the next of the bank's addresses: the one they begin with now, `host:port`. */
  useNextHost(): Promise<string>;
  /** Working keys loaded and valid. */
  readonly signedIn: boolean;
  close(): Promise<void>;
}
