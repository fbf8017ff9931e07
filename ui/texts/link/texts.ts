import type { LinkNotice } from '#src/desk/view/link.ts';
import type { NoticeWords } from '../texts.ts';

/** Words for the line to the bank. */
export type LinkTexts = {
  readonly notices: {
    readonly [T in LinkNotice['type']]: (
      notice: Extract<LinkNotice, { type: T }>,
      say: { readonly amount: string },
    ) => NoticeWords;
  };
};
