import { hex, toHex } from '#src/bytes.ts';
import type { CardFault } from './profile.ts';

/** Counts the commands of one insertion and finds the fault that strikes. */
export class FaultPlan {
  #faults: readonly CardFault[];
  #insertion = 0;
  #commands = 0;
  readonly #byInstruction = new Map<number, number>();

  constructor(faults: readonly CardFault[]) {
    this.#faults = faults;
  }

  /** Faults that a tester adds at run time stand before those of the profile. */
  add(fault: CardFault): void {
    this.#faults = [fault, ...this.#faults];
  }

  insert(): void {
    this.#insertion++;
    this.#commands = 0;
    this.#byInstruction.clear();
  }

  atReset(kind: 'cold' | 'warm'): CardFault['do'] | undefined {
    return this.#find(({ at }) => at.reset === kind || at.reset === 'both');
  }

  atCommand(apdu: Uint8Array): CardFault['do'] | undefined {
    this.#commands++;
    const instruction = apdu[1] ?? 0;
    const text = toHex(apdu);
    const occurrence = (this.#byInstruction.get(instruction) ?? 0) + 1;
    this.#byInstruction.set(instruction, occurrence);
    return this.#find(
      ({ at }) =>
        at.reset === undefined &&
        (at.apdu === undefined || at.apdu === this.#commands) &&
        (at.command === undefined || text.startsWith(at.command)) &&
        (at.instruction === undefined || Number.parseInt(at.instruction, 16) === instruction) &&
        (at.occurrence === undefined || at.occurrence === occurrence),
    );
  }

  #find(strikes: (fault: CardFault) => boolean): CardFault['do'] | undefined {
    const fault = this.#faults.find((it) => this.#nowBroken(it) && strikes(it));
    return fault?.do;
  }

  #nowBroken({ insertions }: CardFault): boolean {
    if (insertions === undefined) return true;
    const place = ((this.#insertion - 1) % insertions.cycle) + 1;
    return insertions.broken.includes(place);
  }
}

/** What a fault makes of the true answer; faults that are no answer are handled by the card. */
export function spoil(fault: CardFault['do'], answer: Uint8Array): Uint8Array {
  const words = answer.subarray(-2);
  switch (fault.type) {
    case 'statusWords':
      return hex(fault.sw);
    case 'replaceResponse':
      return hex(fault.bytes);
    case 'garbage':
      return Uint8Array.from({ length: fault.length + 2 }, (_, i) =>
        i === fault.length ? 0x90 : i > fault.length ? 0x00 : (i * 167 + 13) & 0xff,
      );
    case 'truncate':
      return Uint8Array.from([
        ...answer.subarray(0, Math.min(fault.length, answer.length - 2)),
        ...words,
      ]);
    default:
      return answer;
  }
}
