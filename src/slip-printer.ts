import type { ReceiptPrinter } from '#hal/printer/contract.ts';
import type { Language } from './desk/view.ts';
import { type ComposeOptions, composeSlip } from './receipt/compose.ts';
import { encodeSlip } from './receipt/escpos.ts';
import { layoutSlip } from './receipt/layout.ts';

type Options = ComposeOptions & { readonly printer: ReceiptPrinter };

/** Prints a queued slip in the language of the screen. Throws the printer's faults. */
export function slipPrinter({ printer, ...compose }: Options): (slipId: string) => Promise<void> {
  return async (slipId) => {
    const facts = composeSlip(slipId, compose);
    if (facts === undefined) return;
    const set = compose.documents.get('counter', 'language')?.body as Language | undefined;
    const lines = layoutSlip(facts, set ?? compose.config.language);
    await printer.print(encodeSlip(lines, { columns: printer.columns, codePage: 'gb18030' }));
  };
}
