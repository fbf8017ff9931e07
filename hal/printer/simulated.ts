import { TerminalFault } from '#src/fault.ts';
import type { PaperStatus, ReceiptPrinter } from './contract.ts';
import { inTurn } from './in-turn.ts';

/** The far end: the paper on the simulator's desk. */
type PaperPort = {
  /** Throws the fault that the paper shows. */
  print(escPos: Uint8Array): Promise<void>;
  status(): Promise<PaperStatus>;
};

/** A printer whose paper lies in the simulator. */
export function simulatedPrinter(
  port: PaperPort,
  columns: ReceiptPrinter['columns'] = 32,
): ReceiptPrinter {
  const turn = inTurn();
  let closed = false;
  return {
    name: 'simulated',
    columns,
    status: async () => (closed ? 'gone' : port.status()),
    print: (escPos) =>
      turn(async () => {
        if (closed) throw new TerminalFault('printer.gone', 'never', 'printer: closed');
        const paper = await port.status();
        if (paper === 'gone') throw new TerminalFault('printer.gone', 'later');
        if (paper === 'out') throw new TerminalFault('printer.noPaper', 'later');
        await port.print(escPos);
      }),
    async close() {
      closed = true;
      await turn(async () => undefined);
    },
  };
}
