import { z } from 'zod';
import { hotline } from '../config/schema.ts';

/** No file of a bulletin is larger, in bytes; larger ones are not even read. */
export const mostBytes = 65_536;

/** Words for people: lines, but no other control characters. */
const words = (most: number) =>
  z
    .string()
    .min(1)
    .max(most)
    .regex(/^(?:[^\p{C}]|\n)+$/u, 'no control characters');

const bothLanguages = (chinese: number, english: number) =>
  z.strictObject({ 'zh-CN': words(chinese), en: words(english) });

const moment = z.iso.datetime({ offset: true }).describe('2026-11-23T14:00:00+08:00');

/** What a bulletin may change from its date on. Rules become stricter only: more is for the configuration to allow. */
const changes = z.strictObject({
  validityDays: z.int().min(1).max(365).optional(),
  completionLimitPercent: z.int().min(100).max(200).optional(),
  maximumHoldMinorUnits: z.int().min(1).max(999_999_999_999).optional(),
  defaultHotline: z
    .string()
    .regex(/^[0-9+ -]{3,20}$/)
    .optional(),
  hotlines: z.array(hotline).max(100).optional().describe('banks by the first digits of a card'),
});

export const bulletinKinds = ['outage', 'maintenance', 'rules', 'newCards', 'news'] as const;

/** What is signed: version 1 of the format. */
export const bulletinSchema = z
  .strictObject({
    version: z.literal(1),
    number: z.int().min(1).max(9_999_999_999).describe('rises with each bulletin of an issuer'),
    kind: z.enum(bulletinKinds),
    bins: z
      .array(z.string().regex(/^\d{4,8}$/))
      .max(100)
      .default([])
      .describe('first digits of the cards it concerns; none: the acquirer itself'),
    title: bothLanguages(16, 36),
    text: bothLanguages(120, 300),
    from: moment,
    until: moment.optional(),
    withdraws: z.array(z.int().min(1)).max(50).default([]).describe('numbers of the same issuer'),
    changes: changes.optional(),
  })
  .refine(({ from, until }) => until === undefined || Date.parse(until) > Date.parse(from), {
    path: ['until'],
    message: 'before its beginning',
  });

export type SignedBulletin = z.infer<typeof bulletinSchema>;
export type BulletinKind = (typeof bulletinKinds)[number];
export type BulletinChanges = z.infer<typeof changes>;
