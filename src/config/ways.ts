import { z } from 'zod';

/** What this merchant may do when a card gives no number or the bank no answer. */
export const waysSchema = z.strictObject({
  cashDeposit: z.boolean().describe('cash or a transfer as the last resort'),
  emergencySlip: z.boolean().describe('a form to note a hold on paper'),
  technicianHours: z
    .int()
    .min(1)
    .max(720)
    .describe('by when a technician must have looked at a request'),
});

export const waysDefaults: z.infer<typeof waysSchema> = {
  cashDeposit: true,
  emergencySlip: true,
  technicianHours: 24,
};
