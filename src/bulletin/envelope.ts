import { createPublicKey, type KeyObject, sign, verify } from 'node:crypto';
import { z } from 'zod';
import type { Config } from '../config/schema.ts';

const payloadType = 'application/vnd.holdfast.bulletin+json';

/** DSSE 1.0 envelope: the signature is over the very bytes, so that nothing has to be made canonical. */
const envelopeSchema = z.strictObject({
  payloadType: z.literal(payloadType),
  payload: z.base64().min(4),
  signatures: z
    .array(z.strictObject({ keyid: z.string().min(1).max(64), sig: z.base64().length(88) }))
    .min(1)
    .max(4),
});

export type BulletinKey = Config['bulletins']['keys'][number];

export type Opened =
  | { readonly type: 'signed'; readonly key: BulletinKey; readonly payload: Uint8Array }
  /** `unknownSigner`: none of the configured keys is named; `signature`: one is, and did not sign this. */
  | { readonly type: 'refused'; readonly problem: 'format' | 'unknownSigner' | 'signature' };

/** What a configured key has signed; the payload is not looked at before. */
export function openEnvelope(bytes: Uint8Array, keys: readonly BulletinKey[]): Opened {
  const parsed = envelopeSchema.safeParse(jsonOf(bytes));
  if (!parsed.success) return { type: 'refused', problem: 'format' };
  const { payload, signatures } = parsed.data;
  const content = new Uint8Array(Buffer.from(payload, 'base64'));
  let problem: 'unknownSigner' | 'signature' = 'unknownSigner';
  for (const { keyid, sig } of signatures) {
    const key = keys.find(({ id }) => id === keyid);
    if (key === undefined) continue;
    problem = 'signature';
    const said = Buffer.from(sig, 'base64');
    if (verify(null, signedBytes(content), publicKeyOf(key), said))
      return { type: 'signed', key, payload: content };
  }
  return { type: 'refused', problem };
}

/** The file of a bulletin: its content with the signature of a private Ed25519 key. */
export function sealEnvelope(payload: Uint8Array, keyid: string, privateKey: KeyObject): string {
  const sig = sign(null, signedBytes(payload), privateKey).toString('base64');
  const signatures = [{ keyid, sig }];
  return JSON.stringify({ payloadType, payload: base64(payload), signatures }, undefined, 2);
}

const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64');

/** DSSE 1.0, pre-authentication encoding: the type is signed too. */
const signedBytes = (payload: Uint8Array): Uint8Array =>
  Buffer.concat([
    Buffer.from(`DSSEv1 ${payloadType.length} ${payloadType} ${payload.length} `),
    payload,
  ]);

const publicKeyOf = ({ publicKey }: BulletinKey): KeyObject =>
  createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x: publicKey }, format: 'jwk' });

/** Undefined when it is no JSON in UTF-8. */
export function jsonOf(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return undefined;
  }
}
