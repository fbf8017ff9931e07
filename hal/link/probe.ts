import { lookup } from 'node:dns/promises';
import { isIP } from 'node:net';
import { networkInterfaces } from 'node:os';
import { isFault } from '#src/fault.ts';
import type { LinkCheck, LinkProbe, LinkProblem } from '#src/recovery/evidence.ts';
import { type LinkTls, openConnection } from './connect.ts';
import type { Endpoint, LineProber } from './contract.ts';

export type ProberOptions = {
  /** The bank's hosts, primary first. */
  readonly endpoints: readonly Endpoint[];
  readonly tls?: LinkTls;
  /** A host that is not the bank's: tells a dead network from a dead bank. */
  readonly otherHost?: Endpoint;
  /** For each check. */
  readonly timeoutMs: number;
};

/** Checks at real sockets; each says what it found and how long it took, and none throws. */
export function createProber(options: ProberOptions): LineProber {
  const { endpoints, tls, otherHost, timeoutMs } = options;
  const [primary, second] = endpoints;
  if (primary === undefined) throw new Error('a prober needs an endpoint');
  const opens = (endpoint: Endpoint, secured?: LinkTls) => tryToOpen(endpoint, secured, timeoutMs);
  const checks: Partial<Record<LinkCheck, () => Promise<LinkProblem | undefined>>> = {
    interface: async () => (hasInterface(primary.host) ? undefined : 'down'),
    ...(isIP(primary.host) === 0 ? { name: () => resolves(primary.host, timeoutMs) } : {}),
    connect: () => opens(primary),
    ...(tls === undefined ? {} : { tls: () => opens(primary, tls) }),
    ...(second === undefined ? {} : { secondHost: () => opens(second) }),
    ...(otherHost === undefined ? {} : { otherHost: () => opens(otherHost) }),
  };
  return {
    checks: Object.keys(checks) as LinkCheck[],
    check: async (check) => {
      const began = performance.now();
      const problem = await checks[check]?.();
      const tookMs = Math.round(performance.now() - began);
      return problem === undefined
        ? { check, ok: true, tookMs }
        : { check, ok: false, problem, tookMs };
    },
  };
}

/** A network that could lead to this host: for this machine itself the loop is one. */
function hasInterface(host: string): boolean {
  const ownMachine = host === 'localhost' || host === '::1' || host.startsWith('127.');
  return Object.values(networkInterfaces())
    .flatMap((addresses) => addresses ?? [])
    .some(({ internal }) => ownMachine || !internal);
}

async function resolves(host: string, timeoutMs: number): Promise<LinkProblem | undefined> {
  const late = Promise.withResolvers<LinkProblem>();
  const timer = setTimeout(() => late.resolve('timeout'), timeoutMs);
  const found = lookup(host).then(
    () => undefined,
    (): LinkProblem => 'notFound',
  );
  try {
    return await Promise.race([found, late.promise]);
  } finally {
    clearTimeout(timer);
  }
}

const problems: Readonly<Record<string, LinkProblem>> = {
  'link.nameNotFound': 'notFound',
  'link.connectRefused': 'refused',
  'link.connectTimeout': 'timeout',
  'link.reset': 'reset',
};

const certificateProblems: Readonly<Record<string, LinkProblem>> = {
  CERT_HAS_EXPIRED: 'certificateExpired',
  CERT_NOT_YET_VALID: 'certificateNotYetValid',
  ERR_TLS_CERT_ALTNAME_INVALID: 'certificateOfAnother',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'certificateUntrusted',
  SELF_SIGNED_CERT_IN_CHAIN: 'certificateUntrusted',
  UNABLE_TO_GET_ISSUER_CERT: 'certificateUntrusted',
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: 'certificateUntrusted',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'certificateUntrusted',
  CERT_SIGNATURE_FAILURE: 'certificateUntrusted',
};

async function tryToOpen(
  endpoint: Endpoint,
  tls: LinkTls | undefined,
  timeoutMs: number,
): Promise<LinkProblem | undefined> {
  try {
    (await openConnection(endpoint, tls, timeoutMs)).destroy();
    return undefined;
  } catch (error) {
    if (!isFault(error)) throw error;
    if (error.code !== 'link.tls') return problems[error.code] ?? 'unreachable';
    const { code } = (error.cause ?? {}) as { readonly code?: unknown };
    return certificateProblems[String(code)] ?? 'handshake';
  }
}

/** A probe that answers without asking: what a terminal without a network finds. */
export const nothingReached = (check: LinkCheck): LinkProbe => ({
  check,
  ok: false,
  problem: check === 'interface' ? 'down' : 'unreachable',
  tookMs: 0,
});
