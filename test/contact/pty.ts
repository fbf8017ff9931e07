import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import type { ModemPort } from '#hal/modem/contract.ts';

/** A pseudo-terminal: its far end opens like a serial port, its near end is in here. */
export type Pty = {
  /** `/dev/pts/7`. */
  readonly path: string;
  readonly near: ModemPort;
  close(): Promise<void>;
};

const program = `
import os, pty, select, sys, tty
near, far = pty.openpty()
tty.setraw(near); tty.setraw(far)
sys.stdout.write(os.ttyname(far) + "\\n"); sys.stdout.flush()
while True:
    ready, _, _ = select.select([near, 0], [], [])
    if near in ready: os.write(1, os.read(near, 4096))
    if 0 in ready:
        data = os.read(0, 4096)
        if not data: break
        os.write(near, data)
`;

/** Undefined on a machine that cannot make one. */
export async function openPty(): Promise<Pty | undefined> {
  const child: ChildProcess = spawn('python3', ['-c', program], {
    stdio: ['pipe', 'pipe', 'ignore'],
  });
  const { stdin, stdout } = child;
  if (stdin === null || stdout === null) return undefined;
  stdin.on('error', () => undefined);
  const failed = once(child, 'error').then(() => undefined);
  const gone = once(child, 'exit').then(() => undefined);
  const first = once(stdout, 'data').then(([data]: Buffer[]) => data?.toString());
  const path = (await Promise.race([first, failed, gone]))?.trim();
  if (path === undefined || !path.startsWith('/dev/')) return undefined;
  const listeners = new Set<(bytes: Uint8Array) => void>();
  stdout.on('data', (bytes: Buffer) => {
    for (const listener of [...listeners]) listener(new Uint8Array(bytes));
  });
  return {
    path,
    near: {
      write: async (bytes) => void stdin.write(bytes),
      listen(listener) {
        listeners.add(listener);
        return () => void listeners.delete(listener);
      },
      close: async () => undefined,
    },
    async close() {
      stdin.end();
      child.kill();
      await gone;
    },
  };
}
