import { z } from 'zod';
import { passesLuhn } from '#src/card/pan.ts';

const hexBytes = z.string().regex(/^([0-9A-F]{2})*$/, 'upper-case hex of whole bytes');
const tag = z.string().regex(/^([0-9A-F]{2}|[0-9A-F]F[0-9A-F]{2})$/, 'a tag of one or two bytes');
const both = z.strictObject({ zh: z.string().min(1), en: z.string().min(1) });
const twoDigits = z.number().int().min(0).max(99);

/** What breaks, and at which command. All conditions that are given must hold. */
const cardFault = z.strictObject({
  at: z
    .strictObject({
      /** The n-th command of this insertion, 1 is the first. */
      apdu: z.number().int().min(1).optional(),
      /** How the command begins: `00B20214` reads record 2 of file 2. */
      command: hexBytes.min(2).optional(),
      /** Instruction byte, `B2`. */
      instruction: hexBytes.length(2).optional(),
      /** The n-th command with this instruction; a T=0 card sees a corrected length as one more. */
      occurrence: z.number().int().min(1).optional(),
      reset: z.enum(['cold', 'warm', 'both']).optional(),
    })
    .refine((at) => Object.keys(at).length > 0, 'says when'),
  /** Only at these insertions of every `cycle`: [1, 2] of 3 breaks twice and then works. */
  insertions: z
    .strictObject({
      cycle: z.number().int().min(1).default(1_000_000),
      broken: z.array(z.number().int().min(1)).min(1),
    })
    .optional(),
  do: z.discriminatedUnion('type', [
    /** Never answers. */
    z.strictObject({ type: z.literal('mute') }),
    /** The customer pulls the card. */
    z.strictObject({ type: z.literal('removed') }),
    /** The contacts break: the reader reports a transmission error at once. */
    z.strictObject({ type: z.literal('transmissionError') }),
    z.strictObject({ type: z.literal('noAtr') }),
    z.strictObject({ type: z.literal('atr'), bytes: hexBytes }),
    /** Only these status words, no data. */
    z.strictObject({ type: z.literal('statusWords'), sw: hexBytes.length(4) }),
    z.strictObject({ type: z.literal('replaceResponse'), bytes: hexBytes }),
    /** Bytes that mean nothing, then 9000. */
    z.strictObject({ type: z.literal('garbage'), length: z.number().int().min(0).max(256) }),
    /** The real answer, cut after so many data bytes, its status words kept. */
    z.strictObject({ type: z.literal('truncate'), length: z.number().int().min(0).max(255) }),
    /** The real answer, later. */
    z.strictObject({ type: z.literal('slow'), ms: z.number().int().min(0).max(60_000) }),
  ]),
});

const cardAuthentication = z.strictObject({
  methods: z.array(z.enum(['sda', 'dda', 'cda'])),
  cardKey: z.string().default('icc-1024'),
  /** Another bank of `keys/issuers.json`, whose certificate and key this card carries instead of its own. */
  certifiedBy: z.string().optional(),
  /** Last month of both certificates other than the true one, MMYY. */
  certificateExpiry: z
    .string()
    .regex(/^(0[1-9]|1[0-2])\d{2}$/)
    .optional(),
});

const application = z.strictObject({
  aid: hexBytes.min(10).max(32),
  label: z.string().min(1).max(16),
  preferredName: z.string().max(16).optional(),
  priority: z.number().int().min(0).max(15).default(1),
  confirmationRequired: z.boolean().default(false),
  /** SELECT answers 6283. */
  blocked: z.boolean().default(false),
  inDirectory: z.boolean().default(true),
  /** A number of its own, when the card carries two accounts. */
  pan: z
    .string()
    .regex(/^\d{12,19}$/)
    .optional(),
  cryptogram: z.enum(['unionpay-01', 'emv-csk-18']).default('unionpay-01'),
  authentication: cardAuthentication.default({
    methods: ['sda', 'dda', 'cda'],
    cardKey: 'icc-1024',
  }),
  issuerAuthentication: z
    .enum(['none', 'externalAuthenticate', 'generateAc'])
    .default('externalAuthenticate'),
  /** A wrong or missing ARPC makes the card refuse. */
  issuerAuthenticationMandatory: z.boolean().default(false),
  cvm: z.strictObject({
    amountX: z.number().int().min(0).default(0),
    amountY: z.number().int().min(0).default(0),
    /** CV rules, two bytes each: `4203` online PIN if the terminal can. */
    rules: z.array(hexBytes.length(4)),
  }),
  issuerActionCodes: z
    .strictObject({
      denial: hexBytes.length(10),
      online: hexBytes.length(10),
      default: hexBytes.length(10),
    })
    .default({ denial: '0010000000', online: 'D86804F800', default: 'D86004A800' }),
  pdol: hexBytes.default('9F1A029F33039F4005'),
  cdol1: hexBytes.default('9F02069F03069F1A0295055F2A029A039C019F37049F2103'),
  cdol2: hexBytes.default('8A029F02069F03069F1A0295055F2A029A039C019F37049F2103'),
  ddol: hexBytes.default('9F3704'),
  /** Format of the answers to GET PROCESSING OPTIONS, GENERATE AC and INTERNAL AUTHENTICATE. */
  responseFormat: z.union([z.literal(1), z.literal(2)]).default(1),
  /** What the card's own risk management says, whatever is asked. */
  decisions: z
    .strictObject({
      first: z.enum(['asAsked', 'AAC', 'ARQC', 'TC']).default('asAsked'),
      second: z.enum(['asAsked', 'AAC']).default('asAsked'),
      /** May the card approve without its issuer when the terminal asks for that? */
      offlineApproval: z.boolean().default(false),
    })
    .default({ first: 'asAsked', second: 'asAsked', offlineApproval: false }),
  /**
   * Which tags stand in which record, in AFL order; the default layout is like a current debit
   * card's.
   */
  records: z
    .array(
      z.strictObject({
        sfi: z.number().int().min(1).max(30),
        record: z.number().int().min(1).max(255),
        signed: z.boolean().default(false),
        tags: z.array(tag),
      }),
    )
    .optional(),
  /** Application file locator and interchange profile other than the true ones. */
  afl: hexBytes.optional(),
  aip: hexBytes.length(4).optional(),
  /** Values that replace the true ones; null leaves the object out. */
  data: z.record(tag, hexBytes.nullable()).default({}),
});

const chip = z.strictObject({
  atr: hexBytes,
  warmAtr: hexBytes.optional(),
  /** T=0 cards answer 61xx and 6Cxx; must agree with the ATR. */
  protocol: z.enum(['T=0', 'T=1']).default('T=0'),
  pse: z.boolean().default(true),
  /** SELECT answers 6A81 throughout. */
  blocked: z.boolean().default(false),
  languages: z
    .string()
    .regex(/^([a-z]{2}){0,4}$/)
    .default(''),
  issuerCodeTableIndex: z.number().int().min(1).max(10).optional(),
  pinTryLimit: z.number().int().min(0).max(15).default(3),
  quirks: z
    .array(
      z.enum([
        'endlessSelectNext',
        'ownFciForEveryAid',
        /** The directory answers every record number. */
        'endlessDirectory',
        /** Signs other data than the terminal sent: dynamic and combined authentication fail. */
        'falseDynamicSignature',
      ]),
    )
    .default([]),
  applications: z.array(application),
});

/** A card of the tray, as its JSON file describes it. */
export const cardProfile = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]+$/),
  label: both,
  /** What a person sees on holding or using it. */
  shows: both,
  /** `hostile`: made to break terminals; lists of cards keep these apart. */
  group: z.enum(['everyday', 'hostile']).default('everyday'),
  /** Two colours of its front, top and bottom. */
  colours: z.tuple([z.string(), z.string()]),
  scheme: z.enum(['unionpay', 'visa', 'other']),
  /** Key of the bank in `keys/issuers.json`; its name and hotline stand in `issuers.ts`. */
  issuer: z.string(),
  pan: z
    .string()
    .regex(/^\d{12,19}$/)
    .refine(passesLuhn, 'the check digit is wrong'),
  /** YYMM. */
  expiry: z.string().regex(/^\d{2}(0[1-9]|1[0-2])$/),
  panSequenceNumber: twoDigits.default(1),
  serviceCode: z
    .string()
    .regex(/^\d{3}$/)
    .default('220'),
  cardholder: z
    .string()
    .regex(/^[A-Z /.]{2,26}$/)
    .default('TEST/CARD'),
  pin: z
    .string()
    .regex(/^\d{4,12}$/)
    .default('123456'),
  /** Null: no chip on the card. */
  chip: chip.nullable(),
  /** False: no stripe, or one that carries nothing. */
  stripe: z.boolean().default(true),
  faults: z.array(cardFault).default([]),
  /** Unknown to the bank of the simulator: it answers 14. */
  unknownToBank: z.boolean().default(false),
  /** Field 39 that the bank answers for this card, whatever is asked: `41`. */
  bankAnswer: z
    .string()
    .regex(/^[0-9A-Z]{2}$/)
    .optional(),
});

export type CardProfile = z.infer<typeof cardProfile>;
export type CardFault = z.infer<typeof cardFault>;
export type ApplicationProfile = z.infer<typeof application>;
export type ChipProfile = z.infer<typeof chip>;
