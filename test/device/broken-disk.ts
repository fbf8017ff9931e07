import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const source = fileURLToPath(new URL('disk-trouble.c', import.meta.url));

/** What a disk can answer to a write. */
export type DiskTrouble = 'none' | 'EIO' | 'EROFS' | 'ENOSPC';

/** A disk of the terminal that breaks when it is told to: the real store runs over it. */
export class BrokenDisk {
  readonly folder = mkdtempSync(join(tmpdir(), 'disk-'));
  readonly #word = join(this.folder, 'trouble');
  readonly data = join(this.folder, 'data');

  /** Undefined on a machine without a compiler. */
  static build(): BrokenDisk | undefined {
    const disk = new BrokenDisk();
    const args = ['-shared', '-fPIC', '-O1', '-o', disk.#library, source, '-ldl'];
    if (spawnSync('cc', args, { stdio: 'ignore' }).status === 0) return disk;
    disk.remove();
    return undefined;
  }

  get #library(): string {
    return join(this.folder, 'disk-trouble.so');
  }

  /** For the process whose disk this is. */
  get environment(): Readonly<Record<string, string>> {
    return {
      LD_PRELOAD: this.#library,
      DISK_TROUBLE: this.#word,
      DISK_TROUBLE_AT: this.data,
    };
  }

  becomes(trouble: DiskTrouble): void {
    writeFileSync(this.#word, trouble);
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}
