import { createHash } from 'node:crypto';
import { SoftwareKeystore } from '#hal/keystore/software.ts';
import { type CardSlot, createCardSlot } from '#hal/simulator/cards/slot.ts';
import { hex } from '#src/bytes.ts';
import type { Config } from '#src/config/schema.ts';
import { isFault } from '#src/fault.ts';
import type { DomainEvent } from '#src/journal/events.ts';
import type { JournalRow } from '#src/journal/port.ts';
import { tdes } from '#src/security/block-cipher.ts';
import { Disk, MemoryDocuments } from './books.ts';
import { holdsCardNumber } from './cards.ts';
import { Chance } from './chance.ts';
import { configOf } from './configs.ts';
import { Network } from './network.ts';
import { Office } from './office.ts';
import { Start } from './start.ts';
import { VirtualTime } from './time.ts';
import { forgets, unsafeMs, type Weakness, writtenUnder } from './weakness.ts';

export type Violation = { readonly what: string; readonly detail: string };

/** Everything around the terminal, and the terminal in it as often as it is started: one seed, one course of events. */
export class World {
  readonly chance: Chance;
  readonly time = new VirtualTime();
  readonly disk = new Disk();
  readonly config: Config;
  readonly network: Network;
  readonly office: Office;
  readonly slot: CardSlot;
  readonly weakness: Weakness | undefined;
  readonly violations: Violation[] = [];
  readonly lines: string[] = [];
  readonly saidSoFar = new Set<string>();
  /** Ms that the terminal's clock is ahead of the true one. */
  clockOffsetMs = 0;
  paperOut = false;
  /** So many more writes until something happens to one. */
  writesLeft:
    | {
        count: number;
        /** Counts only writes of this kind. */
        readonly kind?: DomainEvent['kind'];
        readonly fate: 'cutBefore' | 'cutAfter' | 'broken' | 'full';
      }
    | undefined;
  starts = 0;
  #terminal: Start | undefined;
  readonly #keepLines: boolean;
  readonly #hash = createHash('sha256');
  readonly #epochMs: number;
  readonly #traces = new Set<string>();
  /** Where the rows begin that a weakness has not made safe yet, and since when. */
  #unsafe: { readonly row: number; readonly atMs: number }[] = [];

  constructor(
    seed: number,
    options: { weakness?: Weakness | undefined; keepLines?: boolean } = {},
  ) {
    this.chance = new Chance(seed);
    this.weakness = options.weakness;
    this.#keepLines = options.keepLines ?? false;
    const { chance } = this;
    this.config = configOf(chance);
    this.#epochMs = Date.UTC(
      2030,
      chance.between(0, 11),
      chance.between(1, 28),
      chance.between(0, 23),
    );
    this.office = new Office({
      config: this.config,
      chance,
      now: () => this.trueMs,
      trace: (text) => this.trace(text),
      settled: (balanced) => {
        const garbled = this.network.quality.corrupted > 0;
        // A charge whose reversal is set aside stands in the bank's book alone, and the day says so.
        const aside = this.#terminal?.documents.count('outbox', ['suspended']) ?? 0;
        if (!balanced && !garbled && aside === 0)
          this.violation('sumsDiffer', 'the batch does not balance');
      },
    });
    this.network = new Network({
      time: this.time,
      chance,
      bank: (frame) => this.office.take(frame),
      answerTimeoutMs: this.config.acquirer.answerTimeoutMs,
      trace: (text) => this.trace(text),
    });
    this.slot = createCardSlot({
      random: (length) => chance.bytes(length),
      wait: (ms) => new Promise((resolve) => void this.time.after(ms, resolve)),
    });
  }

  /** What the terminal's clock shows. */
  get clockMs(): number {
    return this.trueMs + this.clockOffsetMs;
  }

  /** What a good clock shows. */
  get trueMs(): number {
    return this.#epochMs + this.time.nowMs;
  }

  get terminal(): Start {
    if (this.#terminal === undefined) throw new Error('the terminal is off');
    return this.#terminal;
  }

  get isOn(): boolean {
    return this.#terminal !== undefined;
  }

  trace(text: string): void {
    const line = `${(this.time.nowMs / 1_000).toFixed(3)} ${text}`;
    this.#hash.update(line);
    if (this.#keepLines) this.lines.push(line);
    this.scan(line, 'trace');
  }

  get hash(): string {
    return this.#hash.copy().digest('hex');
  }

  /** No card number stands in anything that is written or shown to a technician. */
  scan(text: string, where: string): void {
    if (holdsCardNumber(text)) this.violation('numberOutsideVault', where);
  }

  violation(what: string, detail: string): void {
    if (this.violations.some((known) => known.what === what && known.detail === detail)) return;
    this.violations.push({ what, detail });
    if (this.#keepLines) this.lines.push(`VIOLATION ${what}: ${detail}`);
  }

  powerOn(): void {
    if (this.isOn) return;
    this.starts++;
    this.trace(`power on, start ${this.starts}`);
    const keystore = new SoftwareKeystore({
      cipher: tdes,
      masterKey: hex(this.config.acquirer.terminalMasterKey),
      folder: {
        key: () => new Uint8Array(32),
        destroy: () => undefined,
        keep: () => undefined,
        find: () => undefined,
      },
    });
    const start = new Start(this, keystore);
    this.#terminal = start;
    this.guarded(() => start.begin());
  }

  /** The plug is pulled: nothing of the terminal's memory is left; the network still carries what is on its way. */
  powerOff(why: string): void {
    const start = this.#terminal;
    if (start === undefined) return;
    this.trace(`power off: ${why}`);
    this.#compareWithRebuilt(start);
    start.end();
    this.#terminal = undefined;
    this.#forget();
    this.time.after(this.chance.between(1_000, 20_000), () => this.powerOn());
  }

  /** Nothing more happens. */
  finish(): void {
    this.#terminal?.end();
    this.#terminal = undefined;
  }

  /** Runs what may fail; the process of the terminal dies of it, and starts again. */
  guarded(work: () => void): void {
    try {
      work();
    } catch (error) {
      this.died(error);
    }
  }

  died(error: unknown): void {
    const text = error instanceof Error ? error.message : String(error);
    if (!isFault(error)) {
      const stack = error instanceof Error ? (error.stack ?? '').split('\n').slice(0, 6) : [];
      this.violation('ownBug', [text, ...stack].join('\n'));
    }
    if (this.#terminal === undefined || !this.#terminal.alive) return;
    this.#terminal.alive = false;
    this.time.after(0, () => this.powerOff(`the process ended: ${text}`));
  }

  /** May these rows be written now? What waits for this write happens to it. */
  mayWrite(start: Start, events: readonly DomainEvent[]): boolean {
    if (!start.alive) return false;
    const due = this.writesLeft;
    if (events.length === 0 || due === undefined) return true;
    if (due.kind !== undefined && !events.some(({ kind }) => kind === due.kind)) return true;
    if (--due.count > 0) return true;
    this.writesLeft = undefined;
    if (due.fate === 'full' || due.fate === 'broken') {
      this.breakDisk(due.fate);
      return true;
    }
    const kinds = events.map(({ kind }) => kind).join(', ');
    this.time.after(0, () => this.powerOff(`${due.fate}: ${kinds}`));
    if (due.fate === 'cutAfter') start.diesAfterWrite = true;
    else start.alive = false;
    return start.alive;
  }

  breakDisk(state: 'full' | 'broken'): void {
    this.disk.state = state;
    this.trace(`disk ${state}`);
    this.time.after(this.chance.between(500, 120_000), () => this.healDisk());
  }

  healDisk(): void {
    this.disk.state = 'fine';
    this.disk.reserve = this.chance.pick([2, 20, 200]);
  }

  written(rows: readonly JournalRow[]): void {
    const first = this.disk.bodies.length - rows.length;
    if (
      forgets(
        this.weakness,
        rows.map(({ event }) => event),
      )
    )
      this.#unsafe.push({ row: first, atMs: this.time.nowMs });
    for (const { event } of rows) this.#takeTrace(event);
    for (const body of this.disk.bodies.slice(first)) {
      this.scan(body, 'journal');
      this.#hash.update(body);
    }
  }

  eventsUnder(events: readonly DomainEvent[]): readonly DomainEvent[] {
    return writtenUnder(this.weakness, events);
  }

  /** A trace number is taken once, whatever the terminal remembers of it. */
  #takeTrace(event: DomainEvent): void {
    const used =
      event.kind === 'transaction.requested'
        ? event.request
        : event.kind === 'bank.requested'
          ? event
          : undefined;
    if (used === undefined) return;
    const key = `${used.batch}.${used.stan}`;
    if (this.#traces.has(key)) this.violation('traceReused', event.kind);
    this.#traces.add(key);
  }

  /** A slip in somebody's hand, an approval on the screen: it must stand for ever. */
  said(what: string): void {
    this.saidSoFar.add(what);
  }

  /** What a disk that broke, or a weakness, makes of the last writes. */
  #forget(): void {
    const { disk } = this;
    const lost = this.#unsafe.find(({ atMs }) => atMs > this.time.nowMs - unsafeMs);
    if (lost !== undefined) disk.bodies.length = lost.row;
    this.#unsafe = [];
    if (disk.ghost !== undefined && this.chance.is(0.5)) {
      this.trace('a write that failed is there all the same');
      disk.write(disk.ghost.bodies, disk.ghost.seal);
    }
    disk.ghost = undefined;
  }

  /** The projections are what the journal says, and nothing more. */
  #compareWithRebuilt(start: Start): void {
    if (MemoryDocuments.of(this.disk.rows()).text() !== start.documents.text())
      this.violation('projectionDiffers', 'documents are not those of the journal');
  }
}
