import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Store } from '#db/open.ts';
import { restoreBackup } from '#db/restore.ts';
import type {
  CardOnFile,
  DomainEvent,
  TransactionKind,
  TransactionRequest,
} from '#src/journal/events.ts';
import { cny } from '#src/money.ts';
import { crashKeystore, crashPan, keepMasterKey, masterKeys, say, type Weakness } from './world.ts';

export type Scenario = {
  /** What stands in the journal before the recording begins. */
  readonly before: (steps: Steps, folder: string) => void | Promise<void>;
  readonly recorded: (steps: Steps, folder: string) => void | Promise<void>;
};

const token = 'token-1';
const holdId = 'hold-1';

/** The steps of a hold's life, as the flows take them: journal first, then the effect, then the answer. */
export class Steps {
  readonly store: Store;
  readonly #weakness: Weakness;
  #stan = 0;

  constructor(store: Store, weakness: Weakness) {
    this.store = store;
    this.#weakness = weakness;
  }

  append(events: readonly DomainEvent[], seals = false): void {
    const seal = seals ? [{ token, pan: crashPan() }] : [];
    const rows = this.store.journal.append({ events, seal });
    say(`ACK ${rows.at(-1)?.seq}`);
    if (seals) say(`SEALED ${token}`);
  }

  request(kind: TransactionKind, opens = false): number {
    const stan = this.#nextStan();
    const request: TransactionRequest = {
      kind,
      stan,
      batch: 1,
      amount: cny(50_000),
      localDate: '1123',
      localTime: '080000',
      posEntryMode: '051',
      card: this.#card(),
      operator: '01',
    };
    const opened: DomainEvent = { kind: 'hold.opened', holdId, label: 'card', how: 'chip' };
    const journal = () =>
      this.append(
        [...(opens ? [opened] : []), { kind: 'transaction.requested', holdId, request }],
        opens,
      );
    // The proof of the replay: an effect before its row must be noticed.
    const isEarly = this.#weakness === 'answerBeforeWrite';
    if (isEarly) say(`BOOKED ${stan}`);
    journal();
    if (!isEarly) say(`BOOKED ${stan}`);
    return stan;
  }

  approve(kind: TransactionKind, opens = false): number {
    const stan = this.request(kind, opens);
    this.append([
      {
        kind: 'transaction.approved',
        holdId,
        stan,
        responseCode: '00',
        rrn: String(stan).padStart(12, '0'),
        authorisationCode: 'A12345',
        amount: cny(50_000),
        ...(kind === 'preauth' ? { validUntilMs: Date.UTC(2026, 11, 23) } : {}),
      },
      { kind: 'slip.queued', slipId: `slip-${stan}`, holdId, copy: 'merchant', of: kind, stan },
    ]);
    this.append([{ kind: 'slip.printed', slipId: `slip-${stan}` }]);
    return stan;
  }

  reverse(stan: number): void {
    if (this.#weakness === 'reversalMissing') {
      this.append([{ kind: 'transaction.notSent', holdId, stan, fault: 'link.reset' }]);
      return;
    }
    this.append([{ kind: 'reversal.owed', holdId, stan, reason: '98', why: 'no answer' }]);
    this.append([{ kind: 'reversal.attempted', holdId, stan, attempt: 1 }]);
    say(`REVERSED ${stan}`);
    this.append([{ kind: 'reversal.settled', holdId, stan, responseCode: '00' }]);
  }

  advise(stan: number): void {
    this.append([{ kind: 'advice.attempted', holdId, stan, attempt: 1 }]);
    this.append([{ kind: 'advice.settled', holdId, stan, responseCode: '00' }]);
  }

  settle(): void {
    const stan = this.#nextStan();
    this.append([{ kind: 'bank.requested', what: 'settlement', stan, batch: 1 }]);
    this.append([
      {
        kind: 'bank.answered',
        what: 'settlement',
        stan,
        responseCode: '00',
        batch: 2,
        balanced: true,
      },
    ]);
    say(`CHECKPOINT ${this.store.checkpoint().seq}`);
  }

  shred(): void {
    this.append([{ kind: 'hold.shredded', holdId, token }]);
    say(`SHREDDING ${token}`);
    this.store.vault.shred(token);
    say(`SHREDDED ${token}`);
  }

  async backup(): Promise<void> {
    const { file } = await this.store.backup({
      recipients: [],
      keep: { hours: 1, days: 1, weeks: 1 },
    });
    say(`BACKUP ${file}`);
  }

  /** Onto itself: the present journal counts as the damaged one, and all that follows the backup is saved. */
  async restore(folder: string): Promise<void> {
    this.store.close();
    const backups = join(folder, 'backups');
    const [file = ''] = readdirSync(backups).filter((name) => name.endsWith('.age'));
    await restoreBackup({ folder, file: join(backups, file), keystore: crashKeystore() });
  }

  /** A hold of another terminal, from its slip: here without its number. */
  register(): void {
    const original = { batch: 1, stan: 77, date: '1122', authorisationCode: 'A12345' };
    this.append([
      {
        kind: 'hold.registered',
        holdId,
        source: 'slip',
        amount: cny(50_000),
        original,
        validUntilMs: Date.UTC(2026, 11, 22),
        known: { last4: crashPan().last4 },
        operator: '01',
      },
    ]);
  }

  giveNumber(): void {
    const given = { kind: 'hold.numberGiven', holdId, how: 'chip', operator: '01' } as const;
    this.append([{ ...given, card: this.#card() }], true);
  }

  /** Two custodians: the rows of both parts, the key in its file, the row that it is there. */
  loadMasterKey(folder: string): void {
    this.append([{ kind: 'masterKey.part', part: 1, by: '90', checkValue: 'AAAAAA' }]);
    this.append([{ kind: 'masterKey.part', part: 2, by: '95', checkValue: 'BBBBBB' }]);
    this.append([{ kind: 'masterKey.agreed', checkValue: 'CCCCCC', by: ['90', '95'] }]);
    keepMasterKey(folder, masterKeys.after);
    say(`MASTERKEY ${masterKeys.after}`);
    this.append([{ kind: 'masterKey.loaded', checkValue: 'CCCCCC' }]);
  }

  #card(): CardOnFile {
    return {
      token,
      lookup: this.store.vault.lookup(crashPan()),
      maskedPan: crashPan().masked(),
      last4: crashPan().last4,
    };
  }

  #nextStan(): number {
    this.#stan = Number(this.store.documents.get('counter', 'stan')?.body ?? this.#stan) + 1;
    return this.#stan;
  }
}

const nothing = (): void => undefined;
const held = (steps: Steps): void => void steps.approve('preauth', true);
const completed = (steps: Steps): void => {
  held(steps);
  steps.approve('completion');
};

export const scenarios: Readonly<Record<string, Scenario>> = {
  firstStart: { before: nothing, recorded: nothing },
  preauth: { before: nothing, recorded: held },
  increment: { before: held, recorded: (steps) => void steps.approve('increment') },
  completion: { before: held, recorded: (steps) => void steps.approve('completion') },
  advice: {
    before: held,
    recorded: (steps) => steps.advise(steps.request('completionAdvice')),
  },
  cancellation: {
    before: held,
    recorded: (steps) => {
      steps.approve('cancellation');
      steps.shred();
    },
  },
  completionVoid: { before: completed, recorded: (steps) => void steps.approve('completionVoid') },
  reversal: {
    before: nothing,
    recorded: (steps) => steps.reverse(steps.request('preauth', true)),
  },
  settlement: { before: completed, recorded: (steps) => steps.settle() },
  backup: { before: completed, recorded: (steps) => steps.backup() },
  restore: {
    before: async (steps) => {
      held(steps);
      await steps.backup();
      steps.approve('completion');
    },
    recorded: (steps, folder) => steps.restore(folder),
  },
  numberLater: {
    before: nothing,
    recorded: (steps) => {
      steps.register();
      steps.giveNumber();
      steps.approve('completion');
    },
  },
  keyLoading: {
    before: (steps, folder) => {
      held(steps);
      keepMasterKey(folder, masterKeys.before);
      say(`MASTERKEY ${masterKeys.before}`);
    },
    recorded: (steps, folder) => steps.loadMasterKey(folder),
  },
  shredding: { before: held, recorded: (steps) => steps.shred() },
  // Long enough for the write-ahead log to be moved into the database on the way.
  busyDay: {
    before: held,
    recorded: (steps) => {
      for (let n = 0; n < 30; n++) steps.approve('increment');
    },
  },
  // The folder of this one is made with the first schema: opening it is the recorded part.
  migration: { before: nothing, recorded: held },
};
