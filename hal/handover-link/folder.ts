import { createHash } from 'node:crypto';
import {
  closeSync,
  existsSync,
  fsyncSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import { TerminalFault } from '#src/fault.ts';
import { type HandoverLink, longestMessage } from './contract.ts';

export type FolderHandoverOptions = {
  /** A stick, or a folder that both terminals see. It may be absent: then nothing goes and nothing comes. */
  readonly folder: string;
  readonly terminalId: string;
  /** How often the folder is looked into. */
  readonly everyMs?: number;
  /** A message that lies there is told again every so many looks. */
  readonly againAfter?: number;
};

const ending = '.handover';
/** A stick with more files than this is not looked through. */
const mostFiles = 200;
/** A shift: after it, what was not heard is said anew where it is still true. */
const keptMs = 12 * 3_600_000;

/**
 * A USB stick that is carried from one terminal to the other: one file a message, named after whom it is for; the
 * same message is the same file. It is told again now and then, because whoever should hear it may have been busy,
 * and swept when nobody can want it any more.
 */
export function openFolderHandoverLink(options: FolderHandoverOptions): HandoverLink {
  const { folder, terminalId, everyMs = 2_000, againAfter = 5 } = options;
  const listeners = new Set<(message: Uint8Array) => void>();
  const looks = new Map<string, number>();
  const look = setInterval(() => {
    for (const name of filesFor(folder, terminalId)) {
      const times = looks.get(name) ?? 0;
      looks.set(name, times + 1);
      const message = times % againAfter === 0 ? readMessage(join(folder, name)) : undefined;
      if (message !== undefined) for (const listener of [...listeners]) listener(message);
    }
  }, everyMs);
  return {
    reaches: () => existsSync(folder),
    send: async (to, message) => writeMessage(folder, to, message),
    listen: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    close: async () => clearInterval(look),
  };
}

/** Written aside, flushed and renamed: the other terminal sees the whole file or none. */
function writeMessage(folder: string, to: string, message: Uint8Array): void {
  const name = createHash('sha256').update(message).digest('hex').slice(0, 24);
  const file = join(folder, `${to.trim()}-${name}${ending}`);
  const aside = `${file}.part`;
  try {
    if (existsSync(file)) return;
    const descriptor = openSync(aside, 'w', 0o600);
    try {
      writeSync(descriptor, message);
      fsyncSync(descriptor);
    } finally {
      closeSync(descriptor);
    }
    renameSync(aside, file);
  } catch (error) {
    throw new TerminalFault('link.unreachable', 'later', 'the stick takes no file', error);
  }
}

function filesFor(folder: string, terminalId: string): readonly string[] {
  try {
    return readdirSync(folder)
      .filter((name) => name.startsWith(`${terminalId.trim()}-`) && name.endsWith(ending))
      .slice(0, mostFiles);
  } catch {
    // The stick is not in: what is on it comes with the next look.
    return [];
  }
}

/** Undefined when it is too long for a message, cannot be read, or is so old that it was swept. */
function readMessage(file: string): Uint8Array | undefined {
  try {
    const { size, mtimeMs } = statSync(file);
    if (size <= longestMessage && Date.now() - mtimeMs < keptMs)
      return new Uint8Array(readFileSync(file));
    rmSync(file);
  } catch {
    return undefined;
  }
  return undefined;
}
