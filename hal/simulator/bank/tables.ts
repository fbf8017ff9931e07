import { z } from 'zod';
import type { Config } from '#src/config/schema.ts';

const hex = (bytes: number) => z.string().regex(new RegExp(`^([0-9A-Fa-f]{2}){${bytes}}$`));
const count = (maximum: number) => z.int().min(0).max(maximum);

const parameters = z.strictObject({
  version: z.string().max(16).optional(),
  reversalTries: count(99).optional(),
  adviceTries: count(99).optional(),
  hotline: z.string().max(20).optional(),
  completionLimitPercent: count(999).optional(),
  validityDays: count(999).optional(),
  maximumHoldMinorUnits: count(999_999_999_999).optional(),
});

const caPublicKey = z.strictObject({
  rid: hex(5),
  index: hex(1),
  modulus: z.string().regex(/^([0-9A-Fa-f]{2}){1,250}$/),
  exponent: z.string().regex(/^([0-9A-Fa-f]{2}){1,3}$/),
  expiry: z.string().regex(/^\d{8}$/),
  /** As it is sent: a wrong one is a damaged download. */
  hash: hex(20).optional(),
});

const application = z.strictObject({
  aid: z.string().regex(/^([0-9A-Fa-f]{2}){5,16}$/),
  partialSelection: z.boolean().default(true),
  versionNumber: hex(2),
  floorLimitMinorUnits: count(999_999_999).default(0),
  thresholdMinorUnits: count(999_999_999).default(0),
  targetPercent: count(99).default(0),
  maximumTargetPercent: count(99).default(0),
  tacDenial: hex(5),
  tacOnline: hex(5),
  tacDefault: hex(5),
  defaultDdol: z
    .string()
    .regex(/^([0-9A-Fa-f]{2}){0,60}$/)
    .default('9F3704'),
});

/** What the bank serves; the body of `POST /api/bank/tables`. Nothing is checked but its form, so that it may be wrong. */
export const servedTables = z.strictObject({
  parameters: parameters.optional(),
  caPublicKeys: z.array(caPublicKey).max(200).optional(),
  applications: z.array(application).max(200).optional(),
});

export type ServedTables = z.infer<typeof servedTables>;

/** The bank has the tables that the terminal was started with, until it is told others. */
export function tablesOf({ caPublicKeys, applications, policies }: Config): ServedTables {
  const { completionLimitPercent, validityDays } = policies;
  return {
    parameters: { version: 'SIMULATED-1', completionLimitPercent, validityDays },
    caPublicKeys,
    applications: applications.map(({ randomSelection, defaultTdol: _, ...application }) => ({
      ...application,
      ...randomSelection,
    })),
  };
}

function object(tag: string, valueHex: string): string {
  const length = valueHex.length / 2;
  const lengthHex = length.toString(16).padStart(2, '0');
  return tag + (length > 127 ? `81${lengthHex}` : lengthHex) + valueHex;
}

const ascii = (text: string): string => Buffer.from(text, 'latin1').toString('hex');
const bcd = (value: number): string => {
  const digits = String(value);
  return digits.length % 2 === 0 ? digits : `0${digits}`;
};
const binary = (value: number): string => value.toString(16).padStart(8, '0');

const parameterObjects = (served: NonNullable<ServedTables['parameters']>): string => {
  const { version, hotline } = served;
  const numbers: [string, number | undefined][] = [
    ['DF22', served.reversalTries],
    ['DF23', served.adviceTries],
    ['DF25', served.completionLimitPercent],
    ['DF26', served.validityDays],
    ['DF27', served.maximumHoldMinorUnits],
  ];
  return [
    version === undefined ? '' : object('DF20', ascii(version)),
    hotline === undefined ? '' : object('DF24', ascii(hotline)),
    ...numbers.map(([tag, value]) => (value === undefined ? '' : object(tag, bcd(value)))),
  ].join('');
};

type Item = { readonly name: string; readonly listed: string; readonly whole: string };

/** Each entry as the list names it, and whole. */
function itemsOf(table: 'caPublicKeys' | 'applications', served: ServedTables): readonly Item[] {
  if (table === 'applications')
    return (served.applications ?? []).map((it) => {
      const name = object('9F06', it.aid);
      const rest = [
        object('DF01', it.partialSelection ? '00' : '01'),
        object('9F08', it.versionNumber),
        object('DF11', it.tacDefault),
        object('DF12', it.tacOnline),
        object('DF13', it.tacDenial),
        object('9F1B', binary(it.floorLimitMinorUnits)),
        object('DF15', binary(it.thresholdMinorUnits)),
        object('DF16', bcd(it.maximumTargetPercent)),
        object('DF17', bcd(it.targetPercent)),
        object('DF14', it.defaultDdol),
      ];
      return { name, listed: name, whole: name + rest.join('') };
    });
  return (served.caPublicKeys ?? []).map((it) => {
    const name = object('9F06', it.rid) + object('9F22', it.index);
    const listed = name + object('DF05', ascii(it.expiry));
    const key = [
      object('DF06', '01'),
      object('DF07', '01'),
      object('DF02', it.modulus),
      object('DF04', it.exponent),
      it.hash === undefined ? '' : object('DF03', it.hash),
    ];
    return { name, listed, whole: listed + key.join('') };
  });
}

/** Entries that one list names; the terminal asks again for the rest. */
const listedAtOnce = 20;

/** Field 62 of the answers, by F60.3: 37x keys, 38x applications, 36x parameters. */
export function field62Of(
  networkCode: string,
  asked: Uint8Array | undefined,
  served: ServedTables,
): Uint8Array | undefined {
  const step = networkCode.charAt(2);
  if (step === '1') return undefined;
  const bytes = (text: string) => Uint8Array.from(Buffer.from(text, 'hex'));
  if (networkCode.startsWith('36')) {
    if (step === '2' || served.parameters === undefined) return bytes('30');
    return bytes(`31${parameterObjects(served.parameters)}`);
  }
  const items = itemsOf(networkCode.startsWith('37') ? 'caPublicKeys' : 'applications', served);
  const request = Buffer.from(asked ?? []);
  if (step === '0') {
    const wanted = request.toString('hex').toUpperCase();
    const found = items.find(({ name }) => wanted.startsWith(name.toUpperCase()));
    return bytes(found === undefined ? '30' : `31${found.whole}`);
  }
  const from = Number(request.subarray(1, 3).toString('latin1')) || 0;
  const part = items.slice(from, from + listedAtOnce);
  if (part.length === 0) return bytes('30');
  const last = from + part.length >= items.length;
  const state = last ? (from === 0 ? '31' : '33') : '32';
  return bytes(state + part.map(({ listed }) => listed).join(''));
}
