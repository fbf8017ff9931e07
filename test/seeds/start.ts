import type { Swipe } from '#hal/head/contract.ts';
import type { SoftwareKeystore } from '#hal/keystore/software.ts';
import { SimulatedPinPad } from '#hal/pin-pad/simulated.ts';
import { openSimulatedReader } from '#hal/reader/simulated.ts';
import { createAcquirer } from '#src/acquirer/acquirer.ts';
import { acquirerSettings } from '#src/config/acquirer.ts';
import type { CashierAction, Screen } from '#src/desk/view.ts';
import { TerminalFault } from '#src/fault.ts';
import type { Journal, Vault } from '#src/journal/port.ts';
import type { Pins } from '#src/people/pin.ts';
import type { Safekeeping } from '#src/safekeeping.ts';
import { Terminal } from '#src/terminal.ts';
import { type Books, type MemoryDocuments, openBooks } from './books.ts';
import type { World } from './world.ts';

const printMs = 400;

/** Ten thousand shops have no time for slow PINs. */
const plainPins: Pins = {
  hash: async (pin) => ({
    algorithm: 'scrypt',
    cost: 1,
    blockSize: 1,
    parallelism: 1,
    salt: '',
    hash: pin,
  }),
  matches: async (typed, { hash }) => typed === hash,
  same: (typed, pin) => typed === pin,
};

/** One start of the terminal, from power to power: whatever it still wants when the power is gone stays without effect. */
export class Start {
  /** False from the moment at which the power is gone. */
  alive = true;
  diesAfterWrite = false;
  readonly documents: MemoryDocuments;
  readonly #world: World;
  readonly #terminal: Terminal;
  readonly #pinPad: SimulatedPinPad;
  readonly #reader: ReturnType<typeof openSimulatedReader>;
  #swipe: ((swipe: Swipe) => void) | undefined;
  #screen: Screen | undefined;

  constructor(world: World, keystore: SoftwareKeystore) {
    this.#world = world;
    const { chance, time } = world;
    const after = (ms: number, work: () => void) =>
      time.after(ms, () => {
        if (this.alive) world.guarded(work);
      });
    const books = this.#books();
    this.documents = books.documents;
    this.#pinPad = new SimulatedPinPad(keystore, after);
    this.#reader = openSimulatedReader(world.slot, { answerTimeoutMs: 3_000, startTimer: after });
    this.#terminal = new Terminal({
      config: world.config,
      version: '0.0.0',
      simulated: true,
      operator: '01',
      reader: this.#reader,
      head: {
        kind: 'decoded',
        present: true,
        listen: (listener) => {
          this.#swipe = listener;
          return () => undefined;
        },
        close: async () => undefined,
      },
      pinPad: this.#pinPad,
      masterKeys: keystore,
      acquirer: createAcquirer({
        settings: acquirerSettings(world.config),
        link: world.network.link(() => this.alive),
        keystore,
      }),
      prober: { checks: [], check: async (check) => ({ check, ok: true, tookMs: 0 }) },
      ...books,
      journal: this.#journal(books.journal),
      vault: this.#vault(books.vault),
      safekeeping: this.#safekeeping(),
      messengers: {},
      personal: { seal: () => '', open: () => undefined, destroy: () => undefined },
      // Reports are tried elsewhere: here they are written at once.
      reports: {
        export: async () => ({ files: [], secondPlace: 'none' }),
        one: async () => undefined,
      },
      printSlip: (slipId) => this.#print(slipId),
      present: ({ screen }) => this.#see(screen),
      tone: () => undefined,
      trace: (source, text) => this.alive && world.trace(`${source}: ${text}`),
      paper: () => (world.paperOut ? 'out' : 'ok'),
      now: () => world.clockMs,
      after,
      random: (length) => chance.bytes(length),
      uuid: () => chance.uuid(),
      pins: plainPins,
    });
  }

  get screen(): Screen | undefined {
    return this.#screen;
  }

  /** Is the PIN pad asking the customer? */
  get asksPin(): boolean {
    return this.#pinPad.waiting;
  }

  begin(): void {
    this.#terminal.begin();
  }

  tap(action: CashierAction): void {
    this.#world.guarded(() => this.#terminal.act(action));
  }

  scan(text: string): void {
    this.#world.guarded(() => this.#terminal.scan(text));
  }

  swipe(swipe: Swipe): void {
    this.#world.guarded(() => this.#swipe?.(swipe));
  }

  pin(digits: string): void {
    this.#world.guarded(() => this.#pinPad.receive(new TextEncoder().encode(`${digits}\r`)));
  }

  clockChanged(): void {
    this.#world.guarded(() => this.#terminal.clockChanged());
  }

  /** What was begun is over: nobody listens to the devices any more. */
  end(): void {
    this.alive = false;
    this.#terminal.stop();
    void this.#reader.close();
  }

  #books(): Books {
    const world = this.#world;
    return openBooks({
      disk: world.disk,
      bootId: world.chance.uuid(),
      now: () => world.clockMs,
      monoNs: () => BigInt(Math.trunc(world.time.nowMs * 1e6)),
      newId: () => world.chance.uuid(),
      mayWrite: (events) => world.mayWrite(this, events),
      written: (rows) => {
        world.written(rows);
        if (this.diesAfterWrite) this.alive = false;
      },
    });
  }

  #journal(journal: Journal): Journal {
    return {
      ...journal,
      append: (change) =>
        journal.append({ ...change, events: this.#world.eventsUnder(change.events) }),
    };
  }

  #vault(vault: Vault): Vault {
    const { weakness } = this.#world;
    return {
      ...vault,
      shred: (token) => {
        if (weakness !== 'numberKept') vault.shred(token);
      },
      lookup: (pan) => {
        if (weakness === 'numberInTrace') this.#world.trace(`chip: ${pan.reveal()}`);
        return vault.lookup(pan);
      },
    };
  }

  /** Backups are tried elsewhere: here they take their time, and fail with the disk. */
  #safekeeping(): Safekeeping {
    const { disk, time } = this.#world;
    const wait = (ms: number) => new Promise<void>((resolve) => void time.after(ms, resolve));
    return {
      backUp: async () => {
        await wait(700);
        if (disk.state !== 'fine') throw new TerminalFault('journal.diskFull', 'later');
        return { rows: disk.bodies.length, bytes: 1, durationMs: 700, secondPlace: 'none' };
      },
      drill: async () => {
        await wait(700);
        return { ok: true, durationMs: 700 };
      },
      checkpoint: () => '00000000',
      backups: () => [],
      restoreAtStart: () => undefined,
      bundle: async () => ({ file: '', bytes: 0, rows: 0, secondPlace: 'none' }),
      freePercent: () => (disk.state === 'full' ? 0 : 50),
    };
  }

  #print(slipId: string): Promise<void> {
    const world = this.#world;
    return new Promise((resolve, reject) => {
      world.time.after(printMs, () => {
        if (!this.alive) return;
        world.trace(`printer: ${slipId}${world.paperOut ? ', no paper' : ''}`);
        if (world.paperOut) reject(new TerminalFault('printer.noPaper', 'later'));
        else resolve();
        if (!world.paperOut) world.said(`slip ${slipId}`);
      });
    });
  }

  #see(screen: Screen): void {
    if (!this.alive) return;
    if (this.#screen?.name !== screen.name) this.#world.trace(`screen: ${screen.name}`);
    this.#screen = screen;
    if (screen.name === 'held') this.#world.said(`code ${screen.authorisationCode}`);
  }
}
