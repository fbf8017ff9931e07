import { createHash, createPrivateKey, type KeyObject } from 'node:crypto';
import { sealEnvelope } from '#src/bulletin/envelope.ts';

export const simulatedIssuers = ['bank', 'vendor', 'merchant', 'stranger'] as const;
export type SimulatedIssuer = (typeof simulatedIssuers)[number];

/** Everything in front of the 32 bytes of an Ed25519 key in PKCS #8 (RFC 8410 §7). */
const pkcs8 = Buffer.from('302e020100300506032b657004220420', 'hex');

/**
 * The private key of a simulated issuer: SHA-256 of a sentence that stands here, so that nobody takes it for a
 * secret. The public halves are the defaults of the configuration; the stranger's is in none.
 */
export function simulatedKey(issuer: SimulatedIssuer): KeyObject {
  const seed = createHash('sha256').update(`holdfast simulator bulletins ${issuer}`).digest();
  return createPrivateKey({ key: Buffer.concat([pkcs8, seed]), format: 'der', type: 'pkcs8' });
}

/** The file of a bulletin, signed; its content is not checked, so that a wrong one can be made. */
export const signedBy = (issuer: SimulatedIssuer, content: unknown): string =>
  sealEnvelope(
    new TextEncoder().encode(JSON.stringify(content)),
    `simulated-${issuer}`,
    simulatedKey(issuer),
  );
