import type { z } from 'zod';
import type { handoverSchema } from '../config/handover.ts';
import { type Certificate, readCertificate } from './certificate.ts';
import type { Identity } from './keys.ts';
import type { Party } from './party.ts';

type Enrolment = z.infer<typeof handoverSchema>;

const bytesOf = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, 'base64url'));

/**
 * This terminal among its merchant's, from the configuration; a text that names the place when a certificate is not
 * head office's or not this terminal's. A certificate whose time is over starts no trouble: it is only not used.
 */
export function partyFrom(
  { merchantKey, certificate, peers, revoked }: Enrolment,
  identity: Identity,
  terminalId: string,
): Party | string {
  const key = bytesOf(merchantKey);
  const own = readCertificate(bytesOf(certificate), key, 0);
  if (typeof own === 'string') return `handover.certificate: ${own}`;
  if (own.terminalId !== terminalId) return `handover.certificate: of terminal ${own.terminalId}`;
  const ours = Buffer.from(own.signingKey).equals(identity.signingKey);
  if (!ours) return 'handover.certificate: for other keys than this terminal has';
  const others: Certificate[] = [];
  for (const [at, text] of peers.entries()) {
    const peer = readCertificate(bytesOf(text), key, 0);
    if (typeof peer === 'string') return `handover.peers.${at}: ${peer}`;
    if (peer.terminalId !== terminalId) others.push(peer);
  }
  return {
    identity,
    terminalId,
    merchantKey: key,
    certificate: bytesOf(certificate),
    peers: others,
    revoked,
  };
}

/** The terminals that something may be given to now. */
export const receiversOf = ({ peers, revoked }: Party, nowMs: number): readonly Certificate[] =>
  peers.filter(({ terminalId, notAfterMs }) => notAfterMs > nowMs && !revoked.includes(terminalId));
