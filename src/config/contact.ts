import { z } from 'zod';

/** Ways to customers: each is used where it is configured, and only after the customer agreed. */
export const contactSchema = z.strictObject({
  country: z
    .string()
    .regex(/^\d{1,3}$/)
    .describe('of telephones that are typed without one'),
  tries: z.int().min(1).max(10).describe('for a message that surely did not leave'),
  firstRetrySeconds: z.int().min(1).max(3_600).describe('four times longer after each try'),
  keepDays: z
    .int()
    .min(0)
    .max(365)
    .describe('personal data of a case is erased by itself so long after its end'),
  modem: z
    .strictObject({
      device: z.string().min(1).max(200).describe('AT port, such as /dev/ttyUSB2'),
      baudRate: z.int().min(1_200).max(4_000_000).default(115_200),
    })
    .optional(),
  gateway: z
    .strictObject({
      url: z
        .url({ protocol: /^https?$/ })
        .describe('takes POST {id, to, text} as JSON; used where no modem is'),
      inbox: z
        .url({ protocol: /^https?$/ })
        .optional()
        .describe(
          'answers GET ?after=<next> with JSON {events, next}: {type: report, id, delivered} or {type: answer, from, text}; what was named as after is taken and may be forgotten',
        ),
      token: z.string().max(500).optional(),
    })
    .optional(),
  mail: z
    .strictObject({
      host: z.string().min(1).max(253),
      port: z.int().min(1).max(65_535),
      tls: z.enum(['none', 'starttls', 'implicit']).default('none'),
      from: z.string().max(200).default('desk@terminal.invalid'),
      user: z.string().max(200).optional(),
      password: z.string().max(200).optional(),
    })
    .optional(),
});

export const contactDefault = { country: '86', tries: 5, firstRetrySeconds: 60, keepDays: 30 };
