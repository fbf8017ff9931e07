export type PaperStatus = 'ok' | 'low' | 'out' | 'gone';

/** A receipt printer that understands ESC/POS bytes. */
export interface ReceiptPrinter {
  readonly name: string;
  readonly columns: 32 | 42 | 48;
  status(): Promise<PaperStatus>;
  /** Resolves when the last byte is with the printer. Throws `printer.gone`, `printer.noPaper`, `printer.fault`. */
  print(escPos: Uint8Array): Promise<void>;
  close(): Promise<void>;
}
