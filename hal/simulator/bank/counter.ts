import { randomBytes } from 'node:crypto';
import { describe } from '#src/iso8583/describe.ts';
import { Malformed } from '#src/iso8583/malformed.ts';
import { type Message, textOf } from '#src/iso8583/message.ts';
import { type Account, trayAccounts } from './accounts.ts';
import { behaviourByAmount } from './amounts.ts';
import { type BankBehaviour, BehaviourSwitch } from './behaviour.ts';
import { Book } from './book.ts';
import { CardChecks, type StrangerPolicy } from './card-checks.ts';
import { type Answer, accountingDay, type BankContext, type Bend } from './context.ts';
import { kindOf, serve, systemFault } from './desk.ts';
import type { Entry } from './entries.ts';
import { LedgerUnwritable } from './ledger-unwritable.ts';
import { type LedgerView, ledgerView } from './ledger-view.ts';
import type { Reaction } from './reaction.ts';
import { type BankRules, usualRules } from './rules.ts';
import { type KeyMode, type MacAlgorithm, messageMac } from './security.ts';
import type { ServedTables } from './tables.ts';
import { financialKinds, type MessageKind } from './transactions.ts';
import { type Received, type Wire, wireOf } from './wire.ts';

export type CounterOptions = {
  /** Terminal master key, 8 or 16 bytes as hex. */
  readonly tmk: string;
  readonly macAlgorithm?: MacAlgorithm;
  readonly dialect?: 'unionpay-bcd' | 'iso8583-ascii';
  /** Keys of a sign-in in ASCII, which does not say it; in BCD the terminal chooses by F60.3. */
  readonly keyMode?: KeyMode;
  /** Tables that terminals may fetch; changed by {@link BankCounter.serve}. */
  readonly tables?: ServedTables;
  /** Undefined: every terminal of every merchant is known. */
  readonly terminals?: readonly { readonly merchantId: string; readonly terminalId: string }[];
  /** Default: those behind the cards of the tray. */
  readonly accounts?: readonly Account[];
  readonly strangers?: StrangerPolicy;
  readonly rules?: Partial<BankRules>;
  /** Milliseconds since 1970. */
  readonly clock?: () => number;
  readonly timeZoneMinutes?: number;
  readonly random?: (length: number) => Uint8Array;
};

/** One thing that happened at the bank; card numbers are masked in it. */
export type BankEvent = {
  readonly atMs: number;
  readonly type: 'request' | 'answer' | 'dropped' | 'malformed' | 'behaviour';
  readonly kind: MessageKind | undefined;
  readonly text: string;
  /** The message in words, a line a field. */
  readonly lines: readonly string[];
};

/** Where the entries of the ledger are kept: what was there before, and each new one durably. Throws LedgerUnwritable. */
type Ledger = {
  readonly entries: readonly Entry[];
  append(entry: Entry): void;
};

/** The bank behind its line: frames in, reactions out, whatever carries them. No socket and no file of its own. */
export class BankCounter {
  readonly #context: BankContext;
  readonly #switch = new BehaviourSwitch();
  readonly #listeners = new Set<(event: BankEvent) => void>();
  readonly #wire: Wire;
  #served: ServedTables;

  constructor(options: CounterOptions, ledger: Ledger) {
    const book = new Book();
    for (const entry of ledger.entries) book.apply(entry);
    this.#served = options.tables ?? {};
    this.#wire = wireOf(
      options.dialect ?? 'unionpay-bcd',
      signInCodes[options.keyMode ?? 'double'],
    );
    this.#context = {
      book,
      rules: { ...usualRules, ...options.rules },
      cards: new CardChecks(options.accounts ?? trayAccounts(), options.strangers ?? 'refuse'),
      masterKey: Buffer.from(options.tmk, 'hex'),
      macAlgorithm: options.macAlgorithm ?? 'ecb',
      terminals: options.terminals,
      served: () => this.#served,
      random: options.random ?? ((length) => randomBytes(length)),
      now: options.clock ?? Date.now,
      timeZoneMinutes: options.timeZoneMinutes ?? 480,
      record: (entry) => {
        ledger.append(entry);
        book.apply(entry);
      },
    };
  }

  get behaviour(): BankBehaviour {
    return this.#switch.current;
  }

  /** `down` is for whoever carries the frames: nothing reaches this counter then. */
  setBehaviour(behaviour: BankBehaviour): void {
    this.#switch.set(behaviour);
    this.#tell('behaviour', undefined, JSON.stringify(behaviour), []);
  }

  get served(): ServedTables {
    return this.#served;
  }

  serve(tables: ServedTables): void {
    this.#served = tables;
  }

  ledger(): LedgerView {
    return ledgerView(this.#context.book, this.#context.rules.validityDays, this.#context.now());
  }

  unblockPins(): void {
    this.#context.cards.unblockPins();
  }

  listen(listener: (event: BankEvent) => void): () => void {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  }

  /** What becomes of one frame of a terminal. */
  react(bytes: Uint8Array): Reaction {
    const received = this.#wire.open(bytes);
    if (received instanceof Malformed) {
      this.#tell('malformed', undefined, String(received), []);
      return { type: 'nothing' };
    }
    const { message } = received;
    const kind = kindOf(message);
    this.#tell(
      'request',
      kind,
      summary(kind, message),
      describe(this.#wire.dialect, received.original),
    );
    const behaviour = this.#behaviourFor(kind, message);
    if (behaviour.mode === 'silent' && behaviour.when === 'beforeBooking') {
      return this.#drop(kind, 'silent before booking');
    }
    if (behaviour.mode === 'reset' && behaviour.when === 'before') {
      return this.#drop(kind, 'reset before booking', { type: 'reset' });
    }
    const answer = this.#serve(received, bendOf(behaviour));
    if (behaviour.mode === 'daySwitch') this.#endDay(message);
    return this.#send(bytes, answer, behaviour);
  }

  /** What comes belongs to the next day, and the terminal's batch is closed: the next sign-in brings a new one. */
  #endDay(message: Message): void {
    const terminalId = textOf(message, 41);
    const batch = textOf(message, 60)?.slice(2, 8);
    if (terminalId === undefined || batch === undefined) return;
    const { record, now } = this.#context;
    record({ type: 'dayEnd', atMs: now(), day: accountingDay(this.#context) });
    record({ type: 'settlement', atMs: now(), terminalId, batch, balanced: true });
  }

  #serve(received: Received, bend: Bend): Answer {
    try {
      return serve(this.#context, received, bend);
    } catch (error) {
      if (error instanceof LedgerUnwritable) return systemFault(this.#context, received);
      throw error;
    }
  }

  #behaviourFor(kind: MessageKind | undefined, message: Message): BankBehaviour {
    const isFinancial = kind !== undefined && (financialKinds as readonly string[]).includes(kind);
    const byAmount = isFinancial ? behaviourByAmount(Number(textOf(message, 4))) : undefined;
    return byAmount ?? this.#switch.next(kind);
  }

  #send(request: Uint8Array, answer: Answer, behaviour: BankBehaviour): Reaction {
    const { kind } = answer;
    if (behaviour.mode === 'silent')
      return this.#drop(kind, `silent after booking (${answer.why})`);
    if (behaviour.mode === 'reset') {
      return this.#drop(kind, `reset after booking (${answer.why})`, { type: 'reset' });
    }
    const fields = { ...answer.fields };
    if (behaviour.mode === 'wrongStan') {
      fields[11] = String((Number(fields[11]) % 999_999) + 1).padStart(6, '0');
    }
    if (behaviour.mode === 'forgedRefusal') {
      fields[39] = behaviour.code;
      for (const number of [37, 38, 54, 55]) delete fields[number];
    }
    const keys = fields[62];
    if (behaviour.mode === 'wrongCheckValue' && keys instanceof Uint8Array)
      fields[62] = keys.map((byte, at) => (at === keys.length - 1 ? byte ^ 1 : byte));
    const message: Message = { mti: answer.mti, fields };
    const text = `${summary(kind, message)} ${answer.why}`;
    this.#tell('answer', kind, text, describe(this.#wire.dialect, message));
    if (behaviour.mode === 'garbage') return { type: 'send', frame: this.#context.random(80) };
    const frame = this.#frameOf(request, message, answer, behaviour);
    if (behaviour.mode === 'truncated')
      return { type: 'sendPart', frame, length: frame.length >> 1 };
    if (behaviour.mode === 'late') return { type: 'send', frame, delayMs: behaviour.delayMs };
    return { type: 'send', frame, times: behaviour.mode === 'duplicate' ? 2 : 1 };
  }

  #frameOf(
    request: Uint8Array,
    message: Message,
    { macKeys }: Answer,
    behaviour: BankBehaviour,
  ): Uint8Array {
    const asks = behaviour.mode === 'approve' ? (behaviour.headerRequest ?? 0) : 0;
    const signInAgain = behaviour.mode === 'daySwitch' ? 3 : asks;
    const unsealed =
      behaviour.mode === 'forgedRefusal' ||
      (behaviour.mode === 'decline' && behaviour.withoutMac === true);
    const seal =
      !unsealed &&
      macKeys &&
      ((covered: Buffer) => {
        const mac = Buffer.from(messageMac(this.#context.macAlgorithm, macKeys, covered));
        if (behaviour.mode === 'wrongMac') mac[0] = (mac[0] ?? 0) ^ 0x01;
        return mac;
      });
    return this.#wire.close(request, message, signInAgain, seal || undefined);
  }

  #drop(
    kind: MessageKind | undefined,
    text: string,
    reaction: Reaction = { type: 'nothing' },
  ): Reaction {
    this.#tell('dropped', kind, text, []);
    return reaction;
  }

  #tell(
    type: BankEvent['type'],
    kind: MessageKind | undefined,
    text: string,
    lines: readonly string[],
  ): void {
    const event = { atMs: this.#context.now(), type, kind, text, lines };
    for (const listener of [...this.#listeners]) listener(event);
  }
}

const signInCodes = { single: '001', double: '003', doubleWithTrack: '004', sm4: '005' } as const;

const plain: Bend = { mode: 'approve' };

/** Only three behaviours change what is said; the others change how it is said. */
const bendOf = (behaviour: BankBehaviour): Bend =>
  behaviour.mode === 'daySwitch' ? { mode: 'decline', code: '90' } : bendOfUsual(behaviour);

const bendOfUsual = (behaviour: BankBehaviour): Bend =>
  behaviour.mode === 'approve' || behaviour.mode === 'decline' || behaviour.mode === 'partial'
    ? behaviour
    : plain;

/** `preauth 000012 500.00`, and `→ 00` on an answer. */
function summary(kind: MessageKind | undefined, message: Message): string {
  const amount = textOf(message, 4);
  const code = textOf(message, 39);
  const isAnswer = message.mti.charAt(2) === '1' || message.mti.charAt(2) === '3';
  return [
    kind ?? `message ${message.mti}`,
    textOf(message, 11) ?? '',
    amount === undefined ? '' : (Number(amount) / 100).toFixed(2),
    code === undefined || !isAnswer ? '' : `→ ${code}`,
  ]
    .filter(Boolean)
    .join(' ');
}
