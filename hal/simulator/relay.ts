import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net';
import { createServer as createTlsServer } from 'node:tls';
import type { Endpoint } from '../link/contract.ts';
import { expiredIdentity } from './wrong-settings.ts';

/** What is wrong with the line between the terminal and its bank. */
export type LineFault = {
  /** Nobody listens: a connection is refused at once, and those that stand are reset. */
  readonly refused: boolean;
  /** The terminal's bytes arrive, the bank's answers do not. */
  readonly answersLost: boolean;
  /** Each packet is so much later. */
  readonly delayMs: number;
  /** The bank's end speaks TLS with a certificate that is past its date. */
  readonly expiredCertificate: boolean;
};

const sound: LineFault = {
  refused: false,
  answersLost: false,
  delayMs: 0,
  expiredCertificate: false,
};

/** A line that can fail: TCP in front of the bank, byte for byte. */
export class Relay {
  readonly #bank: Endpoint;
  readonly #pairs = new Set<Socket>();
  #server: Server | undefined;
  #fault: LineFault = sound;
  #port = 0;

  constructor(bank: Endpoint) {
    this.#bank = bank;
  }

  get port(): number {
    return this.#port;
  }

  async open(): Promise<void> {
    await this.#listen();
  }

  async set(fault: Partial<LineFault>): Promise<void> {
    const before = this.#fault;
    this.#fault = { ...before, ...fault };
    const changed = this.#fault.expiredCertificate !== before.expiredCertificate;
    if (!before.refused && (this.#fault.refused || changed)) await this.close();
    if (!this.#fault.refused && (before.refused || changed)) await this.#listen();
  }

  /** Resets every connection that stands now. */
  reset(): void {
    for (const socket of this.#pairs) breakOff(socket);
  }

  async close(): Promise<void> {
    const server = this.#server;
    this.#server = undefined;
    this.reset();
    if (server !== undefined) await new Promise<void>((resolve) => server.close(() => resolve()));
  }

  async #listen(): Promise<void> {
    const join = (terminal: Socket) => this.#join(terminal);
    const server = this.#fault.expiredCertificate
      ? createTlsServer({ ...expiredIdentity(), minVersion: 'TLSv1.3' }, join)
      : createServer({ noDelay: true }, join);
    server.on('tlsClientError', () => undefined);
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject);
      server.listen(this.#port, '127.0.0.1', resolve);
    });
    this.#server = server;
    this.#port = (server.address() as AddressInfo).port;
  }

  #join(terminal: Socket): void {
    const bank = connect({ host: this.#bank.host, port: this.#bank.port, noDelay: true });
    this.#carry(terminal, bank, () => false);
    this.#carry(bank, terminal, () => this.#fault.answersLost);
  }

  #carry(from: Socket, to: Socket, lost: () => boolean): void {
    this.#pairs.add(from);
    const later = (work: () => void) => {
      if (this.#fault.delayMs === 0) work();
      else setTimeout(work, this.#fault.delayMs);
    };
    from.on('data', (bytes) => {
      if (!lost()) later(() => to.writable && to.write(bytes));
    });
    from.on('end', () => later(() => to.end()));
    from.on('error', () => breakOff(to));
    from.on('close', () => {
      this.#pairs.delete(from);
      later(() => to.destroy());
    });
  }
}

/** RST, as a line that breaks gives; a socket that is not connected yet or any more is only dropped. */
function breakOff(socket: Socket): void {
  if (socket.readyState === 'open') socket.resetAndDestroy();
  else socket.destroy();
}
