import { z } from 'zod';
import { brandNames } from '../card/brand.ts';
import { bulletinsSchema } from './bulletins.ts';
import { exceptionFile, revokedCertificates } from './cards.ts';
import { careSchema } from './care.ts';
import { contactSchema } from './contact.ts';
import { fraudSchema } from './fraud.ts';
import { handoverSchema } from './handover.ts';
import { linkLimits } from './link.ts';
import { probesSchema } from './probes.ts';
import { reportsSchema } from './reports.ts';
import { trainingSchema } from './training.ts';
import { waysSchema } from './ways.ts';

const hexText = (bytes: number, what: string) =>
  z
    .string()
    .regex(new RegExp(`^[0-9A-Fa-f]{${bytes * 2}}$`), `${bytes} bytes as hex`)
    .describe(what);

const bothLanguages = z.strictObject({ 'zh-CN': z.string().max(40), en: z.string().max(60) });

const address = z.strictObject({
  host: z.string().min(1).max(253),
  port: z.int().min(1).max(65535),
});

const tls = z.strictObject({
  ca: z.string().describe('PEM of the pinned certificate authority'),
  cert: z.string().optional().describe('PEM of the terminal’s own certificate'),
  key: z.string().optional().describe('PEM of its key'),
  servername: z.string().optional(),
});

const merchant = z.strictObject({
  merchantId: z.string().regex(/^[0-9A-Za-z ]{15}$/, '15 letters or digits (field 42)'),
  terminalId: z.string().regex(/^[0-9A-Za-z ]{8}$/, '8 letters or digits (field 41)'),
  name: bothLanguages,
  desk: z.string().max(20).describe('name of this desk, printed and shown'),
  categoryCode: z.string().regex(/^\d{4}$/, '4 digits (ISO 18245)'),
});

const acquirer = z.strictObject({
  dialect: z.enum(['unionpay-bcd', 'iso8583-ascii']),
  addresses: z.array(address).min(1).max(4).describe('primary first, then the spare hosts'),
  tpdu: hexText(5, 'TPDU, 60 + destination + source'),
  header: hexText(6, 'message header, 60 31 00 + version'),
  tls: tls.optional(),
  macAlgorithm: z.enum(['ecb', 'x919', 'cbc']),
  keyMode: z.enum(['single', 'double', 'doubleWithTrack', 'sm4']),
  refusalsCarryMac: z
    .boolean()
    .describe(
      'the host proves its refusals too; one without field 64 is undone before it is believed',
    ),
  terminalMasterKey: z
    .string()
    .regex(/^([0-9A-Fa-f]{16}|[0-9A-Fa-f]{32})$/, '8 or 16 bytes as hex')
    .describe('TMK of the simulator; a device keeps its own in the PIN pad'),
  connectTimeoutMs: z.int().min(100).max(60_000),
  answerTimeoutMs: z.int().min(500).max(120_000),
  ...linkLimits,
  reversalTries: z.int().min(1).max(50).describe('then the reversal is shown to the supervisor'),
  retrySeconds: z.int().min(1).max(600).describe('pause between tries while the bank is away'),
  batch: z.int().min(1).max(999_999).describe('first batch number (field 60.2)'),
  connection: z.enum(['short', 'long']).describe('one connection a message, or one kept open'),
  fallbackPosEntry: z.enum(['02', '80']).describe('how field 22 says a stripe fallback'),
  sendLocalTime: z.boolean().describe('fields 12 and 13 in requests'),
  currency: z.enum(['156', '344', '446', '840', '978']),
});

/** A terminal action code that the acquirer did not give is all zeros (EMV 4.4 Book 3 §10.7). */
const noAction = '0000000000';

const application = z.strictObject({
  aid: z.string().regex(/^([0-9A-Fa-f]{2}){5,16}$/, '5 to 16 bytes as hex'),
  partialSelection: z.boolean().default(true),
  versionNumber: hexText(2, 'application version number (9F09)'),
  floorLimitMinorUnits: z.int().min(0),
  randomSelection: z
    .strictObject({
      targetPercent: z.int().min(0).max(99),
      maximumTargetPercent: z.int().min(0).max(99),
      thresholdMinorUnits: z.int().min(0),
    })
    .default({ targetPercent: 0, maximumTargetPercent: 0, thresholdMinorUnits: 0 }),
  tacDenial: hexText(5, 'terminal action code, denial').default(noAction),
  tacOnline: hexText(5, 'terminal action code, online').default(noAction),
  tacDefault: hexText(5, 'terminal action code, default').default(noAction),
  defaultDdol: z.string().default('9F3704'),
  defaultTdol: z.string().default('9F02065F2A029A039C0195059F3704'),
});

const caPublicKey = z.strictObject({
  rid: hexText(5, 'registered application provider identifier'),
  index: hexText(1, 'CA public key index'),
  modulus: z.string().regex(/^([0-9A-Fa-f]{2}){64,248}$/, '64 to 248 bytes as hex'),
  exponent: z.string().regex(/^(03|010001)$/, '03 or 010001'),
  expiry: z.string().regex(/^\d{8}$/, 'YYYYMMDD'),
  hash: z
    .string()
    .regex(/^[0-9A-Fa-f]{40}$/, 'SHA-1 as hex')
    .optional(),
});

export const hotline = z.strictObject({
  bins: z.array(z.string().regex(/^\d{4,8}$/)).min(1),
  bank: bothLanguages,
  phone: z.string().regex(/^[0-9+ -]{3,20}$/),
});

const policies = z.strictObject({
  completionLimitPercent: z.int().min(100).max(200).describe('of the held amount'),
  validityDays: z.int().min(1).max(365).describe('of a hold, unless its card brand has its own'),
  validityDaysByBrand: z
    .partialRecord(z.enum(brandNames), z.int().min(1).max(365))
    .describe('days that a scheme gives a hold on its cards, by the name of the brand'),
  maximumHoldMinorUnits: z.int().min(1).max(999_999_999_999),
  presetMinorUnits: z.array(z.int().min(1)).max(3),
  stripeFallback: z.union([
    z.literal('never'),
    z.strictObject({ afterFailures: z.int().min(1).max(9) }),
  ]),

  incrementAllowed: z.boolean(),
  cardAbsentPreauthAllowed: z
    .boolean()
    .describe('the acquirer lets this merchant take holds on typed numbers (MOTO)'),
  voiceAuthorisationAllowed: z.boolean(),
  completionAs: z.enum(['request', 'advice']),
  pinOnChange: z.boolean().describe('ask the customer’s PIN on completion, cancellation and void'),
  supervisorForCancellation: z.boolean(),
  supervisorForOfflineSale: z.boolean(),
  pinBypassAllowed: z.boolean(),
  printFullNumberOnMerchantCopy: z.literal(false).describe('numbers stay masked on both copies'),
  keyedCompletionAllowed: z
    .boolean()
    .describe('a typed card number may complete or cancel a hold; else only the card itself'),
  numberByTwoPeople: z
    .boolean()
    .describe('a supervisor other than the operator confirms a number that is given later'),
  assessmentRequired: z
    .boolean()
    .describe('without a valid assessment nobody takes a hold alone: a supervisor agrees'),
  voidableHours: z.int().min(1).max(168).describe('how long a completion can be voided'),
});

const backup = z.strictObject({
  everyMinutes: z.int().min(5).max(1_440),
  drillDays: z.int().min(1).max(90).describe('a restore is tried out so often, by itself'),
  recipients: z
    .array(z.string().regex(/^age1[02-9ac-hj-np-z]{58}$/, 'an age public key, age1…'))
    .max(8)
    .describe(
      'who can open the backups besides this terminal: keys of the merchant and the vendor; none: only this terminal, with its own keystore',
    ),
  secondPlace: z
    .string()
    .min(1)
    .max(500)
    .optional()
    .describe(
      'a folder on a USB stick or a network mount that gets each backup too; under /media, /mnt or /run/media, or once a stick was seen there, it counts only while something is mounted or with a file holdfast-backups in it',
    ),
});

const person = z.strictObject({
  id: z.string().regex(/^\d{2}$/),
  role: z.enum(['cashier', 'supervisor', 'technician', 'vendor']),
  name: bothLanguages,
  pin: z
    .string()
    .regex(/^\d{4,8}$/)
    .describe('simulator only; a device makes its people choose'),
});

const emvTerminal = z.strictObject({
  countryCode: hexText(2, 'terminal country code (9F1A)'),
  type: hexText(1, 'terminal type (9F35)'),
  capabilities: hexText(3, 'terminal capabilities (9F33)'),
  additionalCapabilities: hexText(5, 'additional terminal capabilities (9F40)'),
  interfaceDeviceSerialNumber: z.string().regex(/^[0-9A-Za-z]{8}$/, '8 letters or digits (9F1E)'),
});

const gpioLine = z.int().min(0).max(1023);
const threeTracks = <T extends z.ZodType>(line: T) =>
  z.strictObject({ 1: line.optional(), 2: line.optional(), 3: line.optional() });

const head = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('none').describe('chips only: no magnetic head is built in') }),
  z.strictObject({
    kind: z.literal('f2f'),
    chip: z.string().min(1).max(64).describe('GPIO chip, /dev/gpiochip0'),
    tracks: threeTracks(gpioLine).describe('line of each track with raw flux changes'),
  }),
  z.strictObject({
    kind: z.literal('decoded'),
    chip: z.string().min(1).max(64).default('/dev/gpiochip0'),
    cardLoad: gpioLine.optional(),
    tracks: threeTracks(z.strictObject({ clock: gpioLine, data: gpioLine })),
  }),
]);

export const configSchema = z.strictObject({
  profile: z.enum(['countertop', 'mobile', 'esign', 'smart']),
  language: z.enum(['zh-CN', 'en']),
  theme: z.enum(['light', 'dark']),
  timeZone: z
    .string()
    .refine(
      (zone) => Intl.supportedValuesOf('timeZone').includes(zone) || zone === 'UTC',
      'an IANA time zone',
    )
    .describe('Asia/Shanghai'),
  merchant,
  acquirer,
  terminal: emvTerminal,
  applications: z.array(application).min(1).max(60),
  caPublicKeys: z.array(caPublicKey).max(100),
  revokedCertificates,
  exceptionFile,
  hotlines: z.array(hotline).max(500),
  defaultHotline: z
    .string()
    .regex(/^[0-9+ -]{3,20}$/)
    .describe('when the bank is not known'),
  policies,
  ways: waysSchema,
  head: head.describe('how the magnetic head is wired (--head gpio)'),
  printer: z.strictObject({
    columns: z
      .union([z.literal(32), z.literal(42), z.literal(48)])
      .describe('characters on a line'),
  }),
  backup,
  reports: reportsSchema,
  contact: contactSchema,
  probes: probesSchema,
  handover: handoverSchema.optional(),
  care: careSchema,
  training: trainingSchema,
  bulletins: bulletinsSchema,
  fraud: fraudSchema,
  people: z.array(person).min(1).max(99),
  firstStart: z
    .enum(['signedIn', 'choose'])
    .describe('signedIn: the people above, the first cashier on duty; choose: as a device does'),
  lockAfterMinutes: z
    .int()
    .min(0)
    .max(240)
    .optional()
    .describe('idle, then the PIN again; 0 never; absent: 10 where people choose, else never'),
});

/** Everything that may be configured, validated; every limit carries its unit in its name. */
export type Config = z.infer<typeof configSchema>;
