import assert from 'node:assert/strict';
import { execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { type Bank, createBank } from '#hal/simulator/bank/bank.ts';

const program = fileURLToPath(new URL('./terminal-process.ts', import.meta.url));
const root = mkdtempSync(join(tmpdir(), 'kill-'));
after(() => rmSync(root, { recursive: true, force: true }));

type Report = {
  readonly boundaries: number;
  readonly holds: readonly {
    readonly holdId: string;
    readonly state: string;
    readonly stan?: number;
    readonly minorUnits: number;
  }[];
  /** Batches closed, and slips of it; batches still open. */
  readonly closed: number;
  readonly slips: number;
  readonly unsettled: readonly number[];
};

/** Runs the terminal's process to its end; undefined when it was killed. */
function run(folder: string, scenario: string, port: number, cut = 0): Promise<Report | undefined> {
  return new Promise((resolve, reject) => {
    const child = spawn(
      process.execPath,
      [
        '--disable-warning=ExperimentalWarning',
        program,
        folder,
        scenario,
        String(port),
        String(cut),
      ],
      {
        stdio: ['ignore', 'pipe', 'pipe'],
      },
    );
    let out = '';
    let err = '';
    child.stdout.on('data', (chunk) => (out += chunk));
    child.stderr.on('data', (chunk) => (err += chunk));
    child.once('exit', (code, signal) => {
      if (signal === 'SIGKILL') resolve(undefined);
      else if (code === 0) resolve(JSON.parse(out.trim().split('\n').at(-1) ?? '{}') as Report);
      else reject(new Error(`${scenario} cut at ${cut}: exit ${code}\n${err}`));
    });
  });
}

const openBank = (folder: string): Promise<Bank> =>
  createBank({
    port: 0,
    ledgerFile: join(folder, 'bank.jsonl'),
    tmk: '0123456789ABCDEFFEDCBA9876543210',
  });

/** What the bank's book and the terminal's journal say of the same holds, each in one word. */
function agree(report: Report, bank: Bank): void {
  const atBank = bank.ledger().holds.map(({ stan, state, amountMinorUnits }) => ({
    stan: Number(stan),
    state,
    amountMinorUnits,
  }));
  const here = new Map(report.holds.map((hold) => [hold.stan, hold]));
  for (const hold of atBank) {
    const ours = here.get(hold.stan);
    if (hold.state === 'reversed') assert.ok(ours === undefined || ours.state === 'refused');
    else assert.equal(ours?.state, hold.state, `STAN ${hold.stan}: nothing lost, nothing twice`);
  }
  const alive = report.holds.filter(({ state }) =>
    ['held', 'completed', 'cancelled'].includes(state),
  );
  for (const hold of alive)
    assert.ok(
      atBank.some(({ stan, state }) => stan === hold.stan && state === hold.state),
      `${hold.holdId} is not at the bank`,
    );
  const open = report.holds.filter(
    ({ state }) => !['held', 'completed', 'cancelled', 'refused'].includes(state),
  );
  assert.deepEqual(open, [], 'nothing stays undecided after the drain');
}

describe('the plug pulled at every boundary (kill -9)', { concurrency: 2 }, () => {
  for (const scenario of ['hold', 'completion', 'cancellation'] as const)
    it(`of a ${scenario}: journal and ledger agree after the drain`, async () => {
      const base = join(root, scenario);
      if (scenario !== 'hold') await prepare(base);
      let killed = 0;
      for (let cut = 1; ; cut++) {
        const folder = join(root, `${scenario}-${cut}`);
        if (scenario === 'hold') assert.ok(cut < 200);
        else execFileSync('cp', ['-a', base, folder]);
        const bank = await openBank(folder);
        let end: Report | undefined;
        try {
          end = await run(folder, scenario, bank.port, cut);
          const report = end ?? (await run(folder, 'drain', bank.port));
          assert.ok(report !== undefined);
          agree(report, bank);
        } finally {
          await bank.close();
        }
        rmSync(folder, { recursive: true, force: true });
        if (end !== undefined) break;
        killed += 1;
      }
      assert.ok(killed >= 7, `only ${killed} boundaries were met`);
    });
});

describe('the plug pulled at every boundary (kill -9) of a settlement', { concurrency: 2 }, () => {
  it('closes the day once, with its slip, in this start or the next', async () => {
    const base = join(root, 'settlement');
    await prepare(base);
    const opened = await openBank(base);
    await run(base, 'completion', opened.port).finally(() => opened.close());
    let killed = 0;
    for (let cut = 1; ; cut++) {
      const folder = join(root, `settlement-${cut}`);
      execFileSync('cp', ['-a', base, folder]);
      const bank = await openBank(folder);
      let end: Report | undefined;
      try {
        end = await run(folder, 'settlement', bank.port, cut);
        const after = end ?? (await run(folder, 'drain', bank.port));
        assert.ok(after !== undefined);
        // Cut before it was begun, the day is still open; from then on it is closed exactly once.
        const begun = after.closed > 0;
        assert.deepEqual(after.slips, begun ? 1 : 0, `cut at ${cut}`);
        assert.ok(after.closed <= 1, `cut at ${cut}: closed ${after.closed} times`);
        if (end !== undefined) assert.equal(after.closed, 1);
        assert.equal(after.unsettled.length, begun ? 0 : 1, `cut at ${cut}`);
      } finally {
        await bank.close();
      }
      rmSync(folder, { recursive: true, force: true });
      if (end !== undefined) break;
      killed += 1;
    }
    assert.ok(killed >= 8, `only ${killed} boundaries were met`);
  });
});

async function prepare(folder: string): Promise<void> {
  const bank = await openBank(folder);
  await run(folder, 'hold', bank.port).finally(() => bank.close());
}
