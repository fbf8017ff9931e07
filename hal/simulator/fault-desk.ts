import type { CardSlot } from './cards/slot.ts';
import type { Devices } from './devices.ts';
import {
  type FaultName,
  type FaultRequest,
  type FaultView,
  needsOf,
  restarts,
  strikesOnce,
  viewFaults,
} from './faults.ts';
import { notSimulated } from './problem.ts';
import type { ToTerminal } from './wire.ts';
import type { WorldOptions } from './world.ts';

type Options = {
  readonly options: WorldOptions;
  readonly slot: CardSlot;
  readonly devices: Devices;
  readonly tell: (message: ToTerminal) => void;
  readonly changed: () => void;
  readonly now: () => number;
  readonly clockOffsetMs: () => number;
  /** The terminal starts anew with a configuration that these faults have spoilt. */
  readonly restart: (spoiltBy: readonly FaultName[]) => Promise<void>;
};

const tenYearsMs = 10 * 365 * 86_400_000;

/** Which faults are on, and the one place that makes the parts of the world feel them. */
export class FaultDesk {
  readonly #world: Options;
  readonly #active = new Map<FaultName, FaultRequest & { readonly sinceMs: number }>();

  constructor(world: Options) {
    this.#world = world;
  }

  has(name: FaultName): boolean {
    return this.#active.has(name);
  }

  view(): readonly FaultView[] {
    return viewFaults(this.#active);
  }

  async set(fault: FaultRequest): Promise<void> {
    this.#mustBeSimulated(fault.name);
    if (fault.name === 'lineReset') {
      this.#world.options.relay?.reset();
      return;
    }
    this.#active.set(fault.name, { ...fault, sinceMs: this.#world.now() });
    await this.#apply(fault.name, fault);
    this.#world.changed();
  }

  /** One fault, or all of them. */
  async clear(name?: FaultName): Promise<void> {
    for (const each of name === undefined ? [...this.#active.keys()] : [name]) {
      if (this.#active.delete(each)) await this.#apply(each, undefined);
    }
    this.#world.changed();
  }

  struck(name: FaultName): void {
    if (strikesOnce(name) && this.#active.delete(name)) this.#world.changed();
  }

  /** What a terminal that was just switched on must know. */
  greeting(): readonly ToTerminal[] {
    return [...this.#active.keys()].flatMap((name) => this.#toTerminal(name, true));
  }

  async #apply(name: FaultName, fault: FaultRequest | undefined): Promise<void> {
    if (needsOf(name) === 'reader') this.#applyToSlot(name, fault);
    if (needsOf(name) === 'printer') this.#applyToPaper();
    await this.applyToLine();
    for (const message of this.#toTerminal(name, fault !== undefined)) this.#world.tell(message);
    if (restarts(name)) await this.#world.restart([...this.#active.keys()]);
  }

  #applyToSlot(name: FaultName, fault: FaultRequest | undefined): void {
    const { slot, devices } = this.#world;
    devices.countDown(name, fault?.apdu);
    if (fault !== undefined) {
      this.#setOnSlot(fault);
      return;
    }
    slot.clearFaults();
    for (const other of this.#active.values()) {
      if (needsOf(other.name) === 'reader') this.#setOnSlot(other);
    }
  }

  #setOnSlot({ name, apdu = 1 }: FaultRequest): void {
    const { slot } = this.#world;
    if (name === 'readerUnplugged') slot.setFault({ readerGone: true });
    if (name === 'cardPulledAtApdu') slot.setFault({ cardPulledAtApdu: apdu });
    if (name === 'readerServiceDown') slot.setFault({ serviceDown: true });
    if (name === 'chipDirty') slot.setFault({ chipBreaksOff: true });
    if (name === 'contactsDirty') slot.setFault({ noContact: true });
    if (name === 'cardMuteAtApdu') slot.setFault({ cardMuteAtApdu: apdu });
    if (name === 'contactsBreakAtApdu') slot.setFault({ contactsBreakAtApdu: apdu });
  }

  #applyToPaper(): void {
    const { devices, tell } = this.#world;
    const status = this.has('printerUnplugged')
      ? 'gone'
      : this.has('paperOut')
        ? 'out'
        : this.has('paperLow')
          ? 'low'
          : 'ok';
    devices.setPaper(status, this.has('printerJam'));
    tell({ type: 'paper', status });
  }

  /** The line fails for a fault, and for a bank whose computer is off. */
  async applyToLine(): Promise<void> {
    const { relay, bank, others } = this.#world.options;
    await others?.set({ refused: this.has('otherHostsDown') });
    await relay?.set({
      expiredCertificate: this.has('certificateExpired'),
      refused: this.has('networkDown') || this.has('bankDown') || bank?.behaviour.mode === 'down',
      answersLost: this.has('answersLost'),
      delayMs: this.#active.get('networkSlow')?.delayMs ?? 0,
    });
  }

  /** Faults of the terminal's own parts: its disk, its modem, its PIN pad. */
  #toTerminal(name: FaultName, on: boolean): readonly ToTerminal[] {
    if (name === 'diskFull' || name === 'networkDown' || name === 'headUnplugged')
      return [{ type: 'fault', name, on }];
    if (name === 'pinPadUnplugged') return [{ type: 'pinPad', action: on ? 'gone' : 'back' }];
    if (name === 'clockWrong')
      return [{ type: 'clock', offsetMs: this.#world.clockOffsetMs() + (on ? tenYearsMs : 0) }];
    return [];
  }

  #mustBeSimulated(name: FaultName): void {
    const { reader, head, printer, relay } = this.#world.options;
    const needs = needsOf(name);
    const there =
      needs === undefined ||
      {
        reader: reader === 'simulated',
        head: head === 'simulated',
        printer: printer === 'simulated',
        bank: relay !== undefined,
      }[needs];
    if (there) return;
    throw notSimulated({
      en: `The fault ${name} needs the simulated ${needs}, and a real one is connected now.`,
      zh: `故障 ${name} 需要模拟的设备（${needs}），现在接的是真实的。`,
    });
  }
}
