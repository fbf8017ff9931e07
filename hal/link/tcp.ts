import type { Socket } from 'node:net';
import { describe, type LinkTls, openConnection, openFault } from './connect.ts';
import type { Endpoint, HostLink } from './contract.ts';
import { LinkFault } from './fault.ts';
import { FrameReader, withLength } from './framing.ts';

export type TcpLinkOptions = {
  /** Primary host, then the second one. */
  readonly endpoints: readonly Endpoint[];
  /** From the first name look-up to the end of the handshake, for each endpoint. */
  readonly connectTimeoutMs: number;
  /** Until the request has left the process. */
  readonly sendTimeoutMs: number;
  readonly answerTimeoutMs: number;
  /** `short`: a connection for each exchange. `long`: kept open between them. */
  readonly connection: 'short' | 'long';
  /** Idle time after which the system probes the line. */
  readonly keepAliveMs: number;
  /** A long connection that was silent for longer may be half open: the next exchange opens a new one. */
  readonly idleLimitMs: number;
  /** So long the spare host serves after the primary one failed; then the primary one is tried first again. */
  readonly returnToPrimaryMs: number;
  /** A longer answer is refused. */
  readonly maximumFrameBytes: number;
  readonly tls?: LinkTls;
};

/** Hosts over TCP or TLS. Faults as HostLink says; one exchange at a time. */
export function createTcpLink(options: TcpLinkOptions): HostLink {
  if (options.endpoints.length === 0) throw new Error('a link needs an endpoint');
  return new TcpLink(options);
}

/** The exchange that is waiting on a connection. */
type Waiting = {
  readonly accepts: (answer: Uint8Array) => boolean;
  readonly answered: (answer: Uint8Array) => void;
  readonly failed: (fault: LinkFault) => void;
};

class TcpLink implements HostLink {
  readonly #options: TcpLinkOptions;
  readonly #lateListeners: ((answer: Uint8Array) => void)[] = [];
  #connection: Connection | undefined;
  /** The endpoint that worked last is tried first, a spare one only for a while. */
  #preferred = 0;
  #preferredSinceMs = 0;
  #busy = false;
  #closed = false;

  constructor(options: TcpLinkOptions) {
    this.#options = options;
  }

  onLate(listener: (answer: Uint8Array) => void): void {
    this.#lateListeners.push(listener);
  }

  async exchange(
    request: Uint8Array,
    accepts: (answer: Uint8Array) => boolean,
  ): Promise<Uint8Array> {
    if (this.#busy) throw new Error('one exchange at a time');
    this.#busy = true;
    try {
      const connection = await this.#connected();
      const answer = await connection.exchange(request, accepts);
      if (this.#options.connection === 'short') this.#drop();
      return answer;
    } catch (error) {
      // After a time-out, too: a silent line may be half open, and the next request deserves a new one.
      this.#drop();
      throw error;
    } finally {
      this.#busy = false;
    }
  }

  async #connected(): Promise<Connection> {
    if (this.#connection?.usable && !this.#primaryIsDue) return this.#connection;
    this.#drop();
    this.#connection = await this.#openAny();
    if (this.#closed) this.#drop();
    return this.#connection ?? Promise.reject(closedFault());
  }

  get #primaryIsDue(): boolean {
    const servedMs = performance.now() - this.#preferredSinceMs;
    return this.#preferred !== 0 && servedMs >= this.#options.returnToPrimaryMs;
  }

  /** Nothing has been sent yet, so that the next host may take the request; the first one's fault speaks for all. */
  async #openAny(): Promise<Connection> {
    const { endpoints, tls, connectTimeoutMs } = this.#options;
    const from = this.#primaryIsDue ? 0 : this.#preferred;
    let first: unknown;
    for (let i = 0; i < endpoints.length; i++) {
      if (this.#closed) throw closedFault();
      const index = (from + i) % endpoints.length;
      const endpoint = endpoints[index]!;
      try {
        const socket = await openConnection(endpoint, tls, connectTimeoutMs);
        if (index !== from || from !== this.#preferred) this.#preferredSinceMs = performance.now();
        this.#preferred = index;
        return new Connection(socket, endpoint, this.#options, (answer) => this.#late(answer));
      } catch (error) {
        first ??= error;
      }
    }
    throw first;
  }

  #late(answer: Uint8Array): void {
    for (const listener of this.#lateListeners) listener(answer);
  }

  async probe(): Promise<void> {
    if (this.#connection?.usable) return;
    const connection = await this.#openAny();
    connection.destroy();
  }

  useNext(): Endpoint {
    const { endpoints } = this.#options;
    this.#preferred = (this.#preferred + 1) % endpoints.length;
    this.#drop();
    return endpoints[this.#preferred]!;
  }

  #drop(): void {
    this.#connection?.destroy();
    this.#connection = undefined;
  }

  async close(): Promise<void> {
    this.#closed = true;
    this.#drop();
  }
}

const closedFault = (): LinkFault =>
  new LinkFault('link.reset', 'never', 'nothingSent', 'the link was closed');

/** One open connection: frames out, frames in, and what ends it. */
class Connection {
  readonly #socket: Socket;
  readonly #endpoint: Endpoint;
  readonly #options: TcpLinkOptions;
  readonly #reader: FrameReader;
  readonly #late: (answer: Uint8Array) => void;
  #waiting: Waiting | undefined;
  #ended = false;
  #lastHeardMs = performance.now();

  constructor(
    socket: Socket,
    endpoint: Endpoint,
    options: TcpLinkOptions,
    late: (answer: Uint8Array) => void,
  ) {
    this.#socket = socket;
    this.#endpoint = endpoint;
    this.#options = options;
    this.#late = late;
    this.#reader = new FrameReader(options.maximumFrameBytes);
    socket.setKeepAlive(true, options.keepAliveMs);
    // An idle connection must not keep the process alive.
    socket.unref();
    socket.on('data', (bytes) => this.#received(bytes));
    socket.on('error', (error) => this.#end(openFault(error, endpoint, 'maybeSent')));
    socket.on('end', () => this.#end(this.#peerClosed()));
    socket.on('close', () => this.#end(this.#peerClosed()));
  }

  /** Open, and heard of not so long ago that the other side may have gone without a word. */
  get usable(): boolean {
    const idleMs = performance.now() - this.#lastHeardMs;
    return !this.#ended && this.#waiting === undefined && idleMs < this.#options.idleLimitMs;
  }

  exchange(request: Uint8Array, accepts: (answer: Uint8Array) => boolean): Promise<Uint8Array> {
    const { sendTimeoutMs, answerTimeoutMs } = this.#options;
    return new Promise((resolve, reject) => {
      if (this.#ended) {
        const text = describe(this.#endpoint, 'closed the connection at once');
        reject(new LinkFault('link.reset', 'later', 'nothingSent', text));
        return;
      }
      const expire = (what: string) => () =>
        this.#end(
          new LinkFault('link.answerTimeout', 'later', 'maybeSent', describe(this.#endpoint, what)),
        );
      let timer = setTimeout(expire('did not take the request'), sendTimeoutMs);
      const settle =
        <T>(then: (value: T) => void) =>
        (value: T) => {
          clearTimeout(timer);
          this.#waiting = undefined;
          this.#socket.unref();
          then(value);
        };
      this.#waiting = { accepts, answered: settle(resolve), failed: settle(reject) };
      this.#socket.ref();
      this.#socket.write(withLength(request), () => {
        if (this.#waiting === undefined) return;
        clearTimeout(timer);
        timer = setTimeout(expire('did not answer'), answerTimeoutMs);
      });
    });
  }

  #received(bytes: Uint8Array): void {
    this.#lastHeardMs = performance.now();
    const frames = this.#reader.push(bytes);
    if (frames === 'tooLong') {
      const text = describe(this.#endpoint, 'sent a length that is no answer');
      this.#end(new LinkFault('link.badFrame', 'later', 'maybeSent', text));
      return;
    }
    for (const frame of frames) {
      if (this.#waiting?.accepts(frame)) this.#waiting.answered(frame);
      else this.#late(frame);
    }
  }

  /** Closed by the host: in the middle of a frame it is a cut answer, else none at all. */
  #peerClosed(): LinkFault {
    const code = this.#reader.cutInFrame ? 'link.badFrame' : 'link.reset';
    const what = this.#reader.cutInFrame ? 'cut the answer short' : 'closed the connection';
    return new LinkFault(code, 'later', 'maybeSent', describe(this.#endpoint, what));
  }

  #end(fault: LinkFault): void {
    if (this.#ended) return;
    this.#ended = true;
    this.#socket.destroy();
    this.#waiting?.failed(fault);
  }

  destroy(): void {
    this.#end(this.#peerClosed());
  }
}
