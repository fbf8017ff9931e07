import { hex } from '#src/bytes.ts';
import type { Config } from '#src/config/schema.ts';
import type { LinkCheck } from '#src/recovery/evidence.ts';
import { tdes } from '#src/security/block-cipher.ts';
import type { Exercise } from '#src/training/exercises.ts';
import type { GuestAct } from '#src/training/guest.ts';
import { trainingAddress } from '#src/training/terminal-config.ts';
import type { MagneticHead, Swipe } from '../head/contract.ts';
import { openSimulatedHead } from '../head/simulated.ts';
import type { MasterKeyLoading } from '../keystore/contract.ts';
import { memoryKeyFolder } from '../keystore/key-folder.ts';
import { SoftwareKeystore } from '../keystore/software.ts';
import type { LineProber } from '../link/contract.ts';
import { SimulatedPinPad } from '../pin-pad/simulated.ts';
import type { CardReader } from '../reader/contract.ts';
import { openSimulatedReader } from '../reader/simulated.ts';
import { BankCounter } from '../simulator/bank/counter.ts';
import { tablesOf } from '../simulator/bank/tables.ts';
import { createCardSlot } from '../simulator/cards/slot.ts';
import { findCard, stripeOf } from '../simulator/cards/tray.ts';
import { makeSwipe } from '../simulator/swipes.ts';
import { TrainingAcquirer } from './acquirer.ts';
import { TrainingLink } from './link.ts';

type Time = {
  readonly now: () => number;
  readonly after: (ms: number, callback: () => void) => () => void;
};

/** Everything around the terminal of one exercise, at the bytes: cards, contacts, head, PIN pad, line and bank. */
export class TrainingWorld {
  readonly reader: CardReader;
  readonly head: MagneticHead;
  readonly pinPad: SimulatedPinPad;
  /** Of this exercise alone. */
  readonly masterKeys: MasterKeyLoading;
  readonly acquirer: TrainingAcquirer;
  readonly prober: LineProber;
  readonly #trouble: Exercise['trouble'];
  readonly #slot = createCardSlot();
  readonly #counter: BankCounter;
  readonly #link: TrainingLink;
  #swiped: (swipe: Swipe) => void = () => undefined;
  #state: 'well' | 'broken' | 'mended' = 'well';

  constructor(config: Config, { trouble }: Exercise, { now, after }: Time) {
    const { terminalMasterKey, answerTimeoutMs } = config.acquirer;
    const keystore = new SoftwareKeystore({
      cipher: tdes,
      masterKey: hex(terminalMasterKey),
      folder: memoryKeyFolder(),
    });
    this.#trouble = trouble;
    this.#counter = new BankCounter(
      { tmk: terminalMasterKey, clock: now, tables: tablesOf(config) },
      { entries: [], append: () => undefined },
    );
    this.#link = new TrainingLink({
      counter: this.#counter,
      address: trainingAddress,
      answerTimeoutMs,
      after,
    });
    this.reader = openSimulatedReader(this.#slot, { name: 'Training' });
    this.head = openSimulatedHead({
      listen: (listener) => {
        this.#swiped = listener;
        return () => undefined;
      },
    });
    this.pinPad = new SimulatedPinPad(keystore);
    this.masterKeys = keystore;
    this.acquirer = new TrainingAcquirer(config, this.#link, keystore);
    this.prober = trainingProber(() => this.#link.dead);
    if (trouble.bank !== undefined)
      this.#counter.setBehaviour({ mode: 'decline', kinds: ['preauth'], ...trouble.bank });
  }

  get cardIn(): boolean {
    return this.#slot.inserted !== undefined;
  }

  /** Amounts of the holds that stand at the bank. */
  get held(): readonly number[] {
    return this.#counter
      .ledger()
      .holds.filter(({ state }) => state === 'held')
      .map(({ amountMinorUnits }) => amountMinorUnits);
  }

  /** What is broken in this exercise breaks now. */
  breakDown(): void {
    if (this.#state !== 'well') return;
    this.#state = 'broken';
    if (this.#trouble.broken === 'line') this.#link.dead = true;
    if (this.#trouble.broken === 'reader') this.#slot.setFault({ readerGone: true });
  }

  mend(): void {
    if (this.#state !== 'broken') return;
    this.#state = 'mended';
    this.#link.dead = false;
    this.#slot.clearFaults();
  }

  /** The guest's hands. */
  perform(act: GuestAct): void {
    if (act.type === 'insert') this.#slot.insert(act.card);
    if (act.type === 'remove') this.#slot.remove();
    if (act.type === 'swipe') this.#swipe(act.card);
    if (act.type === 'pin') this.pinPad.receive(new TextEncoder().encode(`${this.#pin}\r`));
  }

  get #pin(): string {
    return findCard(this.#slot.inserted ?? '')?.pin ?? '123456';
  }

  #swipe(card: string): void {
    const profile = findCard(card);
    const stripe = profile && stripeOf(profile);
    if (stripe !== undefined) this.#swiped(makeSwipe(stripe));
  }

  async close(): Promise<void> {
    await Promise.allSettled(
      [this.reader, this.head, this.pinPad, this.acquirer].map((device) => device.close()),
    );
  }
}

const checks: readonly LinkCheck[] = ['interface', 'connect'];

/** Asks the training line, and nothing else. */
const trainingProber = (isDead: () => boolean): LineProber => ({
  checks,
  check: async (check) =>
    isDead()
      ? { check, ok: false, problem: check === 'interface' ? 'down' : 'unreachable', tookMs: 0 }
      : { check, ok: true, tookMs: 1 },
});
