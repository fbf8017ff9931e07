import { z } from 'zod';

/** Training and assessment of the people who work here. */
export const trainingSchema = z.strictObject({
  passPercent: z.int().min(50).max(100).describe('an assessment is passed from here on'),
  questions: z.int().min(5).max(30).describe('questions of an assessment'),
  exercises: z.int().min(0).max(5).describe('exercises of an assessment'),
  minutes: z.int().min(5).max(120).describe('time for the questions of an assessment'),
  refresherDays: z.int().min(7).max(1_095).describe('an assessment is valid for so long'),
  remindDays: z.int().min(0).max(60).describe('said so many days before it ends'),
});

export const trainingDefaults: z.infer<typeof trainingSchema> = {
  passPercent: 80,
  questions: 12,
  exercises: 2,
  minutes: 15,
  refresherDays: 180,
  remindDays: 14,
};
