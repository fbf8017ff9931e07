import { z } from 'zod';

const hexText = (bytes: number, what: string) =>
  z
    .string()
    .regex(new RegExp(`^[0-9A-Fa-f]{${bytes * 2}}$`), `${bytes} bytes as hex`)
    .describe(what);

/** Issuer certificates that their payment system has withdrawn (EMV 4.4 Book 2 §5.1.2). */
export const revokedCertificates = z
  .array(
    z.strictObject({
      rid: hexText(5, 'registered application provider identifier'),
      index: hexText(1, 'CA public key index'),
      serialNumber: hexText(3, 'serial number of the issuer certificate'),
    }),
  )
  .max(1_000);

/**
 * Cards that the acquirer has listed, each as a slow salted digest of its number: a file that is read, copied and
 * backed up holds no card number. `npm run exception-file` makes the entries.
 */
export const exceptionFile = z
  .strictObject({
    salt: z
      .string()
      .regex(/^([0-9A-Fa-f]{2}){16,64}$/, '16 to 64 bytes as hex')
      .optional()
      .describe('one for the whole file; needed as soon as there are entries'),
    cards: z
      .array(
        z.strictObject({
          digest: hexText(32, 'scrypt of the number’s digits, by `npm run exception-file`'),
          panSequenceNumber: z
            .int()
            .min(0)
            .max(99)
            .optional()
            .describe('one card of the number; without it every card of the number is listed'),
        }),
      )
      .max(10_000),
  })
  .refine(({ salt, cards }) => cards.length === 0 || salt !== undefined, {
    path: ['salt'],
    message: 'missing: entries are digests under one salt (npm run exception-file)',
  });
