import { z } from 'zod';

const count = z.int().min(1).max(99);

/** From when on something is brought to the supervisor. Too low is as bad as too high: most of what looks odd is not. */
export const fraudSchema = z.strictObject({
  alertFrom: z.int().min(10).max(1_000).describe('points of all signals together'),
  lookBackHours: z.int().min(1).max(168).describe('how long earlier holds and refusals count'),
  nearLimitPercent: z.int().min(50).max(100).describe('of the largest hold: just under it'),
  from: z
    .strictObject({
      manyCards: count.describe('different cards that the bank refused for one wish'),
      numberChanging: count.describe('different whole numbers typed for one wish'),
      againstSlip: count.describe('cards or numbers that contradict what is known of a hold'),
      amountsSplit: count.describe('holds just under the limit for one room or card'),
      sameNumberOften: count.describe('holds on one card'),
      chipAvoided: count.describe('swipes of a chip card that was never inserted'),
      voiceCodeRefused: count.describe('codes by phone that the bank did not know'),
    })
    .describe('how often it must be seen before it counts at all'),
});

export const fraudDefaults: z.infer<typeof fraudSchema> = {
  alertFrom: 100,
  lookBackHours: 12,
  nearLimitPercent: 90,
  from: {
    manyCards: 3,
    numberChanging: 3,
    againstSlip: 2,
    amountsSplit: 3,
    sameNumberOften: 5,
    chipAvoided: 3,
    voiceCodeRefused: 2,
  },
};
