import { hex } from '../bytes.ts';
import type {
  CardData,
  KernelInput,
  KernelRequest,
  KernelResponse,
  KernelStep,
  TerminalApplication,
} from './contract.ts';
import type { PublicKey } from './rsa.ts';
import { type NamedBit, setBit, tsiBits, tvrBits } from './tvr.ts';

/**
 * A stage of the kernel: yields requests, returns its result, ends early by throwing a KernelEnd.
 */
export type Stage<Result = void> = Generator<KernelRequest, Result, KernelResponse>;

/** What holds from the first SELECT to the end, whichever application is tried. */
export type Session = {
  readonly input: KernelInput;
  step: KernelStep;
  commandsSent: number;
  /** The last answer of the card, status words included: the evidence when a stage gives up. */
  lastResponse: Uint8Array;
  /** As soon as number and expiry are known. */
  card: CardData | undefined;
  hostApproved: boolean;
  /** Tag 5F2D of the directory, then of the selected application. */
  languagePreference: readonly string[];
};

/** One selected application: stages read it and add to it in the book's order. */
export type Transaction = {
  readonly session: Session;
  readonly terminal: TerminalApplication;
  readonly dfName: Uint8Array;
  readonly label: string;
  readonly unpredictableNumber: Uint8Array;
  /** From the FCI: PDOL, languages. */
  readonly fci: ReadonlyMap<string, Uint8Array>;
  /** From GPO, records, GET DATA and GENERATE AC: data objects that the card is the source of. */
  readonly icc: Map<string, Uint8Array>;
  /** Tags 95, 9B, 9F34, filled bit by bit. */
  readonly tvr: Uint8Array;
  readonly tsi: Uint8Array;
  readonly cvmResults: Uint8Array;
  /** Values of PDOL, CDOL1, CDOL2 as sent: CDA's hash covers them. */
  readonly sentDolData: Uint8Array[];
  /** Records that the AFL marks for offline data authentication (Book 3 §10.3), in their order. */
  readonly staticData: Uint8Array[];
  /** One of them is no template 70: the authentication that covers them fails. */
  staticDataUnusable: boolean;
  /** The card's key, when combined authentication is under way. */
  cdaKey: PublicKey | undefined;
  pinEntered: boolean;
  signatureWanted: boolean;
  /** Tag 8A, once somebody decided: the host, or the terminal (Y1, Z1, Y3, Z3). */
  authorisationResponseCode: string | undefined;
  /** Tag 91. */
  issuerAuthenticationData: Uint8Array | undefined;
  /** Five bytes a script (Book 4 annex A5). */
  readonly scriptResults: Uint8Array[];
};

export const beginSession = (input: KernelInput): Session => ({
  input,
  step: 'select',
  commandsSent: 0,
  lastResponse: new Uint8Array(0),
  card: undefined,
  hostApproved: false,
  languagePreference: [],
});

export type Selection = Pick<Transaction, 'terminal' | 'dfName' | 'label' | 'fci'>;

/** A fresh start for the application that was just selected. */
export const beginTransaction = (
  session: Session,
  selection: Selection,
  unpredictableNumber: Uint8Array,
): Transaction => ({
  session,
  ...selection,
  unpredictableNumber,
  icc: new Map(),
  tvr: new Uint8Array(5),
  tsi: new Uint8Array(2),
  cvmResults: hex('3F0000'),
  sentDolData: [],
  staticData: [],
  staticDataUnusable: false,
  cdaKey: undefined,
  pinEntered: false,
  signatureWanted: false,
  authorisationResponseCode: undefined,
  issuerAuthenticationData: undefined,
  scriptResults: [],
});

export const setTvr = (tx: Transaction, bit: keyof typeof tvrBits): void =>
  setBit(tx.tvr, tvrBits[bit]);

export const setTsi = (tx: Transaction, bit: keyof typeof tsiBits): void =>
  setBit(tx.tsi, tsiBits[bit]);

/** Is this bit of the card's Application Interchange Profile (tag 82) set? */
export const profileSays = (tx: Transaction, [byte, mask]: NamedBit): boolean =>
  ((tx.icc.get('82')?.[byte] ?? 0) & mask) !== 0;
