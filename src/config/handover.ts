import { z } from 'zod';

const key = z.string().regex(/^[0-9A-Za-z_-]{43}$/, '32 bytes as base64url');
const certificate = z
  .string()
  .regex(/^[0-9A-Za-z_-]{200,290}$/, 'a certificate of a terminal, as npm run enrol prints it');
const terminalId = z.string().regex(/^[0-9A-Za-z ]{8}$/, '8 letters or digits (field 41)');

/** 换终端: the other terminals of the merchant, as head office enrolled them. Absent: nothing is handed over. */
export const handoverSchema = z.strictObject({
  merchantKey: key.describe('of head office (Ed25519): it signed every certificate below'),
  certificate: certificate.describe('of this terminal'),
  peers: z.array(certificate).max(50).describe('of the others'),
  revoked: z.array(terminalId).max(200).default([]).describe('terminals out of service for good'),
  validMinutes: z.int().min(1).max(60).default(5).describe('how long an offer can be taken'),
});
