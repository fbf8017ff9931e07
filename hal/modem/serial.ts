import { SerialPort } from 'serialport';
import type { ModemPort } from './contract.ts';

const reopenMs = 10_000;

/** A modem at a serial or USB port. One that is unplugged is opened again at the next message, at most every 10 s. */
export function openSerialModem(path: string, baudRate: number): ModemPort {
  const listeners = new Set<(bytes: Uint8Array) => void>();
  let port: SerialPort | undefined;
  let triedAtMs = Number.NEGATIVE_INFINITY;
  const opened = async (): Promise<SerialPort> => {
    if (port?.isOpen) return port;
    const now = performance.now();
    if (now - triedAtMs < reopenMs) throw new Error('the modem is gone');
    triedAtMs = now;
    const next = new SerialPort({ path, baudRate, autoOpen: false });
    await new Promise<void>((resolve, reject) =>
      next.open((error) => (error ? reject(error) : resolve())),
    );
    triedAtMs = Number.NEGATIVE_INFINITY;
    next.on('data', (bytes: Buffer) => {
      for (const listener of [...listeners]) listener(new Uint8Array(bytes));
    });
    // A port that breaks off closes itself; the next write opens it again.
    next.on('error', () => undefined);
    port = next;
    return next;
  };
  return {
    async write(bytes) {
      const to = await opened();
      await new Promise<void>((resolve, reject) =>
        to.write(Buffer.from(bytes), (error) => (error ? reject(error) : resolve())),
      );
    },
    listen(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    close: () => new Promise((resolve) => (port?.isOpen ? port.close(() => resolve()) : resolve())),
  };
}
