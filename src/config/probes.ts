import { z } from 'zod';

/** How the terminal finds out where the way to the bank ends. */
export const probesSchema = z.strictObject({
  timeoutMs: z.int().min(100).max(5_000).describe('for each check of the line'),
  otherHost: z
    .strictObject({ host: z.string().min(1).max(253), port: z.int().min(1).max(65_535) })
    .optional()
    .describe('a host that is not the bank’s, only asked whether it can be reached'),
});

export const probesDefault = { timeoutMs: 900 };
