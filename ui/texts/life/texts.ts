/** Words of a hold's life that came after the first screens. */
export type LifeTexts = {
  readonly partial: {
    readonly title: string;
    readonly asked: (amount: string) => string;
    readonly hint: string;
    readonly keep: string;
    readonly undo: string;
    readonly undoneIn: (seconds: number) => string;
  };
  readonly day: {
    /** Holds that need their number, and holds that ended since the last end of day. */
    readonly forgotten: (withoutNumber: number, expired: number) => string;
  };
};
