import type { AtLines } from './at-lines.ts';
import { type Part, parseReceived } from './pdu.ts';

export type WholeMessage = { readonly from: string; readonly text: string };

/** A message as it lies on the SIM. */
type Stored = WholeMessage & { readonly place: number; readonly part?: Part };

/** So long the rest of a message is waited for; then what came is handed on, with a mark where it lacks. */
const patienceMs = 15 * 60_000;
const lacking = '…';

/**
 * Messages that wait on the SIM: put together, handed on, and deleted only then. Parts of which the rest is still on its
 * way stay there, so that nothing is lost with the power.
 */
export class SimInbox {
  readonly #lines: AtLines;
  readonly #commandMs: number;
  readonly #tell: (message: WholeMessage) => void;
  /** Since when a message waits for the rest of it, by its parts' common name. */
  readonly #waiting = new Map<string, number>();

  constructor(lines: AtLines, commandMs: number, tell: (message: WholeMessage) => void) {
    this.#lines = lines;
    this.#commandMs = commandMs;
    this.#tell = tell;
  }

  /** Reads what is there. Rejects when the modem is gone. */
  async read(nowMs: number): Promise<void> {
    const { lines } = await this.#lines.ask('AT+CMGL=4', this.#commandMs);
    const { stored, strange } = storedIn(lines);
    const groups = Map.groupBy(stored, ({ from, part, place }) =>
      part === undefined ? `${place}` : `${from} ${part.reference} ${part.of}`,
    );
    const over = [...strange];
    for (const [name, parts] of groups) {
      if (this.#waitsOn(name, parts, nowMs)) continue;
      this.#tell({ from: parts[0]?.from ?? '', text: joined(parts) });
      over.push(...parts.map(({ place }) => place));
    }
    for (const name of this.#waiting.keys()) if (!groups.has(name)) this.#waiting.delete(name);
    for (const place of over) await this.#lines.ask(`AT+CMGD=${place}`, this.#commandMs);
  }

  #waitsOn(name: string, parts: readonly Stored[], nowMs: number): boolean {
    const { of = 1 } = parts[0]?.part ?? {};
    if (new Set(parts.map(({ part }) => part?.index)).size >= of) return false;
    const sinceMs = this.#waiting.get(name) ?? nowMs;
    this.#waiting.set(name, sinceMs);
    return nowMs - sinceMs < patienceMs;
  }
}

/** The answer to +CMGL: messages, and places with something that is none. */
function storedIn(lines: readonly string[]) {
  const stored: Stored[] = [];
  const strange: number[] = [];
  for (const [at, line] of lines.entries()) {
    const [, place, status] = /^\+CMGL: (\d{1,4}),(\d),/.exec(line) ?? [];
    // What was written here and waits to be sent is not ours to read.
    if (place === undefined || Number(status) > 1) continue;
    const received = parseReceived(lines[at + 1] ?? '');
    if (received?.type !== 'deliver') strange.push(Number(place));
    else stored.push({ ...received, place: Number(place) });
  }
  return { stored, strange };
}

function joined(parts: readonly Stored[]): string {
  const { of = 1 } = parts[0]?.part ?? {};
  const at = (index: number) => parts.find(({ part }) => (part?.index ?? 1) === index)?.text;
  return Array.from({ length: of }, (_, index) => at(index + 1) ?? lacking).join('');
}
