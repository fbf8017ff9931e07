import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import type { PaperStatus } from '#hal/printer/contract.ts';
import type { PrinterLink } from '#hal/printer/device-file.ts';
import { openEscPosPrinter } from '#hal/printer/escpos.ts';
import { simulatedPrinter } from '#hal/printer/simulated.ts';
import { isFault, TerminalFault } from '#src/fault.ts';
import { printerContract } from '../contract/printer.ts';

printerContract('simulated', async () => {
  let paper: PaperStatus = 'ok';
  const slips: Uint8Array[] = [];
  const port = {
    print: async (escPos: Uint8Array) => void slips.push(escPos),
    status: async () => paper,
  };
  return {
    open: async () => simulatedPrinter(port, 42),
    setPaper: async (status) => {
      paper = status;
    },
    printed: async () => Buffer.concat(slips),
    stop: async () => undefined,
  };
});

/** A printer at the end of its wire: takes status requests out of the stream and answers them. */
function wiredPrinter() {
  const state = { paper: 'ok' as PaperStatus, coverOpen: false, noise: false };
  const printed: number[] = [];
  const answers: number[] = [];
  const statusByte = (n: number) => {
    const out = state.paper === 'out';
    if (n === 4) return 0x12 | (out ? 0x60 : 0) | (state.paper === 'low' ? 0x0c : 0);
    return 0x12 | (out ? 0x20 : 0) | (state.coverOpen ? 0x04 : 0);
  };
  const link: PrinterLink = {
    answers: true,
    async write(bytes) {
      if (bytes.length === 3 && bytes[0] === 0x10 && bytes[1] === 0x04) {
        if (state.noise) answers.push(0xff, 0x00);
        answers.push(statusByte(bytes[2] ?? 0));
      } else {
        printed.push(...bytes);
      }
    },
    read: async () => answers.shift(),
    close: async () => undefined,
  };
  const open = async () => {
    if (state.paper === 'gone') throw new TerminalFault('printer.gone', 'later');
    return link;
  };
  return { state, printed, open };
}

printerContract('ESC/POS on a wire that answers', async () => {
  const { state, printed, open } = wiredPrinter();
  return {
    open: async () => openEscPosPrinter({ path: 'wire', columns: 42, open }),
    setPaper: async (status) => {
      state.paper = status;
    },
    printed: async () => Uint8Array.from(printed),
    stop: async () => undefined,
  };
});

test('an open cover is a fault of the printer, and noise on the wire is no answer', async () => {
  const { state, printed, open } = wiredPrinter();
  const printer = openEscPosPrinter({ path: 'wire', columns: 32, open });
  state.noise = true;
  assert.equal(await printer.status(), 'ok');
  await printer.print(Uint8Array.of(0x41));
  state.coverOpen = true;
  await assert.rejects(printer.print(Uint8Array.of(0x42)), (error) =>
    isFault(error, 'printer.fault'),
  );
  assert.deepEqual(printed, [0x41]);
});

const folder = mkdtempSync(join(tmpdir(), 'holdfast-printer-'));
after(() => rmSync(folder, { recursive: true, force: true }));

const slip = new Uint8Array(200_000).fill(0x2e);

test('a slip goes into a file that is there, behind what it holds', async () => {
  const path = join(folder, 'slips');
  writeFileSync(path, 'before ');
  const printer = openEscPosPrinter({ path, columns: 48 });
  assert.equal(await printer.status(), 'ok');
  await printer.print(slip);
  await printer.print(new TextEncoder().encode(' after'));
  assert.equal(readFileSync(path, 'latin1'), `before ${'.'.repeat(200_000)} after`);
});

test('no file is made in the place of a printer that is not there', async () => {
  for (const path of [join(folder, 'nothing'), join(folder, 'slips', 'deeper'), folder]) {
    const printer = openEscPosPrinter({ path, columns: 48 });
    await assert.rejects(printer.print(slip), (error) => isFault(error, 'printer.gone'));
    assert.equal(await printer.status(), 'gone');
  }
});

test('a slip goes through a named pipe to whoever reads it; nobody there is a printer gone', async () => {
  const path = join(folder, 'pipe');
  assert.equal(spawnSync('mkfifo', [path]).status, 0);
  const printer = openEscPosPrinter({ path, columns: 48 });
  await assert.rejects(printer.print(slip), (error) => isFault(error, 'printer.gone'));
  const reader = spawn('head', ['-c', String(slip.length), path]);
  const chunks: Buffer[] = [];
  reader.stdout.on('data', (chunk: Buffer) => chunks.push(chunk));
  const ended = new Promise((resolve) => reader.on('close', resolve));
  for (let printed = false; !printed; ) {
    assert.equal(await printer.status(), 'ok');
    printed = await printer.print(slip).then(
      () => true,
      (error) => !isFault(error, 'printer.gone'),
    );
  }
  await ended;
  assert.deepEqual(Buffer.concat(chunks), Buffer.from(slip));
});

test('a device that takes everything and says nothing counts as ready', async () => {
  const printer = openEscPosPrinter({ path: '/dev/null', columns: 48 });
  assert.equal(await printer.status(), 'ok');
  await printer.print(slip);
});

test('a device without room is a printer without paper', async () => {
  const printer = openEscPosPrinter({ path: '/dev/full', columns: 48 });
  await assert.rejects(printer.print(slip), (error) => isFault(error, 'printer.noPaper'));
});
