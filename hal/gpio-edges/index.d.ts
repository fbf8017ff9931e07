export type LineOptions = {
  /** `gpiochip0` or a path. */
  readonly chip: string;
  readonly offsets: readonly number[];
  readonly edge: 'rising' | 'falling' | 'both';
  /** Shown to whoever lists the lines of the machine. */
  readonly consumer?: string;
  readonly bias?: 'up' | 'down' | 'off';
  readonly activeLow?: boolean;
  /** Edges that the ring holds; 16,384 by default. */
  readonly capacity?: number;
};

export interface Edges {
  /**
   * Fills the array with two words an edge and answers how many edges: its timestamp in nanoseconds of the
   * monotonic clock; the line's offset, and 2³² more when the edge rises. Call until it answers 0.
   */
  drain(words: BigInt64Array): number;
  /** Levels of the lines now, in the order in which they were asked for. */
  levels(): boolean[];
  /** Edges that were lost since the beginning, in the kernel's buffer or in the ring. */
  readonly lost: number;
  /** The chip is gone, or the lines were closed. */
  readonly ended: boolean;
  close(): void;
}

export declare const wordsPerEdge: 2;

/** Paths of the GPIO chips of this machine. */
export declare function chips(): string[];

/**
 * Collects edges from now on. `onReady` is called when some wait, once until the next drain, and when the chip
 * is gone; it does not keep the process alive. Throws with `code` `NoChip`, `NoPermission`, `Busy`,
 * `InvalidArgument` or `Kernel`.
 */
export declare function watchLines(options: LineOptions, onReady: () => void): Edges;

/** The same from a FIFO that carries the kernel's `struct gpio_v2_line_event`: for machines without GPIO. */
export declare function watchFifo(
  path: string,
  options: { readonly capacity?: number },
  onReady: () => void,
): Edges;
