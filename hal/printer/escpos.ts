import { TerminalFault } from '#src/fault.ts';
import type { PaperStatus, ReceiptPrinter } from './contract.ts';
import { openDeviceFile, type PrinterLink } from './device-file.ts';
import { inTurn } from './in-turn.ts';

type EscPosOptions = {
  /** `/dev/usb/lp0`. */
  readonly path: string;
  readonly columns: ReceiptPrinter['columns'];
  /** Another way to the bytes, for tests and other wires. */
  readonly open?: (path: string) => Promise<PrinterLink>;
};

const answerTimeoutMs = 300;

/** DLE EOT n: the printer answers at once with one byte, even when it is off line. */
const ask = (n: 2 | 4): Uint8Array => Uint8Array.of(0x10, 0x04, n);

/**
 * A printer that takes ESC/POS bytes at a device path. Opened for each slip, so that one that was unplugged
 * works again when it is back. A printer that never answers counts as ready.
 */
export function openEscPosPrinter(options: EscPosOptions): ReceiptPrinter {
  const { path, columns, open = openDeviceFile } = options;
  const turn = inTurn();
  let closed = false;
  // One that has not answered is not waited for with each slip, only when its status is asked.
  let mute = false;
  const look = async (link: PrinterLink): Promise<State> => {
    const state = await readState(link);
    mute = !state.answered;
    return state;
  };

  const withLink = <T>(work: (link: PrinterLink) => Promise<T>): Promise<T> =>
    turn(async () => {
      if (closed) throw new TerminalFault('printer.gone', 'never', 'printer: closed');
      const link = await open(path);
      try {
        return await work(link);
      } finally {
        await link.close();
      }
    });

  return {
    name: path,
    columns,
    async status() {
      try {
        return (await withLink(look)).paper;
      } catch (error) {
        if (error instanceof TerminalFault && error.code === 'printer.noPaper') return 'out';
        return 'gone';
      }
    },
    print: (escPos) =>
      withLink(async (link) => {
        if (!mute) refuse(await look(link));
        await link.write(escPos);
        if (!mute) refuse(await look(link));
      }),
    async close() {
      closed = true;
      await turn(async () => undefined);
    },
  };
}

type State = {
  readonly answered: boolean;
  readonly paper: PaperStatus;
  readonly failed: boolean;
};

/** Paper sensor and cause of being off line (Epson ESC/POS reference, DLE EOT). */
async function readState(link: PrinterLink): Promise<State> {
  const ready: State = { answered: false, paper: 'ok', failed: false };
  if (!link.answers) return ready;
  await link.write(ask(4));
  const sensor = await readStatusByte(link);
  if (sensor === undefined) return ready;
  await link.write(ask(2));
  const offLine = (await readStatusByte(link)) ?? 0;
  const out = (sensor & 0x60) !== 0 || (offLine & 0x20) !== 0;
  const paper = out ? 'out' : (sensor & 0x0c) !== 0 ? 'low' : 'ok';
  return { answered: true, paper, failed: !out && (offLine & 0x44) !== 0 };
}

/** A status byte has bits 1 and 4 set, 0 and 7 clear: anything else on the line is left over and skipped. */
async function readStatusByte(link: PrinterLink): Promise<number | undefined> {
  for (let tries = 0; tries < 16; tries++) {
    const byte = await link.read(answerTimeoutMs);
    if (byte === undefined || (byte & 0x93) === 0x12) return byte;
  }
  return undefined;
}

function refuse({ paper, failed }: State): void {
  if (paper === 'out') throw new TerminalFault('printer.noPaper', 'later');
  if (failed) throw new TerminalFault('printer.fault', 'later', 'printer: cover open or error');
}
