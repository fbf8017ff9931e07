import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Step } from './recording.ts';

/** How a run can be cut off. */
export const models = ['killed', 'unsyncedLost', 'torn'] as const;
type Model = (typeof models)[number];

type Contents = Extract<Step, { type: 'write' | 'truncate' }>;
type Naming = Extract<Step, { type: 'create' | 'rename' | 'unlink' | 'makeFolder' }>;

type DiskFile = { now: Buffer; durable: Buffer; pending: Contents[] };

/** Names of files in their folders; undefined is a folder. */
type Names = Map<string, number | undefined>;

const sector = 512;
const nothing = Buffer.alloc(0);

/**
 * A disk that knows what is certain: contents of a file since it was synced, names since their folder was.
 * The torn model lets any of the uncertain writes happen, not happen, or stop at a sector.
 */
export class Disk {
  readonly #files = new Map<number, DiskFile>();
  #names: Names = new Map();
  #durableNames: Names = new Map();
  #pendingNames: Naming[] = [];

  constructor(initial: ReadonlyMap<string, Buffer>) {
    let file = 0;
    for (const [path, bytes] of initial) {
      this.#files.set(file, { now: bytes, durable: bytes, pending: [] });
      this.#names.set(path, file++);
      for (let up = dirname(path); up !== '.'; up = dirname(up)) this.#names.set(up, undefined);
    }
    this.#durableNames = new Map(this.#names);
  }

  /** Gives what was written, with so many bytes on both sides of it as they stand in the file now. */
  take(step: Step, margin = 0): Buffer {
    if (step.type === 'write' || step.type === 'truncate') {
      const { file, placed } = this.#change(step);
      if (placed.type !== 'write') return nothing;
      const from = Math.max(0, placed.at - margin);
      return file.now.subarray(from, placed.at + placed.data.length + margin);
    }
    this.#settle(step);
    return nothing;
  }

  #settle(step: Exclude<Step, Contents>): void {
    if (step.type === 'sync') this.#sync(this.#file(step.file));
    else if (step.type === 'syncFolder') this.#syncFolder(step.path);
    else if (step.type !== 'said') this.#name(step);
  }

  #name(step: Naming): void {
    if (step.type === 'create') {
      this.#files.set(step.file, { now: Buffer.alloc(0), durable: Buffer.alloc(0), pending: [] });
    }
    rename(this.#names, step);
    this.#pendingNames.push(step);
  }

  #sync(file: DiskFile): void {
    file.durable = file.now;
    file.pending = [];
  }

  #file(file: number): DiskFile {
    const found = this.#files.get(file);
    if (found === undefined) throw new Error(`the recording writes file ${file} before it is made`);
    return found;
  }

  #change(step: Contents): { file: DiskFile; placed: Contents } {
    const file = this.#file(step.file);
    // The end of the file is now: what is lost of an append is lost there.
    const placed = step.type === 'write' && step.at < 0 ? { ...step, at: file.now.length } : step;
    file.now = changed(file.now, placed);
    file.pending.push(placed);
    return { file, placed };
  }

  #syncFolder(path: string): void {
    const isThere = (step: Naming) =>
      folderOf(step.type === 'rename' ? step.to : step.path) === path ||
      (step.type === 'rename' && folderOf(step.from) === path);
    for (const step of this.#pendingNames.filter(isThere)) rename(this.#durableNames, step);
    this.#pendingNames = this.#pendingNames.filter((step) => !isThere(step));
  }

  /** The files as the next start would find them. */
  after(model: Model, random: () => number): ReadonlyMap<string, Buffer | undefined> {
    const names = model === 'killed' ? this.#names : new Map(this.#durableNames);
    if (model === 'torn') {
      const happened = Math.floor(random() * (this.#pendingNames.length + 1));
      for (const step of this.#pendingNames.slice(0, happened)) rename(names, step);
    }
    const out = new Map<string, Buffer | undefined>();
    for (const [path, number] of names) {
      const file = number === undefined ? undefined : this.#file(number);
      out.set(path, file && contentOf(file, model, random));
    }
    return out;
  }
}

const folderOf = (path: string): string => (dirname(path) === '.' ? '' : dirname(path));

function rename(names: Names, step: Naming): void {
  if (step.type === 'create') names.set(step.path, step.file);
  else if (step.type === 'makeFolder') names.set(step.path, undefined);
  else if (step.type === 'unlink') names.delete(step.path);
  else if (names.has(step.from)) {
    names.set(step.to, names.get(step.from));
    names.delete(step.from);
  }
}

function contentOf(file: DiskFile, model: Model, random: () => number): Buffer {
  if (model === 'killed') return file.now;
  if (model === 'unsyncedLost') return file.durable;
  let bytes = file.durable;
  for (const step of file.pending) {
    const chance = random();
    if (chance < 0.4) bytes = changed(bytes, step);
    else if (chance < 0.7 && step.type === 'write') {
      const sectors = Math.floor(random() * (step.data.length / sector + 1));
      bytes = changed(bytes, { ...step, data: step.data.subarray(0, sectors * sector) });
    }
  }
  return bytes;
}

function changed(bytes: Buffer, step: Contents): Buffer {
  if (step.type === 'truncate') {
    const cut = Buffer.alloc(step.size);
    bytes.copy(cut, 0, 0, Math.min(step.size, bytes.length));
    return cut;
  }
  const out = Buffer.alloc(Math.max(bytes.length, step.at + step.data.length));
  bytes.copy(out);
  step.data.copy(out, step.at);
  return out;
}

/** Puts the files into a folder that is empty otherwise. */
export function layOut(files: ReadonlyMap<string, Buffer | undefined>, folder: string): void {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  for (const [path, bytes] of files) {
    const target = join(folder, path);
    if (bytes === undefined) mkdirSync(target, { recursive: true, mode: 0o700 });
    else {
      mkdirSync(dirname(target), { recursive: true, mode: 0o700 });
      writeFileSync(target, bytes, { mode: 0o600 });
    }
  }
}
