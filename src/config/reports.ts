import { z } from 'zod';

/** Where reports go besides the data folder. */
export const reportsSchema = z.strictObject({
  exportFolder: z
    .string()
    .min(1)
    .max(500)
    .optional()
    .describe('a folder on a USB stick or a network mount that gets each report too'),
});

export const reportsDefault = {};
