import type { BulletinPlaces } from '#hal/bulletins/contract.ts';
import type { HandoverLink } from '#hal/handover-link/contract.ts';
import type { MagneticHead } from '#hal/head/contract.ts';
import type { MasterKeyLoading } from '#hal/keystore/contract.ts';
import type { LineProber } from '#hal/link/contract.ts';
import type { PinPad } from '#hal/pin-pad/contract.ts';
import type { CardReader } from '#hal/reader/contract.ts';
import type { Acquirer, HostRequest } from './acquirer/contract.ts';
import { signInAgain } from './acquirer/header-request.ts';
import { configInForce } from './config/in-force.ts';
import type { Config } from './config/schema.ts';
import type { Channel } from './contact/events.ts';
import type { Personal } from './contact/personal.ts';
import { background } from './desk/background.ts';
import { desk } from './desk/desk.ts';
import type { DeskEvent, DeskRequest, Facts } from './desk/flow.ts';
import { messenger } from './desk/messenger.ts';
import { toCustomers } from './desk/to-customers.ts';
import { upkeep } from './desk/upkeep.ts';
import type { CashierAction, Language, Screen, Strip, View } from './desk/view.ts';
import { withKeptTables } from './downloads/tables.ts';
import { askParts } from './flow/ask-parts.ts';
import { Conversation, type Performer } from './flow/conversation.ts';
import { devicesThere } from './flow/devices-there.ts';
import { moves } from './flow/moves.ts';
import { listenOutside } from './flow/outside.ts';
import { SlipQueue } from './flow/slip-queue.ts';
import { SwipeMemory } from './flow/swipes.ts';
import { type Messengers, Tasks } from './flow/tasks.ts';
import { Turnstile } from './flow/turnstile.ts';
import { viewOf } from './flow/view-of.ts';
import type { Party } from './handover/party.ts';
import type { DocumentReader } from './journal/documents.ts';
import type { DomainEvent } from './journal/events.ts';
import type { Journal, Vault } from './journal/port.ts';
import type { Duty } from './people/person.ts';
import type { Pins } from './people/pin.ts';
import type { Reports } from './report/exports.ts';
import type { Safekeeping } from './safekeeping.ts';
import type { Trainer } from './training/contract.ts';

/** Everything the terminal stands on; `main.ts` picks the drivers. */
export type TerminalParts = {
  readonly config: Config;
  readonly version: string;
  readonly simulated: boolean;
  /** On duty at the first start. */
  readonly operator: string;
  readonly reader: CardReader;
  readonly head: MagneticHead;
  readonly pinPad: PinPad;
  readonly masterKeys: MasterKeyLoading;
  readonly acquirer: Acquirer;
  readonly prober: LineProber;
  /** Absent: nothing is handed over. */
  readonly party?: Party;
  /** Absent: pictures are the only way. */
  readonly handoverLink?: HandoverLink;
  /** Where bulletins are looked for; none: nowhere. */
  readonly bulletins?: BulletinPlaces;
  readonly journal: Journal;
  readonly documents: DocumentReader;
  readonly vault: Vault;
  readonly safekeeping: Safekeeping;
  readonly reports: Reports;
  readonly messengers: Messengers;
  readonly personal: Personal;
  readonly printSlip: (slipId: string) => Promise<void>;
  readonly present: (view: View) => void;
  readonly tone: (tone: 'ok' | 'warning' | 'remove' | 'off') => void;
  readonly trace: (
    source: 'chip' | 'stripe' | 'bank' | 'journal' | 'printer' | 'terminal',
    text: string,
  ) => void;
  readonly paper: () => Strip['paper'];
  readonly now: () => number;
  readonly after: (ms: number, callback: () => void) => () => void;
  readonly random: (length: number) => Uint8Array;
  readonly uuid: () => string;
  readonly pins: Pins;
  /** Absent on the terminal of a training: it trains nobody in its turn. */
  readonly trainer?: Trainer;
};

/** The running terminal: the cashier's conversation, what goes on behind it, and the devices. */
export class Terminal {
  readonly #parts: TerminalParts;
  readonly #tasks: Tasks;
  readonly #bank = new Turnstile();
  readonly #desk: Conversation;
  /** What goes on by itself. */
  readonly #behind: readonly Conversation[];
  readonly #stopListening: (() => void)[] = [];
  #screen: Screen | undefined;
  #network: Strip['network'] = 'ok';
  #cardIn: boolean;
  readonly #slips: SlipQueue;
  #stopped = false;
  /** The customer's language, while the customer is spoken to. */
  #spoken: Language | undefined;
  readonly #swipes = new SwipeMemory();
  readonly #bankWants = new Set<number>();
  /** The configuration with the bank's tables over it. */
  #config: Config;
  #quietSinceMs: number;

  constructor(parts: TerminalParts) {
    this.#parts = parts;
    this.#config = withKeptTables(parts.config, parts.documents);
    this.#quietSinceMs = parts.now();
    this.#cardIn = parts.reader.status === 'card' || parts.reader.status === 'unresponsiveCard';
    this.#slips = new SlipQueue({
      printSlip: parts.printSlip,
      write: (end) => this.#append([end], () => void parts.journal.append({ events: [end] })),
      ended: (slipId, ok) => {
        this.#post({ type: 'printed', slipId, ok });
        this.refresh();
      },
    });
    this.#tasks = new Tasks({
      ...parts,
      bank: this.#bank,
      trainer: parts.trainer,
      bulletins: parts.bulletins,
      bankWants: (digit, asked, approved) => this.#heed(digit, asked, approved),
      pinDigits: (count) => this.#desk.post({ type: 'pinDigits', count }),
      network: (state) => this.#setNetwork(state),
    });
    this.#desk = new Conversation(desk(parts.version), this.#performer());
    const behind = [background(), upkeep(parts.version), toCustomers(), messenger()];
    this.#behind = behind.map((flow) => new Conversation(flow, this.#performer()));
  }

  /** Journals the start, says what the last power cut left open, and begins. */
  begin(): void {
    const { journal, documents, version, reader, head } = this.#parts;
    const cleanStop = documents.get('counter', 'running')?.body !== true;
    journal.append({ events: [{ kind: 'terminal.started', version, cleanStop }] });
    this.#stopListening.push(
      reader.listen((event) => this.#readerSays(event.type)),
      ...listenOutside(this.#parts, (event) => {
        for (const conversation of this.#behind) conversation.post(event);
      }),
      head.listen((swipe) => this.#post({ type: 'swiped', swipe: this.#swipes.take(swipe) })),
    );
    for (const { id } of documents.list('slip', ['queued'])) this.#slips.print(id);
    this.#desk.begin();
    for (const conversation of this.#behind) conversation.begin();
  }

  act(action: CashierAction): void {
    this.#post({ type: 'action', action });
  }

  scan(text: string): void {
    this.#post({ type: 'scanned', text });
  }

  lookForBulletins(): void {
    for (const conversation of this.#behind) conversation.post({ type: 'pluggedIn' });
  }

  /** There is paper again: slips that could not be printed come out now. */
  paperChanged(): void {
    this.#nudge();
    if (this.#parts.paper() === 'ok')
      for (const { id } of this.#parts.documents.list('slip', ['failed'])) this.#slips.print(id);
    this.refresh();
  }

  clockChanged(): void {
    for (const conversation of [this.#desk, ...this.#behind]) conversation.clockChanged();
    this.refresh();
  }

  /** Paints again: the strip's facts changed. */
  refresh(): void {
    if (this.#screen !== undefined) this.#parts.present(this.#view(this.#screen));
  }

  /** The journal takes no row any more: nothing goes on here, not even an end that would have to be written. */
  halt(): void {
    for (const stop of this.#stopListening) stop();
    for (const conversation of [this.#desk, ...this.#behind]) conversation.stop();
    this.#slips.stop();
    this.#stopped = true;
  }

  stop(): void {
    if (this.#stopped) return;
    this.halt();
    this.#parts.journal.append({ events: [{ kind: 'terminal.stopped' }] });
  }

  #post(event: DeskEvent): void {
    this.#quietSinceMs = this.#parts.now();
    this.#desk.post(event);
  }

  #readerSays(type: 'cardInserted' | 'cardRemoved' | 'readerGone' | 'readerBack'): void {
    if (type === 'cardInserted') this.#cardIn = true;
    else if (type !== 'readerBack') this.#cardIn = false;
    this.#post({ type });
    this.refresh();
  }

  /** What the bank asks for in a header is done when the desk is idle; a sign-in has answered the wish for one. */
  #heed(digit: number, asked: HostRequest['kind'], approved: boolean): void {
    if (asked !== 'signIn') {
      // Answers of the download itself still carry the wish that it obeys.
      if (digit > 0 && asked !== 'download') this.#bankWants.add(digit);
    } else if (approved) this.#bankWants.delete(signInAgain);
  }

  #setNetwork(state: Strip['network']): void {
    if (state === this.#network) return;
    if (state === 'down' || this.#network === 'down') this.#nudge();
    this.#network = state;
    this.refresh();
  }

  /** The desk looks again at what its screen says. */
  #nudge(): void {
    this.#parts.after(0, () => this.#desk.post({ type: 'outboxMoved' }));
  }

  #performer(): Performer {
    return {
      answer: (request) => this.#answer(request),
      start: (task, id, done) => {
        this.#tasks.run(task).then(
          (result) => done({ type: 'taskDone', task: id, result }),
          (error: unknown) => {
            if (this.#stopped) return;
            // Our own bug: the process ends and starts again from the journal.
            this.#parts.after(0, () => {
              throw error;
            });
          },
        );
      },
      now: this.#parts.now,
      after: this.#parts.after,
    };
  }

  #answer(request: Exclude<DeskRequest, { type: 'wait' | 'start' }>): unknown {
    const { journal, vault, personal, random, uuid, tone } = this.#parts;
    switch (request.type) {
      case 'show':
        this.#screen = request.screen;
        this.#spoken = request.language;
        return this.#parts.present(this.#view(request.screen));
      case 'facts':
        return this.#facts();
      case 'append':
        return this.#append(request.append.events, () => journal.append(request.append));
      case 'openNumber':
        return vault.open(request.token);
      case 'lookUp':
        return vault.lookup(request.pan);
      case 'shred':
        return vault.shred(request.token);
      case 'personal':
        return request.ask(personal);
      case 'random':
        return random(request.length);
      case 'uuid':
        return uuid();
      case 'print':
        return this.#slips.print(request.slipId);
      case 'tone':
        return tone(request.tone);
      case 'tellDesk':
        return this.#parts.after(0, () => this.#desk.post(request.event));
      case 'forgetSwipes':
        return this.#swipes.forget();
      case 'pinPad':
      case 'masterKey':
      case 'checkpoint':
      case 'freePercent':
      case 'backups':
      case 'restoreAtStart':
        return askParts(request, this.#parts);
      case 'obeyed':
        return this.#bankWants.delete(request.digit);
      case 'releaseBank':
        return this.#bank.release();
      default:
        return request satisfies never;
    }
  }

  #append<T>(events: readonly DomainEvent[], write: () => T): T {
    const rows = write();
    const { config, documents } = this.#parts;
    if (events.some(({ kind }) => kind === 'tables.received'))
      this.#config = withKeptTables(config, documents);
    for (const { kind } of events) this.#parts.trace('journal', kind);
    if (moves(events)) this.#nudge();
    return rows;
  }

  #facts(): Facts {
    const { documents, acquirer, reader, prober, messengers, party, operator, paper, now } =
      this.#parts;
    const duty = documents.get('counter', 'duty')?.body as Duty | undefined;
    const readerReady = reader.status !== 'gone' && reader.status !== 'serviceDown';
    return {
      nowMs: now(),
      config: configInForce(this.#config, documents, now()),
      documents,
      signedIn: acquirer.signedIn,
      ...(party === undefined ? {} : { party }),
      reaches: (terminalId) => this.#parts.handoverLink?.reaches(terminalId) ?? false,
      cardIn: this.#cardIn,
      readerReady,
      devices: devicesThere(this.#parts),
      network: this.#network,
      paper: paper(),
      lineChecks: prober.checks,
      operator: duty?.operator ?? operator,
      channels: Object.keys(messengers) as Channel[],
      atHome: this.#screen?.name === 'home' || this.#screen?.name === 'sign-in',
      canTrain: this.#parts.trainer !== undefined,
      quietSinceMs: this.#quietSinceMs,
      bankWants: this.#bankWants,
    };
  }

  #view(screen: Screen): View {
    return viewOf(screen, this.#parts, { network: this.#network, spoken: this.#spoken });
  }
}
