import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { Hold } from '#src/preauth/hold.ts';
import { endsWithUs } from './ends-with-us.ts';

const script = (name: string) => fileURLToPath(new URL(`../../scripts/${name}`, import.meta.url));

export type ScreenNow = {
  readonly name: string;
  readonly language: string;
  readonly texts: readonly string[];
  readonly actions: readonly { readonly id: string; readonly text: string }[];
};

/** A hold as GET /api/holds tells it: no number, no token. */
export type HoldNow = Omit<Hold, 'card'> & { readonly last4?: string };

export type Answer = { readonly status: number; readonly body: unknown };

type Environment = Readonly<Record<string, string>>;

const startMs = 30_000;

/** A script of this project as a process of its own; its output is kept. */
export class ScriptProcess {
  readonly #child: ChildProcess;
  readonly #ended: Promise<unknown>;
  out = '';
  err = '';

  constructor(name: string, args: readonly string[], env: Environment = {}) {
    const child = spawn(
      process.execPath,
      ['--disable-warning=ExperimentalWarning', script(name), ...args],
      { stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, ...env } },
    );
    child.stdout.on('data', (chunk: Buffer) => (this.out += chunk));
    child.stderr.on('data', (chunk: Buffer) => (this.err += chunk));
    this.#child = child;
    endsWithUs(child);
    this.#ended = new Promise((resolve) => child.once('close', resolve));
  }

  get pid(): number {
    return this.#child.pid ?? 0;
  }

  /** Waits for a line of its output; rejects with what it said instead when it ends before. */
  async says(pattern: RegExp): Promise<RegExpExecArray> {
    const end = performance.now() + startMs;
    for (;;) {
      const match = pattern.exec(this.out);
      if (match !== null) return match;
      const ended = this.#child.exitCode !== null || this.#child.signalCode !== null;
      if (ended || performance.now() > end)
        throw new Error(`it ended with ${this.#child.exitCode}: ${this.err}`);
      await pause(20);
    }
  }

  async stop(): Promise<void> {
    if (this.#child.exitCode === null) this.#child.kill('SIGTERM');
    await this.#ended;
  }
}

type Options = {
  readonly args?: readonly string[];
  /** Laid over the defaults, as `--config` takes it. */
  readonly config?: unknown;
  /** Its data folder, when it is not a fresh one. */
  readonly data?: string;
  readonly env?: Environment;
};

/** The simulator as a person starts it, driven by its REST calls. */
export class Simulator {
  readonly process: ScriptProcess;
  readonly #address: string;
  readonly #folder: string;

  static async start({ args = [], config, data, env }: Options = {}): Promise<Simulator> {
    const folder = mkdtempSync(join(tmpdir(), 'device-'));
    const file = join(folder, 'config.json');
    if (config !== undefined) writeFileSync(file, JSON.stringify(config));
    const options = [
      ...['--port', '0', '--data', data ?? join(folder, 'data'), '--headless'],
      ...(config === undefined ? [] : ['--config', file]),
      ...args,
    ];
    const process = new ScriptProcess('simulate.ts', options, env);
    const [, address = ''] = await process.says(/(http:\/\/127\.0\.0\.1:\d+)/);
    const simulator = new Simulator(process, address, folder);
    await simulator.#ready();
    return simulator;
  }

  private constructor(process: ScriptProcess, address: string, folder: string) {
    this.process = process;
    this.#address = address;
    this.#folder = folder;
  }

  /** The process of the terminal alone; undefined while it is off. */
  get terminalPid(): number | undefined {
    const { pid } = this.process;
    const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8');
    const [first] = children.split(' ').filter(Boolean);
    return first === undefined ? undefined : Number(first);
  }

  async call(method: string, path: string, body?: unknown): Promise<Answer> {
    const response = await fetch(this.#address + path, {
      method,
      ...(body === undefined
        ? {}
        : { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
    });
    const text = await response.text();
    const json = response.headers.get('content-type')?.includes('json');
    return { status: response.status, body: json ? JSON.parse(text) : text };
  }

  /** The body of an answer that went well; throws the problem otherwise. */
  async get<T>(path: string): Promise<T> {
    return this.#good<T>(await this.call('GET', path), path);
  }

  async post<T>(path: string, body: unknown): Promise<T> {
    return this.#good<T>(await this.call('POST', path, body), path);
  }

  screen(): Promise<ScreenNow> {
    return this.get('/api/screen');
  }

  until(name: string, waitMs = 15_000): Promise<ScreenNow> {
    return this.get(`/api/screen?name=${name}&waitMs=${waitMs}`);
  }

  touch(id: string, holdMs?: number): Promise<ScreenNow> {
    return this.post('/api/touch', { id, ...(holdMs === undefined ? {} : { holdMs }) });
  }

  insert(card: string): Promise<unknown> {
    return this.post('/api/reader/insert', { card });
  }

  remove(): Promise<unknown> {
    return this.post('/api/reader/remove', {});
  }

  /** The customer at the PIN pad. */
  pin(digits: string): Promise<ScreenNow> {
    return this.post('/api/pin', { digits });
  }

  holds(): Promise<readonly HoldNow[]> {
    return this.get('/api/holds');
  }

  /** The pixels of the panel, as PNG. */
  async picture(): Promise<Buffer> {
    const response = await fetch(`${this.#address}/api/screen.png`);
    return Buffer.from(await response.arrayBuffer());
  }

  /** Waits until something holds; fails with the screen as it is then. */
  async eventually(fits: () => Promise<boolean>, what: string, withinMs = 15_000): Promise<void> {
    const end = performance.now() + withinMs;
    while (!(await fits())) {
      if (performance.now() > end)
        throw new Error(`${what} did not come; ${JSON.stringify(await this.screen())}`);
      await pause(50);
    }
  }

  async stop(): Promise<void> {
    await this.process.stop();
    rmSync(this.#folder, { recursive: true, force: true });
  }

  async #ready(): Promise<void> {
    const end = performance.now() + startMs;
    for (;;) {
      const { state } = await this.get<{ state: string }>('/api/power');
      if (state === 'ready') return;
      if (performance.now() > end) {
        await this.stop();
        throw new Error(`the terminal stays ${state}: ${this.process.err}`);
      }
      await pause(30);
    }
  }

  #good<T>({ status, body }: Answer, path: string): T {
    if (status === 200) return body as T;
    throw new Error(`${path}: ${status} ${JSON.stringify(body)}`);
  }
}
