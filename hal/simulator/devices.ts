import { TerminalFault } from '#src/fault.ts';
import type { PaperStatus } from '../printer/contract.ts';
import type { CardSlot } from './cards/slot.ts';
import type { PrintedSlip } from './darkroom.ts';
import type { FaultName } from './faults.ts';
import type { WorldQuestion } from './wire.ts';

/** A slip as it came out of the printer. */
export type Slip = PrintedSlip & {
  readonly n: number;
  readonly atMs: number;
};

type Options = {
  readonly slot: CardSlot;
  readonly now: () => number;
  /** ESC/POS bytes to what stands on the paper. */
  readonly render: (escPos: Uint8Array) => PrintedSlip;
  readonly printed: (slip: Slip) => void;
  /** A fault that strikes once has struck. */
  readonly struck: (name: FaultName) => void;
};

/** The strip of paper that lies on the desk keeps this many slips. */
const slipsKept = 200;

/** The world's end of the simulated hardware: answers what the terminal's drivers ask. */
export class Devices {
  readonly #options: Options;
  readonly slips: Slip[] = [];
  readonly #countdown = new Map<FaultName, number>();
  #printed = 0;
  #paper: PaperStatus = 'ok';
  #jammed = false;

  constructor(options: Options) {
    this.#options = options;
  }

  get paper(): PaperStatus {
    return this.#paper;
  }

  setPaper(status: PaperStatus, jammed: boolean): void {
    this.#paper = status;
    this.#jammed = jammed;
  }

  /** Counts the commands to a fault at APDU n, so that the desk can show that it struck. */
  countDown(name: FaultName, apdus: number | undefined): void {
    if (apdus === undefined) this.#countdown.delete(name);
    else this.#countdown.set(name, apdus);
  }

  async answer(question: WorldQuestion): Promise<unknown> {
    const { slot } = this.#options;
    switch (question.type) {
      case 'slot.powerOn':
        return slot.powerOn();
      case 'slot.warmReset':
        return slot.warmReset();
      case 'slot.powerOff':
        return slot.powerOff();
      case 'slot.transmit':
        this.#tick();
        return slot.transmit(question.apdu);
      case 'printer.status':
        return this.#paper;
      case 'printer.print':
        return this.#print(question.bytes);
    }
  }

  #tick(): void {
    for (const [name, left] of [...this.#countdown]) {
      this.#countdown.set(name, left - 1);
      if (left > 1) continue;
      this.#countdown.delete(name);
      this.#options.struck(name);
    }
  }

  async #print(bytes: Uint8Array): Promise<void> {
    if (this.#paper === 'gone') throw new TerminalFault('printer.gone', 'later');
    if (this.#paper === 'out') throw new TerminalFault('printer.noPaper', 'later');
    if (this.#jammed) throw new TerminalFault('printer.fault', 'later');
    const { text, codes, png } = this.#options.render(bytes);
    const slip = { n: ++this.#printed, atMs: this.#options.now(), text, codes, png };
    this.slips.push(slip);
    if (this.slips.length > slipsKept) this.slips.shift();
    this.#options.printed(slip);
  }
}
