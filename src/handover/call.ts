import { concat, sameBytes } from '../bytes.ts';
import { keyName, signedBy } from './keys.ts';
import type { Party } from './party.ts';
import { asciiBytes, numberBytes, Reader } from './wire.ts';

/** Where a terminal of the merchant listens on the shop's network, and when it said so. */
export type CalledPlace = {
  readonly terminalId: string;
  /** IPv4. */
  readonly host: string;
  readonly port: number;
  readonly saidAtMs: number;
};

const magic = 'HFN1';
export const longestCall = 4 + 4 + 8 + 4 + 2 + 6 + 64;

/** "I am terminal 00000001 and listen here", signed: the address is inside, so that a repeated call points nowhere else. */
export function signCall(
  { host, port, saidAtMs }: Omit<CalledPlace, 'terminalId'>,
  { identity, merchantKey, terminalId }: Party,
): Uint8Array {
  const body = concat(
    asciiBytes(magic, 4),
    keyName(merchantKey),
    asciiBytes(terminalId, 8),
    ...host.split('.').map((octet) => numberBytes(Number(octet), 1)),
    numberBytes(port, 2),
    numberBytes(saidAtMs, 6),
  );
  return concat(body, identity.sign(body));
}

/** Undefined for whatever is no call of another terminal that this merchant's head office vouches for. */
export function readCall(bytes: Uint8Array, party: Party): CalledPlace | undefined {
  const reader = new Reader(bytes);
  const form = reader.ascii(4);
  const merchant = reader.bytes(4);
  const terminalId = reader.ascii(8);
  const host = [...reader.bytes(4)].join('.');
  const port = reader.number(2);
  const saidAtMs = reader.number(6);
  const body = bytes.subarray(0, reader.at);
  const signature = reader.bytes(64);
  if (!reader.whole || form !== magic || !sameBytes(merchant, keyName(party.merchantKey)))
    return undefined;
  const caller = party.peers.find((peer) => peer.terminalId === terminalId);
  if (caller === undefined || party.revoked.includes(terminalId)) return undefined;
  if (!signedBy(caller.signingKey, body, signature)) return undefined;
  return { terminalId, host, port, saidAtMs };
}
