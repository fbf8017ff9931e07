/** How a hand-over stands at the terminal that gives, and at the one that takes. */
export type GivenState = 'none' | 'given' | 'delivered' | 'ended' | 'takenBack';
export type TakenState = 'none' | 'taken' | 'refused';

export type GivenEvent = 'given' | 'delivered' | 'ended' | 'takenBack';
export type TakenEvent = 'taken' | 'refused';

/**
 * The giver. It may complete in `none` and `takenBack` alone, and `takenBack` needs the receiver's `refused`, or head
 * office's word that the receiver is gone. No clock is in it.
 */
export const givenTransitions: Readonly<
  Record<GivenState, Readonly<Partial<Record<GivenEvent, GivenState>>>>
> = {
  none: { given: 'given' },
  given: { delivered: 'delivered', takenBack: 'takenBack' },
  delivered: { ended: 'ended' },
  ended: { ended: 'ended' },
  takenBack: {},
};

/** The receiver. It may complete in `taken` alone; `taken` and `refused` exclude each other for ever. */
export const takenTransitions: Readonly<
  Record<TakenState, Readonly<Partial<Record<TakenEvent, TakenState>>>>
> = {
  none: { taken: 'taken', refused: 'refused' },
  taken: {},
  refused: {},
};
