import { Worker } from 'node:worker_threads';
import { printOnPaper } from './paper.ts';

type Columns = 32 | 42 | 48;

/** What stands on a slip, and its picture when somebody wants to see it. */
export type PrintedSlip = {
  readonly text: string;
  readonly codes: readonly string[];
  png(): Promise<Uint8Array>;
};

export type DarkroomOrder = {
  readonly id: number;
  readonly escPos: Uint8Array;
  readonly columns: Columns;
};
export type DarkroomPicture = {
  readonly id: number;
  readonly png?: Uint8Array;
  readonly error?: string;
};

/**
 * Draws slips on a thread of its own: the first picture loads fonts for a second or more, and cards and pixels must
 * not wait for that. The thread starts with the first picture; each slip is drawn once.
 */
export class Darkroom {
  readonly #columns: Columns;
  readonly #waiting = new Map<number, PromiseWithResolvers<Uint8Array>>();
  #worker: Worker | undefined;
  #nextId = 1;

  constructor(columns: Columns) {
    this.#columns = columns;
  }

  /** What the bytes put on paper. Never throws, whatever they are; only drawing can fail. */
  readonly develop = (escPos: Uint8Array): PrintedSlip => {
    const { text, codes } = printOnPaper(escPos, this.#columns);
    let picture: Promise<Uint8Array> | undefined;
    return {
      text,
      codes,
      png: () => {
        picture ??= this.#draw(escPos);
        return picture;
      },
    };
  };

  async close(): Promise<void> {
    await this.#worker?.terminate();
  }

  #draw(escPos: Uint8Array): Promise<Uint8Array> {
    const id = this.#nextId++;
    const waiting = Promise.withResolvers<Uint8Array>();
    this.#waiting.set(id, waiting);
    this.#worker ??= this.#start();
    this.#worker.postMessage({ id, escPos, columns: this.#columns } satisfies DarkroomOrder);
    return waiting.promise;
  }

  #start(): Worker {
    const worker = new Worker(new URL('darkroom-worker.ts', import.meta.url));
    worker.unref();
    worker.on('message', ({ id, png, error }: DarkroomPicture) => {
      const waiting = this.#waiting.get(id);
      this.#waiting.delete(id);
      if (png === undefined) waiting?.reject(new Error(error));
      else waiting?.resolve(png);
    });
    worker.on('error', (error) => {
      for (const waiting of this.#waiting.values()) waiting.reject(error);
      this.#waiting.clear();
      this.#worker = undefined;
    });
    return worker;
  }
}
