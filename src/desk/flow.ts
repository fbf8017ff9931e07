import type { BulletinFile, PlaceName } from '#hal/bulletins/contract.ts';
import type { Incoming, Outgoing, SendEnd } from '#hal/messages/contract.ts';
import type { ReportsWritten } from '#hal/reports/contract.ts';
import type { HostRequest, HostResult } from '../acquirer/contract.ts';
import type { Pan } from '../card/pan.ts';
import type { BundleDone, BundleWish } from '../care/bundle.ts';
import type { DevicesThere } from '../care/check.ts';
import type { Config } from '../config/schema.ts';
import type { Channel } from '../contact/events.ts';
import type { Personal } from '../contact/personal.ts';
import type { OfflinePinMethod, TransmissionProtocol } from '../emv/contract.ts';
import type { FaultCode } from '../fault.ts';
import type { Party } from '../handover/party.ts';
import type { DocumentReader } from '../journal/documents.ts';
import type { Append, JournalRow } from '../journal/port.ts';
import type { KeyAnswer, KeyStep } from '../keys/steps.ts';
import type { Person } from '../people/person.ts';
import type { PinSecret } from '../people/pin.ts';
import type { EvidenceOf, LinkCheck, LinkProbe } from '../recovery/evidence.ts';
import type { ReportWish } from '../report/exports.ts';
import type { RestoreDone } from '../restore/contract.ts';
import type { BackupDone, DrillDone } from '../safekeeping.ts';
import type { WeakTrack } from '../stripe/weakness.ts';
import type { Played, Training } from '../training/contract.ts';
import type { CashierAction, Language, Screen, Strip } from './view.ts';

/** What a swipe gave. Track 2 goes into the request and is then dropped. */
export type SwipeFacts =
  | {
      readonly type: 'read';
      readonly pan: Pan;
      /** YYMM. */
      readonly expiry: string;
      readonly serviceCode: string;
      /** Absent when only track 1 could be read. */
      readonly track2?: string;
      /** Tracks that did not read by themselves, although the card was read. */
      readonly weak: readonly WeakTrack[];
    }
  | ({ readonly type: 'unread' } & Omit<EvidenceOf<'stripeFailed'>, 'type' | 'tries'>);

/** What reaches the desk from outside, one at a time and in order. */
export type DeskEvent =
  | { readonly type: 'action'; readonly action: CashierAction }
  | { readonly type: 'cardInserted' }
  | { readonly type: 'cardRemoved' }
  | { readonly type: 'readerGone' }
  | { readonly type: 'readerBack' }
  | { readonly type: 'swiped'; readonly swipe: SwipeFacts }
  | { readonly type: 'scanned'; readonly text: string }
  /** So many digits stand in the PIN pad now. */
  | { readonly type: 'pinDigits'; readonly count: number }
  | { readonly type: 'printed'; readonly slipId: string; readonly ok: boolean }
  /** From another terminal of the merchant, by network or stick. */
  | { readonly type: 'message'; readonly message: Uint8Array }
  | { readonly type: 'offered'; readonly message: Uint8Array }
  /** From a customer, or of a message to one. */
  | { readonly type: 'messageCame'; readonly incoming: Incoming }
  | { readonly type: 'outboxMoved' }
  /** A stick, with whatever lies on it. */
  | { readonly type: 'pluggedIn' }
  /** How far a long task is, 0 to 1. */
  | { readonly type: 'progress'; readonly share: number }
  | { readonly type: 'taskDone'; readonly task: number; readonly result: TaskResult }
  /** The time that a wait named is over, or the clock was set. */
  | { readonly type: 'time' };

/** Work that takes time: started by the desk, done by the runner, answered as `taskDone`. */
export type Task =
  | { readonly type: 'powerUp' }
  | { readonly type: 'transmit'; readonly commandApdu: Uint8Array }
  | { readonly type: 'powerDown' }
  | { readonly type: 'host'; readonly request: HostRequest }
  /** Waits until no other flow is asking the bank; given back by `releaseBank`. */
  | { readonly type: 'bankTurn' }
  /** Exchanges begin with the next address of the bank. */
  | { readonly type: 'otherHost' }
  | { readonly type: 'backUp' }
  | { readonly type: 'writeToCustomer'; readonly channel: Channel; readonly message: Outgoing }
  | { readonly type: 'export'; readonly wishes: readonly ReportWish[] }
  | { readonly type: 'drill' }
  | { readonly type: 'bundle'; readonly wish: BundleWish }
  | { readonly type: 'probeLine'; readonly check: LinkCheck }
  /** To another terminal; whether it arrives is not told. */
  | { readonly type: 'sendMessage'; readonly terminalId: string; readonly message: Uint8Array }
  | { readonly type: 'fetchBulletins'; readonly place: PlaceName }
  /** Only while the records are closed. `by`: who agreed. */
  | { readonly type: 'restore'; readonly by: string }
  /** One exercise of the training, on a terminal of its own. */
  | { readonly type: 'train'; readonly training: Training }
  /** Is this the PIN of this person? */
  | { readonly type: 'checkPin'; readonly person: Person; readonly typed: string }
  | { readonly type: 'hashPin'; readonly pin: string }
  | { readonly type: 'pin'; readonly pan: Pan; readonly bypassAllowed: boolean }
  /** The block of the customer's PIN goes straight to the card: what comes back is the card's answer. */
  | {
      readonly type: 'offlinePin';
      readonly method: OfflinePinMethod;
      readonly bypassAllowed: boolean;
    };

export type TaskResult =
  | {
      readonly type: 'powerUp';
      readonly atr: Uint8Array;
      readonly protocol: TransmissionProtocol;
    }
  | { readonly type: 'transmit'; readonly responseApdu: Uint8Array }
  | { readonly type: 'powerDown' }
  | { readonly type: 'host'; readonly result: HostResult }
  | { readonly type: 'bankTurn' }
  /** `host:port`. */
  | { readonly type: 'otherHost'; readonly address: string }
  | { readonly type: 'backUp'; readonly backup: BackupDone }
  | { readonly type: 'writeToCustomer'; readonly end: SendEnd }
  | { readonly type: 'export'; readonly written: ReportsWritten }
  | { readonly type: 'drill'; readonly drill: DrillDone }
  | { readonly type: 'bundle'; readonly bundle: BundleDone }
  | { readonly type: 'probeLine'; readonly probe: LinkProbe }
  | { readonly type: 'sendMessage' }
  | { readonly type: 'fetchBulletins'; readonly files: readonly BulletinFile[] }
  | { readonly type: 'restore'; readonly done: RestoreDone }
  | { readonly type: 'train'; readonly played: Played }
  | { readonly type: 'checkPin'; readonly right: boolean }
  | { readonly type: 'hashPin'; readonly secret: PinSecret }
  | { readonly type: 'pin'; readonly entry: PinResult }
  | { readonly type: 'offlinePin'; readonly entry: OfflinePinResult }
  /** `evidence`: what shows it, such as an answer to reset that is none. */
  | { readonly type: 'fault'; readonly fault: FaultCode; readonly evidence?: Uint8Array };

export type PinResult =
  | { readonly type: 'pinBlock'; readonly pinBlock: Uint8Array }
  | { readonly type: 'bypassed' }
  | { readonly type: 'cancelled' }
  | { readonly type: 'timedOut' };

export type OfflinePinResult =
  | { readonly type: 'answered'; readonly responseApdu: Uint8Array }
  | Exclude<PinResult, { type: 'pinBlock' }>;

export type PinPadInput =
  | '0'
  | '1'
  | '2'
  | '3'
  | '4'
  | '5'
  | '6'
  | '7'
  | '8'
  | '9'
  | 'clear'
  | 'cancel'
  | 'enter';

/** What a conversation asks of the runner; only `wait` and `pause` let time pass. */
export type DeskRequest =
  /** In the customer's language where the customer is spoken to, else in the shop's. */
  | { readonly type: 'show'; readonly screen: Screen; readonly language?: Language }
  | { readonly type: 'wait'; readonly untilMs?: number }
  | { readonly type: 'start'; readonly task: Task }
  | { readonly type: 'append'; readonly append: Append }
  | { readonly type: 'openNumber'; readonly token: string }
  | { readonly type: 'lookUp'; readonly pan: Pan }
  | { readonly type: 'shred'; readonly token: string }
  /** What only the keys of a case can do: seal, open, destroy. */
  | { readonly type: 'personal'; readonly ask: (personal: Personal) => string | undefined }
  | { readonly type: 'facts' }
  | { readonly type: 'releaseBank' }
  /** What the bank asked for in a header has been tried: it asks again when it still wants it. */
  | { readonly type: 'obeyed'; readonly digit: number }
  /** The next swipe is another card's: what is kept of earlier ones is wiped. */
  | { readonly type: 'forgetSwipes' }
  /** Something for the conversation of the cashier. */
  | { readonly type: 'tellDesk'; readonly event: Extract<DeskEvent, { type: 'offered' }> }
  /** Signs the end of the journal: its eight characters. */
  | { readonly type: 'checkpoint' }
  | { readonly type: 'freePercent' }
  /** The backups at hand, newest first. */
  | { readonly type: 'backups' }
  /** Ends the terminal, which then starts with the newest backup. `by`: who agreed. */
  | { readonly type: 'restoreAtStart'; readonly by: string }
  | { readonly type: 'random'; readonly length: number }
  | { readonly type: 'uuid' }
  | { readonly type: 'pinPad'; readonly input: PinPadInput }
  /** The keystore, while custodians type a master key. */
  | { readonly type: 'masterKey'; readonly step: KeyStep }
  /** A queued slip: laid out from the journal, so that printing it twice prints the same. */
  | { readonly type: 'print'; readonly slipId: string }
  | { readonly type: 'tone'; readonly tone: 'ok' | 'warning' | 'remove' | 'off' };

/** The world as it is at this moment; documents are read through it. */
export type Facts = {
  readonly nowMs: number;
  readonly config: Config;
  readonly documents: DocumentReader;
  readonly signedIn: boolean;
  /** This terminal among its merchant's; absent where head office has enrolled none. */
  readonly party?: Party;
  /** Whether messages to this terminal can leave by network or stick. */
  readonly reaches: (terminalId: string) => boolean;
  readonly cardIn: boolean;
  readonly readerReady: boolean;
  readonly devices: DevicesThere;
  /** As the strip says it. */
  readonly network: Strip['network'];
  readonly paper: Strip['paper'];
  /** What can be asked of the line. */
  readonly lineChecks: readonly LinkCheck[];
  /** Number of the person on duty, or who was last. */
  readonly operator: string;
  /** Ways to write to customers. */
  readonly channels: readonly Channel[];
  /** Nobody is at anything: the home screen is shown, or nobody is signed in. */
  readonly atHome: boolean;
  /** When the cashier, a card or a slip was last heard of, ms since the epoch. */
  readonly quietSinceMs: number;
  /** There is a training beside this terminal. */
  readonly canTrain: boolean;
  /** Digits 6 of the headers of the bank's answers that have not been obeyed yet. */
  readonly bankWants: ReadonlySet<number>;
};

/** A conversation at the desk: pure, because everything it needs is asked for and answered. */
export type Flow<T> = Generator<DeskRequest, T, unknown>;

export function* show(screen: Screen, language?: Language): Flow<void> {
  yield { type: 'show', screen, ...(language === undefined ? {} : { language }) };
}

/** The next event, or `time` when the moment (ms since the epoch) comes first. */
export function* wait(untilMs?: number): Flow<DeskEvent> {
  return (yield { type: 'wait', ...(untilMs === undefined ? {} : { untilMs }) }) as DeskEvent;
}

export function* facts(): Flow<Facts> {
  return (yield { type: 'facts' }) as Facts;
}

/** Durable when it returns. */
export function* append(change: Append): Flow<readonly JournalRow[]> {
  return (yield { type: 'append', append: change }) as readonly JournalRow[];
}

export function* openNumber(token: string): Flow<Pan | undefined> {
  return (yield { type: 'openNumber', token }) as Pan | undefined;
}

export function* lookUp(pan: Pan): Flow<string> {
  return (yield { type: 'lookUp', pan }) as string;
}

export function* sealPersonal(incidentId: string, text: string): Flow<string> {
  const ask = (personal: Personal): string => personal.seal(incidentId, text);
  return (yield { type: 'personal', ask }) as string;
}

/** Undefined once the personal data of the case was erased. */
export function* openPersonal(incidentId: string, sealed: string): Flow<string | undefined> {
  const ask = (personal: Personal): string | undefined => personal.open(incidentId, sealed);
  return (yield { type: 'personal', ask }) as string | undefined;
}

/** Nothing that was sealed for this case can be opened again. */
export function* destroyPersonal(incidentId: string): Flow<void> {
  const ask = (personal: Personal): undefined => void personal.destroy(incidentId);
  yield { type: 'personal', ask };
}

export function* random(length: number): Flow<Uint8Array> {
  return (yield { type: 'random', length }) as Uint8Array;
}

export function* checkpoint(): Flow<string> {
  return (yield { type: 'checkpoint' }) as string;
}

export function* freePercent(): Flow<number | undefined> {
  return (yield { type: 'freePercent' }) as number | undefined;
}

export function* uuid(): Flow<string> {
  return (yield { type: 'uuid' }) as string;
}

export function* keyStep<S extends KeyStep>(step: S): Flow<KeyAnswer<S['do']>> {
  return (yield { type: 'masterKey', step }) as KeyAnswer<S['do']>;
}

export function* tone(name: 'ok' | 'warning' | 'remove' | 'off'): Flow<void> {
  yield { type: 'tone', tone: name };
}

export function* start(task: Task): Flow<number> {
  return (yield { type: 'start', task }) as number;
}

/**
 * Starts a task and waits for its end; what happens meanwhile is handed to `meanwhile`, which may repaint.
 * A repaint is also due each second, so that every screen that waits can say for how long.
 */
export function* perform<T extends Task['type']>(
  task: Extract<Task, { type: T }>,
  meanwhile?: (event: DeskEvent) => Flow<void>,
): Flow<Extract<TaskResult, { type: T | 'fault' }>> {
  const id = yield* start(task);
  for (;;) {
    const now = (yield* facts()).nowMs;
    const event = yield* wait(meanwhile === undefined ? undefined : now + 1_000);
    if (event.type === 'taskDone' && event.task === id)
      return event.result as Extract<TaskResult, { type: T | 'fault' }>;
    if (meanwhile !== undefined) yield* meanwhile(event);
  }
}

/** The bank for this flow alone, from its first message to its last. */
export function* withBank<T>(
  work: () => Flow<T>,
  meanwhile?: (event: DeskEvent) => Flow<void>,
): Flow<T> {
  yield* perform({ type: 'bankTurn' }, meanwhile);
  try {
    return yield* work();
  } finally {
    yield { type: 'releaseBank' };
  }
}
