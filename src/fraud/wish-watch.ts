/** What the desk remembers of one wish: cards by their keyed hash, never a number. */
export type WishWatch = {
  readonly cards: Set<string>;
  /** Cards that the bank refused as it refuses stolen ones. */
  readonly refused: Set<string>;
  readonly typed: Set<string>;
  captureCodes: number;
  /** Numbers that were typed and stand on the acquirer's list: nobody lets these pass. */
  listed: number;
  /** Pieces of evidence of the wish that a supervisor has let pass. */
  evidenceLetPass: number;
  /** The alert that was raised for this wish, and with how many points. */
  alert?: { readonly alertId: string; readonly call: number; readonly points: number };
};

export const newWishWatch = (): WishWatch => ({
  cards: new Set(),
  refused: new Set(),
  typed: new Set(),
  captureCodes: 0,
  listed: 0,
  evidenceLetPass: 0,
});
