import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import { connect, createServer, type Server } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { available, establish, State } from 'node-pcsc';
import { vpcdPort } from '#hal/simulator/vpcd-peer.ts';

const daemon = '/usr/sbin/pcscd';
const driverFolders = ['/etc/reader.conf.d/vpcd'];

/** Why PC/SC cannot be tested here; `undefined` when it can. */
export function whyNoPcsc(): string | undefined {
  if (!available()) return 'libpcsclite or the addon is missing';
  if (!existsSync(daemon)) return 'the package pcscd is missing';
  if (!driverFolders.some(existsSync)) return 'the package vsmartcard-vpcd is missing';
  return undefined;
}

const serves = async () => {
  try {
    const context = await establish();
    const readers = await context.listReaders();
    await context.release();
    return readers.length > 0;
  } catch {
    return false;
  }
};

const listens = () =>
  new Promise<boolean>((resolve) => {
    const socket = connect({ port: vpcdPort, host: '127.0.0.1' });
    const end = (open: boolean) => {
      socket.destroy();
      resolve(open);
    };
    socket.once('connect', () => end(true));
    socket.once('error', () => end(false));
  });

/** Resolves when the daemon has seen that the first reader is empty. */
export async function seenEmpty(): Promise<void> {
  const context = await establish();
  try {
    const [reader] = await context.listReaders();
    let state: number = State.unaware;
    while (reader !== undefined && (state & State.empty) === 0) {
      const [seen] = await context.waitForChange([{ reader, state }], 5000);
      state = (seen?.state ?? 0) & ~State.changed;
    }
  } finally {
    await context.release();
  }
}

/** A machine has one daemon, so test files that run side by side take turns: whoever holds this port has it. */
async function takeTurn(): Promise<Server> {
  for (;;) {
    const server = createServer();
    const taken = await new Promise<boolean>((resolve) => {
      server.once('error', () => resolve(false));
      server.listen(35960, '127.0.0.1', () => resolve(true));
    });
    if (taken) return server.unref();
    await pause(100);
  }
}

/** The daemon of a test: its own process, unless one runs already, which is then left alone. */
export class PcscService {
  #turn: Server | undefined;
  #process: ChildProcess | undefined;
  foreign = false;

  async start(): Promise<void> {
    this.#turn ??= await takeTurn();
    if (await serves()) {
      this.foreign = this.#process === undefined;
      return;
    }
    mkdirSync('/run/pcscd', { recursive: true });
    const started = spawn(daemon, ['--foreground'], { stdio: 'ignore' });
    process.once('exit', () => started.kill('SIGKILL'));
    this.#process = started;
    for (let i = 0; i < 100; i++) {
      if (await serves()) return;
      await pause(50);
    }
    throw new Error('pcscd does not start here');
  }

  async stop(): Promise<void> {
    await this.kill('SIGTERM');
    this.#turn?.close();
    this.#turn = undefined;
  }

  /** Ends the test's own daemon; the driver's port is closed when this resolves. */
  async kill(signal: NodeJS.Signals = 'SIGKILL'): Promise<void> {
    const running = this.#process;
    this.#process = undefined;
    if (running === undefined || running.exitCode !== null || running.signalCode !== null) return;
    const ended = new Promise((resolve) => running.once('exit', resolve));
    running.kill(signal);
    await ended;
    while (await listens()) await pause(20);
  }
}
