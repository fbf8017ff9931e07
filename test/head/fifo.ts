import { execFileSync } from 'node:child_process';
import { type FileHandle, mkdtemp, open, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export type RawEdge = {
  readonly timestampNs: bigint;
  readonly offset: number;
  readonly rising: boolean;
  /** The kernel's count of edges; goes on by itself where it is left out. */
  readonly number?: number;
};

/** A FIFO that carries what the kernel would write: `struct gpio_v2_line_event`, 48 bytes an edge. */
export class KernelFifo {
  readonly path: string;
  readonly #folder: string;
  #handle: FileHandle | undefined;
  #number = 0;

  private constructor(folder: string) {
    this.#folder = folder;
    this.path = join(folder, 'edges');
  }

  static async make(): Promise<KernelFifo> {
    const fifo = new KernelFifo(await mkdtemp(join(tmpdir(), 'edges-')));
    execFileSync('mkfifo', [fifo.path]);
    return fifo;
  }

  /** The bytes of edges, in order. */
  records(edges: readonly RawEdge[]): Buffer {
    const bytes = Buffer.alloc(48 * edges.length);
    for (const [i, edge] of edges.entries()) {
      this.#number = edge.number ?? this.#number + 1;
      bytes.writeBigUInt64LE(edge.timestampNs, 48 * i);
      bytes.writeUInt32LE(edge.rising ? 1 : 2, 48 * i + 8);
      bytes.writeUInt32LE(edge.offset, 48 * i + 12);
      bytes.writeUInt32LE(this.#number, 48 * i + 16);
    }
    return bytes;
  }

  /** Writes at most one pipe's worth at a time, as long as somebody reads. */
  async write(bytes: Buffer): Promise<void> {
    this.#handle ??= await open(this.path, 'r+');
    for (let at = 0; at < bytes.length; ) {
      const { bytesWritten } = await this.#handle.write(bytes.subarray(at, at + 4096));
      at += bytesWritten;
    }
  }

  /** Opens the writing end, so that closing it shows as the end of the chip. */
  async hold(): Promise<void> {
    this.#handle ??= await open(this.path, 'w');
  }

  async release(): Promise<void> {
    await this.#handle?.close();
    this.#handle = undefined;
  }

  async remove(): Promise<void> {
    await this.release();
    await rm(this.#folder, { recursive: true, force: true });
  }
}
