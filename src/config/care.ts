import { z } from 'zod';

/** When the terminal asks for care before something fails. */
export const careSchema = z.strictObject({
  cleaning: z
    .strictObject({
      afterReads: z.int().min(50).max(1_000_000).describe('since the last cleaning'),
      troublePercent: z
        .int()
        .min(5)
        .max(90)
        .describe('of the last reads that failed, came at a second try or came weak'),
    })
    .describe('when the reader or the head asks to be cleaned'),
  parametersMonths: z
    .int()
    .min(1)
    .max(60)
    .describe('tables of the bank older than this are outdated'),
  softwareMonths: z.int().min(1).max(60).describe('a version that has run longer is outdated'),
});

export const careDefaults: z.infer<typeof careSchema> = {
  cleaning: { afterReads: 2_000, troublePercent: 25 },
  parametersMonths: 13,
  softwareMonths: 12,
};
