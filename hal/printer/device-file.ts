import { constants } from 'node:fs';
import { type FileHandle, open, stat } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { TerminalFault } from '#src/fault.ts';

/** The bytes to and from a printer, while it is open. */
export type PrinterLink = {
  /** Does it answer? A plain file and a pipe do not. */
  readonly answers: boolean;
  /** Resolves when the last byte is with the device. Throws `printer.fault` when it takes nothing for long. */
  write(bytes: Uint8Array): Promise<void>;
  /** One byte, or undefined when none comes in time. */
  read(timeoutMs: number): Promise<number | undefined>;
  close(): Promise<void>;
};

/** How long a printer may take nothing before it counts as stuck. */
const stallTimeoutMs = 8000;
const pollMs = 10;

const { O_RDWR, O_WRONLY, O_NONBLOCK, O_NOCTTY, O_APPEND } = constants;

/**
 * Opens a device path (`/dev/usb/lp0`, a named pipe, a file that is there already). Without blocking: a
 * printer that is out of paper would otherwise hold a thread for ever. Never creates the path, because a
 * file in the place of an unplugged printer would swallow slips. Throws `printer.gone`, `printer.fault`.
 */
export async function openDeviceFile(path: string): Promise<PrinterLink> {
  try {
    const stats = await stat(path);
    if (stats.isDirectory()) throw new TerminalFault('printer.gone', 'later', 'printer: a folder');
    return stats.isCharacterDevice() ? await openDevice(path) : oneWay(path);
  } catch (error) {
    throw asPrinterFault(error);
  }
}

const flags = O_NONBLOCK | O_NOCTTY | O_APPEND;

async function openDevice(path: string): Promise<PrinterLink> {
  const handle = await open(path, O_RDWR | flags).catch((error) => {
    if (codeOf(error) !== 'EACCES' && codeOf(error) !== 'EINVAL') throw error;
    return open(path, O_WRONLY | flags);
  });
  return {
    answers: true,
    write: (bytes) => writeAll(handle, bytes),
    async read(timeoutMs) {
      const byte = new Uint8Array(1);
      for (let waitedMs = 0; waitedMs < timeoutMs; waitedMs += pollMs) {
        const read = await attempt(() => handle.read(byte, 0, 1, null));
        if (read !== undefined && read.bytesRead > 0) return byte[0];
        await sleep(pollMs);
      }
      return undefined;
    },
    close: () => handle.close(),
  };
}

/** A file or pipe, opened with the first byte: whoever reads a pipe ends when a writer came and went. */
function oneWay(path: string): PrinterLink {
  let handle: FileHandle | undefined;
  return {
    answers: false,
    async write(bytes) {
      handle ??= await open(path, O_WRONLY | flags).catch((error) => {
        throw asPrinterFault(error);
      });
      await writeAll(handle, bytes);
    },
    read: async () => undefined,
    close: async () => handle?.close(),
  };
}

async function writeAll(handle: FileHandle, bytes: Uint8Array): Promise<void> {
  let waitedMs = 0;
  for (let at = 0; at < bytes.length; ) {
    const length = Math.min(4096, bytes.length - at);
    const written = await attempt(() => handle.write(bytes, at, length));
    at += written?.bytesWritten ?? 0;
    waitedMs = written === undefined ? waitedMs + pollMs : 0;
    if (waitedMs >= stallTimeoutMs) throw new TerminalFault('printer.fault', 'later', 'stuck');
    if (written === undefined) await sleep(pollMs);
  }
}

/** Undefined when the device is not ready; every other failure is a fault of the printer. */
async function attempt<T>(call: () => Promise<T>): Promise<T | undefined> {
  try {
    return await call();
  } catch (error) {
    if (codeOf(error) === 'EAGAIN') return undefined;
    throw asPrinterFault(error);
  }
}

const codeOf = (error: unknown): unknown =>
  error instanceof Error && 'code' in error ? error.code : undefined;

const gone = new Set<unknown>(['ENOENT', 'ENODEV', 'ENXIO', 'EPIPE', 'ENOTDIR', 'ESHUTDOWN']);

function asPrinterFault(error: unknown): unknown {
  const code = codeOf(error);
  if (error instanceof TerminalFault || code === undefined) return error;
  const message = `printer: ${code}`;
  if (gone.has(code)) return new TerminalFault('printer.gone', 'later', message, error);
  // The kernel's USB printer driver says "no space" when the paper is out.
  if (code === 'ENOSPC') return new TerminalFault('printer.noPaper', 'later', message, error);
  return new TerminalFault('printer.fault', 'later', message, error);
}
