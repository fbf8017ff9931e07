import type { ChildProcess } from 'node:child_process';

/** A test that fails half-way leaves nobody running. */
export function endsWithUs(child: ChildProcess): void {
  const kill = () => child.kill('SIGKILL');
  process.once('exit', kill);
  child.once('close', () => process.off('exit', kill));
}
