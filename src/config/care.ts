import { z } from 'zod';
import { isKnownTask } from '../care/inspection.ts';
import { situations } from '../care/plan.ts';

const both = (letters: number) =>
  z.strictObject({ 'zh-CN': z.string().min(1).max(letters), en: z.string().min(1).max(letters) });
const slug = z.string().regex(/^[A-Za-z0-9-]{1,32}$/, '1 to 32 letters, digits, -');

const task = z
  .strictObject({
    id: slug,
    everyDays: z.int().min(1).max(366),
    name: both(24).optional().describe('of a check of the shop’s own'),
  })
  .refine(({ id, name }) => name !== undefined || isKnownTask(id), {
    path: ['name'],
    message: 'missing: the terminal has no words for this check',
  });

const steps = z.array(both(200)).min(1).max(8);

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
  inspection: z
    .array(task)
    .max(20)
    .refine((tasks) => new Set(tasks.map(({ id }) => id)).size === tasks.length, 'an id twice')
    .describe('what somebody looks at, and how often'),
  emergency: z.strictObject({
    contacts: z
      .array(
        z.strictObject({
          id: slug,
          name: both(16),
          phone: z
            .string()
            .regex(/^[0-9+ -]{0,20}$/)
            .describe('may be changed at the terminal'),
        }),
      )
      .max(8),
    steps: z
      .partialRecord(z.enum(situations), steps)
      .describe('the shop’s own words in place of the plan that comes along'),
  }),
  support: z.strictObject({
    recipients: z
      .array(z.string().regex(/^age1[02-9ac-hj-np-z]{58}$/, 'an age public key, age1…'))
      .max(4)
      .describe('who can open what is made for support: the vendor; none: nothing is made'),
  }),
  softwareMonths: z.int().min(1).max(60).describe('a version that has run longer is outdated'),
});

export const careDefaults: z.infer<typeof careSchema> = {
  cleaning: { afterReads: 2_000, troublePercent: 25 },
  inspection: [
    { id: 'paper', everyDays: 1 },
    { id: 'seal', everyDays: 1 },
    { id: 'cleanReader', everyDays: 7 },
    { id: 'cable', everyDays: 7 },
    { id: 'backup', everyDays: 7 },
    { id: 'clock', everyDays: 30 },
    { id: 'testHold', everyDays: 30 },
    { id: 'planRead', everyDays: 90 },
  ],
  emergency: {
    contacts: [
      { id: 'bank', name: { 'zh-CN': '收单银行', en: 'Bank' }, phone: '95516' },
      { id: 'technician', name: { 'zh-CN': '技术员', en: 'Technician' }, phone: '400 555 0199' },
      { id: 'manager', name: { 'zh-CN': '店长', en: 'Manager' }, phone: '' },
      { id: 'police', name: { 'zh-CN': '报警', en: 'Police' }, phone: '110' },
    ],
    steps: {},
  },
  // Its key is test material of the simulator's vendor: good for nothing else.
  support: { recipients: ['age1wjwhkjfrl2a605xsg2jv308qfg97ma74fp7fpkxxhkrq4a5mgg9sy2apvw'] },
  parametersMonths: 13,
  softwareMonths: 12,
};
