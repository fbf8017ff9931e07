import { type ChildProcess, fork } from 'node:child_process';
import { terminalOff } from './problem.ts';
import type { FromTerminal, TerminalQuestion, ToTerminal, WorldQuestion } from './wire.ts';

export type TerminalState = 'starting' | 'ready' | 'off';

type Options = {
  /** Program and its arguments. */
  readonly program: string;
  readonly argv: readonly string[];
  /** Said to each new process before anything else. */
  readonly greet: () => readonly ToTerminal[];
  /** Frames, tones and lines of the timeline; questions and replies stay in here. */
  readonly take: (message: TerminalNews) => void;
  readonly answer: (question: WorldQuestion) => Promise<unknown>;
  readonly changed: (state: TerminalState, why?: string) => void;
  readonly crashLimit?: { readonly crashes: number; readonly withinMs: number };
};

export type TerminalNews = Exclude<FromTerminal, { type: 'call' } | { type: 'reply' }>;

type Waiting = {
  readonly resolve: (value: unknown) => void;
  readonly reject: (cause: unknown) => void;
  readonly timer: NodeJS.Timeout;
};

/**
 * The terminal as a process that can lose its power: `cut` is SIGKILL, as pulling the plug is. A process that
 * dies by itself is started again, but not for ever.
 */
export class TerminalProcess {
  readonly #options: Options;
  /** By the id of the question; negative: until the process is ready. */
  readonly #waiting = new Map<number, Waiting>();
  #child: ChildProcess | undefined;
  /** Whose end was asked for. */
  #expected: ChildProcess | undefined;
  #state: TerminalState = 'off';
  #nextId = 1;
  #crashes: number[] = [];
  #ending = false;

  constructor(options: Options) {
    this.#options = options;
  }

  get state(): TerminalState {
    return this.#state;
  }

  get pid(): number | undefined {
    return this.#child?.pid;
  }

  /** Switches the power on; nothing happens when it is on. */
  start(): void {
    if (this.#child !== undefined || this.#ending) return;
    const { program, argv, greet } = this.#options;
    const child = fork(program, argv, {
      serialization: 'advanced',
      // A young generation of 2 MB: the terminal makes little garbage, and its memory is small.
      execArgv: ['--disable-warning=ExperimentalWarning', '--max-semi-space-size=2'],
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    });
    this.#child = child;
    this.#become('starting');
    child.on('message', (message) => this.#take(child, message as FromTerminal));
    child.on('error', () => undefined);
    child.once('exit', (code, signal) => this.#gone(child, code, signal));
    for (const message of greet()) this.#send(child, message);
  }

  tell(message: ToTerminal): void {
    if (this.#child !== undefined) this.#send(this.#child, message);
  }

  /**
   * Asks the terminal, after it has started. Throws the problem `terminalOff` when it is off, dies, or says nothing
   * for 10 s.
   */
  async ask<T>(question: TerminalQuestion, timeoutMs = 10_000): Promise<T> {
    if (this.#state === 'starting') await this.#wait('ready', timeoutMs, () => undefined);
    const child = this.#child;
    if (child === undefined || this.#state !== 'ready') throw terminalOff();
    const id = this.#nextId++;
    const ask = () => this.#send(child, { type: 'call', id, ask: question });
    return (await this.#wait(id, timeoutMs, ask)) as T;
  }

  /** Until the reply with this id, or until the process is ready. */
  #wait(id: number | 'ready', timeoutMs: number, begin: () => void): Promise<unknown> {
    return new Promise((resolve, reject) => {
      const key = id === 'ready' ? -this.#nextId++ : id;
      const timer = setTimeout(() => this.#settle(key, 'reject', terminalOff()), timeoutMs);
      this.#waiting.set(key, { resolve, reject, timer });
      begin();
    });
  }

  /** Pulls the plug; resolves when the process is gone. */
  async cut(): Promise<void> {
    await this.#end((child) => child.kill('SIGKILL'));
  }

  /** Asks the terminal to shut down and waits; after `patienceMs` it is killed. No start after this. */
  async stop(patienceMs = 3000): Promise<void> {
    this.#ending = true;
    await this.#end((child) => {
      // One that is only starting does not listen yet, and has done nothing that must be ended well.
      if (this.#state === 'starting') child.kill('SIGTERM');
      else this.#send(child, { type: 'stop' });
      const timer = setTimeout(() => child.kill('SIGKILL'), patienceMs);
      child.once('exit', () => clearTimeout(timer));
    });
  }

  /** Ends the process on purpose: its exit is no crash. Until then it gets its answers, so that it can end well. */
  async #end(how: (child: ChildProcess) => void): Promise<void> {
    const child = this.#child;
    if (child === undefined) return;
    const exited = new Promise<void>((resolve) => child.once('exit', () => resolve()));
    this.#expected = child;
    how(child);
    await exited;
  }

  #forget(): void {
    this.#child = undefined;
    for (const id of [...this.#waiting.keys()]) this.#settle(id, 'reject', terminalOff());
  }

  #gone(child: ChildProcess, code: number | null, signal: string | null): void {
    if (this.#child !== child) return;
    const wasReady = this.#state === 'ready';
    this.#forget();
    if (this.#expected === child) {
      this.#become('off');
      return;
    }
    this.#become('off', signal === null ? `exit code ${code}` : `signal ${signal}`);
    if (!wasReady && signal === null) this.#become('off', 'it cannot start, and stays off');
    else if (this.#isTooOften()) this.#become('off', 'that was once too often: it stays off');
    else this.start();
  }

  #isTooOften(): boolean {
    const { crashes, withinMs } = this.#options.crashLimit ?? { crashes: 5, withinMs: 60_000 };
    const now = performance.now();
    this.#crashes = [...this.#crashes.filter((at) => now - at < withinMs), now];
    return this.#crashes.length >= crashes;
  }

  #take(child: ChildProcess, message: FromTerminal): void {
    if (this.#child !== child) return;
    if (message.type === 'reply') {
      if (message.error === undefined) this.#settle(message.id, 'resolve', message.value);
      else this.#settle(message.id, 'reject', new Error(message.error));
    } else if (message.type === 'call') {
      void this.#answer(child, message.id, message.ask);
    } else {
      if (message.type === 'ready') this.#ready();
      this.#options.take(message);
    }
  }

  async #answer(child: ChildProcess, id: number, question: WorldQuestion): Promise<void> {
    try {
      const value = await this.#options.answer(question);
      this.#send(child, { type: 'reply', id, value });
    } catch (cause) {
      const code = cause instanceof Error && 'code' in cause ? String(cause.code) : String(cause);
      this.#send(child, { type: 'reply', id, error: code });
    }
  }

  #ready(): void {
    this.#become('ready');
    for (const key of [...this.#waiting.keys()])
      if (key < 0) this.#settle(key, 'resolve', undefined);
  }

  #settle(id: number, how: 'resolve' | 'reject', value: unknown): void {
    const waiting = this.#waiting.get(id);
    if (waiting === undefined) return;
    this.#waiting.delete(id);
    clearTimeout(waiting.timer);
    waiting[how](value);
  }

  /** A process that is just dying takes no messages: its exit says the rest. */
  #send(child: ChildProcess, message: ToTerminal): void {
    if (child.connected) child.send(message, () => undefined);
  }

  #become(state: TerminalState, why?: string): void {
    this.#state = state;
    this.#options.changed(state, why);
  }
}
