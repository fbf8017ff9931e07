import { spawn } from 'node:child_process';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

const program = fileURLToPath(new URL('../simulate.ts', import.meta.url));
const patienceMs = 30_000;

export type ScreenNow = {
  readonly name: string;
  readonly actions: readonly { readonly id: string }[];
};

/** The simulator as a process of its own, driven by its calls as a script of anybody would. */
export class SimulatedShop {
  readonly #address: string;
  readonly stop: () => Promise<void>;

  static async open(folder: string): Promise<SimulatedShop> {
    const child = spawn(
      process.execPath,
      ['--disable-warning=ExperimentalWarning', program, '--port', '0', '--data', folder],
      { stdio: ['ignore', 'pipe', 'inherit'] },
    );
    const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
    const said = await new Promise<string>((resolve, reject) => {
      child.stdout.once('data', (chunk: Buffer) => resolve(chunk.toString()));
      child.once('exit', () => reject(new Error('the simulator ended without a word')));
    });
    const shop = new SimulatedShop(/http:\/\/[^\s/]+/.exec(said)?.[0] ?? '', async () => {
      child.kill('SIGTERM');
      await ended;
    });
    await shop.until('home');
    return shop;
  }

  private constructor(address: string, stop: () => Promise<void>) {
    this.#address = address;
    this.stop = stop;
  }

  /** The body of the answer, whatever its status. */
  async call<T>(method: string, path: string, body?: unknown): Promise<T> {
    const response = await fetch(this.#address + path, {
      method,
      ...(body === undefined
        ? {}
        : { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
    });
    return (await response.json()) as T;
  }

  tap(id: string): Promise<ScreenNow> {
    return this.call('POST', '/api/touch', { id });
  }

  /** Waits for a screen; throws when it does not come. */
  async until(name: string): Promise<void> {
    for (const end = performance.now() + patienceMs; performance.now() < end; await pause(20)) {
      const screen = await this.call<ScreenNow>('GET', `/api/screen?name=${name}&waitMs=5000`);
      if (screen.name === name) return;
    }
    throw new Error(`the screen ${name} does not come`);
  }

  async home(): Promise<void> {
    for (const end = performance.now() + patienceMs; performance.now() < end; await pause(20)) {
      const { name, actions } = await this.call<ScreenNow>('GET', '/api/screen');
      if (name === 'home') return;
      if (actions.some(({ id }) => id === 'back')) await this.tap('back');
    }
    throw new Error('there is no way home');
  }
}
