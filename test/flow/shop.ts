import { randomBytes, randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openStore, type Store } from '#db/open.ts';
import { openSafekeeping } from '#db/safekeeping.ts';
import { openBulletinFolder } from '#hal/bulletins/folder.ts';
import type { HandoverLink } from '#hal/handover-link/contract.ts';
import type { Swipe } from '#hal/head/contract.ts';
import { fileKeyFolder } from '#hal/keystore/key-folder.ts';
import { personalUnder } from '#hal/keystore/personal.ts';
import { SoftwareKeystore } from '#hal/keystore/software.ts';
import type { HostLink } from '#hal/link/contract.ts';
import { createProber } from '#hal/link/probe.ts';
import { createTcpLink } from '#hal/link/tcp.ts';
import { SimulatedPinPad } from '#hal/pin-pad/simulated.ts';
import { openSimulatedReader } from '#hal/reader/simulated.ts';
import { openReportFolder } from '#hal/reports/folder.ts';
import { type Bank, type BankOptions, createBank } from '#hal/simulator/bank/bank.ts';
import { type CardSlot, createCardSlot } from '#hal/simulator/cards/slot.ts';
import { createAcquirer } from '#src/acquirer/acquirer.ts';
import { mostBytes } from '#src/bulletin/format.ts';
import { acquirerSettings } from '#src/config/acquirer.ts';
import { keystoreOptions } from '#src/config/keys.ts';
import { loadConfig } from '#src/config/load.ts';
import type { Config } from '#src/config/schema.ts';
import type { Personal } from '#src/contact/personal.ts';
import type { CashierAction, Screen, ScreenName, ScreenOf, View } from '#src/desk/view.ts';
import type { Messengers } from '#src/flow/tasks.ts';
import type { Party } from '#src/handover/party.ts';
import type { Incident } from '#src/incident/incident.ts';
import type { Journal } from '#src/journal/port.ts';
import { project } from '#src/journal/projector.ts';
import type { Hold } from '#src/preauth/hold.ts';
import { erasingFiles, openReports } from '#src/report/exports.ts';
import { scryptPins } from '#src/security/pin-hash.ts';
import { Terminal } from '#src/terminal.ts';
import { said } from '#ui/texts/why/say.ts';

type Options = {
  readonly config?: unknown;
  /** Kept when given; else a fresh one that goes with the shop. */
  readonly folder?: string;
  /** A bank outside; else the shop has its own. */
  readonly bankPort?: number;
  /** What the bank of the shop does otherwise. */
  readonly bank?: Partial<BankOptions>;
  /** A folder in which bulletins may lie, as on a USB stick. */
  readonly stick?: string;
  /** How long a card may take over one answer: shorter than in a shop, so that a mute card costs little time. */
  readonly cardTimeoutMs?: number;
  /** This terminal among its merchant's. */
  readonly party?: Party;
  readonly handoverLink?: HandoverLink;
  /** Ways to customers; none when not said. */
  readonly messengers?: Messengers;
  /** As in the simulator; a terminal in production refuses them. */
  readonly testKeysAllowed?: boolean;
  /** Called after each journal write and at each answer of the bank. */
  readonly boundary?: () => void;
  /** Called before each message leaves. */
  readonly sending?: (shop: Shop) => void;
};

/** A shop in one process: the real terminal, journal, kernel, codec and TCP; simulated cards and bank; no glass. */
export class Shop {
  readonly folder: string;
  readonly config: Config;
  readonly slot: CardSlot;
  readonly #bank: Bank | undefined;
  readonly store: Store;
  readonly terminal: Terminal;
  readonly pinPad: SimulatedPinPad;
  readonly personal: Personal;
  readonly slips: string[] = [];
  readonly seen: ScreenName[] = [];
  offsetMs = 0;
  /** How far the bank's clock is ahead of the terminal's. */
  bankAheadMs = 0;
  #view: View | undefined;
  #swipe: ((swipe: Swipe) => void) | undefined;
  readonly #closing: (() => Promise<void> | void)[] = [];
  readonly #timers = new Set<NodeJS.Timeout>();

  static async open(options: Options = {}): Promise<Shop> {
    const folder = options.folder ?? mkdtempSync(join(tmpdir(), 'shop-'));
    let shop: Shop | undefined;
    const bank =
      options.bankPort !== undefined
        ? undefined
        : await createBank({
            port: 0,
            ledgerFile: join(folder, 'bank', 'ledger.jsonl'),
            tmk: '0123456789ABCDEFFEDCBA9876543210',
            ...options.bank,
            clock: () => Date.now() + (shop?.offsetMs ?? 0) + (shop?.bankAheadMs ?? 0),
          });
    const config = loadConfig(
      {
        acquirer: {
          addresses: [{ host: '127.0.0.1', port: options.bankPort ?? bank?.port ?? 0 }],
          answerTimeoutMs: 700,
          retrySeconds: 2,
        },
      },
      options.config ?? {},
    );
    if (!('merchant' in config)) throw new Error(JSON.stringify(config));
    shop = new Shop(folder, config, bank, options);
    shop.terminal.begin();
    return shop;
  }

  private constructor(folder: string, config: Config, bank: Bank | undefined, options: Options) {
    this.folder = folder;
    this.config = config;
    this.#bank = bank;
    this.slot = createCardSlot();
    const keystore = new SoftwareKeystore({
      ...keystoreOptions(config, options.testKeysAllowed ?? true),
      folder: fileKeyFolder(join(folder, 'keys')),
    });
    const now = () => Date.now() + this.offsetMs;
    this.store = openStore({
      folder: join(folder, 'data'),
      keystore,
      projector: project,
      now,
      monoNs: () => process.hrtime.bigint(),
      bootId: randomUUID(),
    });
    this.pinPad = new SimulatedPinPad(keystore);
    const { acquirer: bankOf } = config;
    const link = createTcpLink({
      endpoints: bankOf.addresses,
      connectTimeoutMs: bankOf.connectTimeoutMs,
      sendTimeoutMs: bankOf.sendTimeoutMs,
      answerTimeoutMs: bankOf.answerTimeoutMs,
      connection: bankOf.connection,
      keepAliveMs: 30_000,
      idleLimitMs: 60_000,
      returnToPrimaryMs: 60_000,
      maximumFrameBytes: 8_192,
    });
    const pass = options.boundary ?? (() => undefined);
    const acquirer = createAcquirer({
      settings: acquirerSettings(config),
      link: watched(link, pass, () => options.sending?.(this)),
      keystore,
    });
    const reports = openReportFolder({
      folder: join(folder, 'reports'),
      secondPlace: config.reports.exportFolder,
    });
    const keys = personalUnder(fileKeyFolder(join(folder, 'keys', 'personal')));
    this.personal = erasingFiles(keys, reports);
    const reader = openSimulatedReader(this.slot, {
      answerTimeoutMs: options.cardTimeoutMs ?? 300,
    });
    this.terminal = new Terminal({
      config,
      version: '0.0.0',
      simulated: true,
      operator: '01',
      reader,
      head: {
        kind: 'f2f',
        present: true,
        listen: (listener) => {
          this.#swipe = listener;
          return () => undefined;
        },
        close: async () => undefined,
      },
      ...(options.party === undefined ? {} : { party: options.party }),
      ...(options.handoverLink === undefined ? {} : { handoverLink: options.handoverLink }),
      pinPad: this.pinPad,
      masterKeys: keystore,
      acquirer,
      prober: createProber({
        endpoints: bankOf.addresses,
        timeoutMs: 500,
        ...(config.probes.otherHost === undefined ? {} : { otherHost: config.probes.otherHost }),
      }),
      ...(options.stick === undefined
        ? {}
        : { bulletins: { folder: openBulletinFolder({ path: options.stick, mostBytes }) } }),
      ...this.store,
      journal: watchedJournal(this.store.journal, pass),
      personal: this.personal,
      messengers: options.messengers ?? {},
      reports: openReports({
        personal: this.personal,
        said,
        documents: this.store.documents,
        config,
        version: '0.0.0',
        simulated: true,
        now,
        folder: reports,
      }),
      safekeeping: openSafekeeping({
        store: this.store,
        folder: join(folder, 'data'),
        keystore,
        projector: project,
        now,
        ...config.backup,
        restart: () => undefined,
      }),
      printSlip: async (slipId) => void this.slips.push(slipId),
      present: (view) => this.#see(view),
      tone: () => undefined,
      trace: (source, text) => {
        if (process.env.TRACE === '1') console.log(source, text);
      },
      paper: () => 'ok',
      now,
      after: (ms, callback) => {
        const timer = setTimeout(() => {
          this.#timers.delete(timer);
          callback();
        }, ms);
        this.#timers.add(timer);
        return () => {
          this.#timers.delete(timer);
          clearTimeout(timer);
        };
      },
      random: (length) => new Uint8Array(randomBytes(length)),
      uuid: randomUUID,
      pins: scryptPins,
    });
    this.#closing.push(
      () => reader.close(),
      () => acquirer.close(),
      () => bank?.close(),
      () => this.store.close(),
      () => {
        if (options.folder === undefined) rmSync(folder, { recursive: true, force: true });
      },
    );
  }

  get bank(): Bank {
    if (this.#bank === undefined) throw new Error('the bank of this shop is outside');
    return this.#bank;
  }

  get screen(): Screen {
    if (this.#view === undefined) throw new Error('nothing is shown yet');
    return this.#view.screen;
  }

  get view(): View | undefined {
    return this.#view;
  }

  tap(action: CashierAction): void {
    this.terminal.act(action);
  }

  /** Digits on the keypad of the screen. */
  type(digits: string): void {
    for (const digit of digits) this.tap({ type: 'digit', digit: digit as '0' });
  }

  pin(digits: string): void {
    this.pinPad.receive(new TextEncoder().encode(`${digits}\r`));
  }

  swipe(swipe: Swipe): void {
    this.#swipe?.(swipe);
  }

  advance(ms: number): void {
    this.offsetMs += ms;
    this.terminal.clockChanged();
  }

  /** Waits until this screen is shown (and fits); fails with what is shown instead. */
  async until<N extends ScreenName>(
    name: N,
    fits: (screen: ScreenOf<N>) => boolean = () => true,
    withinMs = 6_000,
  ): Promise<ScreenOf<N>> {
    const end = performance.now() + withinMs;
    for (;;) {
      const screen = this.#view?.screen;
      if (screen?.name === name && fits(screen as ScreenOf<N>)) return screen as ScreenOf<N>;
      if (performance.now() > end)
        throw new Error(`waited for ${name}, but the screen is ${JSON.stringify(screen)}`);
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
  }

  holds(): readonly Hold[] {
    return this.store.documents.list('hold').map(({ body }) => body as Hold);
  }

  incidents(): readonly Incident[] {
    return this.store.documents.list('incident').map(({ body }) => body as Incident);
  }

  /** Takes a hold of a preset amount with a good card, from home to home. */
  async hold(card = 'unionpay-credit', minorUnits = 50_000): Promise<Hold> {
    const before = new Set(this.holds().map(({ holdId }) => holdId));
    await this.until('home');
    this.tap({ type: 'go', to: 'preauth' });
    this.tap({ type: 'preset', amount: { minorUnits, currency: '156' } });
    this.tap({ type: 'primary' });
    await this.until('present-card');
    this.slot.insert(card);
    await this.until('pin');
    this.pin('123456');
    await this.until('held');
    this.slot.remove();
    this.tap({ type: 'primary' });
    await this.until('home');
    const hold = this.holds().find(({ holdId }) => !before.has(holdId));
    if (hold === undefined) throw new Error('no hold was taken');
    return hold;
  }

  async close(): Promise<void> {
    for (const timer of this.#timers) clearTimeout(timer);
    this.terminal.stop();
    for (const close of this.#closing) await close();
  }

  #see(view: View): void {
    this.#view = view;
    if (this.seen.at(-1) !== view.screen.name) this.seen.push(view.screen.name);
  }
}

/** The line with a boundary where the answer is here and nothing is journalled of it yet. */
function watched(link: HostLink, pass: () => void, sending: () => void): HostLink {
  return {
    exchange: (request, accepts) => {
      sending();
      return link.exchange(request, (frame) => {
        const ours = accepts(frame);
        if (ours) pass();
        return ours;
      });
    },
    onLate: (listener) => link.onLate(listener),
    probe: () => link.probe(),
    useNext: () => link.useNext(),
    close: () => link.close(),
  };
}

/** The journal with a boundary after each write: before the effect that follows it, such as a message's first byte. */
function watchedJournal(journal: Journal, pass: () => void): Journal {
  return {
    append: (change) => {
      const rows = journal.append(change);
      pass();
      return rows;
    },
    read: (afterSeq, limit) => journal.read(afterSeq, limit),
  };
}
