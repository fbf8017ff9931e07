import { type Edges, watchFifo, watchLines, wordsPerEdge } from 'gpio-edges';
import { TerminalFault } from '#src/fault.ts';
import {
  BitCollector,
  type Collector,
  type DecodedLines,
  FluxCollector,
  quietMs,
  trackNumbers,
} from './collector.ts';
import type { MagneticHead, Swipe } from './contract.ts';

type Electrical = {
  readonly bias?: 'up' | 'down' | 'off';
  readonly activeLow?: boolean;
};

/** Where the head's lines end: on a chip, or in a FIFO that carries the kernel's records. */
type Source = ({ readonly chip: string } & Electrical) | { readonly fifo: string };

export type HeadWiring = Source &
  (
    | {
        readonly kind: 'f2f';
        /** Line offset of each track. */
        readonly tracks: Partial<Record<1 | 2 | 3, number>>;
      }
    | ({ readonly kind: 'decoded' } & DecodedLines)
  );

const batchEdges = 1024;
/** A chip that was taken away is asked for again after this time. */
const reopenMs = 1000;

/** A head on GPIO lines. Throws TerminalFault `head.gone` when the lines cannot be had. */
export function openGpioHead(wiring: HeadWiring): MagneticHead {
  return new GpioHead(wiring);
}

class GpioHead implements MagneticHead {
  readonly kind: 'f2f' | 'decoded';
  readonly #wiring: HeadWiring;
  readonly #listeners = new Set<(swipe: Swipe) => void>();
  readonly #words = new BigInt64Array(batchEdges * wordsPerEdge);
  #edges: Edges;
  #collector: Collector;
  #lostBefore = 0;
  #timer: NodeJS.Timeout | undefined;
  #closed = false;
  #gone = false;

  constructor(wiring: HeadWiring) {
    this.#wiring = wiring;
    this.kind = wiring.kind;
    this.#edges = this.#open();
    this.#collector = this.#newCollector();
  }

  listen(...[listener]: Parameters<MagneticHead['listen']>) {
    const own = (swipe: Swipe) => listener(swipe);
    this.#listeners.add(own);
    return () => void this.#listeners.delete(own);
  }

  get present(): boolean {
    return !this.#gone;
  }

  async close(): Promise<void> {
    this.#closed = true;
    this.#listeners.clear();
    clearTimeout(this.#timer);
    this.#edges.close();
  }

  #open(): Edges {
    const wiring = this.#wiring;
    const onReady = () => this.#drain();
    try {
      if ('fifo' in wiring) return watchFifo(wiring.fifo, {}, onReady);
      const { chip, bias, activeLow } = wiring;
      const electrical = {
        ...(bias === undefined ? {} : { bias }),
        ...(activeLow === undefined ? {} : { activeLow }),
      };
      return watchLines({ chip, offsets: offsetsOf(wiring), edge: 'both', ...electrical }, onReady);
    } catch (cause) {
      throw new TerminalFault('head.gone', 'later', 'the lines of the head cannot be had', cause);
    }
  }

  #newCollector(): Collector {
    const wiring = this.#wiring;
    if (wiring.kind === 'decoded') {
      const levels = this.#edges.levels();
      return new BitCollector(
        wiring,
        offsetsOf(wiring).filter((_, i) => levels[i] === true),
      );
    }
    return new FluxCollector(
      new Map(
        trackNumbers.flatMap((track) => {
          const offset = wiring.tracks[track];
          return offset === undefined ? [] : [[offset, track] as const];
        }),
      ),
    );
  }

  #drain(): void {
    if (this.#closed) return;
    let any = false;
    for (let count = this.#edges.drain(this.#words); count > 0; ) {
      any = true;
      for (let i = 0; i < count; i++) {
        const word = this.#words[wordsPerEdge * i + 1]!;
        this.#collector.add(
          {
            timestampNs: this.#words[wordsPerEdge * i]!,
            offset: Number(word & 0xffffffffn),
            rising: word >> 32n === 1n,
          },
          () => this.#finish(),
        );
      }
      count = this.#edges.drain(this.#words);
    }
    this.#words.fill(0n);
    if (this.#edges.ended) this.#reopenLater();
    else if (any) this.#after(quietMs, () => this.#quiet());
  }

  /** The edges may have come while the event loop was busy: the ring is looked at once more. */
  #quiet(): void {
    this.#timer = undefined;
    this.#drain();
    if (this.#timer === undefined) this.#finish();
  }

  #finish(): void {
    const { lost } = this.#edges;
    const swipe = this.#collector.finish(lost - this.#lostBefore);
    this.#lostBefore = lost;
    if (swipe === undefined) return;
    for (const listener of [...this.#listeners]) listener(swipe);
  }

  #reopenLater(): void {
    this.#gone = true;
    this.#finish();
    this.#edges.close();
    this.#after(reopenMs, () => {
      try {
        this.#edges = this.#open();
        this.#gone = false;
        this.#lostBefore = 0;
        this.#collector = this.#newCollector();
      } catch {
        this.#reopenLater();
      }
    });
  }

  #after(ms: number, work: () => void): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(work, ms);
  }
}

function offsetsOf(wiring: HeadWiring): number[] {
  if (wiring.kind === 'f2f') return Object.values(wiring.tracks);
  const pairs = Object.values(wiring.tracks).flatMap(({ clock, data }) => [clock, data]);
  return wiring.cardLoad === undefined ? pairs : [wiring.cardLoad, ...pairs];
}
