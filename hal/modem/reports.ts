import type { Incoming } from '../messages/contract.ts';

/** What a status report says of a part; `delivered` undefined while the network still tries. */
export type PartReport = {
  readonly reference: number;
  readonly to: string;
  readonly delivered: boolean | undefined;
};

/** A message that is being sent. */
export type Sending = {
  readonly references: readonly number[];
  part(reference: number): void;
  end(): void;
};

/** A message whose parts the network has: which of them are not reported yet. */
type Sent = {
  readonly id: string;
  readonly open: Set<number>;
  whole: boolean;
  told: boolean;
};

/**
 * Status reports of parts, made into reports of messages: one has arrived with its last part, and has not with the
 * first that did not. A report may come before the driver knows the reference of its part; one that belongs to nothing
 * here is handed on as it is.
 */
export class Reports {
  readonly #tell: (incoming: Incoming) => void;
  readonly #onTheirWay = new Map<number, Sent>();
  /** Reports that came while a message is being sent and may be of the part that is on its way. */
  #early: Map<number, PartReport> | undefined;

  constructor(tell: (incoming: Incoming) => void) {
    this.#tell = tell;
  }

  begin(id: string, parts: number): Sending {
    const message: Sent = { id, open: new Set(), whole: false, told: false };
    const references: number[] = [];
    const early = new Map<number, PartReport>();
    this.#early = early;
    return {
      references,
      part: (reference) => {
        references.push(reference);
        message.open.add(reference);
        message.whole = references.length === parts;
        const { delivered } = early.get(reference) ?? {};
        early.delete(reference);
        if (delivered === undefined) this.#onTheirWay.set(reference, message);
        else this.#judge(message, reference, delivered);
      },
      end: () => {
        this.#early = undefined;
        for (const report of early.values()) this.#strange(report);
      },
    };
  }

  take(report: PartReport): void {
    const { reference, delivered } = report;
    if (delivered === undefined) return;
    const message = this.#onTheirWay.get(reference);
    this.#onTheirWay.delete(reference);
    if (message !== undefined) this.#judge(message, reference, delivered);
    else if (this.#early === undefined) this.#strange(report);
    else this.#early.set(reference, report);
  }

  #judge(message: Sent, reference: number, delivered: boolean): void {
    message.open.delete(reference);
    if (message.told || (delivered && (!message.whole || message.open.size > 0))) return;
    message.told = true;
    for (const other of message.open) this.#onTheirWay.delete(other);
    // The end of the sending is said first.
    setImmediate(this.#tell, { type: 'report', id: message.id, delivered });
  }

  #strange({ reference, to, delivered }: PartReport): void {
    if (delivered !== undefined) this.#tell({ type: 'partReport', reference, to, delivered });
  }
}
