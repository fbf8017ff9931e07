import { anyReaderChange, type Context, establish, type ReaderState, State } from 'node-pcsc';
import { TerminalFault } from '#src/fault.ts';
import { Announcer } from './announcer.ts';
import type { CardConnection, CardReader, ReaderStatus } from './contract.ts';
import { answerPatienceMs } from './patience.ts';
import { connectPcsc } from './pcsc-connection.ts';
import { codeOf } from './pcsc-faults.ts';

type Options = {
  /** Name or beginning of the name of the reader; without it the first one. */
  readonly readerName?: string;
  /** How long a card may take over one answer. */
  readonly answerTimeoutMs?: number;
};

/** How long to wait before the daemon is asked for again. */
const firstPauseMs = 100;
const longestPauseMs = 1000;
const closeMs = 1000;
/** A reader may come between the list and the wait for changes: the list is read again after this time. */
const listAgainMs = 3000;

/**
 * A reader of the system (PC/SC). It may be opened before the daemon runs or the reader is plugged in; both
 * may go and come back. Resolves after the first look, so that `status` says what is there; never throws.
 */
export async function openPcscReader(options: Options = {}): Promise<CardReader> {
  const reader = new PcscReader(options);
  await reader.firstLook;
  return reader;
}

class PcscReader implements CardReader {
  readonly firstLook: Promise<void>;
  readonly #options: Options;
  #looked: () => void = () => undefined;
  #announcer: Announcer | undefined;
  #name: string;
  #closed = false;
  #context: Context | undefined;
  #wake: () => void = () => undefined;
  #presence = new AbortController();
  readonly #watching: Promise<void>;

  constructor(options: Options) {
    this.#options = options;
    this.#name = options.readerName ?? '';
    this.firstLook = new Promise((resolve) => {
      this.#looked = resolve;
    });
    this.#watching = this.#watch();
  }

  get name(): string {
    return this.#name;
  }

  get status(): ReaderStatus {
    return this.#announcer?.status ?? 'serviceDown';
  }

  listen(...[listener]: Parameters<CardReader['listen']>) {
    return this.#announcer?.listen(listener) ?? (() => undefined);
  }

  async connect(): Promise<CardConnection> {
    const { status } = this;
    if (status === 'serviceDown') throw new TerminalFault('reader.serviceDown', 'later');
    if (status === 'gone') throw new TerminalFault('reader.gone', 'later');
    if (status === 'empty') throw new TerminalFault('reader.cardRemoved', 'now');
    return connectPcsc({
      reader: this.#name,
      presence: this.#presence.signal,
      answerTimeoutMs: this.#options.answerTimeoutMs ?? answerPatienceMs,
    });
  }

  async close(): Promise<void> {
    this.#closed = true;
    this.#announcer?.stop();
    this.#presence.abort(new TerminalFault('reader.gone', 'never', 'the reader is closed'));
    this.#wake();
    void this.#context?.release().catch(() => undefined);
    // A daemon that hangs must not keep a terminal from ending.
    const patience = new Promise((resolve) => setTimeout(resolve, closeMs).unref());
    await Promise.race([this.#watching, patience]);
  }

  /** One round is one life of the daemon. */
  async #watch(): Promise<void> {
    let pauseMs = firstPauseMs;
    while (!this.#closed) {
      try {
        this.#context = await establish();
        pauseMs = firstPauseMs;
        while (!this.#closed) await this.#watchReader(this.#context);
      } catch {
        if (!this.#closed) this.#become('serviceDown');
      }
      void this.#context?.release().catch(() => undefined);
      this.#context = undefined;
      if (!this.#closed) await this.#pause(pauseMs);
      pauseMs = Math.min(2 * pauseMs, longestPauseMs);
    }
  }

  /** Follows one reader until it leaves. Throws when the daemon does. */
  async #watchReader(context: Context): Promise<void> {
    const names = await context.listReaders();
    const wanted = this.#options.readerName;
    const reader = wanted === undefined ? names[0] : names.find((name) => name.startsWith(wanted));
    if (reader === undefined) {
      this.#become('gone');
      await this.#anyChange(context);
      return;
    }
    this.#name = reader;
    let known: { state: number; count: number } = { state: State.unaware, count: 0 };
    while (!this.#closed) {
      const seen = await this.#change(context, { reader, ...known });
      if (seen === undefined) return;
      const exchanged = known.state !== State.unaware && ((seen.count - known.count) & 0xffff) >= 2;
      this.#become(statusOf(seen.state), exchanged);
      known = { state: seen.state & ~State.changed, count: seen.count };
    }
  }

  /** The reader's next state; `undefined` when the reader left. */
  async #change(
    context: Context,
    known: { reader: string; state: number; count: number },
  ): Promise<ReaderState | undefined> {
    try {
      const [seen] = await context.waitForChange([known]);
      const left = State.unknown | State.unavailable | State.ignore;
      return seen === undefined || (seen.state & left) !== 0 ? undefined : seen;
    } catch (error) {
      if (['UnknownReader', 'ReaderUnavailable'].includes(codeOf(error))) return undefined;
      throw error;
    }
  }

  async #anyChange(context: Context): Promise<void> {
    try {
      await context.waitForChange([{ reader: anyReaderChange, state: State.unaware }], listAgainMs);
    } catch (error) {
      if (codeOf(error) !== 'Timeout') throw error;
    }
  }

  #become(status: ReaderStatus, exchanged = false): void {
    const there = status === 'card' || status === 'unresponsiveCard';
    if (!there || exchanged) {
      const code = {
        gone: 'reader.gone' as const,
        serviceDown: 'reader.serviceDown' as const,
      };
      const away = status === 'gone' || status === 'serviceDown' ? code[status] : undefined;
      const fault = new TerminalFault(away ?? 'reader.cardRemoved', away ? 'later' : 'now');
      this.#presence.abort(fault);
      this.#presence = new AbortController();
    }
    if (this.#announcer === undefined) this.#announcer = new Announcer(status);
    else this.#announcer.become(status, exchanged);
    this.#looked();
  }

  #pause(ms: number): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, ms);
      this.#wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }
}

function statusOf(state: number): ReaderStatus {
  if ((state & State.present) === 0) return 'empty';
  return (state & State.mute) === 0 ? 'card' : 'unresponsiveCard';
}
