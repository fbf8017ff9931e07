import { z } from 'zod';

const key = z.string().regex(/^[0-9A-Za-z_-]{43}$/, '32 bytes as base64url');
const certificate = z
  .string()
  .regex(/^[0-9A-Za-z_-]{200,290}$/, 'a certificate of a terminal, as npm run enrol prints it');
const terminalId = z.string().regex(/^[0-9A-Za-z ]{8}$/, '8 letters or digits (field 41)');

const place = { host: z.string().min(1).max(253), port: z.int().min(1).max(65_535) };

/** 换终端: the other terminals of the merchant, as head office enrolled them. Absent: nothing is handed over. */
export const handoverSchema = z.strictObject({
  merchantKey: key.describe('of head office (Ed25519): it signed every certificate below'),
  certificate: certificate.describe('of this terminal'),
  peers: z.array(certificate).max(50).describe('of the others'),
  revoked: z.array(terminalId).max(200).default([]).describe('terminals out of service for good'),
  network: z
    .strictObject({
      listen: z.strictObject(place).optional().describe('where the others find this terminal'),
      peers: z
        .array(z.strictObject({ terminalId, ...place }))
        .max(50)
        .default([]),
      find: z
        .strictObject({
          group: z
            .ipv4()
            .regex(/^239\./, 'a multicast group of the shop, 239.…')
            .default('239.192.72.70'),
          port: z.int().min(1).max(65_535),
        })
        .optional()
        .describe('the terminals call to this group where they listen, signed; absent: off'),
    })
    .refine(({ find, listen }) => find === undefined || z.ipv4().safeParse(listen?.host).success, {
      path: ['listen'],
      message: 'to be found, the terminal needs an IPv4 address of its own',
    })
    .optional()
    .describe('the shop’s own network; absent: off'),
  folder: z.string().min(1).max(500).optional().describe('a USB stick that is carried over'),
  validMinutes: z.int().min(1).max(60).default(5).describe('how long an offer can be taken'),
});
