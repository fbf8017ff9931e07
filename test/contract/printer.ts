import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import type { PaperStatus, ReceiptPrinter } from '#hal/printer/contract.ts';
import { type FaultCode, isFault } from '#src/fault.ts';

/** What a driver's test must be able to do to the paper behind it. */
export type PrinterHarness = {
  open(): Promise<ReceiptPrinter>;
  setPaper(status: PaperStatus): Promise<void>;
  /** All bytes that were printed, in their order. */
  printed(): Promise<Uint8Array>;
  stop(): Promise<void>;
};

const bytes = (text: string) => new TextEncoder().encode(text);

const fault = (code: FaultCode) => (error: unknown) => isFault(error, code);

/** What every printer promises, whatever is behind it. */
export function printerContract(name: string, start: () => Promise<PrinterHarness>): void {
  describe(`printer: ${name}`, () => {
    let world: PrinterHarness;
    let printer: ReceiptPrinter;

    beforeEach(async () => {
      world = await start();
      printer = await world.open();
    });
    afterEach(async () => {
      await printer.close();
      await world.stop();
    });

    it('has as many columns as were asked for, and paper', async () => {
      assert.equal(printer.columns, 42);
      assert.equal(await printer.status(), 'ok');
    });

    it('prints every byte, also those that are control characters', async () => {
      const all = Uint8Array.from({ length: 256 }, (_, byte) => byte);
      await printer.print(all);
      assert.deepEqual(Buffer.from(await world.printed()), Buffer.from(all));
    });

    it('prints two slips one after the other, never into each other', async () => {
      const [a, b] = [new Uint8Array(9000).fill(0x41), new Uint8Array(9000).fill(0x42)];
      await Promise.all([printer.print(a), printer.print(b)]);
      const out = Buffer.from(await world.printed()).toString();
      assert.equal(out, 'A'.repeat(9000) + 'B'.repeat(9000));
    });

    it('says when the paper is low and prints on', async () => {
      await world.setPaper('low');
      assert.equal(await printer.status(), 'low');
      await printer.print(bytes('still'));
      assert.equal(Buffer.from(await world.printed()).toString(), 'still');
    });

    it('prints nothing without paper, and works again with it', async () => {
      await world.setPaper('out');
      assert.equal(await printer.status(), 'out');
      await assert.rejects(printer.print(bytes('lost')), fault('printer.noPaper'));
      await world.setPaper('ok');
      await printer.print(bytes('kept'));
      assert.equal(Buffer.from(await world.printed()).toString(), 'kept');
    });

    it('says when the printer is gone, and works again when it is back', async () => {
      await world.setPaper('gone');
      assert.equal(await printer.status(), 'gone');
      await assert.rejects(printer.print(bytes('lost')), fault('printer.gone'));
      await world.setPaper('ok');
      await printer.print(bytes('back'));
      assert.equal(Buffer.from(await world.printed()).toString(), 'back');
    });

    it('prints nothing after it was closed', async () => {
      await printer.close();
      await assert.rejects(printer.print(bytes('late')), fault('printer.gone'));
      assert.equal(await printer.status(), 'gone');
    });
  });
}
