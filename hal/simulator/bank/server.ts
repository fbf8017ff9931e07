import { createServer, type Server, type Socket } from 'node:net';
import { createServer as createTlsServer, TLSSocket } from 'node:tls';
import type { Reaction } from './reaction.ts';

/** PEM texts: the bank's own certificate and key, and the authority that its terminals' certificates come from. */
export type BankTls = { readonly cert: string; readonly key: string; readonly ca: string };

const longestFrame = 4096;

/** TCP: frames of a 2-byte length and that many bytes, one after the other on each connection. */
export class FrameServer {
  readonly #react: (frame: Uint8Array) => Reaction;
  readonly #wait: (ms: number) => Promise<void>;
  readonly #tls: BankTls | undefined;
  readonly #sockets = new Set<Socket>();
  #server: Server | undefined;
  #host = '127.0.0.1';
  port = 0;

  constructor(
    react: (frame: Uint8Array) => Reaction,
    wait: (ms: number) => Promise<void>,
    tls?: BankTls,
  ) {
    this.#react = react;
    this.#wait = wait;
    this.#tls = tls;
  }

  /** With TLS: 1.3 alone, and no terminal without a certificate of the authority. */
  #newServer(): Server {
    const serve = (socket: Socket) => this.#serve(socket);
    if (this.#tls === undefined) return createServer({ noDelay: true }, serve);
    const both = { requestCert: true, rejectUnauthorized: true } as const;
    const server = createTlsServer({ ...this.#tls, ...both, minVersion: 'TLSv1.3' }, serve);
    return server.on('tlsClientError', (_error, socket) => socket.destroy());
  }

  /**
   * Port 0 takes a free one; the next start takes the same again. Rejects when the port is busy.
   */
  start(host: string, port: number): Promise<void> {
    return new Promise((resolve, reject) => {
      const server = this.#newServer();
      server.once('error', reject);
      server.listen(port, host, () => {
        server.off('error', reject);
        const address = server.address();
        this.port = typeof address === 'object' && address !== null ? address.port : port;
        this.#host = host;
        this.#server = server;
        resolve();
      });
    });
  }

  restart(): Promise<void> {
    return this.#server === undefined ? this.start(this.#host, this.port) : Promise.resolve();
  }

  get isUp(): boolean {
    return this.#server !== undefined;
  }

  /** Refuses connections and drops those that are open. */
  async stop(): Promise<void> {
    const server = this.#server;
    this.#server = undefined;
    for (const socket of this.#sockets) socket.destroy();
    if (server !== undefined) await new Promise<void>((resolve) => server.close(() => resolve()));
  }

  #serve(socket: Socket): void {
    let received = Buffer.alloc(0);
    this.#sockets.add(socket);
    socket.on('close', () => this.#sockets.delete(socket));
    socket.on('error', () => socket.destroy());
    socket.on('data', (chunk: Buffer) => {
      received = Buffer.concat([received, chunk]);
      while (received.length >= 2) {
        const length = received.readUInt16BE(0);
        if (length === 0 || length > longestFrame) {
          socket.destroy();
          return;
        }
        if (received.length < 2 + length) return;
        const frame = new Uint8Array(received.subarray(2, 2 + length));
        received = received.subarray(2 + length);
        void this.#perform(socket, this.#react(frame));
      }
    });
  }

  async #perform(socket: Socket, reaction: Reaction): Promise<void> {
    if (reaction.type === 'nothing') return;
    if (reaction.type === 'reset') {
      if (socket instanceof TLSSocket) socket.destroy();
      else socket.resetAndDestroy();
      return;
    }
    const head = Buffer.alloc(2);
    head.writeUInt16BE(reaction.frame.length);
    if (reaction.type === 'sendPart') {
      socket.end(Buffer.concat([head, reaction.frame.subarray(0, reaction.length)]));
      return;
    }
    if (reaction.delayMs !== undefined) await this.#wait(reaction.delayMs);
    const whole = Buffer.concat([head, reaction.frame]);
    for (let i = 0; i < (reaction.times ?? 1); i++) if (socket.writable) socket.write(whole);
  }
}
