/** `tall` is double height, `large` double height and width. */
export type TextSize = 'normal' | 'tall' | 'large';

/** One line of a slip, independent of paper width and printer. */
export type SlipLine =
  | {
      readonly type: 'text';
      readonly text: string;
      readonly align?: 'left' | 'center' | 'right';
      readonly size?: TextSize;
      readonly bold?: boolean;
    }
  /** A name at the left edge and its value at the right one; on two lines when both do not fit. */
  | {
      readonly type: 'pair';
      readonly left: string;
      readonly right: string;
      readonly size?: TextSize;
      readonly bold?: boolean;
    }
  | { readonly type: 'rule'; readonly style: 'thin' | 'double' }
  | { readonly type: 'space'; readonly lines: number }
  | { readonly type: 'qr'; readonly text: string }
  | { readonly type: 'cut' };
