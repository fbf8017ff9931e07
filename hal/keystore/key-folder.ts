import { randomBytes } from 'node:crypto';
import {
  closeSync,
  existsSync,
  fstatSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  readSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import { TerminalFault } from '#src/fault.ts';

/** Keys of 32 bytes by name: created on first use, and never again once destroyed. */
export interface KeyFolder {
  /** Throws `keystore.missingKey` when the key was destroyed or cannot be trusted. */
  key(name: string): Uint8Array;
  destroy(name: string): void;
  /** A key that was brought here: 32 bytes, durable when it returns, in the place of one of the same name. */
  keep(name: string, key: Uint8Array): void;
  /** Undefined when nobody brought it. */
  find(name: string): Uint8Array | undefined;
}

const keyLength = 32;

const missing = (message: string): TerminalFault =>
  new TerminalFault('keystore.missingKey', 'never', message);

/** Keys that live as long as the process. */
export function memoryKeyFolder(): KeyFolder {
  const keys = new Map<string, Uint8Array | 'destroyed'>();
  return {
    key(name) {
      const key = keys.get(name) ?? new Uint8Array(randomBytes(keyLength));
      if (key === 'destroyed') throw missing(`key ${name} was destroyed`);
      keys.set(name, key);
      return key.slice();
    },
    destroy(name) {
      const key = keys.get(name);
      if (key instanceof Uint8Array) key.fill(0);
      keys.set(name, 'destroyed');
    },
    keep: (name, key) => void keys.set(name, key.slice()),
    find(name) {
      const key = keys.get(name);
      return key instanceof Uint8Array ? key.slice() : undefined;
    },
  };
}

/**
 * One file a key, readable by the terminal's user alone; every change is on the disk before the call returns.
 * A file or folder that others can read is refused: whoever read it can open what the key sealed.
 */
export function fileKeyFolder(path: string): KeyFolder {
  if (!existsSync(path)) mkdirSync(path, { recursive: true, mode: 0o700 });
  refuseIfShared(path, statSync(path).mode);
  const destroyedPath = join(path, 'destroyed');
  const destroyed = readDestroyed(destroyedPath);
  for (const name of destroyed) erase(path, name);
  const cache = new Map<string, Uint8Array>();
  return {
    key(name) {
      if (destroyed.has(name)) throw missing(`key ${name} was destroyed`);
      const key = cache.get(name) ?? readKey(path, name) ?? createKey(path, name);
      cache.set(name, key);
      return key.slice();
    },
    destroy(name) {
      if (destroyed.has(name)) return;
      // The note comes first: a power cut after it is finished at the next start.
      appendDurably(destroyedPath, `${name}\n`);
      destroyed.add(name);
      cache.get(name)?.fill(0);
      cache.delete(name);
      erase(path, name);
    },
    keep: (name, key) => writeKey(path, name, key),
    find: (name) => readKey(path, name),
  };
}

const fileOf = (path: string, name: string): string => join(path, `${name}.key`);

function refuseIfShared(path: string, mode: number): void {
  if ((mode & 0o077) !== 0) {
    throw missing(`${path} can be read by other users: chmod ${(mode & 0o700).toString(8)} it`);
  }
}

function readKey(path: string, name: string): Uint8Array | undefined {
  const file = fileOf(path, name);
  if (!existsSync(file)) return undefined;
  const descriptor = openSync(file, 'r');
  try {
    refuseIfShared(file, fstatSync(descriptor).mode);
    const key = new Uint8Array(keyLength + 1);
    if (readSync(descriptor, key) !== keyLength) throw missing(`${file} is not a key`);
    return key.slice(0, keyLength);
  } finally {
    closeSync(descriptor);
  }
}

function createKey(path: string, name: string): Uint8Array {
  const key = new Uint8Array(randomBytes(keyLength));
  writeKey(path, name, key);
  return key;
}

/** Written aside, flushed, renamed: a power cut leaves the whole key or the one before. */
function writeKey(path: string, name: string, key: Uint8Array): void {
  const temporary = join(path, `${name}.new`);
  rmSync(temporary, { force: true });
  writeDurably(temporary, 'wx', key);
  renameSync(temporary, fileOf(path, name));
  flushFolder(path);
}

/** Overwritten before it goes: the name alone leaves the bytes on the disk. */
function erase(path: string, name: string): void {
  const file = fileOf(path, name);
  if (!existsSync(file)) return;
  writeDurably(file, 'r+', new Uint8Array(randomBytes(keyLength)));
  rmSync(file);
  flushFolder(path);
}

/** Names of destroyed keys, one a line; a line cut short by a power failure does not count. */
function readDestroyed(file: string): Set<string> {
  if (!existsSync(file)) return new Set();
  const lines = readFileSync(file, 'latin1').split('\n');
  return new Set(lines.slice(0, -1).filter((line) => line !== ''));
}

function appendDurably(file: string, line: string): void {
  const before = existsSync(file) ? readFileSync(file, 'latin1') : '';
  const torn = before !== '' && !before.endsWith('\n');
  writeDurably(file, 'a', new TextEncoder().encode(torn ? `\n${line}` : line));
}

function writeDurably(file: string, flags: string, bytes: Uint8Array): void {
  const descriptor = openSync(file, flags, 0o600);
  try {
    writeSync(descriptor, bytes);
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

function flushFolder(path: string): void {
  const descriptor = openSync(path, 'r');
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}
