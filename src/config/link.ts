import { z } from 'zod';

/** Time and tries on the way to the bank, beside the time-outs that every acquirer has. */
export const linkLimits = {
  sendTimeoutMs: z
    .int()
    .min(100)
    .max(60_000)
    .describe('until the line has taken the request; apart from connecting and answering'),
  idleLimitSeconds: z
    .int()
    .min(5)
    .max(3_600)
    .describe('a long connection that was silent for longer may be half open: opened anew'),
  returnToPrimarySeconds: z
    .int()
    .min(1)
    .max(86_400)
    .describe('so long a spare host serves before the primary one is tried first again'),
  adviceTries: z
    .int()
    .min(1)
    .max(100)
    .describe('then the advice is shown to the supervisor, kept, and tried more seldom'),
  adviceLimits: z
    .strictObject({
      count: z.int().min(1).max(999),
      amountMinorUnits: z.int().min(1).max(999_999_999_999),
      ageHours: z.int().min(1).max(720),
    })
    .describe('advices that the bank has not taken: at a limit nothing more is noted offline'),
} as const;

export const linkLimitDefaults = {
  sendTimeoutMs: 5_000,
  idleLimitSeconds: 120,
  returnToPrimarySeconds: 300,
  adviceTries: 10,
  adviceLimits: { count: 20, amountMinorUnits: 5_000_000, ageHours: 72 },
};
