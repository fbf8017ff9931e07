import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, describe, it } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { Cashier } from './shift.ts';
import { Simulator } from './simulator.ts';

const idleSeconds = 10;
/** A clock tick of /proc on Linux. */
const ticksASecond = 100;

/** Resident memory in MiB. */
function residentOf(pid: number): number {
  const [, kibibytes = ''] =
    /^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
  return Number(kibibytes) / 1024;
}

/** User and system ticks of the process itself: what others do on the machine does not count. */
function ticksOf(pid: number): number {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return Number(fields[11]) + Number(fields[12]);
}

describe('the process of the terminal', () => {
  let shop: Simulator;
  before(async () => {
    // A first start compiles; a device comes with that done.
    await (await Simulator.start()).stop();
    shop = await Simulator.start();
  });
  after(() => shop?.stop());

  it('stays within 160 MB after holds, reasons and lists', async () => {
    const cashier = new Cashier(shop);
    for (const amount of [10_000, 20_000]) await cashier.hold(amount);
    await cashier.askHold(30_000);
    await shop.insert('dead-chip');
    await shop.until('why');
    await shop.remove();
    await cashier.home();
    const pid = shop.terminalPid ?? 0;
    assert.ok(residentOf(pid) <= 160, `${residentOf(pid).toFixed(0)} MB`);
  });

  it(`uses less than 1 % of a processor when nothing happens`, async () => {
    const pid = shop.terminalPid ?? 0;
    await pause(1_000);
    const before = ticksOf(pid);
    await pause(idleSeconds * 1_000);
    const percent = ((ticksOf(pid) - before) / (idleSeconds * ticksASecond)) * 100;
    assert.ok(percent < 1, `${percent.toFixed(1)} %`);
  });
});
