import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { dirname } from 'node:path';

/** One step of a recorded run: what it did to the disk, or what it told the world. Paths within the folder. */
export type Step =
  | { readonly type: 'create'; readonly path: string; readonly file: number }
  | { readonly type: 'write'; readonly file: number; readonly at: number; readonly data: Buffer }
  | { readonly type: 'truncate'; readonly file: number; readonly size: number }
  | { readonly type: 'sync'; readonly file: number }
  | { readonly type: 'syncFolder'; readonly path: string }
  | { readonly type: 'rename'; readonly from: string; readonly to: string }
  | { readonly type: 'unlink'; readonly path: string }
  | { readonly type: 'makeFolder'; readonly path: string }
  | { readonly type: 'said'; readonly line: string };

const calls =
  'openat,close,dup,write,pwrite64,writev,pwritev,fsync,fdatasync,ftruncate,truncate,unlink,unlinkat,' +
  'rename,renameat,renameat2,mkdir,mkdirat,rmdir,fallocate,copy_file_range,sendfile';

/**
 * Runs the program under strace and gives its system calls on the folder, in the order they ended. `files`
 * are the ones that are there already; they are the files 0, 1, 2 … of the steps.
 */
export function record(
  program: readonly string[],
  folder: string,
  files: readonly string[],
  log: string,
): readonly Step[] {
  const options = ['-f', '-xx', '-s', '4000000', '-e', `trace=${calls}`, '-o', log, '--'];
  const run = spawnSync('strace', [...options, process.execPath, ...program], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, UV_USE_IO_URING: '0' },
  });
  if (run.error !== undefined) throw new Error(`strace is needed: ${run.error.message}`);
  if (run.status !== 0) throw new Error(`the scenario ended with ${run.status}`);
  return new Reader(folder, files).read(readFileSync(log, 'latin1'));
}

const unhex = (text: string): Buffer => Buffer.from(text.replaceAll('\\x', ''), 'hex');

/** Takes strace's lines apart; a call that another thread interrupted counts where it ended. */
class Reader {
  readonly #steps: Step[] = [];
  readonly #folder: string;
  /** File descriptors of the folder's files, and of folders. */
  readonly #files = new Map<number, number>();
  readonly #folders = new Map<number, string>();
  readonly #byPath: Map<string, number>;
  readonly #knownFolders = new Set(['']);
  #made = 1_000_000;

  constructor(folder: string, files: readonly string[]) {
    this.#folder = folder;
    this.#byPath = new Map(files.map((path, at) => [path, at]));
    for (const path of files) {
      for (let up = dirname(path); up !== '.'; up = dirname(up)) this.#knownFolders.add(up);
    }
  }

  read(text: string): readonly Step[] {
    const open = new Map<string, string>();
    for (const line of text.split('\n')) {
      const [, pid = '', rest = ''] = /^(\d+)\s+(.*)$/.exec(line) ?? [];
      if (rest.endsWith('<unfinished ...>')) {
        open.set(pid, rest.slice(0, -'<unfinished ...>'.length).trimEnd());
        continue;
      }
      const resumed = /^<\.\.\. \w+ resumed>(.*)$/.exec(rest);
      const whole = resumed === null ? rest : (open.get(pid) ?? '') + resumed[1];
      const [, call = '', parameters = '', result = '-1'] =
        /^(\w+)\((.*)\)\s+= (-?\d+)/.exec(whole) ?? [];
      if (Number(result) >= 0) this.#take(call, parameters, Number(result));
    }
    return this.#steps;
  }

  #take(call: string, parameters: string, result: number): void {
    const fd = Number.parseInt(parameters, 10);
    const file = this.#files.get(fd);
    const lastNumber = () => Number(/(\d+)$/.exec(parameters)?.[1]);
    if (call === 'openat') this.#open(parameters, result);
    else if (call === 'close') {
      this.#files.delete(fd);
      this.#folders.delete(fd);
    } else if (call === 'write' && fd === 1) this.#said(parameters);
    else if (call === 'write') this.#write(file, parameters, -1);
    else if (call === 'pwrite64') this.#write(file, parameters, lastNumber());
    else if (call === 'fsync' || call === 'fdatasync') this.#sync(fd, file);
    else if (call === 'ftruncate' && file !== undefined) {
      this.#steps.push({ type: 'truncate', file, size: lastNumber() });
    } else this.#name(call, parameters, file);
  }

  #name(call: string, parameters: string, file: number | undefined): void {
    const paths = this.#pathsIn(parameters);
    const [first, second] = paths;
    if (call.startsWith('rename') && first !== undefined && second !== undefined) {
      this.#rename(first, second);
    } else if ((call.startsWith('unlink') || call === 'rmdir') && first !== undefined) {
      this.#byPath.delete(first);
      this.#steps.push({ type: 'unlink', path: first });
    } else if (call.startsWith('mkdir') && first !== undefined) {
      this.#knownFolders.add(first);
      this.#steps.push({ type: 'makeFolder', path: first });
    } else if (call === 'truncate' && first !== undefined) {
      const known = this.#byPath.get(first);
      if (known === undefined) throw new Error(`truncate of an unknown file ${first}`);
      const size = Number(/(\d+)$/.exec(parameters)?.[1]);
      this.#steps.push({ type: 'truncate', file: known, size });
    } else if (file !== undefined && !call.startsWith('dup')) {
      throw new Error(`the recording does not know ${call}`);
    }
  }

  #pathsIn(parameters: string): readonly string[] {
    const paths: string[] = [];
    for (const [, text = ''] of parameters.matchAll(/"((?:\\x[0-9a-f]{2})*)"/g)) {
      const path = this.#inside(unhex(text).toString());
      if (path !== undefined) paths.push(path);
    }
    return paths;
  }

  /** Undefined outside of the folder, and for the shared memory, which no power cut leaves anything of. */
  #inside(path: string): string | undefined {
    if (path !== this.#folder && !path.startsWith(`${this.#folder}/`)) return undefined;
    return path.endsWith('-shm') ? undefined : path.slice(this.#folder.length + 1);
  }

  #open(parameters: string, fd: number): void {
    this.#files.delete(fd);
    this.#folders.delete(fd);
    const [path] = this.#pathsIn(parameters);
    if (path === undefined) return;
    if (this.#knownFolders.has(path)) {
      this.#folders.set(fd, path);
      return;
    }
    const known = this.#byPath.get(path);
    const file = known ?? ++this.#made;
    if (known === undefined) this.#steps.push({ type: 'create', path, file });
    this.#byPath.set(path, file);
    this.#files.set(fd, file);
    if (/O_TRUNC/.test(parameters)) this.#steps.push({ type: 'truncate', file, size: 0 });
  }

  /** `at` −1 is the end of the file, where every plain write of ours goes. */
  #write(file: number | undefined, parameters: string, at: number): void {
    if (file === undefined) return;
    const [, text = ''] = /"((?:\\x[0-9a-f]{2})*)"/.exec(parameters) ?? [];
    this.#steps.push({ type: 'write', file, at, data: unhex(text) });
  }

  #said(parameters: string): void {
    const [, text = ''] = /"((?:\\x[0-9a-f]{2})*)"/.exec(parameters) ?? [];
    for (const line of unhex(text).toString().split('\n')) {
      if (line !== '') this.#steps.push({ type: 'said', line });
    }
  }

  #sync(fd: number, file: number | undefined): void {
    const folder = this.#folders.get(fd);
    if (file !== undefined) this.#steps.push({ type: 'sync', file });
    else if (folder !== undefined) this.#steps.push({ type: 'syncFolder', path: folder });
  }

  #rename(from: string, to: string): void {
    const file = this.#byPath.get(from);
    this.#byPath.delete(from);
    if (file !== undefined) this.#byPath.set(to, file);
    this.#steps.push({ type: 'rename', from, to });
  }
}
