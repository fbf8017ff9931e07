import type { Pan } from '../card/pan.ts';
import type { Money } from '../money.ts';
import type { KernelFlaw } from './flaws.ts';

/**
 * The kernel is a coroutine: it yields what it needs and receives the answer, so a whole
 * transaction runs against a scripted list in a test. `src/terminal` performs the requests.
 */
export type KernelRequest =
  /** One command APDU (EMV 4.4 Book 1 §9.3); 61xx and 6Cxx are followed by the kernel. */
  | { readonly type: 'transmit'; readonly commandApdu: Uint8Array; readonly step: KernelStep }
  | ({ readonly type: 'chooseApplication'; readonly candidates: readonly Candidate[] } & ToCustomer)
  | ({ readonly type: 'confirmApplication'; readonly candidate: Candidate } & ToCustomer)
  /** Fresh random bytes: the unpredictable number. */
  | { readonly type: 'random'; readonly length: number }
  | ({ readonly type: 'onlinePin'; readonly pan: Pan } & ToCustomer)
  /**
   * Offline PIN: the PIN pad builds the block of the method, the terminal sends it to the card as
   * VERIFY (`00 20 00 80 08` plaintext, `00 20 00 88 Lc` enciphered) and wipes it, so that digits
   * never pass through the kernel. Answered by `transmitted` or `transmitFailed` with the card's
   * answer, or by `pin`.
   */
  | ({
      readonly type: 'offlinePin';
      readonly method: OfflinePinMethod;
      /** When the card told: the customer should hear of the last one. */
      readonly triesLeft?: number;
    } & ToCustomer)
  /** First GENERATE AC answered ARQC: ask the issuer. */
  | { readonly type: 'online'; readonly request: OnlineRequest };

/**
 * A request that the customer sees: ISO 639 codes of tag 5F2D, the most preferred first, as far as
 * known by then.
 */
type ToCustomer = { readonly languagePreference: readonly string[] };

/**
 * EMV 4.4 Book 3 §6.5.12 and Book 2 §7: ISO 9564-1 format 2, in the clear or under the card's key.
 */
export type OfflinePinMethod =
  | { readonly type: 'plaintext' }
  | {
      readonly type: 'enciphered';
      readonly modulus: Uint8Array;
      readonly exponent: Uint8Array;
      /** The card's unpredictable number, eight bytes, from GET CHALLENGE. */
      readonly challenge: Uint8Array;
    };

/** The answers, by the request's type. */
export type KernelResponse =
  | { readonly type: 'transmitted'; readonly responseApdu: Uint8Array }
  /** The card left, the card fell mute, the reader died: the code of the fault. */
  | {
      readonly type: 'transmitFailed';
      readonly fault: 'cardRemoved' | 'cardMute' | 'readerGone' | 'protocol';
    }
  | { readonly type: 'chosen'; readonly index: number }
  | { readonly type: 'confirmed'; readonly yes: boolean }
  | { readonly type: 'random'; readonly bytes: Uint8Array }
  | { readonly type: 'pin'; readonly result: 'entered' | 'bypassed' | 'padFailed' }
  | { readonly type: 'online'; readonly answer: OnlineAnswer }
  /** The cashier or the customer gave up: ends in the outcome `cancelled`. */
  | { readonly type: 'cancelled' };

export type KernelStep =
  | 'select'
  | 'initiate'
  | 'readRecords'
  | 'authenticate'
  | 'restrict'
  | 'verify'
  | 'manageRisk'
  | 'analyse'
  | 'generateAc1'
  | 'issuerAuthentication'
  | 'scripts'
  | 'generateAc2';

export type Candidate = {
  readonly dfName: Uint8Array;
  readonly label: string;
  readonly preferredName?: string;
  readonly priority: number;
  readonly confirmationRequired: boolean;
};

/** The places of number and expiry. One that cannot be read is made good by another that can. */
export type CardDataTag = '57' | '5A' | '5F24';

/**
 * Card data that leaves the kernel. Track 2 equivalent data stands in the online request only,
 * never in an outcome.
 */
export type CardData = {
  readonly pan: Pan;
  readonly panSequenceNumber?: number;
  /** YYMM, from 5F24, else from 57; empty only in a failure that came before it was known. */
  readonly expiry: string;
  readonly track2EquivalentData?: Uint8Array;
  readonly serviceCode?: string;
  /** Tags of number or expiry that the card holds and nobody can read: the others stood in for them. */
  readonly unreadable?: readonly CardDataTag[];
  readonly aid: Uint8Array;
  readonly applicationLabel: string;
  readonly languagePreference: readonly string[];
};

export type OnlineRequest = {
  readonly card: CardData;
  /** The tags of field 55 in order, already TLV encoded. */
  readonly chipData: Uint8Array;
  readonly pinEntered: boolean;
  readonly signatureWanted: boolean;
};

export type OnlineAnswer =
  | {
      readonly type: 'answered';
      /** Tag 8A: two ASCII characters, from field 39 (`00`) or by the terminal (`Y3`, `Z3`). */
      readonly authorisationResponseCode: string;
      readonly approved: boolean;
      /** Tag 91 from field 55 of the answer. */
      readonly issuerAuthenticationData?: Uint8Array;
      /** Templates 71 and 72, whole, in their order. */
      readonly issuerScripts: readonly Uint8Array[];
    }
  | { readonly type: 'unableToGoOnline' };

/** Printed on the slip and sent with a reversal. */
export type EmvLines = {
  readonly aid: string;
  readonly applicationLabel: string;
  readonly tvr: string;
  readonly tsi: string;
  readonly cvmResults: string;
  readonly applicationCryptogram: string;
  readonly cryptogramInformationData: string;
  readonly atc: string;
  /** Of number and expiry, the tags that could not be read: kept as evidence of a card that is going. */
  readonly unreadable?: readonly CardDataTag[];
};

/**
 * Every way in which a contact transaction can end. `cause` of a failed end is evidence for the
 * diagnosis.
 */
export type KernelOutcome =
  | {
      readonly type: 'approved';
      readonly card: CardData;
      readonly lines: EmvLines;
      readonly signatureWanted: boolean;
      readonly scriptResults: Uint8Array;
      /** Field 55 of the report on the issuer's scripts, when there were any: owed to the bank. */
      readonly scriptReport?: Uint8Array;
      readonly chipData: Uint8Array;
    }
  /** The host approved, then the card refused: the host must be reversed with reason 06. */
  | {
      readonly type: 'declinedByCardAfterApproval';
      readonly card: CardData;
      readonly lines: EmvLines;
      readonly chipData: Uint8Array;
      /** Five bytes a script (Book 4 annex A5). */
      readonly scriptResults?: Uint8Array;
      readonly scriptReport?: Uint8Array;
    }
  | {
      readonly type: 'declinedByHost';
      readonly card: CardData;
      readonly lines: EmvLines;
      readonly authorisationResponseCode: string;
      readonly scriptResults?: Uint8Array;
      readonly scriptReport?: Uint8Array;
    }
  | {
      readonly type: 'declinedOffline';
      readonly card: CardData;
      readonly lines: EmvLines;
      /**
       * Who refused: the card, or the terminal's action codes and its authentication of the card.
       */
      readonly by: 'card' | 'terminal';
    }
  /** It had to go online and could not: nobody approved it. */
  | {
      readonly type: 'unableToGoOnline';
      readonly card: CardData;
      readonly lines: EmvLines;
      /** What the default action codes asked of the card, and what it answered to a TC. */
      readonly offline: OfflineDecision;
    }
  | { readonly type: 'cancelled'; readonly at: KernelStep }
  | { readonly type: 'failed'; readonly failure: KernelFailure };

/**
 * Without the host (Book 3 §10.7): refused by the default action codes, refused by the card that was asked for a TC,
 * or approved by both — which is no hold, because a hold lives at the bank.
 */
export type OfflineDecision = 'refusedByActionCodes' | 'refusedByCard' | 'approvedByCard';

export type KernelFailureCode =
  | 'cardRemoved'
  | 'cardMute'
  | 'readerGone'
  | 'protocolError'
  | 'noCommonApplication'
  | 'applicationBlocked'
  | 'cardBlocked'
  | 'conditionsNotSatisfied'
  | 'statusRefused'
  | 'malformedResponse'
  | 'mandatoryDataMissing'
  | 'dataConflict'
  | 'expired'
  | 'tooManyRecords'
  | 'tooLong';

export type KernelFailure = {
  readonly code: KernelFailureCode;
  readonly step: KernelStep;
  /** Status words of the answer that ended it, `6985`. */
  readonly sw?: string;
  /** The tag at fault, upper-case hex. */
  readonly tag?: string;
  /** What exactly is wrong, where the code alone is coarse. */
  readonly flaw?: KernelFlaw;
  /** Bytes that show it, hex, with any card number masked; at most 64 bytes. */
  readonly evidence: string;
  /** Known before the end? Then the case can say which card it was. */
  readonly card?: CardData;
  /** The host approved before this end: a reversal is owed. */
  readonly hostApproved: boolean;
  /** After the host's answer: field 55 of a reversal, and of the report on its scripts. */
  readonly chipData?: Uint8Array;
  readonly scriptReport?: Uint8Array;
};

/** EMV 4.4 Book 1 §9. */
export type TransmissionProtocol = 'T=0' | 'T=1';

/** What the kernel is told. Amounts are integers of minor units. */
export type KernelInput = {
  readonly amount: Money;
  readonly amountOther: Money;
  /** Tag 9C: 00 for a pre-authorisation in the UnionPay dialect (`03` some acquirers). */
  readonly transactionType: number;
  /** Tag 9A, YYMMDD and 9F21, HHMMSS, local time of the terminal. */
  readonly date: string;
  readonly time: string;
  readonly transactionSequenceCounter: number;
  readonly terminal: TerminalData;
  readonly applications: readonly TerminalApplication[];
  readonly caPublicKeys: readonly CaPublicKey[];
  /** How the reader speaks with the card; over T=0 the kernel fetches what a warning leaves behind. */
  readonly protocol?: TransmissionProtocol;
  readonly forceOnline: boolean;
  /** A person at the terminal wants the issuer asked: sets its TVR bit, unlike `forceOnline`. */
  readonly merchantForcedOnline?: boolean;
  /** Cards that the acquirer has listed: asked once, when the number is known. */
  readonly exceptionFile?: ExceptionFile;
  /**
   * Issuer certificates that their payment system has revoked: RID, CA key index, serial number;
   * hex.
   */
  readonly revokedCertificates?: readonly {
    readonly rid: string;
    readonly index: string;
    readonly serialNumber: string;
  }[];
  readonly policies?: {
    /** May the customer pass over the PIN? Default yes; when not, a bypass ends in `cancelled`. */
    readonly pinBypassAllowed?: boolean;
  };
};

/** Does the acquirer's list of exceptions hold this card (EMV 4.4 Book 3 §10.6.4)? */
export type ExceptionFile = (card: Pick<CardData, 'pan' | 'panSequenceNumber'>) => boolean;

export type TerminalData = {
  /**
   * 9F1A, 5F2A, 9F35, 9F33 (3 bytes), 9F40 (5 bytes), 9F15 as hex of the tag's value; 9F1E (8
   * characters), 9F1C (8), 9F16 (15) as text or as its hex.
   */
  readonly countryCode: string;
  readonly currencyCode: string;
  readonly type: string;
  readonly capabilities: string;
  readonly additionalCapabilities: string;
  readonly interfaceDeviceSerialNumber: string;
  readonly terminalId: string;
  readonly merchantId: string;
  readonly merchantCategoryCode: string;
};

export type TerminalApplication = {
  /** Hex. */
  readonly aid: string;
  readonly partialSelection: boolean;
  /** 9F09, hex. */
  readonly versionNumber: string;
  readonly floorLimitMinorUnits: number;
  readonly randomSelection: {
    readonly targetPercent: number;
    readonly maximumTargetPercent: number;
    readonly thresholdMinorUnits: number;
  };
  /** Terminal action codes, five bytes as hex. */
  readonly tacDenial: string;
  readonly tacOnline: string;
  readonly tacDefault: string;
  /** Default DDOL and TDOL, hex. */
  readonly defaultDdol: string;
  readonly defaultTdol: string;
};

export type CaPublicKey = {
  readonly rid: string;
  readonly index: string;
  readonly modulus: string;
  readonly exponent: string;
  /** YYYYMMDD */
  readonly expiry: string;
  /** SHA-1 over RID, index, modulus, exponent; hex. */
  readonly hash?: string;
};
