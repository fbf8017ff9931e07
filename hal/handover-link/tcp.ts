import { connect, createServer, type Server, type Socket } from 'node:net';
import { TerminalFault } from '#src/fault.ts';
import { type HandoverLink, longestMessage } from './contract.ts';

type Place = { readonly host: string; readonly port: number };

export type TcpHandoverOptions = {
  /** Where the others find this terminal; absent: it only sends. */
  readonly listen?: { readonly host: string; readonly port: number };
  readonly peers: readonly {
    readonly terminalId: string;
    readonly host: string;
    readonly port: number;
  }[];
  /** Where a terminal was heard of that is not among the peers. */
  readonly find?: (terminalId: string) => Place | undefined;
  readonly timeoutMs?: number;
  /** Where it cannot listen, it is tried again after so long. */
  readonly listenAgainMs?: number;
  /** Messages taken in a minute from all together; the rest is dropped unread. */
  readonly mostAMinute?: number;
};

const mostConnections = 4;

/**
 * The shop's own network: one connection a message, two bytes of length and the message, one byte back. Who sends
 * says the signature in the message; a stranger's is read, found wanting and dropped.
 */
export async function openTcpHandoverLink(options: TcpHandoverOptions): Promise<TcpHandoverLink> {
  const link = new TcpHandoverLink(options);
  await link.open();
  return link;
}

export class TcpHandoverLink implements HandoverLink {
  readonly #options: TcpHandoverOptions;
  readonly #timeoutMs: number;
  readonly #listeners = new Set<(message: Uint8Array) => void>();
  readonly #sockets = new Set<Socket>();
  #server: Server | undefined;
  #again: NodeJS.Timeout | undefined;
  #closed = false;
  #window = { startedMs: 0, count: 0 };

  constructor(options: TcpHandoverOptions) {
    this.#options = options;
    this.#timeoutMs = options.timeoutMs ?? 2_000;
  }

  /** Resolves after the first try to listen, whatever came of it. */
  async open(): Promise<void> {
    const { listen, listenAgainMs = 30_000 } = this.#options;
    if (listen === undefined || this.#closed) return;
    const server = createServer((socket) => this.#take(socket));
    server.maxConnections = mostConnections;
    this.#server = server;
    await new Promise<void>((resolve) => {
      server.once('error', () => {
        server.close();
        this.#again = setTimeout(() => void this.open(), listenAgainMs).unref();
        resolve();
      });
      server.listen(listen, () => resolve());
    });
  }

  /** The port that was given by the system when 0 was asked for. */
  get port(): number {
    const address = this.#server?.address();
    return typeof address === 'object' && address !== null ? address.port : 0;
  }

  reaches(terminalId: string): boolean {
    return this.#placeOf(terminalId) !== undefined;
  }

  #placeOf(terminalId: string): Place | undefined {
    const { peers, find } = this.#options;
    return peers.find((peer) => peer.terminalId === terminalId) ?? find?.(terminalId);
  }

  async send(terminalId: string, message: Uint8Array): Promise<void> {
    const peer = this.#placeOf(terminalId);
    if (peer === undefined || message.length > longestMessage)
      throw new TerminalFault('link.unreachable', 'never', `no way to terminal ${terminalId}`);
    const { host, port } = peer;
    await new Promise<void>((resolve, reject) => {
      const fail = (why: string) => {
        socket.destroy();
        reject(new TerminalFault('link.unreachable', 'later', why));
      };
      const socket = connect({ host, port }, () => {
        const length = Uint8Array.of(message.length >> 8, message.length & 255);
        socket.write(Buffer.concat([length, message]));
      });
      this.#keep(socket);
      socket.setTimeout(this.#timeoutMs, () => fail('the other terminal is silent'));
      socket.once('error', (error) => fail(error.message));
      socket.once('data', () => {
        socket.end();
        resolve();
      });
      socket.once('close', () => fail('the other terminal hung up'));
    });
  }

  listen(listener: (message: Uint8Array) => void): () => void {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  }

  async close(): Promise<void> {
    this.#closed = true;
    clearTimeout(this.#again);
    for (const socket of this.#sockets) socket.destroy();
    const server = this.#server;
    if (server?.listening === true)
      await new Promise<void>((resolve) => server.close(() => resolve()));
  }

  #keep(socket: Socket): void {
    this.#sockets.add(socket);
    socket.once('close', () => this.#sockets.delete(socket));
  }

  #take(socket: Socket): void {
    this.#keep(socket);
    socket.on('error', () => socket.destroy());
    if (this.#tooMany()) {
      socket.destroy();
      return;
    }
    socket.setTimeout(this.#timeoutMs, () => socket.destroy());
    let got = Buffer.alloc(0);
    socket.on('data', (bytes) => {
      got = Buffer.concat([got, bytes]);
      const length = got.length < 2 ? longestMessage : got.readUInt16BE(0);
      if (length > longestMessage || got.length > 2 + length) socket.destroy();
      else if (got.length === 2 + length) {
        socket.end(Uint8Array.of(6));
        const message = new Uint8Array(got.subarray(2));
        for (const listener of [...this.#listeners]) listener(message);
      }
    });
  }

  #tooMany(): boolean {
    const now = performance.now();
    if (now - this.#window.startedMs > 60_000) this.#window = { startedMs: now, count: 0 };
    return ++this.#window.count > (this.#options.mostAMinute ?? 240);
  }
}
